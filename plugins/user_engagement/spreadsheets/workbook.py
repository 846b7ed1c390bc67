"""A workbook for Excel and other spreadsheet programs, one sheet for each section and each list in it."""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from user_engagement.messages import did_you_mean
from user_engagement.spreadsheets import columns, layout
from user_engagement.spreadsheets.columns import Column, Sheet, sheets
from user_engagement.spreadsheets.rows import Row
from user_engagement.spreadsheets.tables import Cell, Fault, Table, table

ABOUT = "Read me"
_HEADINGS, _FIRST = 2, 3
"""The row with descriptions, below the names of the columns, and the first row of entries."""

_AS_TEXT = "@"
_ROOM = 500
"""For how many rows values are offered to choose from."""

_LONGEST_CELL = 32_767
_WIDTHS = {columns.STATEMENT: 22, columns.ID: 24, columns.INSIDE: 24, columns.NUMBER: 10}
_KEYS = {
    columns.STATEMENT: "The id of the statement.",
    columns.ID: "The id of the entry. It never changes.",
    columns.INSIDE: "The id of the entry that this is part of.",
    columns.NUMBER: "Where it stands in that entry. Leave it empty in a new row.",
}
_HELP = (
    "One row is one entry. Sheets with a full stop in their name hold the parts of entries, for example decisions.",
    "Change cells, and add rows at the end. The second row of each sheet says what goes into each column.",
    "Several values in one cell stand on lines of their own: press Alt and Enter.",
    "Rows that you take out are told, and not removed from the files.",
    "What is internal is in here too. Mind where you save this.",
)


class TooLong(Exception):  # noqa: N818 - not a fault of the program
    """A text is too long for a cell of a workbook."""


def written(found: Mapping[str, Sequence[Row]]) -> bytes:
    """Return the workbook. Raises TooLong."""
    book = Workbook()
    about = book.worksheets[0]
    about.title = ABOUT
    shown = layout.shown(found)
    _explain(about, shown, found)
    for sheet in shown:
        _fill(book.create_sheet(sheet.name), sheet, found[sheet.full_name], {each.section: each.name for each in shown})
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(path: Path) -> tuple[list[Table], list[Fault]]:
    """Read a workbook. Raises OSError."""
    try:
        book = load_workbook(path)
    except (InvalidFileException, BadZipFile, KeyError, ValueError):
        return [], [Fault(path.name, "This is not a workbook that can be read. Save it again as .xlsx.")]
    known = {sheet.name: sheet for sheet in sheets()}
    tables, faults = {}, []
    for name in book.sheetnames:
        if name in known:
            cells, wrong = _cells(book[name])
            tables[name] = table(known[name], [line for number, line in enumerate(cells) if number != _HEADINGS - 1])
            faults += wrong
        elif name != ABOUT:
            faults.append(
                Fault(name, f"There is no sheet of this name.{did_you_mean(name, known)} Remove or rename it.")
            )
    return [tables[name] for name in known if name in tables], faults


def _explain(about: Worksheet, shown: Sequence[Sheet], found: Mapping[str, Sequence[Row]]) -> None:
    """Say how the workbook is used, and lead to each sheet."""
    for line in _HELP:
        about.append([line])
    about.append([])
    about.append(["Sheet", "Rows"])
    for sheet in shown:
        about.append([sheet.full_name, len(found[sheet.full_name])])
        link: Any = about.cell(about.max_row, 1)
        link.hyperlink, link.style = f"#'{sheet.name}'!A1", "Hyperlink"
    about.column_dimensions["A"].width = 110


def _fill(page: Worksheet, sheet: Sheet, rows: Sequence[Row], names: Mapping[str, str]) -> None:
    heads = layout.headers(sheet, rows)
    for number, (name, column) in enumerate(heads, start=1):
        head = page.cell(1, number, name)
        head.font = Font(bold=True)
        about = page.cell(_HEADINGS, number, column.description if column else _KEYS[name])
        about.font, about.alignment = Font(italic=True), Alignment(wrap_text=True, vertical="top")
        dimension = page.column_dimensions[get_column_letter(number)]
        dimension.width, dimension.number_format = _WIDTHS.get(name, 30), _AS_TEXT
        if column:
            _offer(page, number, column, names)
    for line, texts in enumerate(layout.lines(sheet, rows), start=_FIRST):
        for number, text in enumerate(texts, start=1):
            _write(page, line, number, text)
    page.freeze_panes = f"{get_column_letter(len(sheet.keys) + 1)}{_FIRST}"


def _write(page: Worksheet, line: int, number: int, text: str) -> None:
    if len(text) > _LONGEST_CELL:
        raise TooLong(f"{page.title}!{get_column_letter(number)}{line}")
    if not text:
        return
    cell: Any = page.cell(line, number, text)
    cell.data_type = "s"
    cell.number_format, cell.quotePrefix = _AS_TEXT, text.startswith(("=", "+", "-", "@"))
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def _offer(page: Worksheet, number: int, column: Column, names: Mapping[str, str]) -> None:
    """Offer words, or the ids of a sheet, to choose from; others can still be typed, and are told later."""
    ids = names.get(column.refers_to)
    if column.many or not (column.words or ids):
        return
    listed = f'"{",".join(column.words)}"' if column.words else f"'{ids}'!$A${_FIRST}:$A${_ROOM}"
    if column.refers_to and column.refers_to not in {"organisations", "statements", "methods", "frameworks"}:
        listed = f"'{ids}'!$B${_FIRST}:$B${_ROOM}"
    rule = DataValidation(type="list", formula1=listed, allow_blank=True, showErrorMessage=False)
    letter = get_column_letter(number)
    rule.add(f"{letter}{_FIRST}:{letter}{_ROOM}")
    page.add_data_validation(rule)


def _cells(page: Worksheet) -> tuple[list[list[Cell]], list[Fault]]:
    faults = [
        Fault(f"{page.title}!{merged.coord}", "These cells are merged. Split them.") for merged in page.merged_cells
    ]
    lines = []
    for row in page.iter_rows():
        line = []
        for cell in row:
            place = f"{page.title}!{cell.coordinate}"
            if cell.data_type in {"f", "e"}:
                told = "Here is a formula. Copy it, and paste its value in its place."
                faults.append(Fault(place, told if cell.data_type == "f" else "Here is an error. Type the value."))
            line.append(Cell(_text(cell.value) if cell.data_type not in {"f", "e"} else "", place))
        lines.append(line)
    return lines, faults


def _text(value: Any) -> str:
    """Return what was typed, as far as a spreadsheet program has not made something else of it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        return str(value.date()) if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return str(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).replace("\r\n", "\n").strip()
