"""What the data tell: every field of a kind, and an entry with all its values as a record."""

from dataclasses import replace
from functools import cache
from typing import Any

from user_engagement import queries
from user_engagement.model import (
    AccessibilityStatement,
    Entry,
    Framework,
    Method,
    Organisation,
    Part,
    Practice,
    Statement,
)
from user_engagement.model.entry import Change
from user_engagement.model.language import TextByLanguage
from user_engagement.model.reference import StatementRef
from user_engagement.model.text import Address, Line
from user_engagement.outputs.addresses import target
from user_engagement.outputs.data.fields import DataField, inner_kinds, written
from user_engagement.outputs.data.in_force import IN_FORCE, states
from user_engagement.outputs.publication import Publication

KEY = DataField(
    "key", Line, "Its address among the entries of its section: what references say.", lambda _, e: e.key, always=True
)
_WITHOUT_STATEMENT = (Statement, Organisation, Method, Framework, Practice, AccessibilityStatement)


@cache
def fields_of(kind: type[Part]) -> tuple[DataField, ...]:
    """Return what the data tell of a kind: where it is, then what holds on the day and what authors wrote."""
    told = {field.name: field for field in (*written(kind), *IN_FORCE.get(kind, ()))}
    if issubclass(kind, Change) and states(kind):
        told["date"] = replace(told["date"], always=False, description="The day from which it is so, if known.")
    history = told.get("history")
    if history and (read := states(history.hint)):
        told["history"] = replace(history, read=read, description="Every state by date, where there was more than one.")
    if not issubclass(kind, Entry):
        return tuple(told.values())
    place = {field.name: field for field in _place(kind, told["id"])}
    return tuple((place | told).values())


def record(publication: Publication, part: Part, kind: type[Part]) -> dict[str, Any]:
    """Return what is known of an entry, or of something inside one, as plain values."""
    values = ((field, field.read(publication, part)) for field in fields_of(kind))
    return {field.name: _plain(publication, field, value) for field, value in values if value not in (None, ())}


def _plain(publication: Publication, field: DataField, value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(publication, field, each) for each in value]
    if field.is_entry:
        return value.key
    if field.is_part:
        return record(publication, value, field.hint)
    if isinstance(value, TextByLanguage):
        return dict(value.versions)
    return value if isinstance(value, bool | int) else str(value)


def _place(kind: type[Entry], own_id: DataField) -> list[DataField]:
    within = [_WITHIN] if kind in inner_kinds() else []
    if kind in _WITHOUT_STATEMENT:
        return [KEY, own_id, _PAGE, *within]
    return [KEY, _STATEMENT, own_id, _PAGE, *within, _ILLUSTRATION]


def _parent(given: Publication, entry: Entry) -> str | None:
    parent = given.catalogue.parent(entry)
    return f"{parent.section}/{parent.key}" if parent else None


def _page(given: Publication, entry: Entry) -> str:
    return given.address(target(given.catalogue, entry))


def _illustration(given: Publication, entry: Entry) -> bool:
    return bool(queries.illustration(given.catalogue, entry))


_STATEMENT = DataField(
    "statement", StatementRef, "The statement it belongs to.", lambda _, e: e.statement_id, always=True
)
_PAGE = DataField("page", Address, "Where it is shown.", _page, always=True)
_WITHIN = DataField("within", Line, "What it is written inside of, if anything: section/key.", _parent)
_ILLUSTRATION = DataField(
    "illustration", bool, "Whether it is an illustration, which the body did not publish.", _illustration, always=True
)
