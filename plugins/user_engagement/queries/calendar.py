"""What belongs into a calendar: events, the last days to register, to take part and to have a say, reviews."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from user_engagement.model import Activity, Catalogue, Event, PlannedChange, Statement
from user_engagement.model.clock import Clock
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.queries.events import is_cancelled, planned
from user_engagement.queries.planned_changes import change_state, views_close
from user_engagement.queries.state import changes, is_called_off, is_ended_before

Occasion = Literal["event", "registration", "closing", "views", "review"]
Certain = Literal["confirmed", "tentative", "cancelled"]


class Dated(NamedTuple):
    """A day of an entry, and how sure it is.

    `known` is the newest day on which something was said about it, if one is known, and `version` grows with each
    change; both follow from what was written down and from nothing else.
    """

    occasion: Occasion
    entry: Event | Activity | PlannedChange | Statement
    day: date
    certainty: Certain
    known: date | None
    version: int
    starts: Clock | None = None
    ends: Clock | None = None


def calendar_dates(catalogue: Catalogue, statement: Statement, as_at: date) -> list[Dated]:
    """Return the days of a statement, those that have passed included, in order."""
    activities = catalogue.all(Activity, statement)
    found = [*_reviews(statement, as_at), *_closings(statement, activities, as_at)]
    found += [day for activity in activities for day in _events(catalogue, statement, activity, as_at)]
    found += [day for change in catalogue.all(PlannedChange, statement) for day in _views(catalogue, change, as_at)]
    return sorted(found, key=lambda each: (each.day, each.occasion, each.entry.key))


def _reviews(statement: Statement, as_at: date) -> Iterator[Dated]:
    """Yield the day of the next review; its version is the day of the newest change, as not all are kept."""
    if statement.review_due:
        told = [statement.published, statement.reviewed, *(each.date for each in statement.history)]
        known = _newest([*told, statement.withdrawn.date if statement.withdrawn else None], as_at)
        ended = is_ended_before(statement, statement.review_due, as_at)
        version = max(0, known.toordinal() - _FIRST) if known else 0
        yield Dated("review", statement, statement.review_due, "cancelled" if ended else "confirmed", known, version)


_FIRST = date(2026, 1, 1).toordinal()


def _closings(statement: Statement, activities: Iterable[Activity], as_at: date) -> Iterator[Dated]:
    for activity in activities:
        closes = activity.extended_to or activity.closes
        day = _exact(closes) if closes else None
        if closes and day:
            ended = is_ended_before(activity, day, as_at) or is_ended_before(statement, day, as_at)
            off = ended or is_called_off(activity) or closes.certainty == "cancelled"
            certainty: Certain = (
                "cancelled" if off else "tentative" if closes.certainty == "provisional" else "confirmed"
            )
            withdrawn = activity.withdrawn or statement.withdrawn
            known = _newest([statement.published, withdrawn.date if ended and withdrawn else None], as_at)
            yield Dated("closing", activity, day, certainty, known, bool(activity.extended_to) + off)


def _views(catalogue: Catalogue, change: PlannedChange, as_at: date) -> Iterator[Dated]:
    """Yield the last day for views, once they were asked for; it is off where the change was settled before it."""
    seen, closes = changes(change.history, as_at), views_close(change, as_at)
    if closes and "open for views" in (change.state, *(step.state for step in seen)):
        settled = change_state(catalogue, change, min(closes, as_at)) != "open for views"
        told = catalogue.statement_of(change).published
        known = _newest([change.announced or told, *(step.date for step in seen)], as_at)
        yield Dated("views", change, closes, "cancelled" if settled else "confirmed", known, len(seen) + settled)


def _events(catalogue: Catalogue, statement: Statement, activity: Activity, as_at: date) -> Iterator[Dated]:
    for event in activity.events:
        seen = changes(event.history, as_at)
        state, day, starts, ends = planned(event, as_at)
        off = is_cancelled(catalogue, event, as_at)
        last = day or [event.day, *(change.day for change in seen if change.day)][-1]
        known = _newest([event.announced or statement.published, *(change.date for change in seen)], as_at)
        version = len(seen) + (off and state != "cancelled")
        certainty: Certain = "cancelled" if off or day is None else "confirmed"
        yield Dated("event", event, last, certainty, known, version, starts, ends)
        if event.registration_closes:
            register: Certain = "cancelled" if state == "full" else certainty
            yield Dated("registration", event, event.registration_closes, register, known, version)


def _newest(days: Iterable[date | None], as_at: date) -> date | None:
    return max((day for day in days if day and day <= as_at), default=None)


def _exact(when: FuzzyDate) -> date | None:
    """Return the day of a date that is known to the day."""
    return when.earliest if when.earliest == when.latest else None
