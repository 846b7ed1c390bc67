"""What a spreadsheet would change in the files of a folder."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from user_engagement import yaml_source
from user_engagement.loading import Loaded
from user_engagement.messages import did_you_mean
from user_engagement.model import Statement
from user_engagement.model.entry import Trail
from user_engagement.spreadsheets import columns
from user_engagement.spreadsheets.columns import Sheet
from user_engagement.spreadsheets.rows import Row, from_cell, rows
from user_engagement.spreadsheets.tables import Cell, Fault, Table, column_of
from user_engagement.writing import data, file_for

Key = tuple[str, str, str]


@dataclass
class Entry:
    """An entry as it is to be: its file, its trail there (None if it is new), what it holds, and where that stands."""

    file: PurePosixPath
    section: str
    trail: Trail | None
    value: Any
    cells: dict[Trail, str] = field(default_factory=dict)


@dataclass
class Comparison:
    """What differs between a spreadsheet and the files: told line by line, and the entries as they are to be."""

    told: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    entries: dict[tuple[str, str, str], Entry] = field(default_factory=dict)


def compare(folder: Path, loaded: Loaded, tables: list[Table]) -> Comparison:
    """Compare a spreadsheet with the files of a folder that has no errors."""
    comparing = _Comparing(folder, loaded)
    for table in tables:
        comparing.table(table)
    return comparing.found


class _Comparing:
    def __init__(self, folder: Path, loaded: Loaded) -> None:
        self._folder, self._loaded = folder, loaded
        self._rows = rows(folder, loaded)
        self.found = Comparison()

    def table(self, table: Table) -> None:
        """Compare one sheet."""
        if faults := table.faults():
            self.found.faults += faults
            return
        sheet = table.sheet
        current = {row.key: row for row in self._rows[sheet.full_name]}
        seen: dict[Key, str] = {}
        for cells in table.rows:
            place = next(iter(cells.values())).place
            key = _key(sheet, cells)
            if key in seen and (key[2] or not sheet.lists):
                self._fault(place, f"This is the same row as {seen[key]}. Remove one, or give it another id or number.")
            elif key in current:
                self._changed(sheet, current[key], cells)
            else:
                self._new(sheet, key, cells, place)
            seen[key] = place
        gone = [row for key, row in current.items() if key not in seen]
        self.found.missing += [f"{sheet.full_name} {_named(row.key)}" for row in gone]

    def _changed(self, sheet: Sheet, row: Row, cells: Mapping[str, Cell]) -> None:
        names = dict.fromkeys((*row.cells, *(name for name in cells if name not in sheet.keys)))
        for name in names:
            old, new = row.cells.get(name, ""), cells[name].text if name in cells else ""
            if _same(old, new):
                continue
            entry = self._entry(sheet, row)
            trail = (*row.trail[len(entry.trail or ()) :], *_path(sheet, name))
            self._set(entry, trail, _value(sheet, name, new), cells.get(name))
            self.found.told.append(f"{sheet.full_name} {_named(row.key)}: {name}: {_shown(old)} → {_shown(new)}")

    def _new(self, sheet: Sheet, key: Key, cells: Mapping[str, Cell], place: str) -> None:
        entry = self._part(sheet, key, place) if sheet.lists else self._whole(sheet, key, place)
        if entry is None:
            return
        holder, trail = entry
        for name, cell in cells.items():
            if name not in sheet.keys:
                self._set(holder, (*trail, *_path(sheet, name)), _value(sheet, name, cell.text), cell)
        holder.cells.setdefault(trail, place)
        self.found.told.append(f"{sheet.full_name} {_named(key)}: new")

    def _whole(self, sheet: Sheet, key: Key, place: str) -> tuple[Entry, Trail] | None:
        """Begin an entry that is not there yet."""
        statement, id_, _ = key
        is_statement = sheet.section == Statement.section
        if columns.STATEMENT in sheet.keys and not is_statement and not self._is_statement(statement, place):
            return None
        if not id_ and columns.ID in sheet.keys:
            self._fault(place, "A new entry needs an id: a short name in lower case with hyphens. Write it under “Id”.")
            return None
        if not id_ and not statement:
            self._fault(place, "A site has only one of this. Add it in the files.")
            return None
        name = "statement.yml" if is_statement else f"{sheet.section}.yml"
        file = file_for(self._folder, self._loaded, sheet.section, statement, name)
        value = {} if is_statement else {"id": id_}
        entry = Entry(file, sheet.section, None, value)
        entry.cells[("id",)] = place
        self.found.entries[sheet.section, statement, id_] = entry
        return entry, ()

    def _is_statement(self, statement: str, place: str) -> bool:
        known = {each.id for each in self._loaded.catalogue.all(Statement)}
        known |= {each for section, each, _ in self.found.entries if section == Statement.section}
        if statement not in known:
            near = did_you_mean(statement, known)
            nothing = "Write under “Statement” to which it belongs."
            self._fault(place, f"There is no statement {statement}.{near}" if statement else nothing)
        return statement in known

    def _part(self, sheet: Sheet, key: Key, place: str) -> tuple[Entry, Trail] | None:
        """Add a part to a list in an entry that is there, or new."""
        statement, id_, number = key
        entry = self._holding(sheet, statement, id_)
        if entry is None:
            name = "/".join(each for each in (statement, id_) if each)
            self._fault(place, f"There is no entry {name} in {sheet.section}. Add it there first.")
            return None
        numbers = [each for each in number.split(".") if each]
        depth = len(sheet.lists)
        holder: Trail = ()
        for path, each in zip(sheet.lists[:-1], numbers, strict=False):
            holder = (*holder, *path, int(each) - 1 if each.isdecimal() else -1)
        if len(numbers) not in {depth, depth - 1} or -1 in holder or data.at(entry.value, holder) is None:
            self._fault(place, f"Write under “Number” where it stands, for example {'1.' * (depth - 1)}2.")
            return None
        inner = (*holder, *sheet.lists[-1])
        return entry, (*inner, len(data.at(entry.value, inner) or []))

    def _holding(self, sheet: Sheet, statement: str, id_: str) -> Entry | None:
        known = self.found.entries.get((sheet.section, statement, id_))
        row = next((row for row in self._rows[sheet.section] if row.key[:2] == (statement, id_)), None)
        return known or (self._entry(sheet, row) if row else None)

    def _entry(self, sheet: Sheet, row: Row) -> Entry:
        """Return the entry that a row is about, as it is to be so far."""
        key = (sheet.section, row.statement, row.id)
        if key not in self.found.entries:
            whole = next(each for each in self._rows[sheet.section] if each.key[:2] == row.key[:2])
            value = data.at(yaml_source.read(self._folder / whole.file, "").value, whole.trail)
            self.found.entries[key] = Entry(whole.file, sheet.section, whole.trail, deepcopy(value))
        return self.found.entries[key]

    def _set(self, entry: Entry, trail: Trail, value: Any, cell: Cell | None) -> None:
        entry.value = data.remove(entry.value, trail) if value is None else data.put(entry.value, trail, value)
        if cell:
            entry.cells[trail] = cell.place

    def _fault(self, place: str, message: str) -> None:
        self.found.faults.append(Fault(place, message))


def _key(sheet: Sheet, cells: Mapping[str, Cell]) -> Key:
    def text(name: str) -> str:
        return cells[name].text.strip() if name in cells and name in sheet.keys else ""

    return text(columns.STATEMENT), text(columns.INSIDE if sheet.lists else columns.ID), text(columns.NUMBER)


def _path(sheet: Sheet, header: str) -> tuple[str, ...]:
    found = column_of(sheet, header)
    return () if found is None else (*found[0].path, *((found[1],) if found[1] else ()))


def _value(sheet: Sheet, header: str, text: str) -> Any:
    found = column_of(sheet, header)
    return from_cell(text, many=found is not None and found[0].many)


def _same(one: str, other: str) -> bool:
    return one.replace("\r\n", "\n").strip() == other.replace("\r\n", "\n").strip()


def _named(key: Key) -> str:
    return "/".join(each for each in key[:2] if each) + (f" {key[2]}" if key[2] else "")


def _shown(text: str) -> str:
    return f"“{text}”" if text else "nothing"


def places(entry: Entry, trail: Trail) -> Iterator[tuple[Trail, str]]:
    """Yield where the values of an entry stand in the spreadsheet, by their trails in its file."""
    yield from (((*trail, *inner), place) for inner, place in entry.cells.items())
