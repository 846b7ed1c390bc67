"""The practices of the frameworks and the ways of engaging, each with what refers to it."""

from collections.abc import Iterator, Sequence

from user_engagement import queries
from user_engagement.model import Entry, Framework, Method
from user_engagement.outputs.addresses import Target, target
from user_engagement.outputs.browsing import Crumb, home_crumb
from user_engagement.outputs.output import Page
from user_engagement.outputs.publication import Publication

CRUMB = Crumb("Framework", Target("framework"))


def outputs(publication: Publication) -> Iterator[Page]:
    """Yield a page for each framework; the first tells of ways of engaging, and leads to the others."""
    shipped, *others = publication.catalogue.all(Framework)
    yield _page(publication, shipped, others)
    for framework in others:
        yield _page(publication, framework, [])


def _page(publication: Publication, framework: Framework, others: Sequence[Framework]) -> Page:
    catalogue = publication.catalogue
    naming = {
        practice.id: [each for each in catalogue.referring_to(practice, Entry) if practice.id in each.practices]
        for area in framework.practice_areas
        for practice in area.practices
    }
    shipped = queries.is_shipped(framework)
    return publication.page(
        target(catalogue, framework).page,
        "framework",
        publication.phrase("The framework behind the statements") if shipped else framework.title,
        crumbs=[home_crumb()] if shipped else [home_crumb(), CRUMB],
        entry=None if shipped else framework,
        framework=framework,
        asked=queries.areas_of(framework, publication.as_at),
        is_measured=framework in queries.frameworks_in_use(catalogue, publication.as_at),
        naming=naming,
        others=others,
        methods=catalogue.all(Method) if shipped else (),
    )
