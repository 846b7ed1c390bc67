"""Bars below one another, each from zero, with a mark where the target is."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from user_engagement.charts.amounts import WHOLE, lengths, place
from user_engagement.model.quantity import Quantity

FEWEST_WORDS, FEWEST = 3, 10
"""Counts are worth a chart where there are so many kinds, and so many in all."""


class Bar(NamedTuple):
    """A bar: where its row ends, and how long it is; None where no number is known."""

    bottom: Decimal
    length: Decimal | None


class Bars(NamedTuple):
    """Bars in rows of one height, the target, and the positions of the longest, the shortest and the missing bars."""

    rows: tuple[Bar, ...]
    target: Decimal | None
    longest: tuple[int, ...]
    shortest: tuple[int, ...]
    unknown: tuple[int, ...]


def bars(amounts: Sequence[Quantity], target: Quantity | None = None) -> Bars | None:
    """Return bars for amounts; a target has the last row. None where there is nothing to compare."""
    *drawn, goal = lengths([*amounts, target or Quantity(None)])
    known = [length for length in drawn if length is not None]
    if not known:
        return None
    height = WHOLE / (len(amounts) + (target is not None))
    return Bars(
        tuple(
            Bar(place(height * number), None if length is None else place(length))
            for number, length in enumerate(drawn, start=1)
        ),
        None if goal is None else place(goal),
        _where(drawn, max(known)),
        _where(drawn, min(known)),
        _where(drawn, None),
    )


def counted(pairs: Sequence[tuple[str, int]]) -> Bars | None:
    """Return bars for how many there are of each word. None where so few are read faster than drawn."""
    if len(pairs) < FEWEST_WORDS or sum(number for _, number in pairs) < FEWEST:
        return None
    return bars([Quantity(Decimal(number)) for _, number in pairs])


def _where(drawn: Sequence[Decimal | None], length: Decimal | None) -> tuple[int, ...]:
    return tuple(position for position, each in enumerate(drawn) if each == length)
