"""The fields of the editing page: each field of the model as Sveltia CMS asks for it."""

import re
import types
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from user_engagement.model import SECTIONS, SHARED_SECTIONS, Entry, Part, Statement
from user_engagement.model.entry import Id
from user_engagement.model.reference import ID, Ref
from user_engagement.model.scalar import Scalar
from user_engagement.model.text import Text

Field = dict[str, Any]

OWN, SHARED = "{statement}", "#shared"
"""The collections: the files of a statement, whose id comes into this place, and those beside all statements."""

_TITLES = ("title", "name", "wording", "said", "words", "decision", "what", "role", "date", "on")
_SIMPLE: dict[Any, Field] = {
    bool: {"widget": "boolean"},
    date: {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD", "time_format": False},
}
_OF_OTHERS = {"commitments"}
"""Sections of which a statement mostly refers to entries of another, which it adopts: their ids are typed."""

_SUMMED_UP_BY = "{{fields.%s}}"


def section(name: str, kind: type[Entry]) -> Field:
    """Return the field of a section of a file: a list of entries, or the one entry that there can be."""
    if kind is Statement or kind.sole_id:
        return _object(name, kind, kind.__doc__ or "", required=False, without={"id"})
    return _list(name, kind, kind.__doc__ or "", required=False)


def fields(kind: type[Part], without: frozenset[str] | set[str] = frozenset()) -> list[Field]:
    """Return the fields of a kind of entry, or of a part: those of its own before those that all have."""
    common = (Entry if issubclass(kind, Entry) else Part).model_fields.keys() - {"id"}
    names = sorted((name for name in kind.model_fields if name not in without), key=lambda name: name in common)
    hints = get_type_hints(kind, include_extras=True)
    return [_field(kind, name, hints[name]) for name in sorted(names, key=lambda name: name != "id")]


def _field(kind: type[Part], name: str, hint: Any) -> Field:
    told = kind.model_fields[name]
    one, many = _one(hint)
    required, description = told.is_required(), told.description or ""
    if _is(one, Part):
        make = _list if many else _object
        return make(name, one, description, required=required)
    asked = {"name": name, "label": _label(name), "required": required, "hint": description}
    if not many:
        return {**asked, **_widget(one)}
    if _is(one, Ref) and (places := _relation(one)):
        return {**asked, **places, "multiple": True}
    item = {"name": "item", "label": _label(name), **_widget(one)}
    return {**asked, "widget": "list", "collapsed": False, "field": item}


def _list(name: str, kind: type[Part], description: str, *, required: bool) -> Field:
    told: Field = {"name": name, "label": _label(name), "widget": "list", "required": required, "hint": description}
    told |= {"collapsed": True, "label_singular": _singular(name, kind), "fields": fields(kind)}
    title = next((each for each in _TITLES if each in kind.model_fields), None)
    return told | ({"summary": _SUMMED_UP_BY % title} if title else {})


def _object(
    name: str, kind: type[Part], description: str, *, required: bool, without: frozenset[str] | set[str] = frozenset()
) -> Field:
    told = {"name": name, "label": _label(name), "widget": "object", "required": required, "hint": description}
    return told | {"collapsed": "auto", "fields": fields(kind, without)}


def _widget(hint: Any) -> Field:
    if get_origin(hint) is Literal:
        return {"widget": "select", "options": list(get_args(hint))}
    if hint == Text:
        return {"widget": "text"}
    if hint == Id:
        return _matching(f"^{ID}$", "Write lower case letters, digits and single hyphens.")
    kind = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    if _is(kind, Scalar):
        return _matching(kind.pattern, f"Write for example {', '.join(kind.examples)}.")
    if _is(kind, Ref):
        return _relation(kind) or _written(kind)
    return _SIMPLE.get(kind, {"widget": "string"})


def _written(kind: type[Ref]) -> Field:
    return _matching(f"^{kind.written()}$", f"Write an id from {kind.section}, for example {kind.example()}.")


def _matching(pattern: str, advice: str) -> Field:
    return {"widget": "string", "pattern": [pattern, advice]}


def _relation(ref: type[Ref]) -> Field:
    """Return where the ids are that a reference can lead to; nothing where no one list has all of them."""
    path, kind = _lists().get(ref.section, ("", Entry))
    if not path:
        return {}
    title = next(each for each in _TITLES if each in kind.model_fields)
    return {
        "widget": "relation",
        "collection": SHARED if ref.section in SHARED_SECTIONS else OWN,
        "value_field": f"{path}.*.id",
        "display_fields": [f"{{{{{path}.*.{title}}}}} ({{{{{path}.*.id}}}})"],
    }


@cache
def _lists() -> dict[str, tuple[str, type[Entry]]]:
    """Return the sections of which all entries to refer to stand in one list of a file each, by name."""
    known = {**SECTIONS, "organisations": SHARED_SECTIONS["organisations"]}
    inside = {each for kind in SECTIONS.values() for each in _inner(kind)}
    return {name: (name, kind) for name, kind in known.items() if kind not in inside and name not in _OF_OTHERS}


def _inner(kind: type[Part]) -> Iterator[type[Part]]:
    for hint in get_type_hints(kind, include_extras=True).values():
        one, _ = _one(hint)
        if _is(one, Part):
            yield one
            yield from _inner(one)


def _one(hint: Any) -> tuple[Any, bool]:
    """Return what a field holds, or each of its values, and whether there can be several."""
    if get_origin(hint) in (Union, types.UnionType):
        return _one(next(each for each in get_args(hint) if each is not type(None)))
    if get_origin(hint) is tuple:
        return _one(get_args(hint)[0])[0], True
    return hint, False


def _is(hint: Any, kind: type) -> bool:
    return isinstance(hint, type) and issubclass(hint, kind)


def _singular(name: str, kind: type[Part]) -> str:
    return _label(kind.word if issubclass(kind, Entry) else name)


def _label(name: str) -> str:
    return re.sub("[_-]", " ", name).capitalize()
