"""Dates stand in order."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from user_engagement import queries
from user_engagement.checks.finding import Finding
from user_engagement.model import Catalogue, Event, Outcome, Part, PlannedChange, Statement
from user_engagement.model.entry import Trail
from user_engagement.model.fuzzy_date import FuzzyDate

_PAIRS = (
    ("opened", "closes"),
    ("opened", "extended_to"),
    ("opened", "response_published"),
    ("active_from", "active_to"),
    ("published", "reviewed"),
    ("published", "review_due"),
    ("reviewed", "review_due"),
    ("announced", "views_close"),
    ("decided", "revisit"),
    ("first_raised", "revisit"),
)


def ends_follow_starts(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every end that is dated before its start."""
    for entry, trail, part in catalogue.parts:
        wrong: dict[str, str] = {}
        for start, end in _pairs(type(part)):
            if (
                start not in wrong
                and end not in wrong.values()
                and _is_before(getattr(part, end), getattr(part, start))
            ):
                wrong[start] = end
                message = f"This date is before “{start}”. Check which of the two is wrong."
                yield Finding(entry, (*trail, end), "end-before-start", message)


def events_end_after_they_start(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every event that ends before it starts, at first or after a change."""
    for event in catalogue.all(Event):
        trails: list[tuple[date, Trail]] = [(date.min, ())]
        trails += [(change.date, ("history", position)) for position, change in enumerate(event.history)]
        for day, trail in trails:
            _, _, starts, ends = queries.planned(event, day)
            if starts and ends and ends <= starts:
                message = "This time is not after “starts”. Check which of the two is wrong."
                yield Finding(event, (*trail, "ends"), "end-before-start", message)
                break


def changes_follow_what_they_change(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every change of a decision that is dated before the decision itself."""
    for outcome in catalogue.all(Outcome):
        for number, decision in enumerate(outcome.decisions):
            for position, change in enumerate(decision.history):
                if decision.decided and change.date < decision.decided:
                    message = "This change is before “decided”. Check which of the two dates is wrong."
                    trail = ("decisions", number, "history", position, "date")
                    yield Finding(outcome, trail, "end-before-start", message)


def steps_follow_the_announcement(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every step of a planned change that is dated before the change was announced."""
    for change in catalogue.all(PlannedChange):
        for position, step in enumerate(change.history):
            if change.announced and step.date < change.announced:
                message = "This step is before “announced”. Check which of the two dates is wrong."
                yield Finding(change, ("history", position, "date"), "end-before-start", message)


def withdrawals_follow_publication(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every statement that was withdrawn before it was published."""
    for statement in catalogue.all(Statement):
        withdrawn = statement.withdrawn
        if withdrawn and statement.published and withdrawn.date < statement.published:
            message = "This date is before “published”. Check which of the two is wrong."
            yield Finding(statement, ("withdrawn", "date"), "end-before-start", message)


@cache
def _pairs(kind: type[Part]) -> list[tuple[str, str]]:
    return [(start, end) for start, end in _PAIRS if {start, end} <= kind.model_fields.keys()]


def _is_before(end: object, start: object) -> bool:
    last, first = _latest(end), _earliest(start)
    return last is not None and first is not None and last < first


def _latest(value: object) -> date | None:
    return value.latest if isinstance(value, FuzzyDate) else value if isinstance(value, date) else None


def _earliest(value: object) -> date | None:
    return value.earliest if isinstance(value, FuzzyDate) else value if isinstance(value, date) else None
