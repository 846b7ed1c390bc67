"""Outcomes: all of them newest first, the same by what they can be browsed by, and a page for each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import get_args

from user_engagement import queries
from user_engagement.model import Outcome, Statement, UserGroup
from user_engagement.model.action import Delivery
from user_engagement.model.outcome import DecisionWord
from user_engagement.outputs.addresses import Target
from user_engagement.outputs.browsing import Choice, Crumb, home_crumb
from user_engagement.outputs.output import Page
from user_engagement.outputs.publication import Publication

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
    statements = _grouped(everything, lambda each: [each.statement_id])
    groups = _grouped(everything, queries.heard_from)
    decisions = _grouped(everything, lambda each: queries.decisions(each, as_at))
    deliveries = _grouped(everything, lambda each: [queries.outcome_delivery(catalogue, each, as_at) or ""])
    return [
        (
            "Statement",
            [
                Choice(f"outcomes/{each.id}", each.title, f" of {each.title}", statements[each.id])
                for each in catalogue.all(Statement)
                if each.id in statements
            ],
        ),
        ("Decision", _by_word("decision", get_args(DecisionWord), decisions)),
        ("Delivery", _by_word("delivery", get_args(Delivery), deliveries)),
        (
            "User group",
            [
                Choice(
                    f"outcomes-by-user-group/{each.key}",
                    each.name,
                    f" of feedback from {each.name}",
                    groups[each.key],
                    kind=catalogue.statement_of(each).title,
                )
                for each in catalogue.all(UserGroup)
                if each.key in groups
            ],
        ),
    ]


def _by_word(facet: str, words: Sequence[str], grouped: dict[str, list[Outcome]]) -> list[Choice[Outcome]]:
    return [
        Choice(f"outcomes-by-{facet}/{word.replace(' ', '-')}", word, f" with the {facet} “{word}”", grouped[word])
        for word in words
        if word in grouped
    ]


def _grouped(outcomes: Iterable[Outcome], keys: Callable[[Outcome], Iterable[str]]) -> dict[str, list[Outcome]]:
    grouped: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        for key in keys(outcome):
            grouped.setdefault(key, []).append(outcome)
    return grouped


def _browse(publication: Publication, choice: Choice[Outcome]) -> Iterator[Page]:
    yield from publication.paged(
        choice.path,
        "outcomes",
        f"Outcomes: {choice.title}",
        choice.entries,
        kind=choice.kind,
        crumbs=[home_crumb(), CRUMB],
        scope=choice.scope,
        facets=[],
        with_statement=choice.path.startswith("outcomes-by-"),
    )


def _page(publication: Publication, outcome: Outcome) -> Page:
    catalogue, as_at = publication.catalogue, publication.as_at
    statement = catalogue.statement_of(outcome)
    return publication.page(
        f"outcomes/{outcome.key}",
        "outcome",
        outcome.title,
        kind="outcome of feedback",
        crumbs=[home_crumb(), CRUMB, Crumb(statement.title, Target(f"outcomes/{statement.id}"))],
        description=outcome.summary or "",
        entry=outcome,
        delivery=queries.outcome_delivery(catalogue, outcome, as_at),
        done=queries.actions_of(catalogue, outcome),
        followed_by=[each for each in catalogue.referring_to(outcome, Outcome) if outcome.key in each.follows],
    )
