"""Answers on scales: one stacked bar a question, all of them in line at the middle of the scale."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from user_engagement.charts.amounts import WHOLE, comparable, place, room, short
from user_engagement.model.quantity import Quantity

STEPS = {
    3: ("first", "middle", "last"),
    4: ("first", "second", "before-last", "last"),
    5: ("first", "second", "middle", "before-last", "last"),
}
"""How the steps of a scale are drawn, by how many there are. With more, nobody could tell them apart."""


class Segment(NamedTuple):
    """A part of a bar: which step of the scale, where it starts, how wide it is, what stands below its middle."""

    step: str
    start: Decimal
    width: Decimal
    middle: Decimal
    text: str


class Row(NamedTuple):
    """The bar of a question: its parts, and the positions of the answers that most gave."""

    segments: tuple[Segment, ...]
    most: tuple[int, ...]


class Diverging(NamedTuple):
    """Stacked bars below one another, and where the middle of the scale is."""

    steps: tuple[str, ...]
    middle: Decimal
    rows: tuple[Row, ...]


def diverging(questions: Sequence[Sequence[Quantity]]) -> Diverging | None:
    """Return the answers to each question as a bar. None where a number is missing, or they cannot be compared."""
    sizes = {len(answers) for answers in questions}
    steps = STEPS.get(sizes.pop(), ()) if len(sizes) == 1 else ()
    numbers = iter(comparable([amount for answers in questions for amount in answers]))
    rows = [
        [number for _, number in zip(answers, numbers, strict=False) if number is not None] for answers in questions
    ]
    if not steps or any(len(row) != len(steps) for row in rows) or not all(map(sum, rows)):
        return None
    left = max(map(_left, rows))
    whole = left + max(sum(row) - _left(row) for row in rows)
    return Diverging(
        steps,
        place(WHOLE * left / whole),
        tuple(
            Row(
                tuple(_segments(steps, row, answers, left - _left(row), whole)),
                tuple(position for position, each in enumerate(row) if each == max(row)),
            )
            for row, answers in zip(rows, questions, strict=True)
        ),
    )


def _left(row: Sequence[Decimal]) -> Decimal:
    """Return how much of a row is left of the middle of the scale; half of the middle answer is."""
    half, odd = divmod(len(row), 2)
    return sum(row[:half], Decimal(0)) + (row[half] / 2 if odd else 0)


def _segments(
    steps: Sequence[str], row: Sequence[Decimal], answers: Sequence[Quantity], start: Decimal, whole: Decimal
) -> list[Segment]:
    ends = [place(WHOLE * end / whole) for end in accumulate([start, *row])]
    return [
        Segment(step, begin, end - begin, place((begin + end) / 2), _fitting(short(answer), end - begin))
        for step, answer, begin, end in zip(steps, answers, ends, ends[1:], strict=False)
    ]


def _fitting(text: str, width: Decimal) -> str:
    return text if room(text) <= width else ""
