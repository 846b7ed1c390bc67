"""Amounts by the day they are from, joined by lines; a line breaks where a number is not known."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Literal, NamedTuple

from user_engagement.charts.amounts import WHOLE, lengths, place, room, short
from user_engagement.model.quantity import Quantity

LEFT, RIGHT = Decimal(2), Decimal(98)
TOP, BOTTOM = Decimal(25), Decimal(95)
"""Between these stand the dots; text has its place above."""

LINE = Decimal(20)
"""How high a line of text is."""

Anchor = Literal["start", "middle", "end"]


class Dot(NamedTuple):
    """An amount on its day, and its text from, around or up to there; `y` is None where no number is known."""

    x: Decimal
    y: Decimal | None
    text: str
    anchor: Anchor


class Join(NamedTuple):
    """A line from one dot to the next."""

    start: Dot
    end: Dot


class Lines(NamedTuple):
    """Dots by date, the lines between those that follow each other, where zero is and where the most is."""

    dots: tuple[Dot, ...]
    joins: tuple[Join, ...]
    zero: Decimal = BOTTOM
    top: Decimal = TOP


def lines(points: Sequence[tuple[date, Quantity]]) -> Lines | None:
    """Return amounts, given by date, as dots and lines. None where there is nothing to compare."""
    days = [day for day, _ in points]
    heights = lengths([amount for _, amount in points])
    if len(set(days)) < len(days) or not any(height is not None for height in heights):
        return None
    span = Decimal((days[-1] - days[0]).days)
    places = [place(LEFT + (RIGHT - LEFT) * (day - days[0]).days / span) for day in days]
    levels = [None if height is None else place(BOTTOM - (BOTTOM - TOP) * height / WHOLE) for height in heights]
    dots = _apart(
        [Dot(x, y, short(amount), _anchor(x)) for x, y, (_, amount) in zip(places, levels, points, strict=True)]
    )
    return Lines(dots, tuple(Join(*pair) for pair in pairwise(dots) if None not in (pair[0].y, pair[1].y)))


def _anchor(x: Decimal) -> Anchor:
    return "start" if x == LEFT else "end" if x == RIGHT else "middle"


def box(dot: Dot) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    """Return where the text of a dot begins and ends at most: from left to right, from top to bottom."""
    width, y = room(dot.text), BOTTOM if dot.y is None else dot.y
    start = {"start": dot.x, "middle": dot.x - width / 2, "end": dot.x - width}[dot.anchor]
    return start, start + width, y - LINE, y


def touch(one: Dot, other: Dot) -> bool:
    """Say whether the texts of two dots would touch."""
    left, right, top, bottom = box(one)
    other_left, other_right, other_top, other_bottom = box(other)
    return left < other_right and other_left < right and top < other_bottom and other_top < bottom


def _apart(dots: Sequence[Dot]) -> tuple[Dot, ...]:
    """Return dots without the texts that would touch another: the last stays, then those in place of a number."""
    kept: list[Dot] = []
    for dot in sorted(dots, key=lambda dot: (dot.x != RIGHT, dot.y is not None)):
        if box(dot)[0] >= 0 and box(dot)[1] <= WHOLE and not any(touch(dot, other) for other in kept):
            kept.append(dot)
    return tuple(dot if dot in kept else dot._replace(text="") for dot in dots)
