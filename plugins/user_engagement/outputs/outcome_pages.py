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

LEDES = {
    "all": "{outcomes}, newest first.",
    "statement": "{outcomes} of {subject}, newest first.",
    "user-group": "{outcomes} of feedback from {subject}, newest first.",
    "decision": "{outcomes} with the decision “{subject}”, newest first.",
    "delivery": "{outcomes} with the delivery “{subject}”, newest first.",
}

_Groups = dict[str, list[Outcome]]


def outputs(publication: Publication) -> Iterator[Page]:
    """Yield the list of outcomes, the lists to browse, and a page for each outcome."""
    everything = queries.newest_outcomes(publication.catalogue, publication.as_at)
    decisions = _grouped(everything, lambda each: queries.decisions(each, publication.as_at))
    by_decision = _by_word(publication, "decision", get_args(DecisionWord), decisions)
    facets = _facets(publication, everything, by_decision)
    yield from publication.paged(
        "outcomes",
        "outcomes",
        publication.phrase("Outcomes of feedback"),
        everything,
        crumbs=[home_crumb()],
        lede=_lede(publication, "all", "", everything),
        facets=facets,
        decided=queries.outcomes_by_decision(everything, publication.as_at),
        pages_by_decision=by_decision,
        with_statement=True,
    )
    for _, choices in facets:
        for choice in choices:
            yield from _browse(publication, choice)
    for outcome in publication.told(everything):
        yield _page(publication, outcome)


def _facets(
    publication: Publication, everything: Sequence[Outcome], by_decision: list[Choice[Outcome]]
) -> list[tuple[str, list[Choice[Outcome]]]]:
    catalogue, as_at = publication.catalogue, publication.as_at
    deliveries = _grouped(everything, lambda each: [queries.outcome_delivery(catalogue, each, as_at) or ""])
    return [
        (
            publication.phrase("Statement"),
            _by_statement(publication, _grouped(everything, lambda each: [each.statement_id])),
        ),
        (publication.phrase("Decision"), by_decision),
        (publication.phrase("Delivery"), _by_word(publication, "delivery", get_args(Delivery), deliveries)),
        (publication.phrase("User group"), _by_group(publication, _grouped(everything, queries.heard_from))),
    ]


def _by_statement(publication: Publication, grouped: _Groups) -> list[Choice[Outcome]]:
    return [
        Choice(f"outcomes/{each.id}", each.title, _lede(publication, "statement", each.title, found), found)
        for each in publication.catalogue.all(Statement)
        if (found := grouped.get(each.id))
    ]


def _by_group(publication: Publication, grouped: _Groups) -> list[Choice[Outcome]]:
    catalogue = publication.catalogue
    return [
        Choice(
            f"outcomes-by-user-group/{each.key}",
            each.name,
            _lede(publication, "user-group", each.name, found),
            found,
            kind=str(catalogue.statement_of(each).title),
        )
        for each in catalogue.all(UserGroup)
        if (found := grouped.get(each.key))
    ]


def _by_word(publication: Publication, facet: str, words: Sequence[str], grouped: _Groups) -> list[Choice[Outcome]]:
    return [
        Choice(f"outcomes-by-{facet}/{word.replace(' ', '-')}", told, _lede(publication, facet, told, found), found)
        for word in words
        if (told := publication.phrase(word)) and (found := grouped.get(word))
    ]


def _lede(publication: Publication, facet: str, subject: str, outcomes: Sequence[Outcome]) -> str:
    return publication.phrase(LEDES[facet], outcomes=publication.words.count(len(outcomes), "outcome"), subject=subject)


def _grouped(outcomes: Iterable[Outcome], keys: Callable[[Outcome], Iterable[str]]) -> _Groups:
    grouped: _Groups = {}
    for outcome in outcomes:
        for key in keys(outcome):
            grouped.setdefault(key, []).append(outcome)
    return grouped


def _browse(publication: Publication, choice: Choice[Outcome]) -> Iterator[Page]:
    yield from publication.paged(
        choice.path,
        "outcomes",
        publication.phrase("Outcomes: {subject}", subject=str(choice.title)),
        choice.entries,
        kind=choice.kind,
        crumbs=[home_crumb(), CRUMB],
        lede=choice.lede,
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
        kind=publication.phrase("outcome of feedback"),
        crumbs=[home_crumb(), CRUMB, Crumb(statement.title, Target(f"outcomes/{statement.id}"))],
        description=outcome.summary or "",
        entry=outcome,
        delivery=queries.outcome_delivery(catalogue, outcome, as_at),
        done=queries.actions_of(catalogue, outcome),
        followed_by=[each for each in catalogue.referring_to(outcome, Outcome) if outcome.key in each.follows],
    )
