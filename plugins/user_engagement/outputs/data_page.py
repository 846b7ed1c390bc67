"""The pages about data: what can be downloaded and subscribed to, and what each column means."""

from collections.abc import Iterable, Iterator

from user_engagement.outputs import csv_tables, json_catalogue, ods
from user_engagement.outputs.addresses import Target
from user_engagement.outputs.browsing import Crumb, home_crumb
from user_engagement.outputs.data import described, opendocument_parts
from user_engagement.outputs.data.described import File
from user_engagement.outputs.data.tables import DataTable, tables
from user_engagement.outputs.output import Link, Page
from user_engagement.outputs.publication import Publication

CRUMB = Crumb("Data and feeds", Target("data"))
COLUMNS = "data/columns"


def outputs(publication: Publication) -> Iterator[Page]:
    """Yield the page of downloads, and of columns in the first language; tables without rows are left out of both."""
    shown = [table for table in tables(publication) if table.rows]
    is_first = publication.translations.is_first
    yield publication.page(
        "data",
        "data",
        publication.phrase("Data and feeds"),
        crumbs=[home_crumb()],
        downloads=[(Link(table.title, csv_tables.path(table)), table) for table in shown],
        spreadsheet=ods.PATH,
        catalogue=json_catalogue.CATALOGUE,
        schema=json_catalogue.SCHEMA,
        described=described.everything(publication, csv_tables.TITLE, len(shown), _files(shown)) if is_first else "",
        metadata=csv_tables.METADATA,
        columns=Target(COLUMNS),
    )
    if is_first:
        yield publication.page(
            COLUMNS,
            "data_columns",
            "What the columns mean",
            crumbs=[home_crumb(), CRUMB],
            searched=False,
            translated=False,
            tables=shown,
        )


def _files(shown: Iterable[DataTable]) -> Iterator[File]:
    yield File("All entries (JSON)", json_catalogue.CATALOGUE, "application/json")
    yield File("All tables in one spreadsheet (ODS)", ods.PATH, opendocument_parts.TYPE)
    for table in shown:
        yield File(f"{table.title} (CSV)", csv_tables.path(table), "text/csv")
