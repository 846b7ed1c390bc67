"""Everything that is public as JSON, each outcome and each need by itself too, and the schema of all of them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from user_engagement import queries
from user_engagement.model import Action, Entry, Need, Outcome
from user_engagement.outputs.addresses import root
from user_engagement.outputs.data import schema
from user_engagement.outputs.data.fields import entry_kinds
from user_engagement.outputs.data.told import record
from user_engagement.outputs.output import Asset
from user_engagement.outputs.publication import Publication

VERSION = "1"
"""Goes up when programs that read the data have to change; a new field is no such change."""

CATALOGUE, SCHEMA = "data/catalogue.json", "data/catalogue.schema.json"


def outputs(publication: Publication) -> Iterator[Asset]:
    """Yield the catalogue, its schema, and a file of the same form for each outcome and each need."""
    catalogue = publication.catalogue
    yield Asset(SCHEMA, _bytes(catalogue_schema()))
    yield _document(publication, CATALOGUE, {kind: catalogue.all(kind) for kind in entry_kinds()})
    for outcome in catalogue.all(Outcome):
        yield _own(publication, outcome)
    for need in catalogue.all(Need):
        yield _own(publication, need)


@cache
def catalogue_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the catalogue and of the files of single entries."""
    about = {
        "$schema": {"type": "string", "description": "Where this schema is."},
        "version": {"const": VERSION, "description": "The version of this schema."},
        "as_at": {"type": "string", "format": "date", "description": "The day for which everything is true."},
        "licence": {"type": "string", "description": "Under which licence the data may be used."},
    }
    sections = {kind.section: {"type": "array", "items": schema.reference(kind)} for kind in entry_kinds()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "User engagement: everything that is public",
        "type": "object",
        "additionalProperties": False,
        "properties": about | sections,
        "required": ["version", "as_at"],
        "$defs": schema.definitions(),
    }


def _own(publication: Publication, entry: Outcome | Need) -> Asset:
    """Return the file of one entry and what is done about it, beside the entry's page."""
    done = queries.actions_of(publication.catalogue, entry)
    return _document(
        publication, f"{entry.section}/{entry.key}/{entry.word}.json", {type(entry): [entry], Action: done}
    )


def _document(publication: Publication, path: str, entries: Mapping[type[Entry], Sequence[Entry]]) -> Asset:
    about = {
        "$schema": root(path.rpartition("/")[0]) + SCHEMA,
        "version": VERSION,
        "as_at": publication.as_at.isoformat(),
        **({"licence": publication.licence} if publication.licence else {}),
    }
    sections = {kind.section: [record(publication, each, kind) for each in found] for kind, found in entries.items()}
    return Asset(path, _bytes(about | sections))


def _bytes(content: dict[str, Any]) -> bytes:
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()
