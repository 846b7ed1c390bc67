"""A spreadsheet back into the files it came from."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from user_engagement import yaml_source
from user_engagement.editors import modeline
from user_engagement.loading import load
from user_engagement.model import Statement
from user_engagement.model.entry import Trail
from user_engagement.problems import Problem
from user_engagement.spreadsheets.comparing import Comparison, Entry, compare, places
from user_engagement.spreadsheets.tables import Table
from user_engagement.writing import CannotEdit, Text, append, new_errors, put, save, text_of


@dataclass
class Import:
    """What a spreadsheet would change, and everything that is wrong with that, with the cell where there is one."""

    comparison: Comparison
    files: dict[Path, Text]
    faults: list[str]


def planned(folder: Path, tables: list[Table], moment: datetime) -> Import:
    """Return what a spreadsheet would change in a folder; nothing is written.

    Raises OSError where a file cannot be read.
    """
    comparison = compare(folder, load(folder), tables)
    files: dict[Path, Text] = {}
    cells: dict[tuple[str, Trail], str] = {}
    faults = [str(fault) for fault in comparison.faults]
    for entry in comparison.entries.values():
        try:
            trail = _write(folder, files, entry)
        except CannotEdit:
            faults.append(f"{entry.file}: This file cannot be changed by a spreadsheet. Change it by hand.")
        else:
            cells |= {(str(entry.file), inner): place for inner, place in places(entry, trail)}
    errors = [] if faults else new_errors(folder, files, moment)
    return Import(comparison, files, [*faults, *(_told(folder, files, cells, error) for error in errors)])


def write(folder: Path, wanted: Import, moment: datetime) -> None:
    """Write what was planned, all of it or nothing. Raises CannotSave."""
    save(folder, wanted.files, moment)


def _write(folder: Path, files: dict[Path, Text], entry: Entry) -> Trail:
    """Write an entry into the text of its file, and return its trail there."""
    path = Path(entry.file)
    there = files.get(path) or text_of(folder / path)
    text = there.text or f"{modeline(entry.file)}\n"
    trail = entry.trail
    if trail is None and entry.section == Statement.section:
        trail = ("statement",)
    if trail is None:
        text = append(text, (entry.section,), entry.value)
        trail = (entry.section, len(yaml_source.parse(text.encode(), "").value[entry.section]) - 1)
    else:
        text = put(text, trail, entry.value)
    files[path] = Text(text, there.marked)
    return trail


def _told(folder: Path, files: dict[Path, Text], cells: dict[tuple[str, Trail], str], error: Problem) -> str:
    """Return an error with the cell that it comes from, or the place in the file if no cell is to blame."""
    path = Path(error.place.file).relative_to(folder.as_posix())
    document = yaml_source.parse(files[path].text.encode(), "") if path in files else None
    here = (error.place.line, error.place.column)
    trails = [trail for trail, place in document.places.values.items() if place == here] if document else []
    trails += [trail for trail, place in document.keys.items() if place == here] if document else []
    for trail in sorted(trails, key=len, reverse=True):
        for length in range(len(trail), 0, -1):
            if place := cells.get((path.as_posix(), trail[:length])):
                return str(error).replace(str(error.place), place, 1)
    return str(error)
