"""What an author says about each column of a file of responses."""

import re
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    model_validator,
)

from user_engagement import messages, yaml_source
from user_engagement.model.day import Day
from user_engagement.model.entry import Id
from user_engagement.model.scalar import mistake
from user_engagement.model.survey import Sampling
from user_engagement.model.text import Line, Text
from user_engagement.problems import Problem

Kind = Literal["choice", "multiple", "scale", "number", "free text", "ignore"]
Order = Literal["day first", "month first", "year first"]

THRESHOLD = 10
_LOWEST, _HIGHEST = 3, 100
_LINE: TypeAdapter[Any] = TypeAdapter(Line)

COUNTED = ("choice", "multiple", "scale", "number")


def _threshold(value: Any) -> Any:
    if str(value).isdecimal() and _LOWEST <= int(value) <= _HIGHEST:
        return int(value)
    raise mistake("not-a-number", f"Write a whole number from {_LOWEST} to {_HIGHEST}.")


def _whole(value: Any) -> Any:
    if re.fullmatch(r"-?[0-9]{1,9}", str(value)):
        return int(value)
    raise mistake("not-a-number", "Write a whole number.")


_Whole = Annotated[int, BeforeValidator(_whole)]


class _Fields(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class AnswerAs(_Fields):
    """An answer as it is to be shown, and what it is in the file."""

    wording: Line
    """The answer, as it is shown and as it stands in the file."""

    also: tuple[Line, ...] = ()
    """What stands in the file for the same answer."""

    least: _Whole | None = None
    """Of numbers: the lowest that belongs here."""

    most: _Whole | None = None
    """Of numbers: the highest that belongs here."""

    off_scale: bool = False
    """Whether it is no step of the scale."""


def _answer(value: Any) -> Any:
    return {"wording": value} if isinstance(value, str) else value


class AskedIf(_Fields):
    """Answers to an earlier question, after which alone a question was asked."""

    column: str
    """The heading of the earlier question."""

    answers: tuple[Line, ...]
    """The answers, as they are shown."""


class QuestionAs(_Fields):
    """What a column is, or several with one question above them."""

    column: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
    """The heading of the column."""

    kind: Kind
    """How it was answered, or that it is not counted."""

    wording: Line | None = None
    """The question as it is to be shown. The heading if left out."""

    answers: tuple[Annotated[AnswerAs, BeforeValidator(_answer)], ...] = ()
    """The answers, in the order to show them in. No other words from the file are ever shown."""

    other: Line | None = None
    """What to call all answers that are not listed, as those that people wrote themselves."""

    asked_of: Line | None = None
    """Who was asked, where not all were."""

    asked_if: AskedIf | None = None
    """After which answers to an earlier question it was asked, if only after some."""

    note: Text | None = None
    """What to know about this question."""

    @model_validator(mode="after")
    def _lists_answers(self) -> "QuestionAs":
        wordings = [*(each.wording for each in self.answers), *([self.other] if self.other else [])]
        if self.kind in COUNTED and not self.answers:
            raise mistake("missing-field", "List the answers of this question in “answers”, in their order.")
        if len(set(wordings)) < len(wordings):
            raise mistake("duplicate-id", "An answer is listed twice here. Remove one.")
        return self


class SurveyAs(_Fields):
    """A mapping: what the survey is, and what each column of its responses is."""

    statement: Id | None = None
    """The id of the statement to which it belongs."""

    activity: Id = "survey-of-users"
    """The id of the activity that is drafted."""

    title: Line = "Survey of users"
    """What it is called."""

    opened: Day | None = None
    """The first day whose responses count."""

    closes: Day | None = None
    """The last day whose responses count."""

    dates: Order | None = None
    """How days are written in the file, where that cannot be told."""

    sampling: Sampling = "not known"
    """How those who answered came to be asked."""

    threshold: Annotated[int, BeforeValidator(_threshold)] = THRESHOLD
    """Numbers below this are not shown."""

    separator: str | None = Field(None, min_length=1)
    """What stands between answers of which somebody chose several."""

    heading_rows: int | None = Field(None, ge=1, le=100)
    """How many rows there are above the responses."""

    questions: tuple[QuestionAs, ...]
    """What each column is."""


def is_line(text: str) -> bool:
    """Say whether a text can be shown as a question or an answer."""
    try:
        _LINE.validate_python(text)
    except ValidationError:
        return False
    return True


def load(content: bytes, file: str) -> tuple[SurveyAs | None, tuple[Problem, ...]]:
    """Read a mapping and tell all that is wrong with it, by line; `file` is its name in messages."""
    document = yaml_source.parse(content, file)
    if document.problems:
        return None, tuple(document.problems)
    try:
        return SurveyAs.model_validate(document.value), ()
    except ValidationError as error:
        found = messages.problems(error.errors(include_url=False), document, (), SurveyAs)
        return None, tuple(sorted(found))


def places(content: bytes, file: str) -> list[str]:
    """Return where each question of a mapping stands."""
    document = yaml_source.parse(content, file)
    return [str(document.place(("questions", number))) for number in range(len(document.value["questions"]))]
