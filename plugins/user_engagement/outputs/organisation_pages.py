"""The list of organisations, and a page for each."""

from collections.abc import Iterator

from user_engagement import queries
from user_engagement.model import AccessibilityStatement, Collaboration, Organisation, Outcome, Part, Requirement
from user_engagement.model.organisation import Questions
from user_engagement.outputs.addresses import Target
from user_engagement.outputs.browsing import Crumb, home_crumb
from user_engagement.outputs.output import Page
from user_engagement.outputs.publication import Publication

NEWEST = 5
CRUMB = Crumb("Organisations", Target("organisations"))
QUESTIONS = [
    (name, field.description) for name, field in Questions.model_fields.items() if name not in Part.model_fields
]


def outputs(publication: Publication) -> Iterator[Page]:
    """Yield the list of organisations and a page for each."""
    organisations = sorted(publication.catalogue.all(Organisation), key=lambda each: each.name.lower())
    yield from publication.paged(
        "organisations",
        "organisations",
        publication.phrase("Organisations"),
        organisations,
        crumbs=[home_crumb()],
    )
    newest = queries.newest_outcomes(publication.catalogue, publication.as_at)
    for organisation in publication.told(organisations):
        yield _page(publication, organisation, newest)


def _page(publication: Publication, organisation: Organisation, newest: list[Outcome]) -> Page:
    catalogue = publication.catalogue
    statements = queries.statements_of(catalogue, organisation)
    own = {statement.id for statement in statements}
    return publication.page(
        f"organisations/{organisation.id}",
        "organisation",
        organisation.name,
        crumbs=[home_crumb(), CRUMB],
        description=organisation.mission or "",
        entry=organisation,
        statements=statements,
        bodies=[each for each in catalogue.all(Organisation) if each.parent == organisation.id],
        outcomes=[outcome for outcome in newest if outcome.statement_id in own][:NEWEST],
        requirements=catalogue.referring_to(organisation, Requirement),
        collaborations=catalogue.referring_to(organisation, Collaboration),
        questions=QUESTIONS,
        accessibility=catalogue.referring_to(organisation, AccessibilityStatement),
        rolled_up=queries.roll_up(catalogue, organisation, publication.as_at),
        led=queries.led_for_others(catalogue, organisation),
    )
