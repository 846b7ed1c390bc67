"""Coverage of the frameworks: overall, by organisation and by statement, each with its gaps."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from user_engagement import frameworks, queries
from user_engagement.model import Framework, Organisation, Practice, PracticeArea, Statement
from user_engagement.model.framework import CodePractice
from user_engagement.outputs.addresses import Target, coverage_of
from user_engagement.outputs.browsing import Crumb, home_crumb
from user_engagement.outputs.output import Page
from user_engagement.outputs.publication import Publication
from user_engagement.queries import Coverage, FrameworkCoverage, Move, Standing, StatementsByState

CRUMB = Crumb("Coverage", Target("coverage"))

Editions = dict[str, Coverage]
Rows = list[tuple[Practice | CodePractice, StatementsByState]]


class Overview(NamedTuple):
    """How statements stand with a framework, practice by practice, and the practices that none of them names."""

    framework: Framework
    areas: list[tuple[PracticeArea, Rows]]
    coverage: Coverage
    gaps: list[Practice | CodePractice]


class Account(NamedTuple):
    """How one statement stands with a framework: how many practices how, its gaps, and each practice."""

    framework: Framework
    areas: list[tuple[PracticeArea, list[Standing]]]
    counts: list[tuple[str, int]]
    gaps: list[Practice | CodePractice]


def outputs(publication: Publication) -> Iterator[Page]:
    """Yield the coverage of everything by framework, of each organisation and of each statement."""
    catalogue, as_at = publication.catalogue, publication.as_at
    found, editions = queries.covered(catalogue, as_at)
    moves = queries.moves(catalogue, as_at)
    for each in found:
        yield from _everything(publication, each, [other.framework for other in found[1:]])
    for organisation in publication.told(_publishing(publication)):
        yield from _organisation(publication, organisation, found, editions)
    for statement in publication.told(catalogue.all(Statement)):
        yield _statement(publication, statement, found, editions, moves[statement.id])


def _everything(publication: Publication, found: FrameworkCoverage, others: Sequence[Framework]) -> Iterator[Page]:
    in_force = queries.statements_in_force(publication.catalogue, publication.as_at)
    statements = [each for each in in_force if each.id in found.coverage.standings]
    counted = [each for each in statements if not queries.illustration(publication.catalogue, each)]
    first = queries.is_shipped(found.framework)
    yield from publication.paged(
        coverage_of(found.framework).page,
        "coverage",
        publication.phrase("Coverage of the framework") if first else _title(publication, found.framework.title),
        statements,
        crumbs=[home_crumb()] if first else [home_crumb(), CRUMB],
        overview=_overview(found, counted),
        further=[],
        editions=[],
        left_out=len(counted) < len(statements),
        frameworks=others if first else [],
        organisations=_publishing(publication) if first else [],
    )


def _organisation(
    publication: Publication, organisation: Organisation, found: Sequence[FrameworkCoverage], editions: Editions
) -> Iterator[Page]:
    in_force = queries.statements_in_force(publication.catalogue, publication.as_at)
    statements = [each for each in in_force if each.organisation == organisation.id]
    first, *others = [_overview(each, statements) for each in found]
    yield from publication.paged(
        f"coverage-of-organisations/{organisation.id}",
        "coverage",
        _title(publication, organisation.name),
        statements,
        crumbs=[home_crumb(), CRUMB],
        entry=organisation,
        overview=first,
        further=[each for each in others if any(statement.id in each.coverage.standings for statement in statements)],
        editions=[(frameworks.code(each), queries.by_practice(code, statements)) for each, code in editions.items()],
        left_out=False,
        frameworks=[],
        organisations=[],
    )


def _overview(found: FrameworkCoverage, statements: Sequence[Statement]) -> Overview:
    rows = queries.by_practice(found.coverage, statements)
    gaps = [practice for practice, groups in rows if not {state for state, _ in groups} & set(queries.NAMED)]
    return Overview(found.framework, queries.by_area(found.areas, rows), found.coverage, gaps)


def _statement(
    publication: Publication,
    statement: Statement,
    found: Sequence[FrameworkCoverage],
    editions: Editions,
    moves: Sequence[Move],
) -> Page:
    first, *others = found
    return publication.page(
        f"coverage/{statement.id}",
        "coverage_statement",
        _title(publication, statement.title),
        crumbs=[home_crumb(), CRUMB],
        entry=statement,
        searched=False,
        account=_account(first, statement),
        further=[_account(each, statement) for each in others if statement.id in each.coverage.standings],
        editions=[(frameworks.code(each), code.standings[statement.id]) for each, code in editions.items()],
        moves=moves,
    )


def _title(publication: Publication, subject: str) -> str:
    return publication.phrase("Coverage: {subject}", subject=str(subject))


def _account(found: FrameworkCoverage, statement: Statement) -> Account:
    standings = found.coverage.standings[statement.id]
    return Account(
        found.framework,
        queries.by_area(found.areas, standings),
        queries.counted((each.state for each in standings), queries.STATES),
        [each.practice for each in standings if each.state == "gap"],
    )


def _publishing(publication: Publication) -> list[Organisation]:
    """Return the organisations that have statements, by name."""
    catalogue = publication.catalogue
    found = [each for each in catalogue.all(Organisation) if queries.statements_of(catalogue, each)]
    return sorted(found, key=lambda each: each.name.lower())
