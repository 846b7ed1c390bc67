"""How satisfied users were, seen over several reviews."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from user_engagement.charts import Lines, lines
from user_engagement.charts.amounts import unit
from user_engagement.model import Review
from user_engagement.model.quantity import Quantity
from user_engagement.model.review import Satisfaction
from user_engagement.queries.state import is_withdrawn


class Trend(NamedTuple):
    """Satisfaction with one thing, from review to review, and how it is drawn; "overall" is with everything."""

    dimension: str
    told: list[tuple[Review, Satisfaction]]
    drawn: Lines


def satisfaction_over_time(reviews: Iterable[Review], as_at: date) -> list[Trend]:
    """Return what several reviews tell of satisfaction with the same thing, where that can be compared."""
    found: dict[str, list[tuple[Review, Satisfaction]]] = {}
    for review in sorted(reviews, key=lambda each: each.reviewed):
        for told in () if is_withdrawn(review, as_at) else review.satisfaction:
            found.setdefault(told.dimension or "overall", []).append((review, told))
    drawn = [(dimension, told, _drawn(told)) for dimension, told in found.items()]
    return [Trend(dimension, told, together) for dimension, told, together in drawn if together]


def _drawn(told: Sequence[tuple[Review, Satisfaction]]) -> Lines | None:
    amounts = [_out_of_base(each) for _, each in told]
    is_share = (unit(amounts) or "").startswith("%")
    return (
        lines([(review.reviewed, amount) for (review, _), amount in zip(told, amounts, strict=True)])
        if is_share
        else None
    )


def _out_of_base(told: Satisfaction) -> Quantity:
    """Return how many are satisfied, of how many: a number of people says nothing when others were asked before."""
    amount, base = told.amount, told.base
    if base is None or amount.number is None or amount.percent or amount.base is not None:
        return amount
    return replace(amount, base=base.number, base_unit=base.unit)
