"""What to bear in mind of the results of a survey."""

from decimal import Decimal

from user_engagement.model import Activity
from user_engagement.model.quantity import Quantity, Symbol
from user_engagement.model.survey import Question, Sampling

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

_LOW = Decimal(0)


def caveat(activity: Activity) -> str | None:
    """Return what to know about who answered: as it was written, or as it follows from the sampling."""
    sampling = activity.survey.sampling if activity.survey and activity.survey.questions else None
    return activity.caveat or (CAVEATS[sampling] if sampling else None)


def symbols(question: Question) -> list[tuple[Symbol, str]]:
    """Return the symbols that stand in place of numbers, each with what it stands for."""
    amounts = [answer.amount for answer in question.answers] + [question.base or Quantity(None)]
    used = {amount.symbol for amount in amounts}
    return [(symbol, words) for symbol, words in SYMBOLS.items() if symbol in used]


def bars(question: Question) -> list[Decimal | None]:
    """Return the length of the bar of each answer: in hundredths of all for percentages, else of the highest number.

    An answer without a number has none. No answer has one where units differ or fewer than two numbers are known.
    """
    amounts = [answer.amount for answer in question.answers]
    lengths = [_LOW if amount.symbol == "low" else amount.number for amount in amounts]
    known = [length for length in lengths if length is not None]
    units = {(amount.percent, amount.unit) for amount in amounts if amount.number is not None}
    whole = Decimal(100) if amounts and any(amount.percent for amount in amounts) else max(known, default=_LOW)
    if len(known) < 2 or len(units) > 1 or not whole:  # noqa: PLR2004 - one bar compares nothing
        return [None] * len(amounts)
    return [None if length is None else round(100 * length / whole, 1) for length in lengths]
