"""The home page: what became of feedback, the statements, how to take part, who to ask."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from user_engagement import queries
from user_engagement.model import Activity, Entry, Organisation, PlannedChange, Statement
from user_engagement.outputs.output import Page
from user_engagement.outputs.publication import Publication

NEWEST = 5

E = TypeVar("E", bound=Entry)


def outputs(publication: Publication) -> Iterator[Page]:
    """Yield the home page."""
    catalogue, as_at = publication.catalogue, publication.as_at
    statements = [each for each in catalogue.all(Statement) if not queries.is_withdrawn(each, as_at)]
    own = [each for each in statements if not queries.illustration(catalogue, each)]
    newest = _of(own, queries.newest_outcomes(catalogue, as_at))
    activities = _of(own, catalogue.all(Activity))
    yield publication.page(
        "",
        "home",
        publication.phrase("User engagement with our statistics"),
        outcomes=newest,
        newest=newest[:NEWEST],
        statements=own,
        illustrations=[each for each in statements if queries.illustration(catalogue, each)],
        open=[activity for activity in activities if queries.is_open(activity, as_at)],
        coming=[activity for activity in activities if queries.is_coming(activity, as_at)],
        changes=queries.changes_open_for_views(catalogue, _of(own, catalogue.all(PlannedChange)), as_at),
        events=queries.coming_events(catalogue, activities, as_at)[:NEWEST],
        organisations=[each for each in catalogue.all(Organisation) if _publishes(each, own)],
    )


def _of(statements: list[Statement], entries: Iterable[E]) -> list[E]:
    ids = {statement.id for statement in statements}
    return [entry for entry in entries if entry.statement_id in ids]


def _publishes(organisation: Organisation, statements: list[Statement]) -> bool:
    return any(statement.organisation == organisation.id for statement in statements)
