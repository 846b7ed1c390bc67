"""The editions of the Code side by side, what the statements show of them, and what to look at again."""

from collections.abc import Iterator

from user_engagement import frameworks, queries
from user_engagement.outputs.browsing import home_crumb
from user_engagement.outputs.output import Page
from user_engagement.outputs.publication import Publication


def outputs(publication: Publication) -> Iterator[Page]:
    """Yield the pages about the Code; the list of statements with something to look at again is cut into pages."""
    catalogue, as_at = publication.catalogue, publication.as_at
    statements = queries.statements_in_force(catalogue, as_at)
    counted = [each for each in statements if not queries.illustration(catalogue, each)]
    editions = queries.covered(catalogue, as_at).code
    moves = queries.moves(catalogue, as_at)
    yield from publication.paged(
        "code",
        "code",
        publication.phrase("The Code of Practice for Statistics"),
        [(each, moves[each.id]) for each in statements if moves[each.id]],
        crumbs=[home_crumb()],
        passages=queries.passages(),
        editions=[(frameworks.code(each), queries.by_practice(found, counted)) for each, found in editions.items()],
        unlisted=queries.unlisted_references(catalogue),
        left_out=len(counted) < len(statements),
    )
