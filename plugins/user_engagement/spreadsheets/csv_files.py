"""A folder of CSV files, one for each sheet."""

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl.utils import get_column_letter

from user_engagement.messages import did_you_mean
from user_engagement.spreadsheets import layout
from user_engagement.spreadsheets.columns import sheets
from user_engagement.spreadsheets.rows import Row
from user_engagement.spreadsheets.tables import Cell, Fault, Table, table

_ACTIVE = ("=", "+", "-", "@", "\t", "'")
"""With what a cell begins that a spreadsheet program could run, or that is marked as one that it must not."""


def written(found: Mapping[str, Sequence[Row]]) -> dict[str, bytes]:
    """Return the files by their names."""
    return {
        f"{sheet.full_name}.csv": _file([[name for name, _ in layout.headers(sheet, rows)], *layout.lines(sheet, rows)])
        for sheet in layout.shown(found)
        for rows in (found[sheet.full_name],)
    }


def read(folder: Path) -> tuple[list[Table], list[Fault]]:
    """Read every file in a folder that ends in .csv. Raises OSError."""
    known = {sheet.full_name: sheet for sheet in sheets()}
    tables, faults = {}, []
    for path in sorted(folder.glob("*.csv")):
        sheet = known.get(path.stem)
        if sheet is None:
            faults.append(Fault(path.name, f"There is no sheet {path.stem}.{did_you_mean(path.stem, known)}"))
            continue
        try:
            text = path.read_bytes().removeprefix(BOM_UTF8).decode("utf-8")
        except UnicodeDecodeError:
            faults.append(Fault(path.name, "The file is not in UTF-8. Save it again as “CSV UTF-8”."))
            continue
        tables[path.stem] = table(sheet, _cells(path.name, text))
    return [tables[name] for name in known if name in tables], faults


def _file(rows: Sequence[Sequence[str]]) -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([[_safe(cell) for cell in row] for row in rows])
    return BOM_UTF8 + stream.getvalue().encode()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_ACTIVE) else cell


def _cells(file: str, text: str) -> list[list[Cell]]:
    separator = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return [
        [Cell(_plain(cell), f"{file}!{get_column_letter(column)}{number}") for column, cell in enumerate(row, start=1)]
        for number, row in enumerate(rows, start=1)
    ]


def _plain(cell: str) -> str:
    text = cell.replace("\r\n", "\n").strip()
    return text[1:] if text.startswith("'") and text[1:].startswith(_ACTIVE) else text
