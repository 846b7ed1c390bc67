"""Results of surveys can be judged: percentages have a base, and add up where they should."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from user_engagement.checks.finding import Finding
from user_engagement.model import Activity, Catalogue
from user_engagement.model.entry import Trail
from user_engagement.model.quantity import Quantity
from user_engagement.model.survey import Question

ROUNDED_BY = Decimal("0.5")
"""How far rounding to whole percentages can take each answer from the truth."""


def percentages_of_answers_have_a_base(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every question with answers in percentages that does not say how many answered it."""
    for activity, trail, question in _questions(catalogue):
        own = (amount for amount in _amounts(question) if amount.percent and amount.base is None)
        if not _base(activity, question) and any(own):
            message = "The answers are percentages. Say in “base” how many answered, for example “58 respondents”."
            yield Finding(activity, trail, "answers-without-base", message, "warning")


def single_answers_add_up(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every question with one answer each, given in percentages, that do not add up to about 100.

    Where a symbol stands in place of a number, the others may add up to less.
    """
    for activity, trail, question in _questions(catalogue):
        amounts = _amounts(question)
        shares = [amount.number for amount in amounts if amount.percent and amount.number is not None]
        is_whole = len(shares) == len(amounts)
        if question.kind == "single" and shares and not _adds_up(shares, is_whole=is_whole):
            message = (
                f"The answers add up to {sum(shares):f}%, but everybody gave one answer. "
                "Check the figures, add what is missing, or write “kind: multiple”."
            )
            yield Finding(activity, (*trail, "answers"), "answers-do-not-add-up", message, "warning")


def _questions(catalogue: Catalogue) -> Iterator[tuple[Activity, Trail, Question]]:
    for activity in catalogue.all(Activity):
        for position, question in enumerate(activity.survey.questions if activity.survey else ()):
            yield activity, ("survey", "questions", position), question


def _base(activity: Activity, question: Question) -> Quantity | None:
    return question.base or (activity.survey.base if activity.survey else None)


def _amounts(question: Question) -> list[Quantity]:
    return [answer.amount for answer in question.answers]


def _adds_up(shares: list[Decimal], *, is_whole: bool) -> bool:
    rounding = max(Decimal(1), ROUNDED_BY * len(shares))
    return sum(shares) <= 100 + rounding and (not is_whole or sum(shares) >= 100 - rounding)
