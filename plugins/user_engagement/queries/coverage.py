"""What statements show of each practice of the frameworks and of the Code, and where they show nothing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple, TypeVar

from user_engagement import frameworks
from user_engagement.model import Catalogue, Framework, Practice, PracticeArea, Statement
from user_engagement.model.framework import CodePractice
from user_engagement.queries.claims import Claim, Claims, claims
from user_engagement.queries.evidence import has_aged
from user_engagement.queries.framework import Areas, areas_of, frameworks_in_use, held_against
from user_engagement.queries.relations import illustration
from user_engagement.queries.state import is_withdrawn

T = TypeVar("T")

STATES = (
    "gap",
    "no reference",
    "our reading only",
    "claimed only",
    "aged",
    "inherited",
    "evidenced",
    "not applicable",
)
"""How a practice can stand with a statement, gaps first. The Code has “no reference” where the framework has “gap”."""

NAMED = ("claimed only", "aged", "inherited", "evidenced")
"""The states in which an entry of a statement, or of one that it follows, names the practice."""

_SHOWN = ("claimed only", "aged", "evidenced")
_NOT_SHOWN = ("gap", "no reference", "our reading only")


class Standing(NamedTuple):
    """How a practice stands with a statement, and why.

    `claims` are the entries that name the practice, newest evidence first; `through` the statement they are in,
    where it is another one. `readings` are entries that name a practice of the Code which, by our reading, supports
    this one. `reason` tells why the practice was judged not to apply.
    """

    practice: Practice | CodePractice
    state: str
    claims: Sequence[Claim] = ()
    readings: Sequence[Claim] = ()
    reason: str | None = None
    through: Statement | None = None


_Standings = dict[str, tuple[Standing, ...]]


class Coverage(NamedTuple):
    """Practices, and how they stand with each statement held against them, by its id, in their order."""

    practices: Sequence[Practice | CodePractice]
    standings: _Standings


StatementsByState = list[tuple[str, list[Statement]]]
"""States with the statements of which they are true, gaps first."""


class FrameworkCoverage(NamedTuple):
    """How all that a framework asks for, area by area, stands with statements."""

    framework: Framework
    areas: Areas
    coverage: Coverage


class Covered(NamedTuple):
    """How the practices of each framework, and the listed ones of each edition of the Code, stand with statements."""

    frameworks: list[FrameworkCoverage]
    code: dict[str, Coverage]


def covered(catalogue: Catalogue, as_at: date) -> Covered:
    """Return how each practice stands with each statement on a day.

    Claimed: an entry names it in `practices`, or in `code`. Evidenced: such an entry has a day that shows something.
    Aged: the newest such day is over two years ago. Inherited: only a statement that this one adopts, supplements
    or varies claims it. Gap: none of these, no reading of ours, and not judged inapplicable.
    """
    found = claims(catalogue, as_at)
    return Covered(
        [_of_a_framework(each, catalogue, found, as_at) for each in frameworks_in_use(catalogue, as_at)],
        {each: _of_the_code(each, catalogue, found, as_at) for each in frameworks.EDITIONS},
    )


def by_area(areas: Areas, rows: Iterable[T]) -> list[tuple[PracticeArea, list[T]]]:
    """Group what there is of each practice of a framework, in its order, by practice area."""
    rest = iter(rows)
    return [(area, list(islice(rest, len(practices)))) for area, practices in areas]


def by_practice(
    coverage: Coverage, statements: Sequence[Statement]
) -> list[tuple[Practice | CodePractice, StatementsByState]]:
    """Group statements by how each practice stands with them; those not held against it are left out."""
    held = [each for each in statements if each.id in coverage.standings]
    return [
        (practice, _by_state([coverage.standings[each.id][position] for each in held], held))
        for position, practice in enumerate(coverage.practices)
    ]


def evidence_state(found: Iterable[Claim], as_at: date) -> str:
    """Say what claims amount to: claimed only, aged, or evidenced."""
    days = [claim.evidence for claim in found if claim.evidence]
    if not days:
        return "claimed only"
    return "aged" if has_aged(max(days), as_at) else "evidenced"


def followed(catalogue: Catalogue, statement: Statement, as_at: date) -> list[Statement]:
    """Return the statements in force that this one adopts, supplements or varies, and whom they do, nearest first."""
    found, waiting = {statement.id: statement}, [statement]
    while waiting:
        each = waiting.pop(0)
        refs = (*each.adopts, *each.supplements, *(variation.statement for variation in each.varies))
        for other in map(catalogue.find, refs):
            if isinstance(other, Statement) and other.id not in found and not is_withdrawn(other, as_at):
                found[other.id] = other
                waiting.append(other)
    return list(found.values())[1:]


def statements_in_force(catalogue: Catalogue, as_at: date) -> list[Statement]:
    """Return the statements that are not withdrawn, by title, illustrations last."""
    found = [each for each in catalogue.all(Statement) if not is_withdrawn(each, as_at)]
    return sorted(found, key=lambda each: (bool(illustration(catalogue, each)), each.title.lower()))


def _of_a_framework(framework: Framework, catalogue: Catalogue, found: Claims, as_at: date) -> FrameworkCoverage:
    areas = areas_of(framework, as_at)
    practices = [practice for _, asked in areas for practice in asked]
    own = {each.id: _of_a_statement(each, practices, found, as_at) for each in catalogue.all(Statement)}
    standings = _with_followed(catalogue, own, as_at)
    held = {each.id: standings[each.id] for each in held_against(catalogue, framework)}
    return FrameworkCoverage(framework, areas, Coverage(practices, held))


def _of_a_statement(
    statement: Statement, practices: Sequence[Practice], found: Claims, as_at: date
) -> tuple[Standing, ...]:
    reasons = {str(each.practice): each.reason for each in statement.not_applicable}
    standings = []
    for practice in practices:
        named = found.get((statement.id, practice.id), ())
        read = found.get((statement.id, f"reading {practice.id}"), ())
        reason = reasons.get(practice.id)
        unclaimed = "not applicable" if reason else "our reading only" if read else "gap"
        state = evidence_state(named, as_at) if named else unclaimed
        standings.append(Standing(practice, state, named, read, reason))
    return tuple(standings)


def _of_the_code(edition: str, catalogue: Catalogue, found: Claims, as_at: date) -> Coverage:
    practices = frameworks.code(edition).practices
    own = {}
    for statement in catalogue.all(Statement):
        named = [found.get((statement.id, f"{edition} {practice.id}"), ()) for practice in practices]
        own[statement.id] = tuple(
            Standing(practice, evidence_state(each, as_at) if each else "no reference", each)
            for practice, each in zip(practices, named, strict=True)
        )
    return Coverage(practices, _with_followed(catalogue, own, as_at))


def _with_followed(catalogue: Catalogue, own: _Standings, as_at: date) -> _Standings:
    """Return standings in which a practice that a statement does not show may be shown by one that it follows."""
    found = {}
    for statement in catalogue.all(Statement):
        others = followed(catalogue, statement, as_at)
        columns = zip(own[statement.id], *(own[other.id] for other in others), strict=True)
        found[statement.id] = tuple(_through(standing, others, theirs) for standing, *theirs in columns)
    return found


def _through(standing: Standing, others: Sequence[Statement], theirs: Sequence[Standing]) -> Standing:
    pairs = zip(others, theirs, strict=True)
    other, shown = next(((other, their) for other, their in pairs if their.state in _SHOWN), (None, standing))
    if other is None or standing.state not in _NOT_SHOWN:
        return standing
    return standing._replace(state="inherited", claims=shown.claims, through=other)


def _by_state(column: Sequence[Standing], statements: Sequence[Statement]) -> StatementsByState:
    found = defaultdict[str, list[Statement]](list)
    for standing, statement in zip(column, statements, strict=True):
        found[standing.state].append(statement)
    return [(state, found[state]) for state in STATES if state in found]
