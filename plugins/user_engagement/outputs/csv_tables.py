"""Every table as CSV (RFC 4180), and what its columns mean as CSV on the Web."""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Any

from user_engagement.model.day import Day
from user_engagement.model.reference import Ref
from user_engagement.model.text import Address
from user_engagement.outputs.data.fields import DataField
from user_engagement.outputs.data.tables import DataTable, separator, tables
from user_engagement.outputs.output import Asset
from user_engagement.outputs.publication import Publication

TITLE = "User engagement: everything that is public"
"""What all tables together are called."""

METADATA = "data/csv-metadata.json"
"""Where programs look for what is known of the tables beside it."""

_DATATYPES = {Address: "anyURI", Day: "date", bool: "boolean", int: "integer"}

_FORMULA = tuple("=+-@\t\r")
"""A spreadsheet may take a cell that starts with one of these for something to do."""


def outputs(publication: Publication) -> Iterator[Asset]:
    """Yield the tables and their metadata."""
    everything = tables(publication)
    for table in everything:
        yield Asset(path(table), as_csv(table))
    group = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": TITLE,
        "dc:modified": publication.as_at.isoformat(),
        **({"dc:license": publication.licence} if publication.licence else {}),
        "tables": [_metadata(table) for table in everything],
    }
    yield Asset(METADATA, (json.dumps(group, indent=2, ensure_ascii=False) + "\n").encode())


def path(table: DataTable) -> str:
    """Return the path of a table's file."""
    return f"data/{table.name}.csv"


def as_csv(table: DataTable) -> bytes:
    """Return a table as CSV: UTF-8 without a byte order mark, lines that end in CR and LF, no formulas."""
    return written([column.name for column in table.columns], table.rows)


def written(names: Iterable[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows below the names of their columns in the same form."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode()


def datatype(column: DataField) -> str | dict[str, str]:
    """Return what a column's values are, as CSV on the Web calls it; where there is a list of words, how they match."""
    if column.words:
        return {"base": "string", "format": "|".join(map(re.escape, column.words))}
    return next((name for hint, name in _DATATYPES.items() if column.hint == hint), "string")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _metadata(table: DataTable) -> dict[str, Any]:
    return {
        "url": f"{table.name}.csv",
        "dc:title": table.title,
        "dc:description": table.description,
        "tableSchema": {
            "columns": [_column(column) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [*_owner(table), *(_reference(each) for each in table.columns if _is_reference(each))],
        },
    }


def _column(column: DataField) -> dict[str, Any]:
    return {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.description,
        "datatype": datatype(column),
        **({"required": True} if column.always else {}),
        **({"separator": separator(column)} if column.many else {}),
    }


def _is_reference(column: DataField) -> bool:
    """Say whether every row refers to one entry; programs differ about foreign keys that may be empty."""
    one = column.always and not column.many
    return one and isinstance(column.hint, type) and issubclass(column.hint, Ref)


def _reference(column: DataField) -> dict[str, Any]:
    return _foreign_key([column.name], column.hint.section, ["key"])


def _owner(table: DataTable) -> Iterator[dict[str, Any]]:
    if table.within:
        yield _foreign_key(list(table.key[:-1]), table.within, list(table.key[:-1]))


def _foreign_key(columns: list[str], table: str, wanted: list[str]) -> dict[str, Any]:
    return {"columnReference": columns, "reference": {"resource": f"{table}.csv", "columnReference": wanted}}
