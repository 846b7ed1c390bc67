"""How planned changes stand on a day: open for views, coming, done, or not told."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from user_engagement.model import Catalogue, PlannedChange, UserGroup
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.planned_change import ChangeState, Course, Effect, PlannedChangeStep
from user_engagement.queries.relations import illustration
from user_engagement.queries.state import changes, current, is_withdrawn
from user_engagement.queries.voices import ILLUSTRATED

ChangeStanding = Literal[ChangeState, "views closed", "withdrawn"]

DECIDED = ("confirmed", "done", "dropped")
_SETTLED = ("done", "dropped", "withdrawn")


def change_state(catalogue: Catalogue, change: PlannedChange, as_at: date) -> ChangeStanding:
    """Say how a change stands. Views are closed once their last day has passed, whatever was written."""
    state: ChangeState = current(change, "state", as_at)
    around = (change, catalogue.get("statements", change.statement_id))
    ended = any(each and is_withdrawn(each, as_at) for each in around)
    if state in _SETTLED or ended:
        return state if state in _SETTLED else "withdrawn"
    closes = views_close(change, as_at)
    return "views closed" if state == "open for views" and closes and closes < as_at else state


def views_close(change: PlannedChange, as_at: date) -> date | None:
    """Return the last day for views, after all moves."""
    day: date | None = current(change, "views_close", as_at)
    return day


def effective(change: PlannedChange, as_at: date) -> FuzzyDate | None:
    """Return from when a change applies, after all moves."""
    when: FuzzyDate | None = current(change, "effective", as_at)
    return when


def course(change: PlannedChange, as_at: date) -> Course | None:
    """Say what is to become of the statistics, as last proposed or decided."""
    word: Course | None = current(change, "course", as_at)
    return word


def is_open_for_views(catalogue: Catalogue, change: PlannedChange, as_at: date) -> bool:
    """Say whether users can have a say on this day; the last day is one on which they can."""
    return change_state(catalogue, change, as_at) == "open for views"


def changes_open_for_views(catalogue: Catalogue, planned: Iterable[PlannedChange], as_at: date) -> list[PlannedChange]:
    """Return the changes in which users can have a say, the one that closes next first."""
    found = [each for each in planned if is_open_for_views(catalogue, each, as_at)]
    return sorted(found, key=lambda each: views_close(each, as_at) or date.max)


def is_untold(catalogue: Catalogue, change: PlannedChange, as_at: date) -> bool:
    """Say whether a change should have happened before this day and nobody said whether it did."""
    when = effective(change, as_at)
    if when is None or when.latest is None or when.certainty == "cancelled":
        return False
    return when.latest < as_at and change_state(catalogue, change, as_at) not in _SETTLED


def deciding_step(change: PlannedChange, as_at: date) -> PlannedChange | PlannedChangeStep | None:
    """Return the step that decided about a change, as confirmed or dropped; None while nothing is decided."""
    steps: list[PlannedChange | PlannedChangeStep] = [change, *changes(change.history, as_at)]
    told = [step for step in reversed(steps) if step.state]
    if told[0].state not in DECIDED:
        return None
    return next((step for step in told if step.state in ("confirmed", "dropped")), told[0])


def changes_for(catalogue: Catalogue, group: UserGroup) -> list[PlannedChange]:
    """Return the changes that say what they mean for a group, or for a wider one that it is part of.

    Those of its own statement that mean something for everybody are among them.
    """
    naming = [
        change for each in _with_wider(catalogue, group) for change in catalogue.referring_to(each, PlannedChange)
    ]
    own = catalogue.all(PlannedChange, catalogue.statement_of(group))
    found = {each.key: each for each in (*naming, *own)}
    return [each for each in found.values() if effects_for(catalogue, each, group)]


def effects_for(catalogue: Catalogue, change: PlannedChange, group: UserGroup) -> list[Effect]:
    """Return what a change means for a group, or for a wider one that it is part of, or for everybody."""
    keys = {each.key for each in _with_wider(catalogue, group)}
    return [effect for effect in change.effects if not effect.user_groups or keys.intersection(effect.user_groups)]


def _with_wider(catalogue: Catalogue, group: UserGroup) -> list[UserGroup]:
    found = {group.key: group}
    while group.parent and group.parent not in found:
        wider = catalogue.find(group.parent)
        group = wider if isinstance(wider, UserGroup) else group
        found[wider.key] = group
    return list(found.values())


def listed_changes(
    catalogue: Catalogue, planned: Iterable[PlannedChange], as_at: date
) -> list[tuple[str, PlannedChange]]:
    """Return changes under how they stand: open for views, coming (the next first), earlier (the newest first).

    Those of illustrations come last: nobody can have a say in them.
    """
    found: dict[str, list[PlannedChange]] = {word: [] for word in ("open for views", "coming", "earlier", ILLUSTRATED)}
    for change in planned:
        state = change_state(catalogue, change, as_at)
        word = "earlier" if state in _SETTLED else "open for views" if state == "open for views" else "coming"
        found[ILLUSTRATED if illustration(catalogue, change) else word].append(change)
    found["open for views"].sort(key=lambda each: views_close(each, as_at) or date.max)
    found["coming"].sort(key=lambda each: _begins(each, as_at))
    for word in ("earlier", ILLUSTRATED):
        found[word].sort(key=lambda each: last_step(each, as_at) or date.min, reverse=True)
    return [(word, change) for word, group in found.items() for change in group]


def last_step(change: PlannedChange, as_at: date) -> date | None:
    """Return the day of the newest step up to a day, or that of the announcement."""
    return max((step.date for step in changes(change.history, as_at)), default=change.announced)


def _begins(change: PlannedChange, as_at: date) -> date:
    when = effective(change, as_at)
    return (when and when.earliest) or date.max
