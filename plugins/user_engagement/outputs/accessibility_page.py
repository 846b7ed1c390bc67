"""The accessibility statement of the site."""

from collections.abc import Iterator

from user_engagement import frameworks, queries
from user_engagement.model import AccessibilityStatement
from user_engagement.outputs.addresses import target
from user_engagement.outputs.browsing import home_crumb
from user_engagement.outputs.output import Page
from user_engagement.outputs.publication import Publication


def outputs(publication: Publication) -> Iterator[Page]:
    """Yield the page of the accessibility statement, where there is one; its title is that of the model statement."""
    for statement in publication.told(publication.catalogue.all(AccessibilityStatement)):
        yield _page(publication, statement)


def _page(publication: Publication, statement: AccessibilityStatement) -> Page:
    catalogue, as_at = publication.catalogue, publication.as_at
    tests = queries.tests_so_far(statement, as_at)
    reviewed = queries.last_reviewed(statement, as_at)
    return publication.page(
        target(catalogue, statement).page,
        "accessibility_statement",
        publication.phrase("Accessibility statement for {website}", website=str(statement.website)),
        crumbs=[home_crumb()],
        description=statement.summary or "",
        entry=statement,
        organisation=catalogue.find(statement.organisation),
        tests=tests,
        criteria=frameworks.success_criteria(statement.wcag),
        changed=max([reviewed, *(test.tested for test in tests)]),
    )
