"""Which sheets and columns are written: what there is, and what can be added beside it."""

from collections.abc import Mapping, Sequence

from user_engagement.spreadsheets.columns import Column, Sheet, sheets
from user_engagement.spreadsheets.rows import Row
from user_engagement.spreadsheets.tables import column_of

_RARELY_ADDED = "sources"


def shown(found: Mapping[str, Sequence[Row]]) -> list[Sheet]:
    """Return the sheets to write: those with rows, every section, and the lists in what has rows."""
    return [
        sheet
        for sheet in sheets()
        if found[sheet.full_name] or not sheet.lists or (found[sheet.holder] and sheet.lists[-1][-1] != _RARELY_ADDED)
    ]


def headers(sheet: Sheet, rows: Sequence[Row]) -> list[tuple[str, Column | None]]:
    """Return what stands on top of each column, and its field if it has one; texts in languages have a column each."""
    languages: dict[str, dict[str, None]] = {}
    for row in rows:
        for name in row.cells:
            if (found := column_of(sheet, name)) and found[1]:
                languages.setdefault(found[0].name, {})[name] = None
    fields = [(name, column) for column in sheet.columns for name in (column.name, *languages.get(column.name, ()))]
    return [*((key, None) for key in sheet.keys), *fields]


def lines(sheet: Sheet, rows: Sequence[Row]) -> list[list[str]]:
    """Return the cells of each row, in the order of the headers."""
    names = [name for name, _ in headers(sheet, rows)]
    return [[(row.keys(sheet) | row.cells).get(name, "") for name in names] for row in rows]
