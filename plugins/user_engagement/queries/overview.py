"""Outcomes and needs seen together: how far they are, what happened to them, how many there are."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple, get_args

from user_engagement.model import Activity, Catalogue, Decision, Entry, Need, Outcome, Statement
from user_engagement.model.need import NeedChange
from user_engagement.model.outcome import DecisionTerms, DecisionWord
from user_engagement.queries.relations import actions_of
from user_engagement.queries.state import FINISHED, changes, decided, decision, delivery, met

UNMET_FIRST = ("not met", "partly met", "not known", "met")


class Step(NamedTuple):
    """Something that happened on a day, with the entry it happened to.

    `words` have a place for the `state` it was in then. `terms` tells more of how far a need was met, and why, where
    that was said on the day.
    """

    date: date | None
    words: str
    note: str | None
    entry: Entry | None = None
    terms: Need | NeedChange | None = None
    state: str = ""


def decisions(outcome: Outcome, as_at: date) -> list[str]:
    """Return the different decisions in force about an outcome, "none yet" where there is none."""
    return list(dict.fromkeys(decision(each, as_at) for each in outcome.decisions)) or ["none yet"]


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
        state
        for state in ("delayed", "partly delivered", "in progress", "paused", "not started", "not known")
        if state in states
    )


def updated(outcome: Outcome, as_at: date) -> date:
    """Return the day of the newest thing that is known about an outcome."""
    days = [outcome.published, *(decided(each, as_at) for each in outcome.decisions)]
    days += [outcome.withdrawn.date] if outcome.withdrawn else []
    days += [change.date for action in outcome.actions for change in changes(action.history, as_at)]
    return max((day for day in days if day is not None and day <= as_at), default=date.min)


def newest_outcomes(catalogue: Catalogue, as_at: date, statement: Statement | None = None) -> list[Outcome]:
    """Return outcomes, the one with the newest news first."""
    found = sorted(catalogue.all(Outcome, statement), key=lambda outcome: outcome.key)
    return sorted(found, key=lambda outcome: updated(outcome, as_at), reverse=True)


def outcomes_by_decision(outcomes: Iterable[Outcome], as_at: date) -> list[tuple[str, int]]:
    """Count outcomes by each decision in force; one with several decisions counts under each of them."""
    return counted((word for outcome in outcomes for word in decisions(outcome, as_at)), get_args(DecisionWord))


def heard_from(outcome: Outcome) -> set[str]:
    """Return the keys of the user groups whose feedback an outcome answers."""
    return {str(ref) for feedback in outcome.feedback for ref in feedback.user_groups}


def by_met(needs: Iterable[Need], as_at: date) -> list[tuple[str, list[Need]]]:
    """Group needs by how far they are met, the unmet first."""
    found = list(needs)
    groups = [(word, [need for need in found if met(need, as_at) == word]) for word in UNMET_FIRST]
    return [(word, group) for word, group in groups if group]


def counted(words: Iterable[str], order: Sequence[str]) -> list[tuple[str, int]]:
    """Count words, in a given order, leaving out those that do not occur."""
    numbers = Counter(words)
    return [(word, numbers[word]) for word in order if numbers[word]]


def earlier_decisions(given: Decision, as_at: date) -> Sequence[DecisionTerms]:
    """Return the decisions that were in force before the one that is, oldest first."""
    return [given, *changes(given.history, as_at)][:-1]


def journey(catalogue: Catalogue, need: Need, as_at: date) -> list[Step]:
    """Return what happened to a need, in order: raised, decided about, acted on, met. What has no date comes first."""
    steps = [Step(need.first_raised, "first raised", None)] if need.first_raised else []
    if need.history:
        steps.append(Step(need.first_raised, "at first {state}", None, terms=need, state=need.met))
    for activity in (catalogue.find(ref) for ref in need.raised_in):
        opened = activity.opened.earliest if isinstance(activity, Activity) and activity.opened else None
        steps.append(Step(opened, "raised in", None, activity))
    for outcome in catalogue.referring_to(need, Outcome):
        for each in outcome.decisions:
            steps.append(Step(each.decided, "decision ({state}):", None, outcome, state=each.decision))
            steps += [
                Step(change.date, "decision ({state}):", None, outcome, state=change.decision)
                for change in each.history
            ]
    for action in actions_of(catalogue, need):
        steps += [
            Step(change.date, "{state}:", None, action, state=change.delivery)
            for change in action.history
            if change.delivery
        ]
    steps += [Step(change.date, change.met, change.note, terms=change) for change in need.history]
    seen = (step for step in steps if step.date is None or step.date <= as_at)
    return sorted(seen, key=lambda step: step.date or date.min)
