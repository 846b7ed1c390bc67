"""What authors wrote as rows of text, each with the place in the files that it stands for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from user_engagement import yaml_source
from user_engagement.loading import Loaded
from user_engagement.model import Statement
from user_engagement.model.entry import Trail
from user_engagement.spreadsheets import columns
from user_engagement.spreadsheets.columns import Sheet, sheets
from user_engagement.writing import snippets

LANGUAGE = "{} [{}]"
"""The name of the column for a text in a language: "title [cy]"."""

_YAML = "yaml: "
"""How a cell begins that holds something for which there is no simpler way to write it."""


@dataclass
class Row:
    """A row: the entry it is about, by statement, id and place in the entry's lists, and its cells by column."""

    statement: str
    id: str
    numbers: tuple[int, ...]
    file: PurePosixPath
    trail: Trail
    cells: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from the other rows of its sheet."""
        return (self.statement, self.id, ".".join(str(number) for number in self.numbers))

    def keys(self, sheet: Sheet) -> dict[str, str]:
        """Return the cells that say what it is about."""
        statement, id_, number = self.key
        found = {columns.STATEMENT: statement, columns.ID: id_, columns.INSIDE: id_, columns.NUMBER: number}
        return {name: found[name] for name in sheet.keys}


def rows(folder: Path, loaded: Loaded) -> dict[str, list[Row]]:
    """Return the rows of each sheet by its full name, for a folder without errors; none where there is nothing."""
    documents: dict[str, Any] = {}
    found: dict[str, list[Row]] = {sheet.full_name: [] for sheet in sheets()}
    by_section = _by_section()
    for entry in loaded.catalogue.entries:
        origin = loaded.origins.get((entry.section, entry.key))
        if origin is None:
            continue
        file = PurePosixPath(origin.places.file).relative_to(folder.as_posix())
        if origin.places.file not in documents:
            documents[origin.places.file] = yaml_source.read(folder / file, origin.places.file).value
        value = _value_at(documents[origin.places.file], origin.trail)
        statement = entry.statement_id
        id_ = "" if isinstance(entry, Statement) or entry.sole_id else entry.id
        for sheet in by_section[entry.section]:
            found[sheet.full_name] += _rows(sheet, value, Row(statement, id_, (), file, origin.trail))
    return found


def _value_at(value: Any, trail: Trail) -> Any:
    """Return what is at a trail in what was read from a file."""
    for step in trail:
        value = value[step]
    return value


def _by_section() -> dict[str, list[Sheet]]:
    found: dict[str, list[Sheet]] = {}
    for sheet in sheets():
        found.setdefault(sheet.section, []).append(sheet)
    return found


def _rows(sheet: Sheet, value: Any, row: Row) -> Iterator[Row]:
    """Yield the rows of a sheet for one entry."""
    depth = len(row.numbers)
    if depth == len(sheet.lists):
        row.cells = dict(_cells(sheet, value))
        yield row
        return
    path = sheet.lists[depth]
    for number, each in enumerate(_at(value, path) or [], start=1):
        trail = (*row.trail, *path, number - 1)
        yield from _rows(sheet, each, Row(row.statement, row.id, (*row.numbers, number), row.file, trail))


def _cells(sheet: Sheet, value: Any) -> Iterator[tuple[str, str]]:
    for column in sheet.columns:
        found = _at(value, column.path)
        if isinstance(found, Mapping) and not column.many:
            for language, text in found.items():
                yield LANGUAGE.format(column.name, language), as_cell(text)
        elif found not in (None, [], ""):
            yield column.name, as_cell(found)


def as_cell(value: Any) -> str:
    """Return a value as it stands in a cell: text as it is, the items of a list on lines of their own."""
    if isinstance(value, str):
        return value.rstrip("\n") if not value.startswith(_YAML) else f"{_YAML}{snippets.inline(value)}"
    if isinstance(value, list) and all(isinstance(each, str) and _is_simple(each) for each in value):
        return "\n".join(value)
    return f"{_YAML}{snippets.inline(value)}"


def from_cell(text: str, *, many: bool) -> Any:
    """Return the value that a cell stands for; None where it is empty."""
    if text.startswith(_YAML):
        return yaml_source.parse(text.removeprefix(_YAML).encode(), "").value
    if many:
        return [line.strip() for line in text.split("\n") if line.strip()] or None
    return text or None


def _is_simple(text: str) -> bool:
    return bool(text.strip()) and text == text.strip() and "\n" not in text and not text.startswith(_YAML)


def _at(value: Any, path: tuple[str, ...]) -> Any:
    for step in path:
        value = value.get(step) if isinstance(value, Mapping) else None
    return value
