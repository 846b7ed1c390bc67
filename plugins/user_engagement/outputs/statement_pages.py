"""The list of all statements, and a page for each."""

from collections.abc import Iterator

from user_engagement import queries
from user_engagement.model import (
    Action,
    Activity,
    CaseStudy,
    Channel,
    Collaboration,
    Commitment,
    Need,
    PlannedChange,
    Requirement,
    Review,
    Statement,
    Statistic,
    TradeOff,
    Use,
    UserForum,
    UserGroup,
)
from user_engagement.outputs.addresses import Target
from user_engagement.outputs.browsing import Crumb, home_crumb
from user_engagement.outputs.output import Page
from user_engagement.outputs.publication import Publication

NEWEST = 5
CRUMB = Crumb("Statements", Target("statements"))


def outputs(publication: Publication) -> Iterator[Page]:
    """Yield the list of statements and a page for each."""
    statements = sorted(publication.catalogue.all(Statement), key=lambda statement: statement.title.lower())
    yield from publication.paged(
        "statements",
        "statements",
        publication.phrase("Statements"),
        statements,
        crumbs=[home_crumb()],
        requirements=publication.catalogue.all(Requirement),
        case_studies=publication.catalogue.all(CaseStudy),
    )
    for statement in publication.told(statements):
        yield _page(publication, statement)


def _page(publication: Publication, statement: Statement) -> Page:
    catalogue, as_at = publication.catalogue, publication.as_at
    return publication.page(
        f"statements/{statement.id}",
        "statement",
        statement.title,
        crumbs=[home_crumb(), CRUMB],
        description=statement.summary or "",
        entry=statement,
        commitments=catalogue.all(Commitment, statement),
        followed=queries.following(catalogue, statement),
        progress=queries.own_progress(catalogue, statement, as_at),
        other_actions=[each for each in catalogue.all(Action, statement) if not queries.home(catalogue, each)],
        user_groups=catalogue.all(UserGroup, statement),
        inherited_groups=queries.inherited_groups(catalogue, statement, as_at),
        uses=catalogue.all(Use, statement),
        needs=catalogue.all(Need, statement),
        trade_offs=catalogue.all(TradeOff, statement),
        channels=catalogue.all(Channel, statement),
        forums=catalogue.all(UserForum, statement),
        activities=catalogue.all(Activity, statement),
        outcomes=queries.newest_outcomes(catalogue, as_at, statement),
        planned_changes=queries.listed_changes(catalogue, catalogue.all(PlannedChange, statement), as_at),
        requirements=queries.listed_requirements(catalogue.all(Requirement, statement), as_at),
        reviews=queries.reviews_newest_first(catalogue.all(Review, statement)),
        collaborations=catalogue.all(Collaboration, statement),
        shared=[each for each in catalogue.referring_to(statement, Collaboration) if each.statement_id != statement.id],
        case_studies=catalogue.all(CaseStudy, statement),
        statistics=catalogue.all(Statistic, statement),
        adopting=queries.adopting(catalogue, statement),
        newest=NEWEST,
    )
