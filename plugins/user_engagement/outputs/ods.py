"""Every table that has rows in one spreadsheet (OpenDocument), a sheet for each, after a sheet of notes."""

from collections.abc import Iterator, Sequence

from user_engagement.model.text import Text
from user_engagement.outputs.addresses import Target
from user_engagement.outputs.csv_tables import TITLE, datatype
from user_engagement.outputs.data.fields import DataField
from user_engagement.outputs.data.opendocument import Column, Sheet, spreadsheet
from user_engagement.outputs.data.tables import DataTable, tables
from user_engagement.outputs.output import Asset
from user_engagement.outputs.publication import Publication
from user_engagement.style import day
from user_engagement.words.files import english

PATH = "data/user-engagement.ods"

LONGEST_NAME = 31
"""Excel cannot open a spreadsheet in which the name of a sheet has more characters."""

_SYMBOLS = (
    "In a number, [c] says that it is confidential, [x] that it is not available, [z] that there can be none, "
    "[u] that it is not reliable, [low] that it rounds to 0."
)


def outputs(publication: Publication) -> Iterator[Asset]:
    """Yield the spreadsheet."""
    shown = [table for table in tables(publication) if table.rows]
    yield Asset(PATH, spreadsheet(TITLE, [_notes(publication, shown), *map(_sheet, shown)]))


def sheet_name(table: DataTable) -> str:
    """Return the name of a table's sheet: the table's own, without its beginning where that is too long."""
    name = table.name
    while len(name) > LONGEST_NAME:
        name = name.partition("-")[2]
    return name


def _sheet(table: DataTable) -> Sheet:
    columns = [Column(column.name, _datatype(column), wide=column.hint is Text) for column in table.columns]
    return Sheet(sheet_name(table), table.title, [table.description], columns, table.rows)


def _datatype(column: DataField) -> str:
    told = datatype(column)
    return told if isinstance(told, str) and not column.many else "string"


def _notes(publication: Publication, shown: Sequence[DataTable]) -> Sheet:
    columns = [Column("Sheet", "sheet"), Column("Table"), Column("What it tells", wide=True), Column("Rows", "integer")]
    rows = [(sheet_name(table), table.title, table.description, str(len(table.rows))) for table in shown]
    return Sheet("Notes", TITLE, list(_told(publication, len(shown))), columns, rows)


def _told(publication: Publication, number: int) -> Iterator[str]:
    yield f"This is true for {day(publication.as_at, english())}."
    if publication.licence:
        yield publication.licence
    if publication.site_url:
        yield f"It comes from {publication.site_url}"
        yield f"What each column means: {publication.address(Target('data/columns'))}"
    tables = english().count(number, "table")
    yield f"Below is a list of {tables}. Each has a sheet of its own, with its title in the first cell."
    yield "An empty cell says that nothing is known or that there is nothing to tell."
    yield "Between several values in a cell stand semicolons. Several texts in a cell stand on lines of their own."
    yield _SYMBOLS
