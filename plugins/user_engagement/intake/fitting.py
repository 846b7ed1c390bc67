"""Whether a mapping and a file of responses belong together."""

from collections.abc import Sequence

from user_engagement.intake import dates
from user_engagement.intake.mapping import QuestionAs, SurveyAs, is_line
from user_engagement.intake.responses import Column, Responses

_NOT_EARLIER = "No question further up has this heading and these answers. Write them as they stand there."


def faults(responses: Responses, survey: SurveyAs, places: Sequence[str]) -> list[str]:
    """Tell columns that only one of the two has, and those that are mapped twice.

    `places` says where each question of the mapping stands.
    """
    found, taken = [], set[str]()
    for question, place in zip(survey.questions, places, strict=True):
        columns = responses.named(question.column)
        if not columns:
            found.append(f"{place}: column: There is no column with this heading in {responses.file}.")
        if any(column.letter in taken for column in columns):
            found.append(f"{place}: column: This column is already in the mapping, further up. Remove one.")
        found += [f"{place}: asked_if: {_NOT_EARLIER}"] * _is_not_earlier(question, survey)
        taken |= {column.letter for column in columns}
    message = "This column is not in the mapping. Add it; write “kind: ignore” if it is not to be counted."
    found += [f"{responses.place(each)}: {message}" for each in responses.columns if each.letter not in taken]
    return found


def _is_not_earlier(question: QuestionAs, survey: SurveyAs) -> bool:
    """Say whether a question was asked after answers that no earlier question has."""
    condition = question.asked_if
    earlier = survey.questions[: survey.questions.index(question)]
    before = next((each for each in earlier if condition and each.column == condition.column), None)
    known = {*(each.wording for each in before.answers), before.other} if before else set()
    return condition is not None and not {*condition.answers} <= known


def unshowable(responses: Responses, survey: SurveyAs) -> list[str]:
    """Tell headings that are to be shown and cannot be."""
    message = "This heading is too long to be shown. Say in “wording” of the mapping how to put the question."
    shown = [each for each in survey.questions if each.kind != "ignore" and not each.wording]
    return [
        f"{responses.place(columns[0])}: {message}"
        for each in shown
        if not is_line(each.column) and (columns := responses.named(each.column))
    ]


def in_time(responses: Responses, survey: SurveyAs) -> tuple[Responses, list[str]]:
    """Return the responses of the days that count, and tell where a day cannot be read."""
    column = answered(responses)
    if column is None or not (survey.opened or survey.closes):
        return responses, []
    in_order = survey.dates or dates.order(column.cells)
    if in_order is None:
        message = "It cannot be told what is day and what is month here. Write “dates: day first” or “month first”."
        return responses, [f"{responses.place(column)}: {message}"]
    days = [dates.day(cell, in_order) for cell in column.cells]
    message = f"This cannot be read as a date, {in_order}. Mend it, or “dates” in the mapping."
    wrong = [f"{responses.place(column, number)}: {message}" for number, day in enumerate(days) if day is None]
    kept = [
        day is not None
        and (survey.opened is None or day >= survey.opened)
        and (survey.closes is None or day <= survey.closes)
        for day in days
    ]
    return responses.only(kept), wrong


def answered(responses: Responses) -> Column | None:
    """Return the column that says when somebody answered, where the service is known."""
    return next((each for each in responses.columns if each.heading.lower() == responses.service.answered), None)


def free_text(responses: Responses, survey: SurveyAs) -> list[tuple[QuestionAs, Column]]:
    """Return the columns in which people wrote what they liked."""
    return [
        (question, column)
        for question in survey.questions
        if question.kind == "free text"
        for column in responses.named(question.column)
    ]
