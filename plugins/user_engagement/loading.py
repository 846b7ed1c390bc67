"""A folder of YAML becomes a catalogue of entries, each with its place."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import ValidationError

from user_engagement import frameworks, messages, yaml_source
from user_engagement.model import SECTIONS, SHARED_SECTIONS, Catalogue, Entry, Statement
from user_engagement.model.entry import Trail, parts
from user_engagement.model.reference import ID
from user_engagement.problems import Place, Problem
from user_engagement.yaml_source import Document, Places

_SUFFIXES = (".yml", ".yaml")
_HEADER = "statement"
_SOLE = {
    _HEADER: ("This statement has another header", "The name of the folder is the statement's id."),
    "accessibility_statement": ("There is another accessibility statement", "A site has only one, which needs no id."),
}
_KNOWN = {"frameworks": "a framework", "practices": "a practice", "methods": "a way of engaging"}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an entry stands: the places of its file, and the trail to it."""

    places: Places
    trail: Trail

    def place(self, trail: Trail = ()) -> Place:
        """Return the place of the entry, or of one of its values."""
        return self.places.place((*self.trail, *trail))


class Origins(dict[tuple[str, str], Origin]):
    """Where each entry stands, by its address."""

    def place(self, entry: Entry, trail: Trail = ()) -> Place:
        """Return the place of an entry, or of one of its values."""
        return self[entry.section, entry.key].place(trail)


