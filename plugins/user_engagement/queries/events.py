"""When events are, how they stand on a day, and which are coming or over."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from user_engagement.model import Activity, Catalogue, Event
from user_engagement.model.clock import Clock
from user_engagement.model.event import EventState
from user_engagement.queries.state import changes, is_called_off, is_ended_before


class Planned(NamedTuple):
    """How an event stands: `day` is None where it was postponed and no new day is known."""

    state: EventState
    day: date | None
    starts: Clock | None
    ends: Clock | None


def planned(event: Event, as_at: date) -> Planned:
    """Return how an event stands on a day, after all changes up to it."""
    found = Planned("planned", event.day, event.starts, event.ends)
    for change in changes(event.history, as_at):
        day = change.day or (None if change.state == "postponed" else found.day)
        found = Planned(change.state or found.state, day, change.starts or found.starts, change.ends or found.ends)
    return found


def event_state(event: Event, as_at: date) -> EventState:
    """Say how an event stands."""
    return planned(event, as_at).state


def event_day(event: Event, as_at: date) -> date | None:
    """Return the day of an event after all moves; None where no new day is known."""
    return planned(event, as_at).day


def event_starts(event: Event, as_at: date) -> Clock | None:
    """Return when an event starts after all moves."""
    return planned(event, as_at).starts


def event_ends(event: Event, as_at: date) -> Clock | None:
    """Return when an event ends after all moves."""
    return planned(event, as_at).ends


def is_cancelled(catalogue: Catalogue, event: Event, as_at: date) -> bool:
    """Say whether an event will not be: it, its activity or its statement was called off, or ended before its day."""
    activity = catalogue.parent(event)
    state, day, _, _ = planned(event, as_at)
    around = (event, activity, catalogue.get("statements", event.statement_id))
    if state == "cancelled" or any(each and is_ended_before(each, day or date.max, as_at) for each in around):
        return True
    return isinstance(activity, Activity) and is_called_off(activity)


def is_over(event: Event, as_at: date) -> bool:
    """Say whether the day of an event has passed; it may have been cancelled."""
    day = planned(event, as_at).day
    return day is not None and day < as_at


def can_register(catalogue: Catalogue, event: Event, as_at: date) -> bool:
    """Say whether users can register for an event on this day."""
    state, day, _, _ = planned(event, as_at)
    last = event.registration_closes or day
    is_open = bool(event.registration_address) and state != "full" and last is not None and last >= as_at
    return is_open and not is_over(event, as_at) and not is_cancelled(catalogue, event, as_at)


def coming_events(catalogue: Catalogue, activities: Iterable[Activity], as_at: date) -> list[Event]:
    """Return the events that are still to be, the next one first; those without a day come last."""
    events = [event for activity in activities for event in activity.events if not is_over(event, as_at)]
    left = (event for event in events if not is_cancelled(catalogue, event, as_at))
    return sorted(left, key=lambda event: _order(event, as_at))


def past_events(catalogue: Catalogue, activities: Iterable[Activity], as_at: date) -> list[Event]:
    """Return the events that have been, the newest first."""
    events = [event for activity in activities for event in activity.events if is_over(event, as_at)]
    held = (event for event in events if not is_cancelled(catalogue, event, as_at))
    return sorted(held, key=lambda event: _order(event, as_at), reverse=True)


def _order(event: Event, as_at: date) -> tuple[date, str]:
    _, day, starts, _ = planned(event, as_at)
    return day or date.max, str(starts or "")
