"""Responses by column, with what is wrong with the file they stand in."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import TypeVar

from openpyxl.utils import get_column_letter

from user_engagement.intake import reading
from user_engagement.intake.services import Service, is_telling, service

_T = TypeVar("_T")

_AGREEING = 3
_MOST_HEADINGS = 3

_NO_HEADING = re.compile(r"\d+(?:[/.:-]\d+)*(?:$| \d)")
"""Numbers, dates and times."""

_APOSTROPHE = "@SQ@"
"""How some exports of SmartSurvey write an apostrophe."""


@dataclass(frozen=True)
class Column:
    """A column: the question above it, what stands below that for one of its answers, and a cell for each response."""

    letter: str
    heading: str
    below: str
    cells: tuple[str, ...]

    @property
    def name(self) -> str:
        """What it is called in a mapping."""
        return f"{self.heading} | {self.below}" if self.below else self.heading


@dataclass(frozen=True)
class Responses:
    """What a file of responses holds; `rows` are the numbers of its rows in the file."""

    file: str
    service: Service
    columns: tuple[Column, ...]
    rows: tuple[int, ...]

    def place(self, column: Column, position: int | None = None) -> str:
        """Return where a response stands in a column, or where the column begins, as file!F12."""
        return f"{self.file}!{column.letter}{1 if position is None else self.rows[position]}"

    def named(self, name: str) -> list[Column]:
        """Return the columns of a name: one, or all with the same question above them."""
        return [each for each in self.columns if each.name == name] or [
            each for each in self.columns if each.heading == name
        ]

    def only(self, kept: Sequence[bool]) -> "Responses":
        """Return some of the responses."""
        columns = tuple(
            Column(each.letter, each.heading, each.below, _chosen(each.cells, kept)) for each in self.columns
        )
        return Responses(self.file, self.service, columns, _chosen(self.rows, kept))


def load(path: Path, heading_rows: int | None = None) -> tuple[Responses, list[str]]:
    """Read a file of responses, and tell all that is wrong with it, without a word of what stands in it.

    Raises OSError and CannotRead.
    """
    rows = reading.read(path)
    if not rows:
        raise reading.CannotRead("The file is empty. Export the responses again.")
    found = service(rows[0])
    count = heading_rows or _heading_rows(rows, found)
    headings, answers = rows[:count], list(enumerate(rows[count:], start=count + 1))
    answers = [(number, row) for number, row in answers if any(row)]
    width = reading.widest(headings)
    faults = [*_faulty_headings(path.name, headings[0], answers), *_faulty_rows(path.name, answers, width)]
    cells = [[_answer(found, cell) for cell in (*row, *[""] * width)[:width]] for _, row in answers]
    columns = [
        Column(get_column_letter(number), heading, below, tuple(row[number - 1] for row in cells))
        for number, (heading, below) in enumerate(_named(headings, width), start=1)
    ]
    kept = tuple(each for each in columns if each.name or any(each.cells))
    responses = Responses(path.name, found, kept, tuple(number for number, _ in answers))
    return responses, [*faults, *_without_heading(responses), *_twice(responses)]


def _chosen(values: Sequence[_T], kept: Sequence[bool]) -> tuple[_T, ...]:
    return tuple(value for value, is_kept in zip(values, kept, strict=True) if is_kept)


def _heading_rows(rows: reading.Rows, found: Service) -> int:
    """Return how many rows of headings there are: the first, and those with nothing where every response has something.

    A response must never be taken for a heading, so several columns have to agree on that.
    """
    about = {heading.lower(): number for number, heading in enumerate(rows[0]) if heading.lower() in found.besides}
    if not found.headed_by_blanks or len(about) < _AGREEING:
        return 1
    filled = (
        any(number < len(row) and row[number] for number in about.values()) for row in rows[1 : _MOST_HEADINGS + 1]
    )
    return next((number for number, is_response in enumerate(filled, start=1) if is_response), 1)


def _answer(found: Service, cell: str) -> str:
    return "" if cell in found.no_answer else cell.replace(_APOSTROPHE, "'")


def _named(headings: reading.Rows, width: int) -> list[tuple[str, str]]:
    """Return heading and what stands below it for each column, no pair of them twice."""
    pairs, above = [], ""
    lines = [[cell.replace(_APOSTROPHE, "'") for cell in (*row, *[""] * width)[:width]] for row in headings]
    for first, *others in zip_longest(*lines, fillvalue=""):
        above = first or (above if len(lines) > 1 else "")
        below = " | ".join(each for each in others if each and each != above)
        pairs.append((above, below))
    seen = Counter[tuple[str, str]]()
    named = []
    for above, below in pairs:
        seen[above, below] += 1
        number = seen[above, below]
        named.append((f"{above} ({number})" if number > 1 and above else above, below))
    return named


def _faulty_headings(file: str, first: Sequence[str], answers: Sequence[tuple[int, Sequence[str]]]) -> list[str]:
    """Tell of cells in the first row that are answers; where there is one, the headings are missing."""
    below = {(number, cell) for _, row in answers for number, cell in enumerate(row, start=1)}
    wrong = [
        get_column_letter(number)
        for number, cell in enumerate(first, start=1)
        if cell and (is_telling(cell) or _NO_HEADING.match(cell) or (number, cell) in below)
    ]
    message = "This is no name of a column. The first row has to hold the questions: export the file with headings."
    return [f"{file}!{letter}1: {message}" for letter in wrong]


def _faulty_rows(file: str, answers: Sequence[tuple[int, Sequence[str]]], width: int) -> list[str]:
    message = "This row has more cells than there are headings. A quotation mark may be missing: export it again."
    letter = get_column_letter(width + 1)
    return [f"{file}!{letter}{number}: {message}" for number, row in answers if reading.widest([row]) > width]


def _without_heading(responses: Responses) -> list[str]:
    message = "This column has answers and no heading. Write one above it."
    return [f"{responses.place(each)}: {message}" for each in responses.columns if not each.name]


def _twice(responses: Responses) -> list[str]:
    """Tell of responses with the number of an earlier one, as when two exports were put together."""
    faults: list[str] = []
    ids = [each for each in responses.columns if each.heading.lower() in {"id", "userid", "respondent id"}]
    for column in ids[:1]:
        seen: dict[str, int] = {}
        for position, cell in enumerate(column.cells):
            if cell in seen:
                message = f"This response is here twice, in row {seen[cell]} too. Remove one."
                faults.append(f"{responses.place(column, position)}: {message}")
            elif cell:
                seen[cell] = responses.rows[position]
    return faults
