"""Reviews of statements, and of engagement itself: overdue, due soon, or long ago."""

from collections.abc import Iterator
from datetime import date, timedelta

from user_engagement import queries
from user_engagement.model import Review, Statement
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.reporting.matter import Found, Scope
from user_engagement.reporting.promised import dated
from user_engagement.style import day
from user_engagement.words.files import english


def statements(scope: Scope) -> Iterator[Found]:
    """Yield statements whose review is overdue or due soon, or that nobody reviewed for two years."""
    for statement in scope.catalogue.all(Statement):
        if statement.reviewed and statement.reviewed > scope.as_at:
            continue
        standing = queries.review(scope.catalogue, statement, scope.as_at)
        if statement.review_due:
            yield from dated(scope, "review", statement, on(statement.review_due), field="review_due")
        elif standing:
            last = day(standing.date, english())
            words = f"Last reviewed on {last}" if statement.reviewed else f"Published on {last}, never reviewed"
            yield Found("review due", statement, f"{words}. No day is set for the next review.", standing.date)


def engagement(scope: Scope) -> Iterator[Found]:
    """Yield reviews of engagement after which another one is overdue or due soon."""
    for review in scope.catalogue.all(Review):
        due = review.review_due
        if due and queries.is_next_review_late(scope.catalogue, review, scope.until + timedelta(days=1)):
            yield from dated(
                scope, "review", review, on(due), "Engagement is to be reviewed again.", field="review_due"
            )


def on(value: date) -> FuzzyDate:
    """Return a day as a date that was promised."""
    return FuzzyDate.parse(value.isoformat())