@dataclass(frozen=True)
class Loaded:
    """What a folder says: its entries, where each stands, and what could not be understood."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    origins: Origins


def load(folder: Path, shown_as: str | None = None) -> Loaded:
    """Read every statement in a folder; `shown_as` is the folder's name in messages.

    Nothing is raised for what authors can get wrong: all of it is in `problems`, sorted by place.
    """
    name = shown_as or folder.as_posix()
    if not folder.is_dir():
        problem = Problem(
            Place(name), "no-folder", "", "There is no folder with this name. Create it or mend the setting."
        )
        return Loaded(Catalogue(()), (problem,), Origins())
    loading = _Loading()
    for path in _paths(folder):
        loading.file(path, PurePosixPath(path.relative_to(folder).as_posix()), PurePosixPath(name))
    loading.missing_headers()
    return loading.loaded()


def _paths(folder: Path) -> list[Path]:
    found = (path for path in folder.rglob("*") if path.is_file())
    visible = (path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts))
    return sorted(visible, key=lambda path: path.relative_to(folder).as_posix())


class _Loading:
    """Collects entries and problems file by file."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._problems: list[Problem] = []
        self._origins = Origins()
        self._sole: dict[tuple[str, str], Place] = {}
        self._statements: dict[str, Place] = {}
        self._unread: set[tuple[str, str]] = set()
        self._unread_statements: set[str] = set()

    def loaded(self) -> Loaded:
        catalogue = Catalogue(
            (*frameworks.entries(), *self._entries),
            unread=frozenset(self._unread),
            unread_statements=frozenset(self._unread_statements),
        )
        return Loaded(catalogue, tuple(sorted(self._problems)), self._origins)

    def file(self, path: Path, relative: PurePosixPath, folder: PurePosixPath) -> None:
        shown, statement = str(folder / relative), relative.parts[0] if len(relative.parts) > 1 else ""
        if relative.suffix not in _SUFFIXES:
            self._unknown_file(shown)
            return
        if statement and not self._is_statement(statement, folder):
            return
        document = yaml_source.read(path, shown)
        self._problems += document.problems
        if document.value is None:
            self._unread_statements.add(statement)
        elif not isinstance(document.value, dict):
            self._problem(
                document, (), "no-sections", "A file holds sections, for example “needs:” with a list below it."
            )
            self._unread_statements.add(statement)
        else:
            self._sections(document, statement)

    def missing_headers(self) -> None:
        """Tell of folders without a header, unless the header may be in a file that could not be read."""
        for statement, place in self._statements.items():
            if (statement, _HEADER) not in self._sole and statement not in self._unread_statements:
                message = "No file of this folder has a “statement:” section. Add one with a title and an organisation."
                self._problems.append(Problem(place, "no-header", _HEADER, message))
                self._unread.add(("statements", statement))

    def _unknown_file(self, shown: str) -> None:
        message = "Only files that end in .yml or .yaml are read. Rename the file or move it elsewhere."
        self._problems.append(Problem(Place(shown), "unknown-file", "", message, "warning"))

    def _is_statement(self, name: str, folder: PurePosixPath) -> bool:
        if name not in self._statements:
            self._statements[name] = Place(str(folder / name))
            if not re.fullmatch(ID, name):
                message = (
                    "A statement's folder is named by its id: lower case letters, digits and single hyphens. Rename it."
                )
                self._problems.append(Problem(self._statements[name], "folder-name", "", message))
                self._unread_statements.add(name)
        return bool(re.fullmatch(ID, name))

    def _sections(self, document: Document, statement: str) -> None:
        known: dict[str, type[Entry]] = {_HEADER: Statement, **SECTIONS} if statement else SHARED_SECTIONS
        for name, value in document.value.items():
            kind = known.get(name)
            if kind is None:
                self._unknown_section(document, statement, name, list(known))
            elif kind is Statement or kind.sole_id:
                self._one(document, statement, name, kind, value)
            else:
                self._list(document, statement, kind, value)

    def _unknown_section(self, document: Document, statement: str, name: str, known: list[str]) -> None:
        if name in SHARED_SECTIONS:
            self._unread_statements.add("")
            advice = " Move it to a file beside the folders of statements."
        elif name in SECTIONS or name == _HEADER:
            advice = " Move it into the folder of a statement."
        else:
            advice = messages.did_you_mean(name, known) or f" Sections are: {', '.join(known)}."
        self._unread_statements.add(statement)
        message = f"There is no section with this name here.{advice}"
        self._problems.append(Problem(document.key_place((name,)), "unknown-section", name, message))

    def _one(self, document: Document, statement: str, name: str, kind: type[Entry], value: Any) -> None:
        another, whose_id = _SOLE[name]
        if first := self._sole.get((statement, name)):
            message = f"{another}, in {first.file} on line {first.line}. Keep one of them."
            self._problems.append(Problem(document.key_place((name,)), "two-headers", name, message))
            return
        self._sole[statement, name] = document.key_place((name,))
        if isinstance(value, dict):
            if "id" in value:
                self._problem(document, (name, "id"), "header-id", f"{whose_id} Remove this field.")
            value = {**value, "id": kind.sole_id or statement}
        self._entry(document, (name,), kind, value, statement)

    def _list(self, document: Document, statement: str, kind: type[Entry], value: Any) -> None:
        name = kind.section
        if value is None:
            return
        if not isinstance(value, list):
            self._problem(document, (name,), "wrong-type", "Write a list: each entry starts with a hyphen and a space.")
            self._unread_statements.add(statement)
            return
        for position, each in enumerate(value):
            self._entry(document, (name, position), kind, each, statement)

    def _entry(self, document: Document, trail: Trail, kind: type[Entry], value: Any, statement: str) -> None:
        try:
            entry = kind.model_validate(value, context={"statement": statement})
        except ValidationError as error:
            self._problems += messages.problems(error.errors(include_url=False), document, trail, kind)
            self._unread |= set(_addresses(kind.section, value, statement))
            if not (isinstance(value, dict) and value.get("id")):
                self._unread_statements.add(statement)
        else:
            self._keep(entry, document, trail)

    def _keep(self, entry: Entry, document: Document, trail: Trail) -> None:
        repeated = False
        for inner, part in parts(entry):
            if isinstance(part, Entry):
                repeated |= self._is_repeated(part, Origin(document.places, (*trail, *inner)))
        if not repeated:
            self._entries.append(entry)
        else:
            self._unread |= {(part.section, part.key) for _, part in parts(entry) if isinstance(part, Entry)}

    def _is_repeated(self, entry: Entry, origin: Origin) -> bool:
        if (entry.section, entry.key) in _known_everywhere():
            taken = f"The id {entry.id} is taken by {_KNOWN[entry.section]} that is known everywhere."
        elif (first := self._origins.setdefault((entry.section, entry.key), origin)) is not origin:
            place = first.place(("id",))
            taken = f"The id {entry.id} is taken: {place.file} line {place.line} has it."
        else:
            return False
        self._problems.append(Problem(origin.place(("id",)), "duplicate-id", "id", f"{taken} Choose another."))
        return True

    def _problem(self, document: Document, trail: Trail, code: str, message: str) -> None:
        name = next((step for step in reversed(trail) if isinstance(step, str)), "")
        self._problems.append(Problem(document.place(trail), code, name, message))


@cache
def _known_everywhere() -> frozenset[tuple[str, str]]:
    """Return the addresses of what need not be declared."""
    everything = Catalogue(frameworks.entries()).everything
    return frozenset((entry.section, entry.key) for entry, _ in everything)


def _addresses(section: str, value: Any, statement: str) -> list[tuple[str, str]]:
    """Return the addresses in something that could not be read, so that references to it are not told as well."""
    if isinstance(value, list):
        return [address for each in value for address in _addresses(section, each, statement)]
    if not isinstance(value, dict):
        return []
    inner = [address for key, each in value.items() for address in _addresses(key, each, statement)]
    key = (
        statement
        if section == "statements"
        else f"{statement}/{value.get('id')}"
        if statement
        else str(value.get("id"))
    )
    return [(section, key), *inner]
