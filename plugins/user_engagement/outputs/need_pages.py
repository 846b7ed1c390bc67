"""Needs: all of them, those of each statement, and a page for each with its whole journey."""

from collections.abc import Iterator
from typing import Any

from user_engagement import queries
from user_engagement.model import Need, Outcome, Statement, TradeOff
from user_engagement.outputs.addresses import Target
from user_engagement.outputs.browsing import Choice, Crumb, home_crumb
from user_engagement.outputs.output import Page
from user_engagement.outputs.publication import Publication

CRUMB = Crumb("Needs", Target("needs"))


def outputs(publication: Publication) -> Iterator[Page]:
    """Yield the list of needs, the lists by statement, and a page for each need."""
    needs = publication.catalogue.all(Need)
    choices = [
        Choice(f"needs/{statement.id}", statement.title, "", found)
        for statement in publication.catalogue.all(Statement)
        if (found := publication.catalogue.all(Need, statement))
    ]
    yield from _list(
        publication,
        Choice("needs", publication.phrase("What users need"), "", needs),
        facets=choices,
        crumbs=[home_crumb()],
    )
    for choice in choices:
        yield from _list(publication, choice, facets=[], crumbs=[home_crumb(), CRUMB])
    for need in publication.told(needs):
        yield _page(publication, need)


def _list(publication: Publication, choice: Choice[Need], **context: Any) -> Iterator[Page]:
    groups = queries.by_met(choice.entries, publication.as_at)
    yield from publication.paged(
        choice.path,
        "needs",
        choice.title
        if context["facets"] or choice.path == "needs"
        else publication.phrase("Needs: {subject}", subject=str(choice.title)),
        [need for _, group in groups for need in group],
        counts=[(word, len(group)) for word, group in groups],
        with_statement=choice.path == "needs",
        **context,
    )


def _page(publication: Publication, need: Need) -> Page:
    catalogue, as_at = publication.catalogue, publication.as_at
    statement = catalogue.statement_of(need)
    return publication.page(
        f"needs/{need.key}",
        "need",
        need.title,
        kind=publication.phrase("need"),
        crumbs=[home_crumb(), CRUMB, Crumb(statement.title, Target(f"needs/{statement.id}"))],
        description=need.wording or "",
        entry=need,
        steps=queries.journey(catalogue, need, as_at),
        done=queries.actions_of(catalogue, need),
        outcomes=catalogue.referring_to(need, Outcome),
        trade_offs=catalogue.referring_to(need, TradeOff),
    )
