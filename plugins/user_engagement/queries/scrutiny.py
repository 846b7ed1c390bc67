"""What reviewers required and found: verdicts, what is still open, reviews that are due."""

from collections.abc import Iterable
from datetime import date
from typing import get_args

from user_engagement.model import Catalogue, Requirement, Review, Statement
from user_engagement.model.requirement import RequirementPart, Verdict, VerdictChange
from user_engagement.queries.overview import counted
from user_engagement.queries.state import changes, due, is_withdrawn

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


def last_verdict(part: RequirementPart, as_at: date) -> VerdictChange | None:
    """Return the verdict in force on a part of a requirement, if one was given."""
    return next(reversed(changes(part.history, as_at)), None)


def verdict(part: RequirementPart, as_at: date) -> Verdict:
    """Return the word for the verdict in force."""
    given = last_verdict(part, as_at)
    return given.verdict if given else "no verdict yet"


def verdicts(requirements: Iterable[Requirement], as_at: date) -> list[tuple[str, int]]:
    """Count parts of requirements by their verdict, the unmet first."""
    return counted((verdict(part, as_at) for each in requirements for part in each.parts), VERDICTS)


def is_outstanding(requirement: Requirement, as_at: date) -> bool:
    """Say whether a requirement has a part that was not found met, or no part yet, and was not withdrawn."""
    met = [verdict(part, as_at) == "met" for part in requirement.parts]
    return not (met and all(met)) and not is_withdrawn(requirement, as_at)


def is_past_due(requirement: Requirement, as_at: date) -> bool:
    """Say whether a requirement should have been met before this day and is still open."""
    when = due(requirement, as_at)
    return when is not None and when.latest is not None and when.latest < as_at and is_outstanding(requirement, as_at)


def listed_requirements(requirements: Iterable[Requirement], as_at: date) -> list[tuple[str, Requirement]]:
    """Return requirements under "open" and "closed", within each the newest first."""
    newest = sorted(requirements, key=lambda each: each.published or date.min, reverse=True)
    outstanding = [(is_outstanding(each, as_at), each) for each in newest]
    return [("open", each) for is_open, each in outstanding if is_open] + [
        ("closed", each) for is_open, each in outstanding if not is_open
    ]


def reviews_newest_first(reviews: Iterable[Review]) -> list[Review]:
    """Return reviews of engagement, the newest first."""
    return sorted(reviews, key=lambda each: each.reviewed, reverse=True)


def is_next_review_late(catalogue: Catalogue, review: Review, as_at: date) -> bool:
    """Say whether the review that was to follow this one was due before this day and no later one is told."""
    if review.review_due is None or review.review_due >= as_at:
        return False
    statement = catalogue.get("statements", review.statement_id)
    own = catalogue.all(Review, statement if isinstance(statement, Statement) else None)
    later = (review.reviewed < each.reviewed <= as_at for each in own if each.statement_id == review.statement_id)
    return not any(each and is_withdrawn(each, as_at) for each in (review, statement)) and not any(later)
