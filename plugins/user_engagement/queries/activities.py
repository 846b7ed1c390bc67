"""How activities stand on a day, and in which order they are listed."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from user_engagement.model import Activity, Catalogue
from user_engagement.queries.events import coming_events, is_cancelled
from user_engagement.queries.participation import begun, going_on
from user_engagement.queries.relations import illustration
from user_engagement.queries.state import is_called_off, is_coming, is_open, is_withdrawn
from user_engagement.queries.voices import ILLUSTRATED

ActivityState = Literal["open now", "coming", "over", "cancelled", "withdrawn", "not dated"]


def activity_state(catalogue: Catalogue, activity: Activity, as_at: date) -> ActivityState:
    """Say how an activity stands; one with an event to come is coming, unless it is open already."""
    if is_called_off(activity) or _has_only_cancelled_events(catalogue, activity, as_at):
        return "cancelled"
    if is_withdrawn(activity, as_at):
        return "withdrawn"
    if going_on(catalogue, [activity], as_at):
        if is_open(activity, as_at):
            return "open now"
        if is_coming(activity, as_at) or coming_events(catalogue, [activity], as_at):
            return "coming"
    return "over" if activity.opened or activity.events else "not dated"


def listed_activities(catalogue: Catalogue, activities: Iterable[Activity], as_at: date) -> list[tuple[str, Activity]]:
    """Return activities under how they stand: open, coming (the next first), past (the newest first), called off.

    Those of illustrations come last: nobody can take part in them.
    """
    found: dict[str, list[Activity]] = {word: [] for word in ("open now", "coming", "past", "cancelled", ILLUSTRATED)}
    for activity in activities:
        state = activity_state(catalogue, activity, as_at)
        word = ILLUSTRATED if illustration(catalogue, activity) else state if state in found else "past"
        found[word].append(activity)
    found["coming"].sort(key=lambda each: _begins(catalogue, each, as_at))
    for word in ("past", ILLUSTRATED):
        newest = begun(found[word], as_at)
        dated = {each.key for each in newest}
        found[word] = [*newest, *(each for each in found[word] if each.key not in dated)]
    return [(word, activity) for word, group in found.items() for activity in group]


def _has_only_cancelled_events(catalogue: Catalogue, activity: Activity, as_at: date) -> bool:
    if activity.opened or not activity.events:
        return False
    return all(is_cancelled(catalogue, event, as_at) for event in activity.events)


def _begins(catalogue: Catalogue, activity: Activity, as_at: date) -> date:
    events = [each.day for each in coming_events(catalogue, [activity], as_at)]
    days = [*events, *([activity.opened.earliest] if activity.opened and activity.opened.earliest else [])]
    return min((day for day in days if day > as_at), default=date.max)
