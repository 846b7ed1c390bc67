"""What regulators and reviewers require of all statements: open requirements first, then those found met."""

from collections.abc import Iterator

from user_engagement import queries
from user_engagement.model import Requirement
from user_engagement.outputs.browsing import home_crumb
from user_engagement.outputs.output import Page
from user_engagement.outputs.publication import Publication


def outputs(publication: Publication) -> Iterator[Page]:
    """Yield the list of requirements; each is told in full on the page of its statement."""
    catalogue, as_at = publication.catalogue, publication.as_at
    requirements = catalogue.all(Requirement)
    yield from publication.paged(
        "requirements",
        "requirements",
        publication.phrase("What regulators and reviewers require"),
        queries.listed_requirements(requirements, as_at),
        crumbs=[home_crumb()],
        outstanding=sum(queries.is_outstanding(each, as_at) for each in requirements),
        counts=queries.verdicts(requirements, as_at),
    )
