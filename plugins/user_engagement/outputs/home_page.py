"""The home page: what became of feedback, the statements, how to take part, who to ask."""

from collections.abc import Iterator

from user_engagement import queries
from user_engagement.model import Activity, Organisation, Statement
from user_engagement.outputs.output import Page
from user_engagement.outputs.publication import Publication

NEWEST = 5


def outputs(publication: Publication) -> Iterator[Page]:
    """Yield the home page."""
    catalogue, as_at = publication.catalogue, publication.as_at
    activities = catalogue.all(Activity)
    newest = queries.newest_outcomes(catalogue, as_at)
    yield publication.page(
        "",
        "home",
        "User engagement with our statistics",
        outcomes=newest,
        newest=newest[:NEWEST],
        statements=[each for each in catalogue.all(Statement) if not queries.is_withdrawn(each, as_at)],
        open=[activity for activity in activities if queries.is_open(activity, as_at)],
        coming=[activity for activity in activities if queries.is_coming(activity, as_at)],
        organisations=[each for each in catalogue.all(Organisation) if queries.statements_of(catalogue, each)],
    )
