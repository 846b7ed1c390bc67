"""Which sheets there are, and which columns each has: made from the model."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_origin

from user_engagement.field_reference import leaves
from user_engagement.model import SECTIONS, SHARED_SECTIONS, Entry, Part, Statement
from user_engagement.model.reference import Ref

STATEMENT, ID, INSIDE, NUMBER = "Statement", "Id", "In", "Number"
"""The columns that say which entry a row is about: its statement and id; for a part of one, what it is in and where."""

Path = tuple[str, ...]
_LONGEST_NAME = 31
"""What Excel allows for the name of a sheet."""


@dataclass(frozen=True)
class Column:
    """A field: the way to it in the row's data, what it says, the words to choose from, the section it refers to."""

    path: Path
    description: str
    many: bool = False
    words: tuple[str, ...] = ()
    refers_to: str = ""

    @property
    def name(self) -> str:
        """What stands on top of it: "title", "contact.email"."""
        return ".".join(self.path)


@dataclass(frozen=True)
class Sheet:
    """The entries of a section, or the parts of one list in them; `lists` is the way to that list through lists."""

    section: str
    lists: tuple[Path, ...]
    kind: type[Part]
    columns: tuple[Column, ...]

    @property
    def full_name(self) -> str:
        """Its name: "outcomes", "outcomes.decisions.history"."""
        return ".".join((self.section, *(step for path in self.lists for step in path)))

    @property
    def holder(self) -> str:
        """The full name of the sheet with what its rows are parts of."""
        return Sheet(self.section, self.lists[:-1], self.kind, ()).full_name

    @property
    def name(self) -> str:
        """Its name as Excel allows it."""
        full = self.full_name
        return full if len(full) <= _LONGEST_NAME else f"{full[:8]}…{full[-22:]}"

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns that say which entry a row is about."""
        shared = self.section in SHARED_SECTIONS
        own = (INSIDE, NUMBER) if self.lists else (ID,)
        sole = self.section == Statement.section or (shared and SHARED_SECTIONS[self.section].sole_id)
        return (*(() if shared else (STATEMENT,)), *([each for each in own if each != ID] if sole else own))


def sheets() -> list[Sheet]:
    """Return every sheet, each followed by those of the lists in it."""
    sections: dict[str, type[Entry]] = {Statement.section: Statement, **SECTIONS, **SHARED_SECTIONS}
    return [sheet for name, kind in sections.items() for sheet in _sheets(name, (), kind)]


def _sheets(section: str, lists: tuple[Path, ...], kind: type[Part]) -> Iterator[Sheet]:
    fields = list(_fields(kind, ()))
    columns = tuple(_column(path, field) for path, field, inner in fields if inner is None)
    has_id = not lists
    yield Sheet(section, lists, kind, tuple(each for each in columns if each.name != "id" or not has_id))
    for path, _, inner in fields:
        if inner is not None:
            yield from _sheets(section, (*lists, path), inner)


def _fields(kind: type[Part], way: Path) -> Iterator[tuple[Path, Any, type[Part] | None]]:
    """Yield the fields of a part: those of a part in it with a way, and with the kind of its items each list of parts.

    What is special to the kind comes before what all have.
    """
    base = Entry if issubclass(kind, Entry) else Part
    for name in sorted(kind.model_fields, key=lambda name: name in base.model_fields and name != "id"):
        field = kind.model_fields[name]
        inner = next(leaves(field.annotation))
        is_part = isinstance(inner, type) and issubclass(inner, Part)
        if is_part and get_origin(field.annotation) is not tuple:
            yield from _fields(inner, (*way, name))
        else:
            yield (*way, name), field, inner if is_part else None


def _column(path: Path, field: Any) -> Column:
    found = list(leaves(field.annotation))
    many = get_origin(field.annotation) is tuple
    words = tuple(str(word) for word in found if isinstance(word, str))
    is_ref = isinstance(found[0], type) and issubclass(found[0], Ref)
    words = ("true", "false") if found[0] is bool else words
    return Column(path, field.description or "", many, () if many else words, found[0].section if is_ref else "")
