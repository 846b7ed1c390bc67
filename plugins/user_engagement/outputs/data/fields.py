"""What the data tell of each kind of entry: the fields that authors write, as they are in force on the day."""

import types
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from user_engagement.model import SECTIONS, SHARED_SECTIONS, Entry, Part, Statement
from user_engagement.model.contact import Contact
from user_engagement.outputs.publication import Publication

Read = Callable[[Publication, Any], Any]
"""Finds a value for an entry, or something inside one."""

_NOT_TOLD = {"visibility", "internal_fields", "internal_note"}
_NAMES = {"name", "name_expires"}
"""A contact's name may be shown up to a day. Copies of data cannot be called back, so they never have it."""


@dataclass(frozen=True)
class DataField:
    """A field as it stands in the data.

    `hint` is the type of its value, or of each where there are `many`; an Entry stands for its key.
    `always` says that there is a value in every entry.
    """

    name: str
    hint: Any
    description: str
    read: Read
    many: bool = False
    always: bool = False

    @cached_property
    def is_part(self) -> bool:
        """Whether the value has fields of its own, which are told with it."""
        return _is(self.hint, Part) and not self.is_entry

    @cached_property
    def is_entry(self) -> bool:
        """Whether the value is an entry, which is told in its own section."""
        return _is(self.hint, Entry)

    @property
    def words(self) -> tuple[str, ...]:
        """The words one of which the value is, where there is such a list."""
        return get_args(self.hint) if get_origin(self.hint) is Literal else ()


def written(kind: type[Part]) -> tuple[DataField, ...]:
    """Return the fields that authors write, those of the kind itself before those that all have."""
    left_out = _NOT_TOLD | (_NAMES if kind is Contact else set())
    common = Entry.model_fields if issubclass(kind, Entry) else {}
    names = sorted((name for name in kind.model_fields if name not in left_out), key=lambda name: name in common)
    hints = get_type_hints(kind, include_extras=True)
    return tuple(_written(kind, name, hints[name]) for name in names)


@cache
def entry_kinds() -> tuple[type[Entry], ...]:
    """Return every kind of entry, each before those that stand inside it."""
    first: list[type[Entry]] = [Statement, *SECTIONS.values(), *SHARED_SECTIONS.values()]
    found = [each for kind in first for each in (kind, *_inside(kind)) if each is kind or each not in first]
    return tuple(dict.fromkeys(found))


@cache
def inner_kinds() -> frozenset[type[Entry]]:
    """Return the kinds of entries that can stand inside another entry."""
    return frozenset(inner for kind in entry_kinds() for inner in _inside(kind))


def _inside(kind: type[Part]) -> list[type[Entry]]:
    found: list[type[Entry]] = []
    for field in written(kind):
        found += [field.hint] if field.is_entry else _inside(field.hint) if field.is_part else []
    return found


def _written(kind: type[Part], name: str, annotation: Any) -> DataField:
    info = kind.model_fields[name]
    hint, many = _one(annotation), get_origin(annotation) is tuple
    may_all_be_hidden = many and _is(hint, Part)
    always = (info.is_required() or info.default not in (None, ())) and not may_all_be_hidden
    return DataField(name, hint, info.description or "", _reader(name), many, always)


def _reader(name: str) -> Read:
    return lambda _, part: getattr(part, name)


def _one(annotation: Any) -> Any:
    """Return the type of a value, given or not, one or many; text keeps what it is annotated with."""
    if get_origin(annotation) in (tuple, Union, types.UnionType):
        return _one(next(each for each in get_args(annotation) if each not in (type(None), ...)))
    return annotation


def _is(hint: Any, kind: type) -> bool:
    plain = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    return isinstance(plain, type) and issubclass(plain, kind)
