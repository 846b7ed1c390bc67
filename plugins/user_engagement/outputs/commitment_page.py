"""The tracker: every commitment and action across statements, with what is overdue."""

from collections.abc import Iterator
from typing import get_args

from user_engagement import queries
from user_engagement.model import Action, Commitment, Statement
from user_engagement.model.action import Delivery
from user_engagement.outputs.browsing import home_crumb
from user_engagement.outputs.output import Page
from user_engagement.outputs.publication import Publication


def outputs(publication: Publication) -> Iterator[Page]:
    """Yield the pages of the tracker."""
    catalogue, as_at = publication.catalogue, publication.as_at
    rows: list[Commitment | Action] = []
    for statement in catalogue.all(Statement):
        rows += [*catalogue.all(Commitment, statement), *catalogue.all(Action, statement)]
    actions = queries.counted_once(catalogue, catalogue.all(Action), as_at)
    told: list[Commitment | Action] = [*actions, *catalogue.all(Commitment)]
    late = queries.counted((queries.timing(each, as_at) for each in told), ("overdue", "due today", "due soon"))
    counts = queries.counted((queries.delivery(action, as_at) for action in actions), get_args(Delivery))
    yield from publication.paged(
        "commitments",
        "commitments",
        publication.phrase("Commitments and actions"),
        rows,
        crumbs=[home_crumb()],
        counts=[*counts, *late],
    )
