"""How to take part: what is open and coming, standing channels, how to help; then what was asked and heard."""

from collections.abc import Iterable, Iterator

from user_engagement import queries
from user_engagement.model import Activity, Catalogue, Channel, Event, PlannedChange, Statement, UserForum
from user_engagement.outputs.browsing import home_crumb
from user_engagement.outputs.output import Page
from user_engagement.outputs.publication import Publication

NEWEST = 10


def outputs(publication: Publication) -> Iterator[Page]:
    """Yield the page, or pages where many statements have ways to take part. Illustrations have none to join."""
    catalogue, as_at = publication.catalogue, publication.as_at
    statements = [
        each
        for each in catalogue.all(Statement)
        if not queries.is_withdrawn(each, as_at) and not queries.illustration(catalogue, each)
    ]
    activities = [activity for each in statements for activity in catalogue.all(Activity, each)]
    planned = [change for each in statements for change in catalogue.all(PlannedChange, each)]
    going_on = queries.going_on(catalogue, activities, as_at)
    rows = [(each, _channels(publication, each)) for each in statements]
    yield from publication.paged(
        "get-involved",
        "get_involved",
        publication.phrase("Get involved"),
        [(statement, channels) for statement, channels in rows if channels or statement.taking_part],
        crumbs=[home_crumb()],
        open=queries.open_now(going_on, as_at),
        coming=queries.coming(going_on, as_at),
        changes=queries.changes_open_for_views(catalogue, planned, as_at),
        events=queries.coming_events(catalogue, activities, as_at),
        forums=queries.in_use(queries.going_on(catalogue, _forums(catalogue, statements), as_at), as_at),
        recorded=[each for each in queries.past_events(catalogue, activities, as_at) if _is_kept(each)][:NEWEST],
        heard=queries.begun((each for each in activities if each.heard or each.findings), as_at)[:NEWEST],
    )


def _forums(catalogue: Catalogue, statements: Iterable[Statement]) -> list[UserForum]:
    return [forum for each in statements for forum in catalogue.all(UserForum, each)]


def _is_kept(event: Event) -> bool:
    return bool(event.recording_address or event.slides_address)


def _channels(publication: Publication, statement: Statement) -> list[Channel]:
    catalogue, as_at = publication.catalogue, publication.as_at
    return queries.in_use(queries.going_on(catalogue, catalogue.all(Channel, statement), as_at), as_at)
