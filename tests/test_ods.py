"""The spreadsheet has what the tables have, in a form that programs accept and people can find their way in."""

import csv
import re
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO, StringIO
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from odfdo import Cell, Document, Table
from tests import hosts
from tests.canary import shown_files
from tests.catalogues import need, outcome, publication

from user_engagement import as_at
from user_engagement.model import Entry
from user_engagement.outputs import csv_tables, ods
from user_engagement.outputs.data.opendocument import Column, Sheet, spreadsheet
from user_engagement.outputs.data.tables import DataTable, tables
from user_engagement.outputs.publication import Publication
from user_engagement.site import Settings, build

MOMENT = as_at.moment("2026-11-23 09:30")
TYPE = "application/vnd.oasis.opendocument.spreadsheet"
FORMULA = re.compile(r"'([=+\-@\t\r])")
Rows = list[list[Any]]


def of(*entries: Entry, **options: Any) -> bytes:
    """Return the spreadsheet of some entries."""
    return content(replace(publication(entries), **options))


def content(ready: Publication) -> bytes:
    (made,) = ods.outputs(ready)
    return made.content


def sheets(made: bytes) -> dict[str, Rows]:
    """Return the cells of every sheet as a program that reads spreadsheets finds them."""
    body = Document(BytesIO(made)).body
    return {table.name or "": rows(table) for table in body.get_elements("table:table") if isinstance(table, Table)}


def rows(table: Table) -> Rows:
    return [[cell.value for cell in row.cells] for row in table.iter_rows()]


def parts(made: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(made)) as package:
        return {name: package.read(name) for name in package.namelist()}


def as_csv_has_it(table: DataTable) -> Rows:
    """Return a table as CSV has it, without the apostrophes that spreadsheets would show."""
    found = csv.reader(StringIO(csv_tables.as_csv(table).decode(), newline=""), strict=True)
    return [[FORMULA.sub(r"\1", cell, count=1) if FORMULA.match(cell) else cell for cell in row] for row in found]


def told(value: Any) -> str:
    """Return a value of a spreadsheet as CSV has it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat()[:10] if isinstance(value, date) else str(value)


@cache
def own() -> Publication:
    """The repository's own site."""
    site = build(hosts.ROOT / "statements", Settings(MOMENT, shown_as="statements"))
    assert site.publication is not None
    return site.publication


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """A statement in which every field has a telling word."""
    site = build(hosts.write(tmp_path_factory.mktemp("full"), shown_files()), Settings(MOMENT))
    assert site.publication is not None
    return site.publication


@pytest.mark.parametrize("whose", ["own", "full"])
def test_every_sheet_has_the_cells_of_its_table(whose: str, full: Publication):
    ready = own() if whose == "own" else full
    shown = [table for table in tables(ready) if table.rows]
    found = sheets(content(ready))
    expected = {ods.sheet_name(table): as_csv_has_it(table) for table in shown}
    titles = {ods.sheet_name(table): [[table.title], [table.description]] for table in shown}

    assert list(found) == ["Notes", *expected]
    assert {name: each[:2] for name, each in found.items() if name != "Notes"} == titles
    assert {name: [[told(value) for value in row] for row in found[name][2:]] for name in expected} == expected
    assert sum(map(len, expected.values())) > 250


def test_no_two_tables_have_sheets_of_one_name_and_every_program_takes_the_names():
    names = [ods.sheet_name(table) for table in tables(publication([]))]

    assert [
        name for name in names if len(name) > 31 or names.count(name) > 1 or not re.fullmatch(r"[\w-]+", name)
    ] == []
    assert "survey_questions-answers" in names


def test_the_first_sheet_says_what_there_is_of_which_day_and_how_to_read_it():
    ready = replace(publication([need()]), site_url="https://example.org/site/", licence="Free to use.")
    notes = sheets(content(ready))["Notes"]
    shown = [table for table in tables(ready) if table.rows]

    assert [row[0] for row in notes[:6]] == [
        "User engagement: everything that is public",
        "This is true for 23 November 2026.",
        "Free to use.",
        "It comes from https://example.org/site/",
        "What each column means: https://example.org/site/data/columns/",
        f"Below is a list of {len(shown)} tables. Each has a sheet of its own, with its title in the first cell.",
    ]
    assert "[c] says that it is confidential" in notes[8][0]
    assert notes[9:] == [
        ["Sheet", "Table", "What it tells", "Rows"],
        *([link(ods.sheet_name(table)), table.title, table.description, len(table.rows)] for table in shown),
    ]


def link(name: str) -> str:
    """Return a link to a sheet as odfdo tells it."""
    return f"[{name}](#'{name}'.A1)"


def test_what_is_not_known_of_the_site_is_left_out_of_the_notes():
    notes = sheets(of())["Notes"]

    assert [row[0][:19] for row in notes[:3]] == ["User engagement: ev", "This is true for 23", "Below is a list of "]


def test_each_table_is_marked_as_one_with_one_row_of_headers():
    made = of(need())
    body = Document(BytesIO(made)).body
    headers = {
        str(table.get_attribute("table:name")): [
            cell.value
            for cell in table.get_elements("table:table-header-rows//table:table-cell")
            if isinstance(cell, Cell)
        ]
        for table in body.get_elements("table:table")
    }
    ranges = {
        str(each.get_attribute("table:name")): each.get_attribute("table:target-range-address")
        for each in body.get_elements("//table:database-range[@table:contains-header='true']")
    }
    needs = next(table for table in tables(publication([need()])) if table.name == "needs")

    assert headers["needs"] == [column.name for column in needs.columns]
    assert headers["Notes"] == ["Sheet", "Table", "What it tells", "Rows"]
    assert ranges.keys() == {name.replace("-", "_") for name in headers}
    assert (len(needs.columns), ranges["needs"]) == (29, "$'needs'.A3:$'needs'.AC4")


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (703, "AAA")])
def test_a_table_of_any_width_is_marked_whole(number: int, letters: str):
    made = spreadsheet("Wide", [Sheet("wide", "Wide", [], [Column(str(each)) for each in range(number)], [])])

    assert f"'wide'.A2:$'wide'.{letters}2\"".encode() in parts(made)["content.xml"]


