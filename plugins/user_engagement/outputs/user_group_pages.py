"""User groups: all of them with when they were last heard, and a page for each with all that concerns it."""

from collections.abc import Iterator

from user_engagement import queries
from user_engagement.model import Activity, Channel, Need, Outcome, TradeOff, Use, UserGroup
from user_engagement.outputs.addresses import Target
from user_engagement.outputs.browsing import Crumb, home_crumb
from user_engagement.outputs.output import Page
from user_engagement.outputs.publication import Publication

CRUMB = Crumb("Users", Target("users"))


def outputs(publication: Publication) -> Iterator[Page]:
    """Yield the list of user groups and a page for each."""
    catalogue, as_at = publication.catalogue, publication.as_at
    everybody = catalogue.all(UserGroup)
    listed = queries.by_voice(catalogue, queries.going_on(catalogue, everybody, as_at), as_at)
    yield from publication.paged(
        "users",
        "users",
        publication.phrase("Who uses our statistics"),
        [group for _, groups in listed for group in groups],
        crumbs=[home_crumb()],
    )
    for group in publication.told(everybody):
        yield _page(publication, group)


def _page(publication: Publication, group: UserGroup) -> Page:
    catalogue, as_at = publication.catalogue, publication.as_at
    statement = catalogue.statement_of(group)
    activities = queries.for_group(catalogue, Activity, group, as_at)
    outcomes = catalogue.referring_to(group, Outcome)
    return publication.page(
        f"users/{group.key}",
        "user_group",
        group.name,
        kind=publication.phrase("user group, {statement}", statement=str(statement.title)),
        crumbs=[home_crumb(), CRUMB, Crumb(statement.title, Target(f"statements/{statement.id}", "users"))],
        description=group.summary or "",
        entry=group,
        uses=catalogue.referring_to(group, Use),
        needs=catalogue.referring_to(group, Need),
        trade_offs=catalogue.referring_to(group, TradeOff),
        asked=queries.begun(queries.asked_in(catalogue, group), as_at),
        outcomes=sorted(outcomes, key=lambda each: queries.updated(each, as_at), reverse=True),
        changes=queries.listed_changes(catalogue, queries.changes_for(catalogue, group), as_at),
        open=queries.open_now(activities, as_at),
        coming=queries.coming(activities, as_at),
        channels=queries.in_use(queries.for_group(catalogue, Channel, group, as_at), as_at),
    )
