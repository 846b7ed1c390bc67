"""What holds on a day: the last change up to it, or what was first written down."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from user_engagement.model import Action, Activity, Commitment, Decision, Entry, Need, Requirement, Statistic, Table
from user_engagement.model.commitment import CommitmentChange
from user_engagement.model.entry import Change
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.need import NeedChange
from user_engagement.model.outcome import DecisionChange

MET_TERMS = ("constraint", "reason", "alternative", "revisit")
"""What belongs to how far a need is met, and moves on together."""

FINISHED = ("delivered", "cancelled", "carried forward")

C = TypeVar("C", bound=Change)


def changes(history: Iterable[C], as_at: date) -> list[C]:
    """Return the changes up to a day, oldest first."""
    return sorted((change for change in history if change.date <= as_at), key=lambda change: change.date)


def delivery(entry: Action | Commitment, as_at: date) -> str:
    """Say how far an action is, or a commitment: of that, nothing is said before it begins."""
    return current(entry, "delivery", as_at) or ("not started" if isinstance(entry, Action) else "")


def due(entry: Action | Commitment | Requirement, as_at: date) -> FuzzyDate | None:
    """Say when something is due, after all moves of its date."""
    promised: FuzzyDate | None = current(entry, "due", as_at)
    return promised


def wording(commitment: Commitment, as_at: date) -> str:
    """Return the wording of a commitment that is in force."""
    told: str = current(commitment, "wording", as_at)
    return told


def wording_before(commitment: Commitment, change: CommitmentChange) -> str:
    """Return the wording that a change of a commitment took the place of."""
    earlier = (each for each in changes(commitment.history, change.date) if each is not change and each.wording)
    return ([each.wording for each in earlier if each.wording] or [commitment.wording])[-1]


def met(need: Need, as_at: date) -> str:
    """Say how far a need is met."""
    return str(current(need, "met", as_at))


def met_terms(need: Need, as_at: date) -> Need | NeedChange:
    """Return what tells why a need is not met and what comes next: the need, or the last change that tells of it."""
    told = (each for each in reversed(changes(need.history, as_at)) if any(getattr(each, name) for name in MET_TERMS))
    return next(told, need)


def lifecycle(entry: Statistic | Table, as_at: date) -> str:
    """Say whether a statistic or a table is produced."""
    return str(current(entry, "lifecycle", as_at))


def in_force(given: Decision, as_at: date) -> Decision | DecisionChange:
    """Return the decision that is in force: the first one, or the change that took its place."""
    return next(reversed(changes(given.history, as_at)), given)


def decision(given: Decision, as_at: date) -> str:
    """Return the word for the decision that is in force."""
    return in_force(given, as_at).decision


def decided(given: Decision, as_at: date) -> date | None:
    """Return the day of the decision that is in force."""
    state = in_force(given, as_at)
    return state.decided if isinstance(state, Decision) else state.date


def reason(given: Decision, as_at: date) -> str | None:
    """Return the reason of the decision that is in force."""
    state = in_force(given, as_at)
    return state.reason if isinstance(state, Decision) else state.reason or state.note


def is_withdrawn(entry: Entry, as_at: date) -> bool:
    """Say whether an entry has ended by this day."""
    return entry.withdrawn is not None and entry.withdrawn.date <= as_at


def is_open(activity: Activity, as_at: date) -> bool:
    """Say whether users can take part in an activity on this day."""
    closes = activity.extended_to or activity.closes or (None if activity.continuous else activity.opened)
    if activity.opened is None or activity.opened.earliest is None or activity.opened.earliest > as_at:
        return False
    return activity.continuous if closes is None or closes.latest is None else closes.latest >= as_at


def is_ended_before(entry: Entry, day: date, as_at: date) -> bool:
    """Say whether an entry has ended by `as_at`, on or before a day that it tells of: that day will not be."""
    return entry.withdrawn is not None and entry.withdrawn.date <= min(day, as_at)


def is_called_off(activity: Activity) -> bool:
    """Say whether an activity was cancelled before it began."""
    return activity.opened is not None and activity.opened.certainty == "cancelled"


def is_coming(activity: Activity, as_at: date) -> bool:
    """Say whether an activity is planned and has not begun on this day."""
    return activity.opened is not None and activity.opened.earliest is not None and activity.opened.earliest > as_at


def current(entry: Any, field: str, as_at: date) -> Any:
    """Return what a field of an entry with a history says: its last change, or what was first written down."""
    values = (getattr(change, field) for change in reversed(changes(entry.history, as_at)))
    return next((value for value in values if value is not None), getattr(entry, field, None))
