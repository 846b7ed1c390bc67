"""What fields there are, in words for authors: the model's own descriptions."""

import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from user_engagement.model import SECTIONS, Entry, Part
from user_engagement.model.clock import Clock
from user_engagement.model.code_reference import CodeReference
from user_engagement.model.criterion import Criterion
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.quantity import Quantity
from user_engagement.model.reference import Ref
from user_engagement.model.visibility import Visibility

_SHAPES: dict[Any, tuple[str, str]] = {
    str: ("text", "list of texts"),
    bool: ("true or false", ""),
    date: ("day", "list of days"),
    Clock: ("time of day", ""),
    FuzzyDate: ("date, as exactly as known", ""),
    Quantity: ("number with its unit", ""),
    CodeReference: ("practice of the Code", "list of practices of the Code"),
    Criterion: ("success criterion of WCAG", "list of success criteria of WCAG"),
    Visibility: ("visibility", ""),
}


@dataclass(frozen=True)
class FieldOf:
    """One field: its name, what is written in it, and what it says."""

    name: str
    required: bool
    shape: str
    description: str


@dataclass(frozen=True)
class Fields:
    """The fields of an entry, or of something inside it: `title` leads there, for example "feedback: quotes"."""

    title: str
    summary: str
    fields: tuple[FieldOf, ...]


def field_reference(kind: type[Part]) -> list[Fields]:
    """Return the fields of a kind of entry, then those of everything that is written inside it.

    Left out are fields that all have, which `field_reference(Entry)` tells, and those of entries with a section of
    their own.
    """
    return [_fields(each, title) for title, each in _kinds(kind, "")]


def _kinds(kind: type[Part], title: str) -> Iterator[tuple[str, type[Part]]]:
    yield title, kind
    for name, field in _own(kind):
        inner = next(leaves(field.annotation))
        if isinstance(inner, type) and issubclass(inner, Part) and inner not in SECTIONS.values():
            yield from _kinds(inner, f"{title}: {name}" if title else name)


def _own(kind: type[Part]) -> list[tuple[str, FieldInfo]]:
    common = {} if kind is Entry else (Entry if issubclass(kind, Entry) else Part).model_fields
    return [(name, field) for name, field in kind.model_fields.items() if name not in common]


def _fields(kind: type[Part], title: str) -> Fields:
    rows = tuple(
        FieldOf(name, field.is_required(), _shape(field.annotation), field.description or "")
        for name, field in _own(kind)
    )
    return Fields(title, kind.__doc__ or "", rows)


def _shape(annotation: Any) -> str:
    is_list = get_origin(annotation) is tuple
    kinds = list(leaves(annotation))
    if isinstance(kinds[0], str):
        return f"one of: {'; '.join(map(str, kinds))}"
    one, several = _words(kinds[0])
    return several if is_list else one


def _words(kind: Any) -> tuple[str, str]:
    if kind in _SHAPES:
        return _SHAPES[kind]
    if issubclass(kind, Ref):
        return f"id from {kind.section}", f"list of ids from {kind.section}"
    if kind in SECTIONS.values():
        return kind.section, f"list of {kind.section}, with the fields of that section"
    return "fields, see below", "list, each with fields, see below"


def leaves(annotation: Any) -> Iterator[Any]:
    """Yield what an annotation is made of: classes, and the words of a Literal."""
    origin = get_origin(annotation)
    if origin is Literal:
        yield from get_args(annotation)
    elif origin is Annotated:
        yield from leaves(get_args(annotation)[0])
    elif origin in (tuple, Union, types.UnionType):
        for inner in get_args(annotation):
            if inner not in (type(None), Ellipsis):
                yield from leaves(inner)
    else:
        yield annotation
