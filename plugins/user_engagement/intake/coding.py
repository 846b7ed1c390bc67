"""The sheet on which an author sorts what people wrote, and approves what may be shown of it."""

import csv
import io
import re
from codecs import BOM_UTF8
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from user_engagement.intake import reading
from user_engagement.intake.counting import Counted
from user_engagement.intake.fitting import free_text
from user_engagement.intake.mapping import AnswerAs, QuestionAs, SurveyAs
from user_engagement.intake.responses import Column, Responses
from user_engagement.intake.services import is_telling
from user_engagement.model.day import Day
from user_engagement.model.text import Text

HEADINGS = ("Row", "Column", "Text", "Theme", "Paraphrase", "Approved", "Consent")
APPROVED = ("paraphrase", "quote")
_ACTIVE = ("=", "+", "-", "@", "\t", "'")
"""With what a cell begins that a spreadsheet program could run, or that is marked as one that it must not."""

_TELLING = "Here is an address or a number that can tell who wrote it."

_DAY: TypeAdapter[Any] = TypeAdapter(Day)
_TEXT: TypeAdapter[Any] = TypeAdapter(Text)


@dataclass(frozen=True)
class Said:
    """What somebody wrote, as far as its author approved it; `quote` is empty without consent."""

    themes: tuple[str, ...]
    paraphrase: str
    quote: str = ""
    consent: str = ""


@dataclass(frozen=True)
class Coded:
    """What a sheet says: questions with the themes of each response, and what was approved."""

    questions: tuple[Counted, ...]
    said: tuple[Said, ...]


def sheet(responses: Responses, survey: SurveyAs) -> bytes:
    """Return a sheet with everything that people wrote, and empty columns to fill in."""
    stream = io.StringIO(newline="")
    lines = csv.writer(stream)
    lines.writerow(HEADINGS)
    for _, column in free_text(responses, survey):
        for row, cell in zip(responses.rows, column.cells, strict=True):
            if cell:
                lines.writerow([row, column.letter, f"'{cell}" if cell.startswith(_ACTIVE) else cell, "", "", "", ""])
    return BOM_UTF8 + stream.getvalue().encode()


def read(path: Path, responses: Responses, survey: SurveyAs) -> tuple[Coded, list[str]]:
    """Read a sheet that was filled in; tell all that is wrong with it, by cell and without what stands there.

    Raises OSError and CannotRead.
    """
    rows = reading.read(path)
    if not rows or tuple(rows[0][: len(HEADINGS)]) != HEADINGS:
        raise reading.CannotRead(f"This is no sheet for sorting. Its columns are {', '.join(HEADINGS)}.")
    columns = {column.letter: (question, column) for question, column in free_text(responses, survey)}
    themes: dict[tuple[str, int], frozenset[str]] = {}
    faults: list[str] = []
    said: list[Said] = []
    for number, line in enumerate(rows[1:], start=2):
        if any(line):
            row = _Row(f"{path.name}!", number, dict(zip(HEADINGS, (*line, *[""] * len(HEADINGS)), strict=False)))
            key, unknown = row.key(responses, {letter: column for letter, (_, column) in columns.items()})
            wrong = [unknown] if unknown else row.faults()
            faults += wrong
            if key and not wrong:
                themes[key] = frozenset(row.themes)
                said += row.said()
    questions = [_counted(letter, question, responses, themes) for letter, (question, _) in columns.items()]
    return Coded(tuple(each for each in questions if each.base), tuple(said)), faults


@dataclass(frozen=True)
class _Row:
    file: str
    number: int
    cells: Mapping[str, str]

    @property
    def themes(self) -> list[str]:
        return [each for each in (part.strip() for part in self.cells["Theme"].split(";")) if each]

    @property
    def text(self) -> str:
        text = self.cells["Text"]
        return text[1:] if text.startswith("'") and text[1:].startswith(_ACTIVE) else text

    def key(self, responses: Responses, columns: Mapping[str, Column]) -> tuple[tuple[str, int] | None, str]:
        """Return the response that is meant, or what is wrong with that."""
        letter, row = self.cells["Column"], self.cells["Row"]
        if letter not in columns or not row.isdecimal() or int(row) not in responses.rows:
            message = f"There is no free text in this row and column of {responses.file}."
            return None, self._fault("Row", f"{message} Sort on a new sheet.")
        if columns[letter].cells[responses.rows.index(int(row))] != self.text:
            return None, self._fault(
                "Text",
                f"{responses.file} says something else here. Save the sheet as “CSV UTF-8”, or sort on a new one.",
            )
        return (letter, int(row)), ""

    def faults(self) -> list[str]:
        """Tell what is wrong with what the author filled in."""
        approved, paraphrase = self.cells["Approved"], self.cells["Paraphrase"]
        wrong = [("Theme", "A theme is a few words of your own, not the text.")] * self._repeats(self.themes)
        wrong += [("Theme", _unfit(theme)) for theme in self.themes if _unfit(theme)]
        if approved and approved not in APPROVED:
            wrong.append(("Approved", f"Write {' or '.join(APPROVED)}, or nothing."))
        if approved and not paraphrase:
            wrong.append(("Paraphrase", "Say in your own words what was said: this is approved."))
        if approved and self._repeats([paraphrase]):
            wrong.append(("Paraphrase", "This is what was written, word for word. Say it in your own words."))
        if approved and paraphrase and _unfit(paraphrase):
            wrong.append(("Paraphrase", _unfit(paraphrase)))
        if approved == "quote":
            wrong += [("Consent", message) for message in _without_consent(self.cells["Consent"])]
            wrong += [("Text", f"{_TELLING} Approve a paraphrase instead.")] * bool(_unfit(self.text))
        return [self._fault(column, message) for column, message in wrong]

    def said(self) -> list[Said]:
        """Return what may be shown of this row."""
        if not self.cells["Approved"]:
            return []
        is_quote = self.cells["Approved"] == "quote"
        quote, consent = (self.text, self.cells["Consent"]) if is_quote else ("", "")
        return [Said(tuple(self.themes), self.cells["Paraphrase"], quote, consent)]

    def _repeats(self, words: Sequence[str]) -> bool:
        return any(_bare(each) == _bare(self.text) for each in words)

    def _fault(self, column: str, message: str) -> str:
        return f"{self.file}{chr(ord('A') + HEADINGS.index(column))}{self.number}: {message}"


def _bare(text: str) -> str:
    return re.sub(r"\W", "", text).casefold()


def _unfit(text: str) -> str:
    """Say why a text cannot be shown; empty if it can."""
    if is_telling(text):
        return f"{_TELLING} Leave it out."
    try:
        _TEXT.validate_python(text)
    except ValidationError as error:
        return error.errors()[0]["msg"]
    return ""


def _without_consent(cell: str) -> list[str]:
    try:
        day = _DAY.validate_python(cell or "none")
    except ValidationError:
        day = None
    return [] if day else ["A quote needs consent. Write the day on which it was recorded, for example 2026-03-31."]


def _counted(
    letter: str, question: QuestionAs, responses: Responses, themes: Mapping[tuple[str, int], frozenset[str]]
) -> Counted:
    given = tuple(themes.get((letter, row), frozenset[str]()) for row in responses.rows)
    found = sorted({theme for each in given for theme in each}, key=str.casefold)
    answers = tuple(AnswerAs(wording=theme) for theme in found)
    return Counted(question.model_copy(update={"answers": answers}), given, "coded text")
