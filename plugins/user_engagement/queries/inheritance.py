"""Statements that follow others: what they take over, in what they differ, and how far each team is."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, cast

from user_engagement.model import Action, Catalogue, Commitment, Progress, Statement, UserGroup
from user_engagement.model.commitment import Adoption
from user_engagement.model.progress import ProgressChange
from user_engagement.model.reference import StatementRef
from user_engagement.model.statement import Variation
from user_engagement.queries.participation import going_on
from user_engagement.queries.state import changes, is_withdrawn


class Following(NamedTuple):
    """A statement that another one adopts, supplements or varies, and in what it differs."""

    statement: Statement
    relation: str
    variations: tuple[Variation, ...] = ()


class TeamProgress(NamedTuple):
    """How far a team is with a commitment of a statement that it follows, since when, and what it does about it.

    `delivery` is empty and `date` None where nobody has said how far it is.
    """

    statement: Statement
    commitment: Commitment
    delivery: str
    date: date | None
    note: str | None
    told: tuple[Progress, ...]
    actions: tuple[Action, ...]


def following(catalogue: Catalogue, statement: Statement) -> list[Following]:
    """Return the statements that one follows itself, in the order written, each once."""
    found: dict[str, Following] = {}
    for relation in ("adopts", "supplements"):
        for ref in getattr(statement, relation):
            found[ref] = Following(_statement(catalogue, ref), relation)
    for ref in dict.fromkeys(variation.statement for variation in statement.varies):
        variations = tuple(each for each in statement.varies if each.statement == ref)
        found[ref] = Following(_statement(catalogue, ref), "varies", variations)
    return list(found.values())


def inherited_commitments(catalogue: Catalogue, followed: Statement, as_at: date) -> list[Commitment]:
    """Return the commitments that whoever follows a statement takes over: those that have not ended."""
    return going_on(catalogue, catalogue.all(Commitment, followed), as_at)


def inherited_groups(
    catalogue: Catalogue, statement: Statement, as_at: date
) -> list[tuple[Statement, list[UserGroup]]]:
    """Return the user groups of each statement that this one adds to."""
    followed = (each.statement for each in following(catalogue, statement) if each.relation == "supplements")
    found = [(each, going_on(catalogue, catalogue.all(UserGroup, each), as_at)) for each in followed]
    return [(each, groups) for each, groups in found if groups]


def own_progress(catalogue: Catalogue, statement: Statement, as_at: date) -> dict[str, TeamProgress]:
    """Return how far a team is with commitments of other statements, and what it tells of its own, by their keys."""
    progress, actions = catalogue.all(Progress, statement), catalogue.all(Action, statement)
    named: list[str] = [each.key for each in catalogue.referring_to(statement, Commitment)]
    named += [each.commitment for each in progress]
    named += [ref for each in actions for ref in each.commitments]
    told: tuple[Progress | Action, ...] = (*progress, *actions)
    own = {each.commitment for each in progress}
    found = (catalogue.get(Commitment.section, key) for key in dict.fromkeys(named))
    others = (
        each
        for each in found
        if isinstance(each, Commitment) and (each.statement_id != statement.id or each.key in own)
    )
    pairs = ((each, _of_team(each, statement, told, as_at)) for each in others)
    return {commitment.key: progress for commitment, progress in pairs if progress}


def progress_by_team(catalogue: Catalogue, commitment: Commitment, as_at: date) -> list[TeamProgress]:
    """Return how far each team is with a commitment, where that is known; a team stands here once."""
    told = defaultdict[str, list[Progress | Action]](list)
    for adoption in commitment.adoptions:
        told[adoption.statement] += ()
    for progress in catalogue.referring_to(commitment, Progress):
        told[progress.statement_id].append(progress)
    for action in catalogue.referring_to(commitment, Action):
        if action.statement_id != commitment.statement_id:
            told[action.statement_id].append(action)
    teams = ((_statement(catalogue, key), entries) for key, entries in told.items())
    found = (_of_team(commitment, team, entries, as_at) for team, entries in teams)
    return sorted((each for each in found if each), key=lambda each: each.statement.title.lower())


def _of_team(
    commitment: Commitment, statement: Statement, entries: Iterable[Progress | Action], as_at: date
) -> TeamProgress | None:
    """Return what a team and the statement that promises tell, the newest in force; None where that is nothing."""
    told, actions = [], []
    for each in entries:
        if isinstance(each, Progress) and each.commitment == commitment.key:
            told.append(each)
        if isinstance(each, Action) and commitment.key in each.commitments:
            actions.append(each)
    in_force = [each for each in told if not is_withdrawn(each, as_at)]
    states: list[Adoption | ProgressChange] = [
        change for each in in_force for change in changes(each.history, as_at) if change.delivery
    ]
    states += [each for each in commitment.adoptions if each.statement == statement.id and each.date <= as_at]
    if not (told or actions or states):
        return None
    newest = max(states, key=lambda each: each.date, default=None)
    delivery, note = (str(newest.delivery), newest.note) if newest else ("", None)
    when = newest.date if newest else None
    return TeamProgress(statement, commitment, delivery, when, note, tuple(told), tuple(actions))


def _statement(catalogue: Catalogue, key: str) -> Statement:
    return cast("Statement", catalogue.find(StatementRef(key)))
