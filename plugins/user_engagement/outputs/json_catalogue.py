"""Everything that is public as JSON, each outcome and each need by itself too, and the schema of all of them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from user_engagement import queries
from user_engagement.model import Action, Need, Outcome
from user_engagement.outputs.addresses import root
from user_engagement.outputs.csv_tables import TITLE
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
    told = {
        kind.section: {entry.key: _text(record(publication, entry, kind)) for entry in catalogue.all(kind)}
        for kind in entry_kinds()
    }
    yield Asset(SCHEMA, catalogue_schema())
    yield _file(publication, CATALOGUE, {section: entries.values() for section, entries in told.items()})
    entries: tuple[Outcome | Need, ...] = (*catalogue.all(Outcome), *catalogue.all(Need))
    for entry in entries:
        done = [told[Action.section][action.key] for action in queries.actions_of(catalogue, entry)]
        sections = {entry.section: [told[entry.section][entry.key]], Action.section: done}
        yield _file(publication, f"{entry.section}/{entry.key}/{entry.word}.json", sections)


@cache
def catalogue_schema() -> bytes:
    """Return the JSON Schema (2020-12) of the catalogue and of the files of single entries."""
    about = {
        "$schema": {"type": "string", "description": "Where this schema is."},
        "version": {"const": VERSION, "description": "The version of this schema."},
        "as_at": {"type": "string", "format": "date", "description": "The day for which everything is true."},
        "licence": {"type": "string", "description": "Under which licence the data may be used."},
    }
    sections = {kind.section: {"type": "array", "items": schema.reference(kind)} for kind in entry_kinds()}
    content = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": TITLE,
        "type": "object",
        "additionalProperties": False,
        "properties": about | sections,
        "required": ["version", "as_at"],
        "$defs": schema.definitions(),
    }
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()


def _file(publication: Publication, path: str, sections: Mapping[str, Iterable[str]]) -> Asset:
    """Return a file of entries that are JSON already, one on each line."""
    about = {
        "$schema": root(path.rpartition("/")[0]) + SCHEMA,
        "version": VERSION,
        "as_at": publication.as_at.isoformat(),
        "licence": publication.licence,
    }
    members = [f'"{name}": {_text(value)}' for name, value in about.items() if value]
    members += [f'"{section}": [{_lines(entries)}]' for section, entries in sections.items()]
    return Asset(path, f"{{{_lines(members)}}}\n".encode())


def _text(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False)


def _lines(texts: Iterable[str]) -> str:
    joined = ",\n".join(texts)
    return f"\n{joined}\n" if joined else ""