def test_days_numbers_and_answers_are_typed_and_the_rest_is_text():
    history = [{"date": "2026-03-05", "met": "met"}]
    found = sheets(of(need(first_raised="2026-01-05", times_raised="3 letters", history=history)))
    first, second = (dict(zip(found[name][2], found[name][3], strict=True)) for name in ("needs", "needs-history"))

    assert (first["illustration"], first["times_raised"], first["first_raised"]) == (
        False,
        "3 letters",
        date(2026, 1, 5),
    )
    assert first["as_at"] == date(2026, 11, 23)
    assert (second["history_number"], second["date"]) == (1, None)


@pytest.mark.parametrize("text", ["=1+1", "+44 20", "-1", "@SUM(A1)", "- first\n- second", "1", "2026-01-05", "true"])
def test_a_text_is_never_a_formula_a_number_or_a_day(text: str):
    made = of(need(wording=text))
    header, cells = sheets(made)["needs"][2:]

    assert dict(zip(header, cells, strict=True))["wording"] == text
    assert b"table:formula" not in parts(made)["content.xml"]


def shown(text: str) -> str:
    """Return text as a spreadsheet can have it: one kind of line break, and a sign for what XML cannot have."""
    lines = re.sub("\r\n|\r", "\n", text)
    return re.sub("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", lines)


@settings(deadline=None)
@given(st.text() | st.text(st.sampled_from(" \t\n\ra<&\"'>\x00\ud800\uffff")))
@example("  two  and   three ")
@example("\n\nlines\r\nof\rall kinds\n")
def test_any_text_is_in_the_spreadsheet_as_it_was_written(text: str):
    made = spreadsheet(text, [Sheet("one", text, [text], [Column("words"), Column("more")], [(text, "end")])])
    cells = ET.fromstring(parts(made)["content.xml"]).iter(f"{{{ODF}table:1.0}}table-cell")  # noqa: S314 - our own
    title, line, _, _, cell, _ = map(read, cells)

    assert title == line == shown(text)
    assert cell == shown(text)
    assert Document(BytesIO(made)).body.get_elements("table:table")


ODF = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT = f"{{{ODF}text:1.0}}"


def read(cell: ET.Element) -> str:
    """Return the text of a cell as OpenDocument wants it read: what is not marked as space is at most one of it."""
    return "\n".join("".join(pieces(each)) for each in cell.findall(f"{TEXT}p"))


def pieces(paragraph: ET.Element) -> list[str]:
    words = "".join(
        f"\0{child.tag.removeprefix(TEXT)}{child.get(f'{TEXT}c', '')}\0{child.tail or ''}" for child in paragraph
    )
    folded = re.sub("[ \t\r\n]+", " ", (paragraph.text or "") + words).strip(" ")
    return [
        "\t" if piece == "tab" else " " * int(piece[1:]) if place % 2 else piece
        for place, piece in enumerate(folded.split("\0"))
    ]


def test_the_package_is_as_the_standard_wants_it():
    made = of(need())
    with ZipFile(BytesIO(made)) as package:
        first, *others = package.infolist()
    manifest = ET.fromstring(parts(made)["META-INF/manifest.xml"])  # noqa: S314 - our own
    listed = {
        each.get(f"{{{ODF}manifest:1.0}}full-path"): each.get(f"{{{ODF}manifest:1.0}}media-type") for each in manifest
    }

    assert (first.filename, first.compress_type, first.extra, made[30:38]) == ("mimetype", ZIP_STORED, b"", b"mimetype")
    assert made[38 : 38 + len(TYPE)] == TYPE.encode()
    assert listed == {"/": TYPE, **{each.filename: "text/xml" for each in others if "/" not in each.filename}}
    assert Document(BytesIO(made)).get_type() == "spreadsheet"


def test_every_style_that_is_used_is_there():
    found = parts(of(need(first_raised="2026-01-05")))
    everything = (found["content.xml"] + found["styles.xml"]).decode()
    used = set(re.findall(r'(?:table:style-name|style:parent-style-name|style:data-style-name)="([^"]+)"', everything))

    assert used == set(re.findall(r'style:name="([^"]+)"', everything))


def test_programs_are_told_the_title_and_the_language():
    meta = parts(of())["meta.xml"].decode()

    assert re.findall(r"<dc:(\w+)>(.*?)</dc:", meta) == [
        ("title", "User engagement: everything that is public"),
        ("language", "en-GB"),
    ]


def test_the_same_tables_give_the_same_bytes():
    entries = [need(), outcome()]

    assert of(*entries) == of(*reversed(entries))
    assert {each.date_time for each in ZipFile(BytesIO(of(*entries))).infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("hidden", ["internal", "embargoed until 2026-12-01"])
def test_what_is_hidden_is_in_no_sheet(hidden: str):
    made = of(need(id="secret", title="Secret", visibility=hidden), need())

    assert b"ecret" not in parts(made)["content.xml"]
    assert b"Figures for small areas" in parts(made)["content.xml"]
