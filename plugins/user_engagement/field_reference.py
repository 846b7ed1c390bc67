"""What fields there are, in words for authors: the model's own descriptions."""

import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from user_engagement.model import Entry, Part
from user_engagement.model.code_reference import CodeReference
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.quantity import Quantity
from user_engagement.model.reference import Ref
from user_engagement.model.visibility import Visibility

_SHAPES = {
    bool: "true or false",
    date: "date",
    FuzzyDate: "date as exactly as it is known",
    Quantity: "number with its unit",
    CodeReference: "practice of the Code",
    Visibility: "visibility",
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
    """The fields of an entry, or of a part inside it."""

    title: str
    summary: str
    fields: tuple[FieldOf, ...]


def field_reference(kind: type[Part]) -> list[Fields]:
    """Return the fields of a kind of entry and of the parts that stand inside it, each part once."""
    return [_fields(each) for each in dict.fromkeys(_kinds(kind))]


def _kinds(kind: type[Part]) -> Iterator[type[Part]]:
    yield kind
    for field in kind.model_fields.values():
        for inner in _leaves(field.annotation):
            if isinstance(inner, type) and issubclass(inner, Part):
                yield from _kinds(inner)


def _fields(kind: type[Part]) -> Fields:
    section = kind.section if issubclass(kind, Entry) else kind.__name__
    rows = tuple(
        FieldOf(name, field.is_required(), _shape(field.annotation), field.description or "")
        for name, field in kind.model_fields.items()
    )
    return Fields(section, kind.__doc__ or "", rows)


def _shape(annotation: Any) -> str:
    if get_origin(annotation) is tuple:
        return f"list of {_shape(get_args(annotation)[0])}"
    kinds = list(_leaves(annotation))
    if isinstance(kinds[0], str):
        return f"one of: {', '.join(map(str, kinds))}"
    return _word(kinds[0])


def _word(kind: Any) -> str:
    if kind in _SHAPES:
        return str(_SHAPES[kind])
    if issubclass(kind, Ref):
        return f"id of {kind.section.replace('_', ' ')}"
    if issubclass(kind, Entry):
        return kind.section.replace("_", " ")
    return "fields" if issubclass(kind, Part) else "text" if kind is str else "number"


def _leaves(annotation: Any) -> Iterator[Any]:
    """Yield what an annotation is made of: classes, and the words of a Literal."""
    origin = get_origin(annotation)
    if origin is Literal:
        yield from get_args(annotation)
    elif origin is Annotated:
        yield from _leaves(get_args(annotation)[0])
    elif origin in (tuple, Union, types.UnionType):
        for inner in get_args(annotation):
            if inner not in (type(None), Ellipsis):
                yield from _leaves(inner)
    else:
        yield annotation
