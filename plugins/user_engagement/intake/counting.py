"""How many gave each answer. Of what people wrote, only answers that a mapping lists become words."""

from collections.abc import Sequence
from dataclasses import dataclass

from user_engagement.intake.mapping import COUNTED, AnswerAs, QuestionAs, SurveyAs
from user_engagement.intake.responses import Column, Responses
from user_engagement.model.survey import QuestionKind

_SEVERAL = "Here are several answers. If people could give several, write “kind: multiple” in the mapping."

_KINDS: dict[str, QuestionKind] = {"choice": "single", "multiple": "multiple", "scale": "scale", "number": "single"}

Given = tuple[frozenset[str], ...]
"""The answers of each response to a question, in the words of the mapping."""


@dataclass(frozen=True)
class Counted:
    """A question with the answers that each response gave."""

    question: QuestionAs
    given: Given
    kind: QuestionKind

    @property
    def base(self) -> int:
        """How many answered it."""
        return sum(bool(each) for each in self.given)

    @property
    def wordings(self) -> list[str]:
        """The answers in their order, the one for all others last, whether or not anybody gave them."""
        listed = [each.wording for each in self.question.answers]
        return [*listed, self.question.other] if self.question.other else listed

    def count(self, wording: str) -> int:
        """Return how many gave an answer."""
        return sum(wording in each for each in self.given)


def counted(responses: Responses, survey: SurveyAs) -> tuple[list[Counted], list[str]]:
    """Count the answers to every question that is to be counted; tell answers that are not listed, by cell."""
    found, faults = [], []
    separators = (survey.separator,) if survey.separator else responses.service.separators
    for question in survey.questions:
        if question.kind in COUNTED:
            given, wrong = _given(responses, question, separators)
            found.append(Counted(question, given, _KINDS[question.kind]))
            faults += wrong
    return found, faults


def _given(responses: Responses, question: QuestionAs, separators: Sequence[str]) -> tuple[Given, list[str]]:
    columns = responses.named(question.column)
    faults: list[str] = []
    rows: list[frozenset[str]] = []
    for position in range(len(responses.rows)):
        answers = set[str | None]()
        for column in columns:
            found = _answers(question, column, column.cells[position], separators, alone=len(columns) == 1)
            if None in found and not question.other:
                faults.append(f"{responses.place(column, position)}: {_unknown(question)}")
            answers |= found
        listed = {answer for answer in answers if answer}
        if len(listed) > 1 and question.kind != "multiple":
            faults.append(f"{responses.place(columns[0], position)}: {_SEVERAL}")
        has_other = question.other and None in answers and (question.kind == "multiple" or not listed)
        rows.append(frozenset({*listed, *([question.other] if has_other and question.other else [])}))
    return tuple(rows), faults


def _unknown(question: QuestionAs) -> str:
    if question.kind == "number":
        return "This is no number in one of the ranges of the mapping. Add a range, or “other” for all others."
    return "This is none of the answers in the mapping. Add it there, or “other” with a name for all others."


def _answers(
    question: QuestionAs, column: Column, cell: str, separators: Sequence[str], *, alone: bool
) -> set[str | None]:
    """Return the answers in a cell; None for what is not listed."""
    if not cell:
        return set()
    if question.kind == "number":
        return {_range(question.answers, cell)}
    words = {each: answer.wording for answer in question.answers for each in (answer.wording, *answer.also)}
    if question.kind != "multiple":
        return {words.get(cell)}
    if alone:
        return parted(cell, words, separators)
    return {words.get(column.below)}


def _range(answers: Sequence[AnswerAs], cell: str) -> str | None:
    try:
        number = float(cell)
    except ValueError:
        return next((each.wording for each in answers if cell in {each.wording, *each.also}), None)
    for each in answers:
        above = each.least is None or number >= each.least
        below = each.most is None or number <= each.most
        if above and below and (each.least, each.most) != (None, None):
            return each.wording
    return None


def parted(cell: str, words: dict[str, str], separators: Sequence[str]) -> set[str | None]:
    """Return the answers in a cell with several, which may have what separates them in themselves."""
    found = set[str | None]()
    separator = next((each for each in separators if each in cell), separators[0])
    parts = cell.split(separator)
    while parts:
        longest = (length for length in range(len(parts), 0, -1) if _joined(parts, length, separator) in words)
        length = next(longest, 0)
        if length:
            found.add(words[_joined(parts, length, separator)])
        elif parts[0].strip():
            found.add(None)
        parts = parts[max(length, 1) :]
    return found


def _joined(parts: Sequence[str], length: int, separator: str) -> str:
    return separator.join(parts[:length]).strip()
