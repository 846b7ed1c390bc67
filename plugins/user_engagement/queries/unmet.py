"""What users need and do not get, by what stands in the way and by statistic."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import TypeVar, get_args

from user_engagement.model import Catalogue, Entry, Need, Statistic
from user_engagement.model.need import Constraint
from user_engagement.queries.participation import going_on
from user_engagement.queries.state import met, met_terms

NO_CONSTRAINT = "nothing named"
NO_STATISTIC = "no one statistic"

E = TypeVar("E", bound=Entry)

Placed = tuple[str, Need]
"""A need with the word or the statistic's address under which it is listed."""


def unmet(catalogue: Catalogue, as_at: date) -> list[Need]:
    """Return the needs that are not met, or only in part, and the gaps of which nobody knows whether they are."""
    states = {"not met", "partly met"}
    needs = going_on(catalogue, catalogue.all(Need), as_at)
    return [need for need in needs if met(need, as_at) in states or (need.gap and met(need, as_at) == "not known")]


def by_constraint(needs: Iterable[Need], as_at: date) -> list[Placed]:
    """Return needs under what stands in their way on a day, in the order of the documentation."""
    order = (*get_args(Constraint), NO_CONSTRAINT)
    placed = [(met_terms(need, as_at).constraint or NO_CONSTRAINT, need) for need in needs]
    return sorted(placed, key=lambda pair: order.index(pair[0]))


def by_statistic(catalogue: Catalogue, needs: Iterable[Need]) -> list[Placed]:
    """Return needs under each statistic they are of, in the order in which statistics are written."""
    order = [*(statistic.key for statistic in catalogue.all(Statistic)), NO_STATISTIC]
    positions = {key: position for position, key in enumerate(order)}
    placed = [(str(key), need) for need in needs for key in need.statistics or (NO_STATISTIC,)]
    return sorted(placed, key=lambda pair: positions[pair[0]])


def under_headings(placed: Iterable[tuple[str, E]]) -> list[tuple[str, list[E]]]:
    """Return each word or address with the entries under it; what belongs together stands together already."""
    return [(heading, [entry for _, entry in group]) for heading, group in groupby(placed, key=lambda pair: pair[0])]
