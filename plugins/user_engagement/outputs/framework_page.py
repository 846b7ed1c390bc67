"""The practices of the OSR framework and the ways of engaging, each with what refers to it."""

from collections.abc import Iterator

from user_engagement import frameworks
from user_engagement.model import Entry, Method
from user_engagement.outputs.browsing import home_crumb
from user_engagement.outputs.output import Page
from user_engagement.outputs.publication import Publication


def outputs(publication: Publication) -> Iterator[Page]:
    """Yield the page of the framework."""
    catalogue, areas = publication.catalogue, frameworks.osr_framework().practice_areas
    naming = {
        practice.id: [each for each in catalogue.referring_to(practice, Entry) if practice.id in each.practices]
        for area in areas
        for practice in area.practices
    }
    yield publication.page(
        "framework",
        "framework",
        "The framework behind the statements",
        crumbs=[home_crumb()],
        framework=frameworks.osr_framework(),
        naming=naming,
        methods=catalogue.all(Method),
    )
