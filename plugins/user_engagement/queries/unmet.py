"""What users need and do not get, by what stands in the way and by statistic."""

from collections.abc import Iterable, Sequence
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
    needs = going_on(catalogue, catalogue.all(Need), as_at)
    return [need for need in needs if _is_unmet(need, as_at)]


def same_needs(catalogue: Catalogue, need: Need) -> list[Need]:
    """Return the needs of other statements that are said to be the same as one, by this or that side, or by others."""
    found, waiting = {need.key: need}, [need]
    while waiting:
        each = waiting.pop()
        named = [same for ref in each.same_as if isinstance(same := catalogue.find(ref), Need)]
        naming = [other for other in catalogue.referring_to(each, Need) if each.key in other.same_as]
        new = {other.key: other for other in (*named, *naming) if other.key not in found}
        found |= new
        waiting += new.values()
    return [found[key] for key in sorted(found) if key != need.key]


def once(catalogue: Catalogue, needs: Iterable[Need]) -> list[list[Need]]:
    """Group needs that are the same, in their order, so that what many teams state is counted and told once."""
    rest = {need.key: need for need in needs}
    groups = []
    while rest:
        first = rest.pop(next(iter(rest)))
        groups.append([first, *(rest.pop(each.key) for each in same_needs(catalogue, first) if each.key in rest)])
    return groups


def by_constraint(groups: Iterable[Sequence[Need]], as_at: date) -> list[Placed]:
    """Return the first need of each group under what stands in the group's way, in the order of the documentation."""
    order = (*get_args(Constraint), NO_CONSTRAINT)
    placed = [(_constraint(group, as_at), group[0]) for group in groups]
    return sorted(placed, key=lambda pair: order.index(pair[0]))


def by_statistic(catalogue: Catalogue, groups: Iterable[Sequence[Need]]) -> list[Placed]:
    """Return the first need of each group under each statistic that one of them is of, in the order of statistics."""
    order = [*(statistic.key for statistic in catalogue.all(Statistic)), NO_STATISTIC]
    positions = {key: position for position, key in enumerate(order)}
    placed = [(key, group[0]) for group in groups for key in _statistics(group) or (NO_STATISTIC,)]
    return sorted(placed, key=lambda pair: positions[pair[0]])


def under_headings(placed: Iterable[tuple[str, E]]) -> list[tuple[str, list[E]]]:
    """Return each word or address with the entries under it; what belongs together stands together already."""
    return [(heading, [entry for _, entry in group]) for heading, group in groupby(placed, key=lambda pair: pair[0])]


def _constraint(group: Iterable[Need], as_at: date) -> str:
    named = (met_terms(need, as_at).constraint for need in group)
    return next((constraint for constraint in named if constraint), NO_CONSTRAINT)


def _statistics(group: Iterable[Need]) -> list[str]:
    return list(dict.fromkeys(str(key) for need in group for key in need.statistics))


def _is_unmet(need: Need, as_at: date) -> bool:
    how_far = met(need, as_at)
    return how_far in ("not met", "partly met") or (need.gap is not None and how_far == "not known")
