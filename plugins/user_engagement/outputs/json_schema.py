"""The JSON Schema of what authors write, for editors."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic.json_schema import models_json_schema

from user_engagement.model import SECTIONS, SHARED_SECTIONS, Entry, Statement
from user_engagement.outputs.output import Asset
from user_engagement.outputs.publication import Publication

_REF = "#/$defs/{model}"


def outputs(publication: Publication) -> Iterator[Asset]:
    """Yield a schema for the files of a statement and one for the files beside the statements."""
    yield from _schemas()


@cache
def _schemas() -> tuple[Asset, ...]:
    return (_asset("schema/statement.json", statement_schema()), _asset("schema/shared.json", shared_schema()))


def statement_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a file in a statement's folder."""
    return _schema("A file of a user engagement statement", SECTIONS, Statement)


def shared_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a file beside the folders of statements."""
    return _schema("What several statements share", SHARED_SECTIONS, None)


def _schema(title: str, sections: dict[str, type[Entry]], header: type[Entry] | None) -> dict[str, Any]:
    kinds = [*sections.values(), *([header] if header else [])]
    references, definitions = models_json_schema([(kind, "validation") for kind in kinds], ref_template=_REF)
    properties = {
        name: references[kind, "validation"]
        if kind.sole_id
        else {"type": "array", "items": references[kind, "validation"], "description": kind.__doc__}
        for name, kind in sections.items()
    }
    if header:
        properties = {"statement": references[header, "validation"], **properties}
    for kind in kinds:
        if kind is header or kind.sole_id:
            definitions["$defs"][kind.__name__]["properties"].pop("id")
            definitions["$defs"][kind.__name__]["required"].remove("id")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "$defs": definitions["$defs"],
    }


def _asset(path: str, schema: dict[str, Any]) -> Asset:
    return Asset(path, (json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n").encode())
