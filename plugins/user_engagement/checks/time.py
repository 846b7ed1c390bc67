"""What the passing of time makes overdue or late."""

from collections.abc import Iterator
from datetime import date

from user_engagement import queries
from user_engagement.checks.finding import Finding
from user_engagement.model import (
    Action,
    Activity,
    Catalogue,
    Commitment,
    Event,
    PlannedChange,
    Review,
    Statement,
)
from user_engagement.model.entry import Change, Trail
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.style import day, when
from user_engagement.words.files import english


def reviews_are_not_overdue(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every statement in force whose review is overdue."""
    for statement in catalogue.all(Statement):
        if statement.review_due and statement.review_due < as_at and not statement.withdrawn:
            due = day(statement.review_due, english())
            message = f"The review was due on {due}. Review the statement and set the next date."
            yield Finding(statement, ("review_due",), "review-overdue", message, "warning")


def actions_are_not_overdue(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every overdue action of which nothing was said since it fell due.

    Pages show every overdue action as overdue, explained or not.
    """
    for action in catalogue.all(Action):
        if due := _unexplained(action, as_at):
            message = (
                f"This was to be done by {when(due, english())} and is not. "
                "Say in “history” how far it is, or when it is due now and why."
            )
            yield Finding(action, _trail(action, "due", as_at), "action-overdue", message, "warning")


def commitments_are_not_overdue(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every commitment with a date that has passed, of which nothing was said since."""
    for commitment in catalogue.all(Commitment):
        if due := _unexplained(commitment, as_at):
            message = (
                f"This was promised for {when(due, english())}. Say in “history” that it is delivered, "
                "or how far it is and when it is due now."
            )
            yield Finding(commitment, _trail(commitment, "due", as_at), "commitment-overdue", message, "warning")


def responses_are_not_late(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every activity whose response is later than promised, or than 12 weeks for a consultation, unexplained."""
    for activity in catalogue.all(Activity):
        due = queries.response_due(catalogue, activity)
        if due and (activity.response_published or as_at) > due and not activity.delay_reason:
            message = (
                f"The response was due by {day(due, english())}. "
                "Add “response_published”, or say in “delay_reason” why it is late."
            )
            field = (
                "response_published"
                if activity.response_published
                else "response_due"
                if activity.response_due
                else "closes"
            )
            yield Finding(activity, (field,), "response-late", message, "warning")


def registration_ends_with_the_event(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every event that is over and for which users could still register."""
    for event in catalogue.all(Event):
        is_held = queries.is_over(event, as_at) and not queries.is_cancelled(catalogue, event, as_at)
        closes = event.registration_closes
        if is_held and event.registration_address and (closes is None or closes >= as_at):
            message = "The event is over. Close registration and say in “registration_closes” when that was."
            field = "registration_closes" if closes else "registration_address"
            yield Finding(event, (field,), "registration-open", message, "warning")


def changes_are_told(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every planned change whose day has passed, of which nobody said whether it happened.

    A step after that day with a note explains it; pages say all the same that it is overdue.
    """
    for change in catalogue.all(PlannedChange):
        planned = queries.effective(change, as_at)
        if planned and planned.latest and queries.is_untold(catalogue, change, as_at):
            if _is_explained(change, planned.latest, as_at):
                continue
            message = (
                f"This was to apply from {when(planned, english())}. "
                "Say in “history” whether it is done or dropped, or from when it applies now."
            )
            yield Finding(change, _trail(change, "effective", as_at), "change-not-told", message, "warning")


def engagement_is_reviewed_again(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every review of engagement after which another one was due and is not told."""
    for review in catalogue.all(Review):
        if review.review_due and queries.is_next_review_late(catalogue, review, as_at):
            message = (
                f"Engagement was to be reviewed again by {day(review.review_due, english())}. "
                "Add that review, or one that says why there was none."
            )
            yield Finding(review, ("review_due",), "next-review-due", message, "warning")


def _unexplained(entry: Action | Commitment, as_at: date) -> FuzzyDate | None:
    """Return the date for which something overdue was promised, unless something was said since."""
    due = queries.due(entry, as_at)
    last = queries.deadline(due)
    if last is None or not queries.is_overdue(entry, as_at):
        return None
    return None if _is_explained(entry, last, as_at) else due


def _is_explained(entry: Action | Commitment | PlannedChange, last: date, as_at: date) -> bool:
    history: tuple[Change, ...] = entry.history
    return any(change.note and change.date > last for change in queries.changes(history, as_at))


def _trail(entry: Action | Commitment | PlannedChange, field: str, as_at: date) -> Trail:
    """Return the trail to the date that is in force."""
    history: tuple[Change, ...] = entry.history
    moved = [position for position, change in enumerate(history) if getattr(change, field) and change.date <= as_at]
    latest = max(moved, key=lambda position: history[position].date, default=None)
    return (field,) if latest is None else ("history", latest, field)
