"""What a statement does not show: practices that nothing names, and texts that a language does not have."""

from collections.abc import Iterator

from user_engagement import queries
from user_engagement.checks.translations import translations_are_whole, translations_follow_their_original
from user_engagement.model import Practice
from user_engagement.reporting.matter import Found, Scope
from user_engagement.style import first_up


def gaps(scope: Scope) -> Iterator[Found]:
    """Yield practices of a framework that nothing in a statement names, and that were not judged inapplicable."""
    for each in queries.covered(scope.catalogue, scope.as_at).frameworks:
        for statement, standings in each.coverage.standings.items():
            at = scope.catalogue.get("statements", statement)
            for standing in standings:
                if standing.state == "gap" and isinstance(standing.practice, Practice):
                    words = f"Named by no entry ({each.framework.title})."
                    yield Found("coverage gap", standing.practice, words, at=at)


def translations_behind(scope: Scope) -> Iterator[Found]:
    """Yield texts whose wording changed after they were translated."""
    for finding in translations_follow_their_original(scope.catalogue, scope.as_at):
        field = str(finding.trail[0])
        yield Found("translation behind", finding.entry, f"{first_up(_words(field))}: {finding.message}", field=field)


def translations_missing(scope: Scope) -> Iterator[Found]:
    """Yield entries of which something is not in every language in which they are published."""
    for finding in translations_are_whole(scope.catalogue, scope.as_at):
        yield Found("translation missing", finding.entry, finding.message)


def _words(field: str) -> str:
    return field.replace("_", " ")
