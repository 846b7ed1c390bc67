"""Planned changes: all of them, those open for views first, and a page for each."""

from collections.abc import Iterator

from user_engagement import queries
from user_engagement.model import PlannedChange
from user_engagement.outputs.addresses import Target, target
from user_engagement.outputs.browsing import Crumb, home_crumb
from user_engagement.outputs.output import Page
from user_engagement.outputs.publication import Publication

CRUMB = Crumb("Planned changes", Target("planned-changes"))


def outputs(publication: Publication) -> Iterator[Page]:
    """Yield the list of planned changes, and a page for each."""
    catalogue, as_at = publication.catalogue, publication.as_at
    planned = catalogue.all(PlannedChange)
    listed = queries.listed_changes(catalogue, planned, as_at)
    title = publication.phrase("Planned changes to our statistics")
    yield from publication.paged("planned-changes", "planned_changes", title, listed, crumbs=[home_crumb()])
    for change in publication.told(planned):
        yield _page(publication, change)


def _page(publication: Publication, change: PlannedChange) -> Page:
    catalogue = publication.catalogue
    statement = catalogue.statement_of(change)
    return publication.page(
        target(catalogue, change).page,
        "planned_change",
        change.title,
        kind=publication.phrase("planned change"),
        crumbs=[home_crumb(), CRUMB, Crumb(statement.title, Target(f"statements/{statement.id}", "planned-changes"))],
        description=change.summary or "",
        entry=change,
        state=queries.change_state(catalogue, change, publication.as_at),
        needs=[catalogue.find(ref) for ref in change.needs],
        outcomes=[catalogue.find(ref) for ref in change.outcomes],
    )
