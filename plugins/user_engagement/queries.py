"""Questions asked of a catalogue, each named as the question.

`as_at` is the day for which the answer is true: what is dated later has not happened yet.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from textwrap import shorten
from typing import Any, NamedTuple, TypeVar, get_args

from user_engagement.model import (
    Action,
    Activity,
    Catalogue,
    Commitment,
    Decision,
    Entry,
    Need,
    Organisation,
    Outcome,
    Statement,
    Statistic,
    Table,
)
from user_engagement.model.commitment import CommitmentChange
from user_engagement.model.contact import Contact
from user_engagement.model.entry import Change
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.outcome import DecisionChange, DecisionWord

FINISHED = ("delivered", "cancelled", "carried forward")

MAX_NAME = 80
UNMET_FIRST = ("not met", "partly met", "not known", "met")

C = TypeVar("C", bound=Change)
E = TypeVar("E", bound=Entry)


class Step(NamedTuple):
    """Something that happened on a day, with the entry it happened to."""

    date: date | None
    words: str
    note: str | None
    entry: Entry | None = None


def lifecycle(entry: Statistic | Table, as_at: date) -> str:
    """Say whether a statistic or a table is produced."""
    return str(_current(entry, "lifecycle", as_at))


def wording_before(commitment: Commitment, change: CommitmentChange) -> str:
    """Return the wording that a change of a commitment took the place of."""
    earlier = (each for each in changes(commitment.history, change.date) if each is not change and each.wording)
    return ([str(each.wording) for each in earlier] or [commitment.wording])[-1]


def changes(history: Iterable[C], as_at: date) -> list[C]:
    """Return the changes up to a day, oldest first."""
    return sorted((change for change in history if change.date <= as_at), key=lambda change: change.date)


def delivery(action: Action, as_at: date) -> str:
    """Say how far an action is."""
    return _current(action, "delivery", as_at) or "not started"


def due(entry: Action | Commitment, as_at: date) -> FuzzyDate | None:
    """Say when something is due, after all moves of its date."""
    promised: FuzzyDate | None = _current(entry, "due", as_at)
    return promised


def wording(commitment: Commitment, as_at: date) -> str:
    """Return the wording of a commitment that is in force."""
    return str(_current(commitment, "wording", as_at))


def met(need: Need, as_at: date) -> str:
    """Say how far a need is met."""
    return str(_current(need, "met", as_at))


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


def is_overdue(action: Action, as_at: date) -> bool:
    """Say whether an action should have been done before this day and is not."""
    promised = due(action, as_at)
    if promised is None or promised.latest is None or promised.certainty == "cancelled":
        return False
    return promised.latest < as_at and delivery(action, as_at) not in FINISHED


def decisions(outcome: Outcome, as_at: date) -> list[str]:
    """Return the different decisions in force about an outcome, "none yet" where there is none."""
    return list(dict.fromkeys(decision(each, as_at) for each in outcome.decisions)) or ["none yet"]


def actions_of(catalogue: Catalogue, entry: Commitment | Outcome | Need) -> list[Action]:
    """Return what is done about an entry: actions written in it and actions that name it."""
    return list(dict.fromkeys((*entry.actions, *catalogue.referring_to(entry, Action))))


def outcome_delivery(catalogue: Catalogue, outcome: Outcome, as_at: date) -> str | None:
    """Say how far everything is that was to be done about an outcome, or None where nothing was to be done."""
    states = {delivery(action, as_at) for action in actions_of(catalogue, outcome)}
    if len(states) <= 1:
        return next(iter(states), None)
    open_states = states - set(FINISHED)
    if not open_states:
        return "delivered" if "delivered" in states else "carried forward"
    if "delivered" in states:
        return "partly delivered"
    return next(
        state for state in ("delayed", "partly delivered", "in progress", "paused", "not started") if state in states
    )


def updated(outcome: Outcome, as_at: date) -> date:
    """Return the day of the newest thing that is known about an outcome."""
    days = [outcome.published, *(decided(each, as_at) for each in outcome.decisions)]
    days += [change.date for action in outcome.actions for change in changes(action.history, as_at)]
    return max((day for day in days if day is not None and day <= as_at), default=date.min)


def newest_outcomes(catalogue: Catalogue, as_at: date, statement: Statement | None = None) -> list[Outcome]:
    """Return outcomes, the one with the newest news first."""
    found = sorted(catalogue.all(Outcome, statement), key=lambda outcome: outcome.key)
    return sorted(found, key=lambda outcome: updated(outcome, as_at), reverse=True)


def outcomes_by_decision(outcomes: Iterable[Outcome], as_at: date) -> list[tuple[str, int]]:
    """Count outcomes by each decision in force; one with several decisions counts under each of them."""
    return counted((word for outcome in outcomes for word in decisions(outcome, as_at)), get_args(DecisionWord))


def is_unmet(need: Need, as_at: date) -> bool:
    """Say whether a need is known to be met only in part or not at all."""
    return met(need, as_at) in ("not met", "partly met")


def counted(words: Iterable[str], order: Sequence[str]) -> list[tuple[str, int]]:
    """Count words, in a given order, leaving out those that do not occur."""
    numbers = Counter(words)
    return [(word, numbers[word]) for word in order if numbers[word]]


def contact(catalogue: Catalogue, statement: Statement) -> Contact | None:
    """Return who answers about a statement: its own contact, or the first of its organisation."""
    organisation = catalogue.find(statement.organisation)
    return statement.contact or first_contact(organisation if isinstance(organisation, Organisation) else None)


def first_contact(organisation: Organisation | None) -> Contact | None:
    """Return who answers for an organisation, if it says."""
    return next(iter(organisation.contacts), None) if organisation else None


def is_open(activity: Activity, as_at: date) -> bool:
    """Say whether users can take part in an activity on this day."""
    closes = activity.extended_to or activity.closes or (None if activity.continuous else activity.opened)
    if activity.opened is None or activity.opened.earliest is None or activity.opened.earliest > as_at:
        return False
    return activity.continuous if closes is None or closes.latest is None else closes.latest >= as_at


def is_coming(activity: Activity, as_at: date) -> bool:
    """Say whether an activity is planned and has not begun on this day."""
    return activity.opened is not None and activity.opened.earliest is not None and activity.opened.earliest > as_at


def adopting(catalogue: Catalogue, statement: Statement) -> list[Statement]:
    """Return the statements that adopt, supplement or vary this one."""
    relations = ("adopts", "supplements")
    return [
        other
        for other in catalogue.referring_to(statement, Statement)
        if any(statement.id in getattr(other, relation) for relation in relations)
        or any(variation.statement == statement.id for variation in other.varies)
    ]


def statements_of(catalogue: Catalogue, organisation: Organisation) -> list[Statement]:
    """Return the statements that an organisation publishes."""
    return [each for each in catalogue.all(Statement) if each.organisation == organisation.id]


def by_statement(catalogue: Catalogue, entries: Iterable[E]) -> list[tuple[Statement, list[E]]]:
    """Group entries by their statement, in the order in which statements come up."""
    grouped: dict[str, list[E]] = {}
    for entry in entries:
        grouped.setdefault(entry.statement_id, []).append(entry)
    return [(catalogue.statement_of(group[0]), group) for group in grouped.values()]


def by_met(needs: Iterable[Need], as_at: date) -> list[tuple[str, list[Need]]]:
    """Group needs by how far they are met, the unmet first."""
    found = list(needs)
    groups = [(word, [need for need in found if met(need, as_at) == word]) for word in UNMET_FIRST]
    return [(word, group) for word, group in groups if group]


def decision_steps(given: Decision, as_at: date) -> list[Step]:
    """Return the decisions that were in force before the one that is, oldest first."""
    later = changes(given.history, as_at)
    steps = [Step(given.decided, given.decision, given.reason)]
    steps += [Step(change.date, change.decision, change.reason or change.note) for change in later]
    return steps[:-1]


def journey(catalogue: Catalogue, need: Need, as_at: date) -> list[Step]:
    """Return what happened to a need, in order: raised, decided about, acted on, met. What has no date comes first."""
    steps = [Step(need.first_raised, "first raised", None)] if need.first_raised else []
    for activity in (catalogue.find(ref) for ref in need.raised_in):
        opened = activity.opened.earliest if isinstance(activity, Activity) and activity.opened else None
        steps.append(Step(opened, "raised in", None, activity))
    for outcome in catalogue.referring_to(need, Outcome):
        for each in outcome.decisions:
            steps.append(Step(each.decided, f"decision ({each.decision}):", None, outcome))
            steps += [Step(change.date, f"decision ({change.decision}):", None, outcome) for change in each.history]
    for action in actions_of(catalogue, need):
        steps += [
            Step(change.date, f"{change.delivery}:", None, action) for change in action.history if change.delivery
        ]
    steps += [Step(change.date, change.met, change.note) for change in need.history]
    seen = (step for step in steps if step.date is None or step.date <= as_at)
    return sorted(seen, key=lambda step: step.date or date.min)


def heard_from(outcome: Outcome) -> set[str]:
    """Return the keys of the user groups whose feedback an outcome answers."""
    return {str(ref) for feedback in outcome.feedback for ref in feedback.user_groups}


def is_withdrawn(entry: Entry, as_at: date) -> bool:
    """Say whether an entry has ended by this day."""
    return entry.withdrawn is not None and entry.withdrawn.date <= as_at


def home(catalogue: Catalogue, action: Action) -> Entry | None:
    """Return the entry an action is shown with: what it is written in, or the first of its statement that it names."""
    named = (catalogue.find(ref) for ref in (*action.commitments, *action.outcomes, *action.needs))
    own = (entry for entry in named if entry.statement_id == action.statement_id)
    return catalogue.parent(action) or next(own, None)


def successor_key(entry: Entry) -> str:
    """Return the full address of the entry that takes a withdrawn one's place, empty where there is none."""
    successor = (entry.withdrawn and entry.withdrawn.successor) or ""
    is_local = entry.section not in ("statements", "organisations") and "/" not in successor
    return f"{entry.statement_id}/{successor}" if successor and is_local else successor


def address(written: str, statement: str) -> tuple[str, str]:
    """Return section and full address for "section/id" or "statement/section/id" written in a statement."""
    *other, section, name = written.rsplit("/", 2)
    prefix = other[0] if other else statement
    return section, f"{prefix}/{name}" if prefix else name


def comes_after(catalogue: Catalogue, when: FuzzyDate, statement: str) -> Entry | None:
    """Return the entry that a date waits for, if there is one."""
    return catalogue.get(*address(when.after, statement)) if when.after else None


def name(entry: Entry) -> str:
    """Return what an entry is called in a link: its title, its name, or the beginning of its wording."""
    for field in ("title", "name", "heading", "wording"):
        if found := getattr(entry, field, None):
            return str(found) if len(found) <= MAX_NAME else shorten(found, width=MAX_NAME, placeholder=" …")
    return entry.id


def _current(entry: Any, field: str, as_at: date) -> Any:
    values = (getattr(change, field) for change in reversed(changes(entry.history, as_at)))
    return next((value for value in values if value is not None), getattr(entry, field, None))
