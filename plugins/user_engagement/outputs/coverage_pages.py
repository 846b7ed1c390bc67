"""Coverage of the framework: overall, by organisation and by statement, each with its gaps."""

from collections.abc import Iterator, Sequence
from typing import Any

from user_engagement import frameworks, queries
from user_engagement.model import Organisation, Practice, Statement
from user_engagement.model.framework import CodePractice
from user_engagement.outputs.addresses import Target
from user_engagement.outputs.browsing import Crumb, home_crumb
from user_engagement.outputs.output import Page
from user_engagement.outputs.publication import Publication
from user_engagement.queries import Coverage, Move, StatementsByState

CRUMB = Crumb("Coverage", Target("coverage"))

Editions = dict[str, Coverage]
Rows = list[tuple[Practice | CodePractice, StatementsByState]]


def outputs(publication: Publication) -> Iterator[Page]:
    """Yield the coverage of everything, of each organisation and of each statement."""
    catalogue, as_at = publication.catalogue, publication.as_at
    coverage, editions = queries.covered(catalogue, as_at)
    moves = queries.moves(catalogue, as_at)
    yield from _everything(publication, coverage)
    for organisation in _publishing(publication):
        yield from _organisation(publication, organisation, coverage, editions)
    for statement in catalogue.all(Statement):
        yield _statement(publication, statement, coverage, editions, moves[statement.id])


def _everything(publication: Publication, coverage: Coverage) -> Iterator[Page]:
    statements = queries.statements_in_force(publication.catalogue, publication.as_at)
    counted = [each for each in statements if not queries.illustration(publication.catalogue, each)]
    yield from _overview(
        publication,
        "coverage",
        "Coverage of the framework",
        statements,
        rows=queries.by_practice(coverage, counted),
        coverage=coverage,
        crumbs=[home_crumb()],
        editions=[],
        left_out=len(counted) < len(statements),
        organisations=_publishing(publication),
    )


def _organisation(
    publication: Publication, organisation: Organisation, coverage: Coverage, editions: Editions
) -> Iterator[Page]:
    in_force = queries.statements_in_force(publication.catalogue, publication.as_at)
    statements = [each for each in in_force if each.organisation == organisation.id]
    yield from _overview(
        publication,
        f"coverage-of-organisations/{organisation.id}",
        f"Coverage: {organisation.name}",
        statements,
        rows=queries.by_practice(coverage, statements),
        coverage=coverage,
        crumbs=[home_crumb(), CRUMB],
        entry=organisation,
        editions=[(frameworks.code(each), queries.by_practice(found, statements)) for each, found in editions.items()],
        left_out=False,
        organisations=[],
    )


def _overview(
    publication: Publication, path: str, title: str, statements: Sequence[Statement], *, rows: Rows, **context: Any
) -> Iterator[Page]:
    gaps = [practice for practice, groups in rows if not {state for state, _ in groups} & set(queries.NAMED)]
    areas = frameworks.osr_framework().practice_areas
    yield from publication.paged(path, "coverage", title, statements, practices=rows, gaps=gaps, areas=areas, **context)


def _statement(
    publication: Publication, statement: Statement, coverage: Coverage, editions: Editions, moves: Sequence[Move]
) -> Page:
    standings = coverage.standings[statement.id]
    return publication.page(
        f"coverage/{statement.id}",
        "coverage_statement",
        f"Coverage: {statement.title}",
        crumbs=[home_crumb(), CRUMB],
        entry=statement,
        searched=False,
        counts=queries.counted((each.state for each in standings), queries.STATES),
        gaps=[each.practice for each in standings if each.state == "gap"],
        areas=queries.by_area(standings),
        editions=[(frameworks.code(each), found.standings[statement.id]) for each, found in editions.items()],
        moves=moves,
    )


def _publishing(publication: Publication) -> list[Organisation]:
    """Return the organisations that have statements, by name."""
    catalogue = publication.catalogue
    found = [each for each in catalogue.all(Organisation) if queries.statements_of(catalogue, each)]
    return sorted(found, key=lambda each: each.name.lower())
