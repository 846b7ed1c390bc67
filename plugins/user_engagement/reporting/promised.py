"""Dates that were promised and have passed, or come soon: of commitments, actions, steps, requirements and changes."""

from collections.abc import Iterator
from datetime import date

from user_engagement import queries
from user_engagement.model import Action, Commitment, Entry, Need, Outcome, PlannedChange, Requirement
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.reporting.matter import Found, Scope
from user_engagement.style import when
from user_engagement.words.files import english


def dated(
    scope: Scope, what: str, entry: Entry, promised: FuzzyDate, *notes: str, field: str = "due"
) -> Iterator[Found]:
    """Yield that something is overdue or due by the last day that keeps a promise, if that is not too far off."""
    last = queries.deadline(promised)
    if last is None or last > scope.until:
        return
    words = f"Due: {when(promised, english())}, {_standing(last, scope.as_at)}."
    kind = f"{what} {'overdue' if last < scope.as_at else 'due'}"
    yield Found(kind, entry, " ".join([words, *filter(None, notes)]), last, field)


def commitments(scope: Scope) -> Iterator[Found]:
    """Yield commitments with a date that are overdue or due soon."""
    for commitment in scope.catalogue.all(Commitment):
        yield from _promise(scope, "commitment", commitment, _owner(commitment))


def actions(scope: Scope) -> Iterator[Found]:
    """Yield actions that are overdue or due soon; one that goes on from another plan only once."""
    catalogue = scope.catalogue
    for action in queries.counted_once(catalogue, catalogue.all(Action), scope.as_at):
        lead = f"Lead: {queries.name(catalogue.find(action.lead))}." if action.lead else ""
        waiting = f"Waiting on: {action.waiting_on}." if action.waiting_on else ""
        yield from _promise(scope, "action", action, _owner(action), lead, waiting)


def steps(scope: Scope) -> Iterator[Found]:
    """Yield steps that were not reached in time, of actions that are not overdue themselves."""
    for action in queries.counted_once(scope.catalogue, scope.catalogue.all(Action), scope.as_at):
        if queries.is_withdrawn(action, scope.as_at) or queries.is_overdue(action, scope.as_at):
            continue
        for step in action.milestones:
            if step.due and queries.is_missed(step, action, scope.as_at):
                yield from dated(scope, "step", action, step.due, f"Step: {step.title}.", field="milestones")


def requirements(scope: Scope) -> Iterator[Found]:
    """Yield what a regulator requires and has not found met, by its day."""
    for requirement in scope.catalogue.all(Requirement):
        due = queries.due(requirement, scope.as_at)
        if due and queries.is_outstanding(requirement, scope.as_at):
            by = requirement.required_by
            note = f"Required by: {queries.name(scope.catalogue.find(by))}." if by else ""
            yield from dated(scope, "requirement", requirement, due, note)


def changes(scope: Scope) -> Iterator[Found]:
    """Yield planned changes that should have happened and of which nobody said whether they did."""
    for change in scope.catalogue.all(PlannedChange):
        planned = queries.effective(change, scope.as_at)
        if planned and queries.is_untold(scope.catalogue, change, scope.as_at):
            yield from dated(scope, "change", change, planned, "Nobody said whether it happened.", field="effective")


def revisits(scope: Scope) -> Iterator[Found]:
    """Yield what somebody said would be looked at again: decisions, and needs that are not met."""
    note = "We said we would look again."
    for outcome in scope.catalogue.all(Outcome):
        decisions = () if queries.is_withdrawn(outcome, scope.as_at) else outcome.decisions
        days = (queries.in_force(each, scope.as_at).revisit for each in decisions)
        for day in dict.fromkeys(each for each in days if each):
            yield from dated(scope, "revisit", outcome, day, note, field="decisions")
    for need in scope.catalogue.all(Need):
        revisit = queries.met_terms(need, scope.as_at).revisit
        if revisit and queries.met(need, scope.as_at) != "met" and not queries.is_withdrawn(need, scope.as_at):
            yield from dated(scope, "revisit", need, revisit, note, field="revisit")


def _promise(scope: Scope, what: str, entry: Action | Commitment, *notes: str) -> Iterator[Found]:
    promises = queries.promises(entry, scope.as_at)
    if not promises or queries.outstanding(entry, scope.as_at) is None:
        return
    state = queries.delivery(entry, scope.as_at)
    delivery = f"Delivery: {state}." if state else ""
    first = f"First promised for {when(promises[0].due, english())}." if len(promises) > 1 else ""
    yield from dated(scope, what, entry, promises[-1].due, delivery, first, *notes)


def _owner(entry: Action | Commitment) -> str:
    return f"Owner: {entry.owner}." if entry.owner else ""


def _standing(last: date, as_at: date) -> str:
    if last == as_at:
        return "today is the last day"
    days = english().count(abs((as_at - last).days), "day")
    return f"overdue by {days}" if last < as_at else f"{days} left"
