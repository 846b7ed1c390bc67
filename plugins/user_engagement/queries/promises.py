"""Dates that were promised: the first and every later one, whether they were kept, and what is late on a day."""

from datetime import date, timedelta
from typing import NamedTuple

from user_engagement.model import Action, Commitment
from user_engagement.model.action import ActionChange, Milestone
from user_engagement.model.commitment import CommitmentChange
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.queries.state import FINISHED, changes, delivery, due, is_withdrawn

DUE_SOON = timedelta(days=30)
"""What has to be done within these many days is due soon."""


Promised = Action | Commitment
"""What a date can be promised for."""


class Promise(NamedTuple):
    """A date that was promised.

    Later ones were made on a day, for a reason, and when the date before had passed by `days_late`.
    """

    due: FuzzyDate
    made: date | None = None
    reason: str | None = None
    days_late: int = 0


class End(NamedTuple):
    """How and when something ended, with the date promised for it and how many days later it was."""

    delivery: str
    date: date
    due: FuzzyDate | None
    days_late: int


def promises(entry: Promised, as_at: date) -> list[Promise]:
    """Return all dates promised up to a day, the first one first."""
    found = [Promise(entry.due)] if entry.due else []
    for change in _changes(entry, as_at):
        if change.due and not (found and change.due == found[-1].due):
            late = days_after(found[-1].due, change.date) if found and not _is_finished(entry, change.date) else 0
            found.append(Promise(change.due, change.date, change.note, late))
    return found


def timing(entry: Promised, as_at: date) -> str:
    """Say in a word or two how the date promised stands to a day: overdue, due today, due soon, or nothing.

    What nobody knows to be undone, its delivery being “not known”, is not called overdue.
    """
    promised, last = due(entry, as_at), outstanding(entry, as_at)
    if promised is None or last is None:
        return ""
    if last < as_at:
        return "" if delivery(entry, as_at) == "not known" else "overdue"
    if promised.earliest == last == as_at:
        return "due today"
    return "due soon" if last - as_at <= DUE_SOON else ""


def outstanding(entry: Promised, as_at: date) -> date | None:
    """Return the last day that keeps a promise which is still to be kept, or None where there is no such day."""
    is_settled = _is_finished(entry, as_at) or is_withdrawn(entry, as_at)
    return None if is_settled else deadline(due(entry, as_at))


def is_overdue(entry: Promised, as_at: date) -> bool:
    """Say whether something should have been done before this day and is not."""
    return timing(entry, as_at) == "overdue"


def overdue_since(promised: FuzzyDate | None) -> date | None:
    """Return the first day on which something is overdue that was promised for a date."""
    last = deadline(promised)
    return last + timedelta(days=1) if last else None


def is_missed(milestone: Milestone, action: Action, as_at: date) -> bool:
    """Say whether a step of something unfinished should have been reached before this day and was not."""
    last = deadline(milestone.due)
    reached = milestone.reached is not None and milestone.reached <= as_at
    return last is not None and last < as_at and not reached and not _is_finished(action, as_at)


def ended(entry: Promised, as_at: date) -> End | None:
    """Return how something ended and whether in time, or None while it goes on."""
    told = [change for change in _changes(entry, as_at) if change.delivery]
    if not told or told[-1].delivery not in FINISHED:
        return None
    end = next(
        change
        for position, change in enumerate(told)
        if all(later.delivery == told[-1].delivery for later in told[position:])
    )
    promised = due(entry, end.date)
    return End(str(end.delivery), end.date, promised, days_after(promised, end.date))


def days_after(promised: FuzzyDate | None, day: date) -> int:
    """Return by how many days a date that was promised had passed on a day, 0 where it had not."""
    last = deadline(promised)
    return max((day - last).days, 0) if last else 0


def deadline(promised: FuzzyDate | None) -> date | None:
    """Return the last day that keeps a promise, or None where no day is known."""
    return promised.latest if promised and promised.certainty != "cancelled" else None


def _changes(entry: Promised, as_at: date) -> list[ActionChange | CommitmentChange]:
    history: tuple[ActionChange | CommitmentChange, ...] = entry.history
    return changes(history, as_at)


def _is_finished(entry: Promised, as_at: date) -> bool:
    return delivery(entry, as_at) in FINISHED
