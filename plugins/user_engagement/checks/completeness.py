"""Honest gaps: what a reader will miss. Never a reason to make something up."""

from collections.abc import Iterator
from datetime import date

from user_engagement import queries
from user_engagement.checks.finding import Finding
from user_engagement.model import Catalogue, Commitment, Outcome
from user_engagement.model.holding import holding
from user_engagement.model.quantity import Quantity
from user_engagement.model.review import Satisfaction
from user_engagement.model.survey import Answer

MAX_TITLE = 65
"""GOV.UK content guidance: titles of 65 characters or fewer are shown whole in search results."""


def feedback_has_a_decision(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield feedback that no decision answers, not even "none yet"."""
    for outcome in catalogue.all(Outcome):
        answered = {answer for decision in outcome.decisions for answer in decision.answers}
        answers_all = any(not decision.answers for decision in outcome.decisions)
        if not answered <= {feedback.id for feedback in outcome.feedback}:
            continue
        for position, feedback in enumerate(outcome.feedback):
            if not answers_all and feedback.id not in answered and feedback.kind != "praise":
                message = "No decision answers this feedback. Add one; “decision: none yet” is an honest answer."
                yield Finding(outcome, ("feedback", position), "no-decision", message, "warning")


def promises_can_be_measured(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield service standards and time-bound commitments that nothing shows to be kept.

    Of an illustration it is not asked: what a body did not publish cannot be added there.
    """
    for commitment in catalogue.all(Commitment):
        is_shown = commitment.measures or commitment.evidence or queries.illustration(catalogue, commitment)
        if commitment.kind in ("service standard", "time-bound") and not is_shown:
            message = f"A {commitment.kind} commitment can be checked. Add “measures” or “evidence”."
            yield Finding(commitment, (), "not-measured", message, "warning")


def percentages_have_a_base(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield percentages that do not say what they are a percentage of.

    Those of answers have the question's base, and satisfaction may have a base beside it.
    """
    for entry, trail, part in catalogue.parts:
        if isinstance(part, Satisfaction) and part.base:
            continue
        for name, value in holding(part, Quantity) if not isinstance(part, Answer) else ():
            if value.percent and value.base is None and not value.base_unit:
                message = "A percentage of what? Write for example “40% of 299 respondents”."
                yield Finding(entry, (*trail, name), "no-base", message, "warning")


def titles_are_short(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield titles of pages that are too long to be shown whole in search results."""
    for entry in catalogue.entries:
        title = getattr(entry, "title", None)
        if title and len(title) > MAX_TITLE:
            message = f"The title has {len(title)} characters. Shorten it to {MAX_TITLE} or fewer."
            yield Finding(entry, ("title",), "long-title", message, "warning")


def withdrawals_say_why(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield withdrawn entries that tell neither a reason nor a successor."""
    for entry, _ in catalogue.everything:
        if entry.withdrawn and not (entry.withdrawn.reason or entry.withdrawn.successor):
            message = "Say why it was withdrawn in “reason”, or what takes its place in “successor”."
            yield Finding(entry, ("withdrawn",), "withdrawn-without-reason", message, "warning")
