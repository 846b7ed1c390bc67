"""The results of a survey: what to bear in mind of them, and which of them belong together."""

from collections.abc import Iterable
from typing import NamedTuple

from user_engagement.charts import Diverging, diverging
from user_engagement.charts.amounts import unit
from user_engagement.model import Activity, Survey
from user_engagement.model.quantity import Quantity, Symbol
from user_engagement.model.survey import Answer, Question, Sampling

CAVEATS: dict[Sampling, str] = {
    "probability": (
        "People were chosen at random, so the results stand for all who could have been chosen, give or take a margin "
        "of error. The fewer answered, the wider the margin."
    ),
    "quota": (
        "People were chosen so that each kind was asked in a set number, not at random. "
        "How far the results hold for those who were not asked cannot be worked out."
    ),
    "all users": (
        "All known users were asked. Those who did not answer, and users we do not know, may think otherwise."
    ),
    "chosen by the team": "We chose whom to ask. Others may think otherwise.",
    "self-selected": (
        "Whoever wanted to could answer. The results say what those who answered think, and nothing about users who "
        "did not."
    ),
    "not known": "It is not known how people came to answer, so the results say only what those who answered think.",
}
"""What follows from how people came to be asked."""

SYMBOLS: dict[Symbol, str] = {
    "c": "not shown, so that nobody can be recognised",
    "x": "not available",
    "z": "not applicable",
    "u": "too uncertain to be shown",
    "low": "so low that it rounds to 0",
}
"""What the symbols of government data tables stand for."""


class Scale(NamedTuple):
    """Questions with the same steps to answer on, by their numbers, and how they are drawn."""

    questions: dict[int, Question]
    drawn: Diverging


def caveat(activity: Activity) -> str | None:
    """Return what to know about who answered: as it was written, or as it follows from the sampling."""
    sampling = activity.survey.sampling if activity.survey and activity.survey.questions else None
    return activity.caveat or (CAVEATS[sampling] if sampling else None)


def symbols(question: Question) -> list[tuple[Symbol, str]]:
    """Return the symbols that stand in place of numbers, each with what it stands for."""
    return explained([*(answer.amount for answer in question.answers), question.base])


def explained(amounts: Iterable[Quantity | None]) -> list[tuple[Symbol, str]]:
    """Return the symbols among amounts, each with what it stands for."""
    used = {amount.symbol for amount in amounts if amount}
    return [(symbol, words) for symbol, words in SYMBOLS.items() if symbol in used]


def steps(question: Question) -> list[Answer]:
    """Return the answers that are steps of the scale of a question, in their order."""
    return [answer for answer in question.answers if not answer.off_scale]


def scales(survey: Survey) -> dict[int, Scale]:
    """Return what questions answered on a scale are drawn in, by their numbers; several with the same steps in one."""
    found: dict[object, dict[int, Question]] = {}
    for number, question in enumerate(survey.questions, start=1):
        amounts = _amounts(question)
        if question.kind == "scale" and diverging([amounts]):
            wordings = tuple(step.wording for step in steps(question))
            found.setdefault((wordings, unit(amounts)), {})[number] = question
    drawn = [(group, diverging([_amounts(question) for question in group.values()])) for group in found.values()]
    return {number: Scale(group, together) for group, together in drawn if together for number in group}


def _amounts(question: Question) -> list[Quantity]:
    return [step.amount for step in steps(question)]
