"""What can stand in one chart: amounts of one unit, or shares of wholes."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from user_engagement.model.quantity import Quantity

WHOLE = Decimal(100)

NARROWEST = Decimal(17)
"""How many times the size of its text a chart is wide on the narrowest screen: 320 px."""

LETTER = Decimal("0.7")
"""How wide a letter is at most, in sizes of text, with the spacing that readers may set."""


def share(amount: Quantity) -> Decimal | None:
    """Return an amount in hundredths of its whole, where it is a percentage or the whole is known."""
    if amount.number is None or amount.percent:
        return amount.number
    return WHOLE * amount.number / amount.base if amount.base else None


def unit(amounts: Sequence[Quantity]) -> str | None:
    """Return what all these amounts count, None where that differs or no number is known; "%" of shares."""
    known = [amount for amount in amounts if amount.number is not None]
    shares = {share(amount) is not None for amount in known}
    if len(shares) != 1:
        return None
    is_share = shares == {True}
    named = {(amount.base_unit or amount.unit if is_share else amount.unit).removesuffix("s") for amount in known}
    named -= {""} if is_share else set()
    if len(named) > 1:
        return None
    return " ".join(("%" if is_share else "", *named)).strip()


def comparable(amounts: Sequence[Quantity]) -> list[Decimal | None]:
    """Return the number of each amount for one chart, None where there is none, and everywhere where units differ."""
    counted = unit(amounts)
    if counted is None:
        return [None] * len(amounts)
    return [share(amount) if counted.startswith("%") else amount.number for amount in amounts]


def lengths(amounts: Sequence[Quantity]) -> list[Decimal | None]:
    """Return each number from zero, in hundredths of the whole for shares, else of the highest number.

    There are none where fewer than 2 numbers are known: one compares nothing.
    """
    numbers = comparable(amounts)
    known = [number for number in numbers if number is not None]
    longest = max([*known, *([WHOLE] if (unit(amounts) or "").startswith("%") else [])], default=0)
    if len(known) < 2 or not longest:  # noqa: PLR2004
        return [None] * len(amounts)
    return [None if number is None else WHOLE * number / longest for number in numbers]


def short(amount: Quantity) -> str:
    """Write an amount without what it counts: about 40%, 9 of 12, [c]."""
    base = None if amount.percent else amount.base
    return str(replace(amount, unit="", base=base, base_unit=""))


def room(text: str) -> Decimal:
    """Return how wide a short text is at most, in hundredths of the width of a chart on the narrowest screen."""
    return WHOLE * LETTER * len(text) / NARROWEST


def place(number: Decimal) -> Decimal:
    """Round to what a chart needs, so that the same numbers are always written the same."""
    return round(number, 1)
