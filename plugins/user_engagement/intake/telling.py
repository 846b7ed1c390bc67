"""What an author is told on the way: where things stand, never what stands there."""

from collections.abc import Iterable

from user_engagement.intake.fitting import free_text
from user_engagement.intake.guessing import Fields
from user_engagement.intake.intake import Draft, Intake
from user_engagement.intake.mapping import SurveyAs
from user_engagement.intake.responses import Column
from user_engagement.intake.services import is_personal
from user_engagement.writing import snippets

_ABOUT_MAPPING = (
    "Save this, change what is not right, and give it with --mapping.",
    "kind: choice, multiple, scale, number, free text or ignore. List answers in the order to show them in.",
    "Answers that few gave are not listed here, since people may have written them: add those of your questionnaire.",
)
_ABOUT_STATEMENT = "statement: id-of-the-statement"


def about(intake: Intake) -> list[str]:
    """Tell what was read, what is left out, and where people wrote something."""
    found = intake.responses
    lines = [f"Read {_count(intake.before, 'response')} of {found.service.name} in {found.file}."]
    if left := intake.before - len(found.rows):
        lines.append(f"{_count(left, 'response')} of other days left out.")
    ignored = [
        column
        for question in intake.survey.questions
        if question.kind == "ignore"
        for column in found.named(question.column)
    ]
    personal = [each for each in ignored if is_personal(each.name, each.cells)]
    others = [each for each in ignored if each not in personal]
    lines += [f"Left out, since it can tell who answered: {_letters(personal)}."] * bool(personal)
    lines += [f"Left out: {_letters(others)}."] * bool(others)
    for _, column in free_text(found, intake.survey):
        wrote = sum(bool(cell) for cell in column.cells)
        lines.append(f"Free text in {_letters([column])}: {_count(wrote, 'text')}. Not in the draft.")
    return lines


def hidden(draft: Draft, survey: SurveyAs) -> list[str]:
    """Tell how many numbers are hidden."""
    rest = f"below {survey.threshold}, or others from which these could be worked out."
    return [f"{_count(draft.hidden, 'number')} hidden: {rest}"] * bool(draft.hidden)


def mapping(fields: Fields) -> str:
    """Return a mapping as YAML, with what to know about it above."""
    about = "".join(f"# {line}\n" for line in (*_ABOUT_MAPPING, _ABOUT_STATEMENT))
    return f"{about}{snippets.block(fields, 0)}\n"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'s' * (number != 1)}"


def _letters(columns: Iterable[Column]) -> str:
    letters = [column.letter for column in columns]
    return f"column{'s' * (len(letters) > 1)} {', '.join(letters)}"
