"""What shows that something was done, and on which day."""

from collections.abc import Iterator
from datetime import date

from user_engagement.model import (
    Activity,
    CaseStudy,
    Catalogue,
    Channel,
    Collaboration,
    Commitment,
    Decision,
    Entry,
    Event,
    Need,
    Outcome,
    Part,
    PlannedChange,
    Review,
    TradeOff,
    UserForum,
)
from user_engagement.model.action import ActionChange, Evidence, Milestone
from user_engagement.model.activity import Heard
from user_engagement.model.commitment import Adoption, Result
from user_engagement.model.entry import parts
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.need import NeedChange
from user_engagement.model.outcome import DecisionChange
from user_engagement.model.planned_change import PlannedChangeStep
from user_engagement.model.progress import ProgressChange
from user_engagement.model.requirement import Response, VerdictChange
from user_engagement.model.statistic import LifecycleChange
from user_engagement.model.user_forum import Meeting
from user_engagement.queries.events import event_day, event_state
from user_engagement.queries.relations import actions_of

EVIDENCE_YEARS = 2
"""How long evidence holds. Most statistics come out once a year: after two years with nothing newer, two rounds of
publication and a review of the statement went by without a sign that the practice is still followed."""

EVIDENCE: dict[type[Part], tuple[str, ...]] = {
    ActionChange: ("date",),
    Activity: ("opened", "closes", "extended_to", "response_published"),
    Adoption: ("date",),
    Channel: ("active_from",),
    Collaboration: ("active_from",),
    Decision: ("decided",),
    DecisionChange: ("date",),
    Event: ("day",),
    Evidence: ("dated",),
    Heard: ("as_at",),
    LifecycleChange: ("date",),
    Meeting: ("date",),
    Milestone: ("reached",),
    Need: ("first_raised",),
    NeedChange: ("date",),
    Outcome: ("published",),
    ProgressChange: ("date",),
    PlannedChange: ("announced",),
    PlannedChangeStep: ("date",),
    Response: ("date",),
    Result: ("date",),
    Review: ("reviewed",),
    TradeOff: ("approved",),
    UserForum: ("active_from",),
    VerdictChange: ("date",),
}
"""The dates that tell of something done, heard or decided. What is promised, or only written down, is none."""

_WORKED_ON = ("in progress", "partly delivered", "delivered")


def last_evidence(entry: Entry, catalogue: Catalogue, as_at: date) -> date | None:
    """Return the newest day up to `as_at` that shows something of an entry, or None where there is no such day.

    The days come from the entry, from everything inside it, and from actions elsewhere that name it; those of a case
    study from what it tells of, since to write it shows nothing. A date that is only known as a month or a year
    counts from its first day.
    """
    days = (day for each in (entry, *_elsewhere(entry, catalogue)) for _, part in parts(each) for day in _days(part))
    return max((day for day in days if day <= as_at), default=None)


def has_aged(evidence: date, as_at: date, years: int = EVIDENCE_YEARS) -> bool:
    """Say whether something is more than two years old, or so many; on the day itself it still holds."""
    day = 28 if (as_at.month, as_at.day) == (2, 29) else as_at.day
    return evidence < as_at.replace(year=as_at.year - years, day=day)


def _elsewhere(entry: Entry, catalogue: Catalogue) -> list[Entry]:
    if isinstance(entry, Commitment | Outcome | Need):
        return [*actions_of(catalogue, entry)]
    if isinstance(entry, CaseStudy):
        return [catalogue.find(ref) for ref in (*entry.activities, *entry.outcomes)]
    return []


def _days(part: Part) -> Iterator[date]:
    for name in EVIDENCE.get(type(part), ()) if _shows_something(part) else ():
        value = event_day(part, date.max) if isinstance(part, Event) else getattr(part, name)
        day = _first_day(value) if isinstance(value, FuzzyDate) else value
        if day is not None:
            yield day


def _first_day(value: FuzzyDate) -> date | None:
    return None if value.certainty in ("provisional", "cancelled") else value.earliest


def _shows_something(part: Part) -> bool:
    """Say whether a dated part tells of something done, not of something put off, called off or left open."""
    if isinstance(part, ActionChange):
        return part.delivery in _WORKED_ON or part.progress is not None
    if isinstance(part, Adoption | ProgressChange):
        return part.delivery in _WORKED_ON
    if isinstance(part, Event):
        return event_state(part, date.max) != "cancelled"
    if isinstance(part, PlannedChangeStep):
        return part.state not in (None, "proposed")
    if isinstance(part, VerdictChange):
        return part.verdict in ("met", "partly met")
    return getattr(part, "decision", "") != "none yet"
