"""How users can take part on a day, and where they did."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from user_engagement.model import Activity, Catalogue, Channel, Entry, UserForum, UserGroup
from user_engagement.queries.state import is_called_off, is_coming, is_open, is_withdrawn
from user_engagement.queries.voices import moments

E = TypeVar("E", bound=Entry)
W = TypeVar("W", bound=Activity | Channel)
S = TypeVar("S", bound=Channel | UserForum)


def going_on(catalogue: Catalogue, entries: Iterable[E], as_at: date) -> list[E]:
    """Return the entries that have not ended, and whose statement has not."""
    left = (entry for entry in entries if not is_withdrawn(entry, as_at))
    return [entry for entry in left if not is_withdrawn(catalogue.statement_of(entry), as_at)]


def for_group(catalogue: Catalogue, kind: type[W], group: UserGroup, as_at: date) -> list[W]:
    """Return what is for a group: what of its own statement is for everybody, and whatever names it."""
    naming = [entry for entry in catalogue.referring_to(group, kind) if group.key in entry.user_groups]
    own = catalogue.all(kind, catalogue.statement_of(group))
    return going_on(catalogue, [*naming, *(entry for entry in own if not entry.user_groups)], as_at)


def open_now(activities: Iterable[Activity], as_at: date) -> list[Activity]:
    """Return the activities in which users can take part."""
    return [each for each in activities if is_open(each, as_at) and not is_called_off(each)]


def coming(activities: Iterable[Activity], as_at: date) -> list[Activity]:
    """Return the activities that are planned, the next one first."""
    return sorted((each for each in activities if is_coming(each, as_at) and not is_called_off(each)), key=_begins)


def in_use(standing: Iterable[S], as_at: date) -> list[S]:
    """Return the channels, or forums, that have started and not ended."""
    return [each for each in standing if (each.active_from or as_at) <= as_at <= (each.active_to or as_at)]


def next_meeting(forum: UserForum, as_at: date) -> date | None:
    """Return the day on which a forum meets next, if one is set."""
    return min((meeting.date for meeting in forum.meetings if meeting.date >= as_at), default=None)


def begun(activities: Iterable[Activity], as_at: date) -> list[Activity]:
    """Return the activities that are going on or over, the newest first; those without a date come last."""
    dated = [(max((moment.day for moment in moments(each, as_at)), default=None), each) for each in activities]
    past = [(day or date.min, each) for day, each in dated if day or not each.opened]
    return [activity for _, activity in sorted(past, key=lambda pair: pair[0], reverse=True)]


def _begins(activity: Activity) -> date:
    return (activity.opened and activity.opened.earliest) or date.max
