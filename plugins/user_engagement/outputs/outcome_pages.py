"""Outcomes: all of them newest first, the same by what they can be browsed by, and a page for each."""

from collections.abc import Iterator, Sequence
from typing import get_args

from user_engagement import queries
from user_engagement.model import Outcome, Statement, UserGroup
from user_engagement.model.action import Delivery
from user_engagement.model.outcome import DecisionWord
from user_engagement.outputs.addresses import Target
from user_engagement.outputs.output import Page
from user_engagement.outputs.publication import Choice, Crumb, Publication, home_crumb

CRUMB = Crumb("Outcomes of feedback", Target("outcomes"))


def outputs(publication: Publication) -> Iterator[Page]:
    """Yield the list of outcomes, the lists to browse, and a page for each outcome."""
    everything = queries.newest_outcomes(publication.catalogue, publication.as_at)
    facets = _facets(publication, everything)
    yield from publication.paged(
        "outcomes",
        "outcomes",
        "Outcomes of feedback",
        everything,
        crumbs=[home_crumb()],
        scope="",
        facets=facets,
        with_statement=True,
    )
    for _, choices in facets:
        for choice in choices:
            yield from _browse(publication, choice)
    for outcome in everything:
        yield _page(publication, outcome)


def _facets(publication: Publication, everything: Sequence[Outcome]) -> list[tuple[str, list[Choice[Outcome]]]]:
    catalogue, as_at = publication.catalogue, publication.as_at
    statements = [
        Choice(f"outcomes/{statement.id}", statement.title, f" of {statement.title}", outcomes)
        for statement in catalogue.all(Statement)
        if (outcomes := [each for each in everything if each.statement_id == statement.id])
    ]
    groups = [
        Choice(f"outcomes-by-user-group/{group.key}", group.name, f" of feedback from {group.name}", outcomes)
        for group in catalogue.all(UserGroup)
        if (outcomes := [each for each in everything if group.key in queries.heard_from(each)])
    ]
    decisions = [
        Choice(f"outcomes-by-decision/{_slug(word)}", word, f" with the decision “{word}”", outcomes)
        for word in get_args(DecisionWord)
        if (outcomes := [each for each in everything if word in queries.decisions(each, as_at)])
    ]
    deliveries = [
        Choice(f"outcomes-by-delivery/{_slug(word)}", word, f" with the delivery “{word}”", outcomes)
        for word in get_args(Delivery)
        if (outcomes := [each for each in everything if queries.outcome_delivery(catalogue, each, as_at) == word])
    ]
    return [("Statement", statements), ("Decision", decisions), ("Delivery", deliveries), ("User group", groups)]


def _browse(publication: Publication, choice: Choice[Outcome]) -> Iterator[Page]:
    yield from publication.paged(
        choice.path,
        "outcomes",
        f"Outcomes: {choice.title}",
        choice.entries,
        crumbs=[home_crumb(), CRUMB],
        scope=choice.scope,
        facets=[],
        with_statement=True,
    )


def _page(publication: Publication, outcome: Outcome) -> Page:
    catalogue, as_at = publication.catalogue, publication.as_at
    statement = catalogue.statement_of(outcome)
    return publication.page(
        f"outcomes/{outcome.key}",
        "outcome",
        outcome.title,
        crumbs=[home_crumb(), CRUMB, Crumb(statement.title, Target(f"outcomes/{statement.id}"))],
        description=outcome.summary or "",
        entry=outcome,
        delivery=queries.outcome_delivery(catalogue, outcome, as_at),
        done=queries.actions_of(catalogue, outcome),
        followed_by=[each for each in catalogue.referring_to(outcome, Outcome) if outcome.key in each.follows],
    )


def _slug(words: str) -> str:
    return words.replace(" ", "-")
