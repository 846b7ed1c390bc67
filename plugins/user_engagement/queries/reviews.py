"""Reviews of statements and responses to those who took part: due, late, or long ago."""

from datetime import date, timedelta
from typing import NamedTuple

from user_engagement.model import Activity, Catalogue, Statement
from user_engagement.queries.evidence import has_aged
from user_engagement.queries.promises import DUE_SOON
from user_engagement.queries.relations import illustration
from user_engagement.queries.state import is_withdrawn

CONSULTATION_RESPONSE = timedelta(weeks=12)
"""GOV.UK content guidance: a consultation is answered within 12 weeks of closing."""


class ReviewStanding(NamedTuple):
    """How the reviews of a statement stand, and the day that this is about: when due, last reviewed, or published."""

    words: str
    date: date


class ResponseStanding(NamedTuple):
    """When a response was promised or is expected, when it was published, and how it stands on the day.

    `words` are: published, overdue, due today, due soon, or nothing; `days_late` counts from what was due.
    """

    words: str
    due: date | None
    published: date | None
    days_late: int


def reviewed(statement: Statement, as_at: date) -> date | None:
    """Return the day of the last review, if that was by this day."""
    return statement.reviewed if statement.reviewed and statement.reviewed <= as_at else None


def review(catalogue: Catalogue, statement: Statement, as_at: date) -> ReviewStanding | None:
    """Say what is to be said of the reviews of a statement: review overdue, due soon, or none for 2 years.

    Nothing is said of statements that have ended, and of illustrations none but what is known.
    """
    last = statement.reviewed or statement.published
    if is_withdrawn(statement, as_at) or (statement.reviewed and statement.reviewed > as_at):
        return None
    if statement.review_due:
        words = _standing(statement.review_due, as_at)
        return ReviewStanding(f"review {words}", statement.review_due) if words else None
    if last is None or not has_aged(last, as_at) or illustration(catalogue, statement):
        return None
    return ReviewStanding("not reviewed since" if statement.reviewed else "never reviewed", last)


def response_due(catalogue: Catalogue, activity: Activity) -> date | None:
    """Return when a response was promised; of a consultation without a promise, 12 weeks after it closed.

    Illustrations are only held to what their bodies promised.
    """
    closes = activity.extended_to or activity.closes
    if activity.response_due or activity.method != "consultation" or illustration(catalogue, activity):
        return activity.response_due
    return closes.latest + CONSULTATION_RESPONSE if closes and closes.latest else None


def response(catalogue: Catalogue, activity: Activity, as_at: date) -> ResponseStanding:
    """Return how the response to those who took part in an activity stands on a day."""
    due = response_due(catalogue, activity)
    is_out = activity.response_published is not None and activity.response_published <= as_at
    published = activity.response_published if is_out else None
    words = "published" if published else _standing(due, as_at) if due else ""
    return ResponseStanding(words, due, published, max(((published or as_at) - due).days, 0) if due else 0)


def _standing(due: date, as_at: date) -> str:
    if due < as_at:
        return "overdue"
    if due == as_at:
        return "due today"
    return "due soon" if due - as_at <= DUE_SOON else ""
