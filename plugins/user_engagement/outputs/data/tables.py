"""Everything that is public as tables: one for each section, and one for each list inside it with fields of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, NamedTuple

from user_engagement.model import Entry, Part
from user_engagement.model.day import Day
from user_engagement.model.entry import Source
from user_engagement.model.text import Line, Text
from user_engagement.outputs.data.fields import DataField, Read, entry_kinds
from user_engagement.outputs.data.in_force import IN_FORCE
from user_engagement.outputs.data.told import KEY, fields_of
from user_engagement.outputs.publication import Publication
from user_engagement.style import first_up

AS_AT = DataField("as_at", Day, "The day for which the row is true.", lambda given, _: given.as_at, always=True)
_SECTION = DataField("section", Line, "The section of the entry.", lambda _, e: e.section, always=True)


class _Group(NamedTuple):
    """What the rows of a table are about: parts of one kind, each with the cells that say where it stands."""

    name: str
    description: str
    kind: type[Part]
    key: tuple[DataField, ...]
    parts: Sequence[tuple[tuple[str, ...], Part]]
    within: str = ""


@dataclass(frozen=True)
class DataTable:
    """A table: its first columns are its `key`; `within` names the table whose rows it tells more of."""

    name: str
    title: str
    description: str
    key: tuple[str, ...]
    within: str
    columns: tuple[DataField, ...]
    rows: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=1)
def tables(publication: Publication) -> tuple[DataTable, ...]:
    """Return all tables, those without rows included."""
    found: list[DataTable] = []
    everything = [(kind, publication.catalogue.all(kind)) for kind in entry_kinds()]
    for kind, entries in everything:
        rows = [((entry.key,), entry) for entry in entries]
        found += _tables(publication, _Group(kind.section, kind.__doc__ or "", kind, (KEY,), rows))
    sources = [
        ((entry.section, entry.key, str(number)), source)
        for _, entries in everything
        for entry in entries
        for number, source in enumerate(entry.sources, start=1)
    ]
    key = (_SECTION, KEY, _number("sources"))
    return (*found, *_tables(publication, _Group("sources", Source.__doc__ or "", Source, key, sources)))


def separator(field: DataField) -> str:
    """Return what stands between the values of a field with many: a line break between texts, else a semicolon."""
    return "\n" if field.hint in (Line, Text) else ";"


def _tables(given: Publication, group: _Group) -> Iterator[DataTable]:
    columns = _columns(group.kind)
    yield DataTable(
        name=group.name,
        title=first_up(group.name.replace("_", " ").replace("-", ": ")),
        description=group.description,
        key=tuple(column.name for column in group.key),
        within=group.within,
        columns=(*group.key, *columns),
        rows=tuple((*place, *(_cell(each, each.read(given, part)) for each in columns)) for place, part in group.parts),
    )
    for field in _lists(group.kind):
        yield from _tables(given, _inside(given, group, field))


@cache
def _lists(kind: type[Part]) -> tuple[DataField, ...]:
    """Return the lists inside a kind that have a table, those in something that there is one of: survey_questions."""
    parts = [field for field in fields_of(kind) if field.is_part and field.hint is not Source]
    lists = [[field] if field.many else _prefixed(field, _lists(field.hint)) for field in parts]
    return tuple(each for found in lists for each in found)


def _inside(given: Publication, group: _Group, field: DataField) -> _Group:
    """Return what is in a list of each part: its place in the list says which of them it is."""
    parts = [
        ((*place, str(number)), each)
        for place, part in group.parts
        for number, each in enumerate(field.read(given, part), start=1)
    ]
    name, key = f"{group.name}-{field.name}", (*group.key, _number(field.name))
    return _Group(name, field.description, field.hint, key, parts, within=group.name)


@cache
def _columns(kind: type[Part]) -> tuple[DataField, ...]:
    fields = [field for field in fields_of(kind) if field.name != KEY.name and not (field.is_part and field.many)]
    columns = [column for field in fields for column in (_flat(field) if field.is_part else [field])]
    return (*columns, AS_AT) if kind in IN_FORCE else tuple(columns)


def _flat(field: DataField) -> list[DataField]:
    """Return the columns of something with fields of its own that there is one of: contact_role, contact_email."""
    return _prefixed(field, _columns(field.hint))


def _prefixed(field: DataField, inside: Sequence[DataField]) -> list[DataField]:
    return [
        replace(inner, name=f"{field.name}_{inner.name}", read=_through(field.read, inner), always=False)
        for inner in inside
    ]


def _through(outer: Read, inner: DataField) -> Read:
    def read(given: Publication, part: Any) -> Any:
        found = outer(given, part)
        return (() if inner.many else None) if found is None else inner.read(given, found)

    return read


def _number(field: str) -> DataField:
    name, words = f"{field}_number", f"Its place among the {field}, counted from 1."
    return DataField(name, int, words, lambda *_: None, always=True)


def _cell(field: DataField, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return separator(field).join(" ".join(_cell(field, each).split()) for each in value)
    if isinstance(value, Entry):
        return value.key
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
