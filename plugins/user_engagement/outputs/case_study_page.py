"""Examples of engagement from all statements, the newest first."""

from collections.abc import Iterator
from datetime import date

from user_engagement import queries
from user_engagement.model import CaseStudy
from user_engagement.outputs.browsing import home_crumb
from user_engagement.outputs.output import Page
from user_engagement.outputs.publication import Publication


def outputs(publication: Publication) -> Iterator[Page]:
    """Yield the list of case studies; each is told in full on the page of its statement."""
    catalogue, as_at = publication.catalogue, publication.as_at
    told = queries.going_on(catalogue, catalogue.all(CaseStudy), as_at)
    newest = sorted(told, key=lambda each: each.published or date.min, reverse=True)
    yield from publication.paged(
        "case-studies", "case_studies", publication.phrase("Case studies"), newest, crumbs=[home_crumb()]
    )
