"""A file of responses as rows of text, whatever program wrote it."""

import csv
import io
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from user_engagement.model.text import HIDDEN

Rows = list[list[str]]
_WORKBOOK = b"PK\x03\x04"
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_LONGEST_CELL = 10 * 1024 * 1024


class CannotRead(Exception):  # noqa: N818 - not a fault of the program
    """A file is none that can be read. Says what to do, and nothing of what stands in it."""


def read(path: Path) -> Rows:
    """Return the rows of a CSV file or of the first sheet of a workbook, to the last that has something.

    Raises OSError and CannotRead.
    """
    content = path.read_bytes()
    if content.startswith(_OLD_WORKBOOK):
        raise CannotRead("This is an old workbook or has a password. Save it as .xlsx or CSV, without a password.")
    rows = _workbook(content) if content.startswith(_WORKBOOK) else _csv(_decoded(content))
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _workbook(content: bytes) -> Rows:
    try:
        book = load_workbook(io.BytesIO(content), data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, ValueError):
        raise CannotRead("This is not a workbook that can be read. Save it again as .xlsx, or as CSV.") from None
    return [[_text(cell) for cell in row] for row in book.worksheets[0].iter_rows(values_only=True)]


def _text(value: Any) -> str:
    if isinstance(value, datetime):
        return str(value.date()) if value.time() == time() else f"{value:%Y-%m-%d %H:%M:%S}"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else _clean(str(value))


def _decoded(content: bytes) -> str:
    """Return the text of UTF-8, of UTF-16 as Excel's “Unicode text” is, or of Windows' own letters."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    try:
        text = content.removeprefix(BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\0" in text:
        raise CannotRead("This is not a file of text. Export the responses again, as CSV or .xlsx.")
    return text


def _csv(text: str) -> Rows:
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
        return [[_clean(cell) for cell in line] for line in lines]
    except csv.Error:
        raise CannotRead("The file cannot be read to its end. Export it again, as CSV or .xlsx.") from None
    finally:
        csv.field_size_limit(before)


def _delimiter(text: str) -> str:
    """Return what divides the first row into most cells: a comma, a semicolon or a tab."""

    def cells(delimiter: str) -> int:
        return len(next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), ()))

    return max((",", ";", "\t"), key=cells)


def _clean(cell: str) -> str:
    return " ".join(HIDDEN.sub("", cell).split())


def widest(rows: Sequence[Sequence[str]]) -> int:
    """Return how many cells the widest of the rows has, empty ones at its end not counted."""
    return max((_width(row) for row in rows), default=0)


def _width(row: Sequence[str]) -> int:
    return max((number for number, cell in enumerate(row, start=1) if cell), default=0)
