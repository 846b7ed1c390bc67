"""A refusal has a reason."""

from collections.abc import Iterator
from datetime import date

from user_engagement.checks.finding import Finding
from user_engagement.model import Catalogue, Decision, Outcome
from user_engagement.model.outcome import DecisionTerms

NEEDS_REASON = ("rejected", "deferred", "conditional", "accepted in part")


def refusals_have_reasons(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every decision that owes users a reason and gives none.

    Source: Code of Practice for Statistics 2.1, V1.5: be transparent about reasons and constraints.
    """
    for outcome in catalogue.all(Outcome):
        for number, decision in enumerate(outcome.decisions):
            if decision.decision in NEEDS_REASON and not decision.reason:
                yield _missing(outcome, ("decisions", number, "decision"), decision.decision, "reason")
            for position, change in enumerate(decision.history):
                if change.decision in NEEDS_REASON and not (change.reason or change.note):
                    trail = ("decisions", number, "history", position, "decision")
                    yield _missing(outcome, trail, change.decision, "reason")


def conditions_are_told(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every conditional decision that does not say what it depends on."""
    for outcome in catalogue.all(Outcome):
        for number, decision in enumerate(outcome.decisions):
            for place, terms in _terms(decision):
                if terms.decision == "conditional" and terms.reason and not terms.conditional_on:
                    message = "Say what the decision depends on. Add “conditional_on”."
                    yield Finding(outcome, ("decisions", number, *place, "decision"), "missing-condition", message)


def _terms(decision: Decision) -> Iterator[tuple[tuple[str | int, ...], DecisionTerms]]:
    yield (), decision
    for position, change in enumerate(decision.history):
        yield ("history", position), change


def _missing(outcome: Outcome, trail: tuple[str | int, ...], decision: str, field: str) -> Finding:
    message = f"Users are owed an explanation when the decision is “{decision}”. Add “{field}”."
    return Finding(outcome, trail, "missing-reason", message)
