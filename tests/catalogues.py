"""Entries for tests, each with the least it needs: `outcome(decisions=[{"decision": "accepted"}])`."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any, TypeVar

from user_engagement import frameworks
from user_engagement.model import (
    Action,
    Activity,
    Catalogue,
    Commitment,
    Entry,
    Need,
    Organisation,
    Outcome,
    Statement,
    Statistic,
    UserGroup,
)
from user_engagement.outputs.publication import Publication
from user_engagement.problems import Place
from user_engagement.rendering import environment
from user_engagement.visibility import PublicCatalogue, public
from user_engagement.words.files import english

E = TypeVar("E", bound=Entry)

AS_AT = date(2026, 11, 23)


def entry(kind: type[E], within: str = "bus", /, **fields: Any) -> E:
    """Return an entry of a statement, from fields as an author writes them."""
    return kind.model_validate(fields, context={"statement": within})


def organisation(**fields: Any) -> Organisation:
    return entry(Organisation, "", **{"id": "travel", "name": "Department of Travel", **fields})


def statement(**fields: Any) -> Statement:
    written = {"id": "bus", "title": "Bus statistics", "organisation": "travel", **fields}
    return entry(Statement, written["id"], **written)


def outcome(**fields: Any) -> Outcome:
    return entry(Outcome, **{"id": "area-codes", "title": "Area codes", **fields})


def need(**fields: Any) -> Need:
    return entry(Need, **{"id": "small-areas", "title": "Figures for small areas", **fields})


def action(**fields: Any) -> Action:
    return entry(Action, **{"id": "add-codes", "title": "Add area codes", **fields})


def activity(**fields: Any) -> Activity:
    return entry(Activity, **{"id": "reader-survey", "title": "Reader survey", "method": "survey", **fields})


def commitment(**fields: Any) -> Commitment:
    return entry(Commitment, **{"id": "answer", "wording": "We answer every question.", **fields})


def statistic(**fields: Any) -> Statistic:
    return entry(Statistic, **{"id": "fares", "title": "Bus fares", **fields})


def user_group(**fields: Any) -> UserGroup:
    return entry(UserGroup, **{"id": "councils", "name": "Local councils", **fields})


def catalogue(*entries: Entry) -> Catalogue:
    """Return these entries with an organisation, a statement and the frameworks."""
    return Catalogue((*frameworks.entries(), organisation(), statement(), *entries))


def published(*entries: Entry, as_at: date = AS_AT) -> PublicCatalogue:
    """Return what of these entries the public may read at the end of a day."""
    return public(catalogue(*entries), datetime.combine(as_at, time.max))


def publication(entries: Iterable[Entry], as_at: date = AS_AT) -> Publication:
    """Return these entries ready to be written as pages."""
    return Publication(published(*entries, as_at=as_at), as_at, environment(english()), lambda entry: Place(entry.key))
