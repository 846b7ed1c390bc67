"""The JSON Schema of what authors write, for editors."""

import json
from collections.abc import Mapping
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo
from pydantic.json_schema import models_json_schema

from user_engagement.model import SECTIONS, SHARED_SECTIONS, Entry, Statement
from user_engagement.model.reference import REFERS_TO

Ids = Mapping[str, Mapping[str, str]]
"""The ids that exist, by section, each with what it stands for."""

_REF = "#/$defs/{model}"
_TYPED = ["string", "number", "boolean"]
"""What editors take text for, by what it looks like: 2026, 4.1, true. All of it is read as text."""


def statement_schema(ids: Ids | None = None) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a file in a statement's folder.

    With `ids`, references offer what exists; what does not is no fault here, because `check` tells it better.
    """
    return _schema("A file of a user engagement statement", SECTIONS, Statement, ids or {})


def shared_schema(ids: Ids | None = None) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a file beside the folders of statements."""
    return _schema("What several statements share", SHARED_SECTIONS, None, ids or {})


def schemas(ids: Ids | None = None) -> dict[str, bytes]:
    """Return both schemas as files, by their names."""
    return {"statement.json": _file(statement_schema(ids)), "shared.json": _file(shared_schema(ids))}


def _schema(title: str, sections: dict[str, type[Entry]], header: type[Entry] | None, ids: Ids) -> dict[str, Any]:
    kinds = [*sections.values(), *([header] if header else [])]
    references, definitions = models_json_schema([(kind, "validation") for kind in kinds], ref_template=_REF)
    properties = {
        name: {**_described(name, kind), **_section(kind, references[kind, "validation"])}
        for name, kind in sections.items()
    }
    if header:
        reference = references[header, "validation"]
        properties = {"statement": {**_described("statement", header), **reference}, **properties}
    for kind in kinds:
        if kind is header or kind.sole_id:
            definitions["$defs"][kind.__name__]["properties"].pop("id")
            definitions["$defs"][kind.__name__]["required"].remove("id")
        definitions["$defs"][kind.__name__]["defaultSnippets"] = [_snippet(kind, with_id=kind is not header)]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "$defs": {name: _for_editors(each, ids) for name, each in definitions["$defs"].items()},
    }


def _described(name: str, kind: type[Entry]) -> dict[str, Any]:
    return {"title": _title(name), "description": kind.__doc__}


def _section(kind: type[Entry], reference: dict[str, Any]) -> dict[str, Any]:
    return reference if kind.sole_id else {"type": "array", "items": reference}


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _snippet(kind: type[Entry], *, with_id: bool) -> dict[str, Any]:
    """Return what an editor fills in for a new entry: the fields that it has to have, and a place to type in each."""
    required = {name: field for name, field in kind.model_fields.items() if field.is_required()}
    if not with_id or kind.sole_id:
        required.pop("id", None)
    body = {name: _place(field, number) for number, (name, field) in enumerate(required.items(), start=1)}
    return {"label": _title(kind.__name__).lower(), "description": kind.__doc__, "body": body}


def _place(field: FieldInfo, number: int) -> Any:
    words = [str(word) for word in get_args(field.annotation) if isinstance(word, str)]
    if words:
        return f"${{{number}|{','.join(words)}|}}"
    place = f"${{{number}:{(field.description or '').rstrip('.?').split(':')[0]}}}"
    return [place] if get_origin(field.annotation) is tuple else place


def _for_editors(schema: Any, ids: Ids) -> Any:
    """Return a schema with titles, with ids to choose from, and without complaints about how text is typed."""
    if isinstance(schema, list):
        return [_for_editors(each, ids) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {name: _for_editors(each, ids) for name, each in schema.items()}
    if isinstance(found.get("default"), dict):
        found.pop("default")
    for name, each in found.get("properties", {}).items():
        found["properties"][name] = {**each, "title": _title(name)}
    if found.get("type") == "string" and "enum" not in found and "const" not in found:
        found["type"] = _TYPED
    return _offering(found, ids.get(found.pop(REFERS_TO, ""), {}))


def _offering(schema: dict[str, Any], known: Mapping[str, str]) -> dict[str, Any]:
    if not known:
        return schema
    pattern = {name: schema.pop(name) for name in ("type", "pattern")}
    offered = {"enum": list(known), "markdownEnumDescriptions": list(known.values())}
    return {**schema, "anyOf": [offered, pattern]}


def _file(schema: dict[str, Any]) -> bytes:
    return (json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n").encode()
