"""What holds on the day: what the data tell in place of what was first written, and beside it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from user_engagement import queries
from user_engagement.model import (
    AccessibilityStatement,
    Action,
    Activity,
    Commitment,
    Decision,
    Event,
    KnownProblem,
    Need,
    Outcome,
    Part,
    PlannedChange,
    Requirement,
    Statement,
    Statistic,
    Table,
)
from user_engagement.model.action import Delivery
from user_engagement.model.clock import Clock
from user_engagement.model.day import Day
from user_engagement.model.entry import Change
from user_engagement.model.event import EventState
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.need import Met
from user_engagement.model.outcome import DecisionTerms, DecisionWord
from user_engagement.model.planned_change import Course
from user_engagement.model.requirement import RequirementPart, Verdict
from user_engagement.model.statistic import Lifecycle
from user_engagement.model.text import Line, Text
from user_engagement.outputs.data.fields import DataField, Read, written
from user_engagement.outputs.publication import Publication


def _on_the_day(
    name: str, hint: Any, description: str, ask: Callable[[Any, date], Any], *, always: bool = True
) -> DataField:
    """Return a field that answers a question asked of an entry and the day."""
    return DataField(name, hint, description, lambda given, part: ask(part, given.as_at), always=always)


def _term(name: str) -> Callable[[Decision, date], Any]:
    return lambda decision, as_at: getattr(queries.in_force(decision, as_at), name)


def _met_term(name: str) -> Callable[[Need, date], Any]:
    return lambda need, as_at: getattr(queries.met_terms(need, as_at), name)


def _first_due(entry: Action | Commitment, as_at: date) -> FuzzyDate | None:
    promises = queries.promises(entry, as_at)
    return promises[0].due if len(promises) > 1 else None


def _is_due_soon(entry: Action | Commitment, as_at: date) -> bool:
    return queries.timing(entry, as_at) in ("due soon", "due today")


def _days_late(entry: Action | Commitment, as_at: date) -> int | None:
    end = queries.ended(entry, as_at)
    return end.days_late if end and end.due else None


def _told_delivery(commitment: Commitment, as_at: date) -> str | None:
    return queries.delivery(commitment, as_at) or None


def _last_tested(statement: AccessibilityStatement, as_at: date) -> date | None:
    test = queries.last_test(statement, as_at)
    return test.tested if test else None


def _response_due(given: Publication, activity: Activity) -> date | None:
    return queries.response_due(given.catalogue, activity)


def _is_late(given: Publication, activity: Activity) -> bool:
    return queries.response(given.catalogue, activity, given.as_at).days_late > 0


def _review(given: Publication, statement: Statement) -> str | None:
    review = queries.review(given.catalogue, statement, given.as_at)
    return review.words if review else None


_LIFECYCLE = _on_the_day("lifecycle", Lifecycle, "Whether it is produced.", queries.lifecycle)
_DUE = _on_the_day("due", FuzzyDate, "When it is due, after all moves.", queries.due, always=False)
_PROMISED = (
    _DUE,
    _on_the_day("first_due", FuzzyDate, "When it was first due, where that moved.", _first_due, always=False),
    _on_the_day("overdue", bool, "Whether it should have been done by now and is not.", queries.is_overdue),
    _on_the_day("due_soon", bool, "Whether it has to be done within 30 days.", _is_due_soon),
    _on_the_day("days_late", int, "By how many days it ended later than promised.", _days_late, always=False),
)
_TERMS = tuple(
    _on_the_day(field.name, field.hint, field.description, _term(field.name), always=field.always)
    for field in written(DecisionTerms)
)


def _updated(outcome: Outcome, as_at: date) -> date | None:
    day = queries.updated(outcome, as_at)
    return None if day == date.min else day


def _delivery(given: Publication, outcome: Outcome) -> str | None:
    return queries.outcome_delivery(given.catalogue, outcome, given.as_at)


def _decisions(given: Publication, outcome: Outcome) -> tuple[str, ...]:
    return tuple(queries.decisions(outcome, given.as_at))


def _state(given: Publication, change: PlannedChange) -> queries.ChangeStanding:
    return queries.change_state(given.catalogue, change, given.as_at)


def _untold(given: Publication, change: PlannedChange) -> bool:
    return queries.is_untold(given.catalogue, change, given.as_at)


_AT_FIRST = {"delivery": "not started", "state": "planned", "verdict": "no verdict yet"}
"""What nobody writes because it goes without saying."""

IN_FORCE: dict[type[Part], tuple[DataField, ...]] = {
    AccessibilityStatement: (
        _on_the_day("last_reviewed", Day, "The day of the last review.", queries.last_reviewed),
        _on_the_day("last_tested", Day, "The day of the last test.", _last_tested, always=False),
        _on_the_day("review_overdue", bool, "Whether that review is over a year ago.", queries.is_review_overdue),
        _on_the_day(
            "test_overdue", bool, "Whether that test is over a year ago, or never was.", queries.is_retest_overdue
        ),
    ),
    Action: (
        *_PROMISED,
        _on_the_day("delivery", Delivery, "How far it is.", queries.delivery),
    ),
    Activity: (
        _on_the_day("open", bool, "Whether users can take part in it.", queries.is_open),
        DataField("response_due", Day, "When a response was promised, or is due.", _response_due),
        DataField("response_late", bool, "Whether the response was or is later than that.", _is_late, always=True),
    ),
    Commitment: (
        _on_the_day("wording", Text, "The promise.", queries.wording),
        *_PROMISED,
        _on_the_day("delivery", Delivery, "How far a promise with a date is.", _told_delivery, always=False),
    ),
    Decision: (
        *_TERMS,
        _on_the_day("reason", Text, "Why it was decided so.", queries.reason, always=False),
        _on_the_day("decided", Day, "The day it was decided.", queries.decided, always=False),
    ),
    Event: (
        _on_the_day("state", EventState, "How it stands.", queries.event_state),
        _on_the_day(
            "day",
            Day,
            "Its day, after all moves; none where the new one is not known.",
            queries.event_day,
            always=False,
        ),
        _on_the_day("starts", Clock, "When it starts, UK time.", queries.event_starts, always=False),
        _on_the_day("ends", Clock, "When it ends, UK time.", queries.event_ends, always=False),
    ),
    KnownProblem: (_on_the_day("overdue", bool, "Whether it should have been mended by now.", queries.is_fix_overdue),),
    Need: (
        _on_the_day("met", Met, "How far it is met.", queries.met),
        *(
            _on_the_day(field.name, field.hint, field.description, _met_term(field.name), always=False)
            for field in written(Need)
            if field.name in queries.MET_TERMS
        ),
    ),
    Outcome: (
        DataField("decision", DecisionWord, "What is decided, each word once.", _decisions, many=True, always=True),
        DataField("delivery", Delivery, "How far it is done.", _delivery),
        _on_the_day("updated", Day, "The day of the newest thing known about it.", _updated, always=False),
    ),
    PlannedChange: (
        DataField("state", queries.ChangeStanding, "How it stands.", _state, always=True),
        DataField("overdue", bool, "Whether it should have happened by now and nobody said so.", _untold, always=True),
        _on_the_day("course", Course, "What is to become of the statistics.", queries.course, always=False),
        _on_the_day("views_close", Day, "The last day for views, after all moves.", queries.views_close, always=False),
        _on_the_day("effective", FuzzyDate, "From when it applies, after all moves.", queries.effective, always=False),
    ),
    Requirement: (_DUE,),
    RequirementPart: (_on_the_day("verdict", Verdict, "The verdict in force.", queries.verdict),),
    Statement: (
        DataField("review", Line, "What there is to say of its reviews: overdue, due soon, or long ago.", _review),
    ),
    Statistic: (_LIFECYCLE,),
    Table: (_LIFECYCLE,),
}
"""The fields that are true on the day, by kind."""


def states(kind: type[Change]) -> Read | None:
    """Return what reads every state that something had, the first included; None where a history tells no states.

    Where nothing changed there is nothing to tell.
    """
    names = [name for name in kind.model_fields if name not in Change.model_fields]

    def read(given: Publication, part: Any) -> tuple[Change, ...]:
        changes: list[Change] = queries.changes(part.history, given.as_at)
        if not changes:
            return ()
        at_first = {name: getattr(part, name, _AT_FIRST.get(name)) for name in names}
        began = getattr(part, "decided", None) or getattr(part, "announced", None)
        first = {"date": began, "note": None, **at_first}
        return (changes[0].model_copy(update=first), *changes)

    return read if names else None
