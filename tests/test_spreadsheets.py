"""Everything can leave as a spreadsheet and come back: what was not changed gives no difference."""

import difflib
import re
import shutil
from collections.abc import Callable
from datetime import datetime, time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from tests.ferry import ferry
from tests.pages import ROOT
from tests.test_writing import READABLE, comments

from user_engagement import as_at
from user_engagement.cli import main
from user_engagement.loading import load
from user_engagement.site import check
from user_engagement.spreadsheets import csv_files, workbook
from user_engagement.spreadsheets.columns import sheets
from user_engagement.spreadsheets.rows import as_cell, from_cell, rows
from user_engagement.writing import write

DAY = "2026-11-23"
MOMENT = as_at.moment(DAY)
OURS = ROOT / "statements"
GOLDEN = [
    path
    for path in sorted((ROOT / "tests/golden").glob("*/statements"))
    if not any(each.level == "error" for each in check(path, MOMENT))
]
FREE = {"title", "summary", "wording", "reason", "said", "alternative", "purpose", "benefit"}
"""Columns in which any text may stand."""

Change = Callable[[Any], object]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments), "--as-at", DAY])


def texts(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in sorted(folder.rglob("*.yml"))}


def difference(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """The lines that differ, with - and + before them."""
    found = []
    for name in sorted({*before, *after}):
        lines = difflib.ndiff(before.get(name, "").splitlines(), after.get(name, "").splitlines())
        found += [line for line in lines if line[0] in "-+"]
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small folder of statements, to be changed."""
    return ferry(tmp_path / "statements")


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small folder as a workbook."""
    path = tmp_path_factory.mktemp("exported") / "all.xlsx"
    result = run("export", ferry(path.parent / "statements"), "--to", path)
    assert (result.exit_code, result.output) == (0, f"Wrote {path.as_posix()}. It holds what is internal, too.\n")
    return path


@pytest.fixture
def book(exported: Path, tmp_path: Path) -> Path:
    """The same workbook, to be changed."""
    return Path(shutil.copy(exported, tmp_path / "all.xlsx"))


def edit(book: Path, *changes: Change) -> None:
    opened = load_workbook(book)
    for change in changes:
        change(opened)
    opened.save(book)


def heads(page: Any) -> dict[str, int]:
    return {head.value: head.column for head in page[1] if head.value}


def row_of(page: Any, id_: str) -> int:
    """The row of the entry with this id, or of the first part of it."""
    column = heads(page).get("Id") or heads(page)["In"]
    return next(row for row in range(3, page.max_row + 1) if page.cell(row, column).value == id_)


def put(sheet: str, where: str, value: object, id_: str = "each-sailing") -> Change:
    """Change the cell at a place, or the one in a column of the row of an entry."""

    def change(book: Any) -> None:
        page = book[sheet]
        cell = page[where] if re.fullmatch(r"[A-Z]\d", where) else page.cell(row_of(page, id_), heads(page)[where])
        cell.value = value

    return change


def add(sheet: str, **values: str) -> Change:
    """Add a row below the others."""

    def change(book: Any) -> None:
        page, given = book[sheet], {"Statement": "ferry-times", **values}
        filled = [cell.row for line in page.iter_rows(min_row=2, max_col=2) for cell in line if cell.value]
        for name, value in given.items():
            page.cell(max(filled) + 1, heads(page)[name], value or None)

    return change


@pytest.mark.parametrize("to", ["all.xlsx", "all"])
@pytest.mark.parametrize("source", [OURS, *GOLDEN], ids=lambda path: path.parent.name)
def test_what_is_not_changed_gives_no_difference(source: Path, to: str, tmp_path: Path):
    folder = Path(shutil.copytree(source, tmp_path / "statements"))
    assert run("export", folder, "--to", tmp_path / to).exit_code == 0
    result = run("import", tmp_path / to, folder, "--write")

    assert (result.exit_code, result.output) == (0, "Nothing differs.\n")
    assert texts(folder) == texts(source)


def test_every_text_is_in_a_cell():
    found = rows(OURS, load(OURS))
    cells = "\n".join(text for each in found.values() for row in each for text in (*row.cells.values(), *row.key))
    values = re.findall(r"^ +\w+: ([\w .,]+)$", "\n".join(texts(OURS).values()), re.MULTILINE)

    assert len(values) > 1000
    assert [value for value in values if value not in cells] == []


def test_one_changed_cell_is_one_changed_line(folder: Path, book: Path):
    before = texts(folder)
    edit(book, put("needs", "met", "partly met"))
    shown = run("import", book, folder)

    assert shown.output.splitlines() == [
        "needs ferry-times/each-sailing: met: “not met” → “partly met”",
        "Nothing was written. To write it, add --write.",
    ]
    assert texts(folder) == before

    written = run("import", book, folder, "--write")
    assert written.output.endswith(f"Wrote {folder.as_posix()}/ferry-times/needs.yml.\n")
    assert difference(before, texts(folder)) == ["-     met: not met", "+     met: partly met"]


def test_rows_that_are_added_become_entries_and_parts_of_them(folder: Path, book: Path):
    before = texts(folder)
    history = {"In": "by-time-of-day", "Number": "1", "date": "2026-11-02", "decision": "kept as is"}
    edit(
        book,
        add("outcomes", Id="night-ferries", title="Night ferries"),
        add("outcomes.feedback", In="night-ferries", said="Count ferries after midnight."),
        add("outcomes.decisions", In="night-ferries", decision="deferred", reason="Few sail."),
        add("outcomes.decisions.history", **history),
        add("user_groups", Id="sailors", name="Sailors"),
    )
    result = run("import", book, folder, "--write")

    assert result.exit_code == 0, result.output
    assert [line[2:] for line in difference(before, texts(folder)) if line.strip("+ ")] == [
        "        history:",
        "          - decision: kept as is",
        "            date: 2026-11-02",
        "  - id: night-ferries",
        "    title: Night ferries",
        "    feedback:",
        "      - said: Count ferries after midnight.",
        "    decisions:",
        "      - decision: deferred",
        "        reason: Few sail.",
        "  - id: sailors",
        "    name: Sailors",
    ]


def test_a_new_statement_gets_its_folder(folder: Path, book: Path):
    edit(book, add("statements", Statement="ticket-sales", title="Ticket sales", organisation="mfta"))
    edit(book, add("needs", Statement="ticket-sales", Id="by-month", title="Sales by month"))
    result = run("import", book, folder, "--write")

    assert result.exit_code == 0, result.output
    assert (
        (folder / "ticket-sales/statement.yml").read_text("utf-8").splitlines()[0].startswith("# yaml-language-server")
    )
    assert "  - id: by-month\n" in (folder / "ticket-sales/needs.yml").read_text("utf-8")


def test_rows_that_are_missing_are_told_and_stay(folder: Path, book: Path):
    before = texts(folder)
    edit(book, lambda opened: opened["needs"].delete_rows(row_of(opened["needs"], "each-sailing")))
    result = run("import", book, folder, "--write")

    told = "needs ferry-times/each-sailing: not in the spreadsheet; it stays. To end it, use “withdraw”.\n"
    assert told in result.output
    assert texts(folder) == before


def test_a_cell_that_is_emptied_takes_its_field_away(folder: Path, book: Path):
    before = texts(folder)
    edit(book, put("needs", "revisit", None))
    run("import", book, folder, "--write")

    assert difference(before, texts(folder)) == ["-     revisit: 2027-09"]


FAULTS: dict[str, tuple[Change, str]] = {
    "formula": (
        put("needs", "C3", "=A1"),
        r"needs!C3: Here is a formula\. Copy it, and paste .+",
    ),
    "unknown column": (put("needs", "C1", "titel"), r"needs!C1: There is no column titel in this sheet\. Did you .+"),
    "column twice": (put("needs", "D1", "title"), r"needs!D1: The column title is here twice\. Remove one\."),
    "no keys": (lambda book: book["needs"].delete_cols(2), r"needs!A1: The column Id is missing\. Add it\."),
    "unknown sheet": (
        lambda book: setattr(book["needs"], "title", "need"),
        r"need: There is no sheet of this name\. Did you mean needs\? Remove or rename it\.",
    ),
    "merged": (lambda book: book["needs"].merge_cells("C3:C4"), r"needs!C3:C4: These cells are merged\. Split them\."),
    "same row twice": (add("needs", Id="each-sailing"), r"needs!A\d+: This is the same row as needs!A\d+\. Remove .+"),
    "wrong word": (put("needs", "met", "nearly"), r"needs![A-Z]+\d+: met: .+ \[.+\]"),
    "no such statement": (add("needs", Statement="ferry", Id="x"), r"needs!A\d+: There is no statement ferry\..*"),
    "no statement": (add("needs", Statement="", Id="x"), r"needs!B\d+: Write under “Statement” to which it belongs\."),
    "no id": (add("needs", title="x"), r"needs!A\d+: A new entry needs an id: .+"),
    "no entry": (
        add("outcomes.feedback", In="none", said="x"),
        r"outcomes\.feedback!A\d+: There is no entry ferry-times/none in outcomes\. Add it there first\.",
    ),
    "no number": (
        add("outcomes.decisions.history", In="each-sailing", date="2026-11-02", decision="rejected"),
        r"outcomes\.decisions\.history!A\d+: Write under “Number” where it stands, for example 1\.2\.",
    ),
    "dangling": (put("needs", "user_groups", "reporters"), r"needs![A-Z]+\d+: user_groups: There is no reporters .+"),
    "required field left out": (add("needs", Id="empty"), r"needs!A\d+: title: This field is missing .+"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_with_its_cell_and_nothing_is_written(fault: str, folder: Path, book: Path):
    change, told = FAULTS[fault]
    before = texts(folder)
    edit(book, put("outcomes", "title", "A change that is right"), change)
    result = run("import", book, folder, "--write")

    assert re.search(f"^{told}$", result.output, re.MULTILINE), result.output
    assert result.output.endswith("Nothing was written.\n")
    assert (result.exit_code, texts(folder)) == (1, before)


def test_all_faults_are_told_at_once(folder: Path, book: Path):
    edit(
        book,
        put("needs", "met", "nearly"),
        put("outcomes.decisions", "decided", "in spring"),
        put("commitments", "due", "2028-02-30", "one-island-a-year"),
    )
    found = re.findall(r"^([\w.]+)![A-Z]+\d+: (\w+): ", run("import", book, folder).output, re.MULTILINE)
    assert sorted(found) == [("commitments", "due"), ("needs", "met"), ("outcomes.decisions", "decided")]


def test_what_is_not_a_spreadsheet_is_told(folder: Path, tmp_path: Path):
    (tmp_path / "no.xlsx").write_bytes(b"PK nonsense")
    told = run("import", tmp_path / "no.xlsx", folder).output
    assert "no.xlsx: This is not a workbook that can be read. Save it again as .xlsx." in told

    write(
        {
            tmp_path / "csv/needs.csv": "Statement,Id,title\nbus,x,“Größe”".encode("cp1252"),
            tmp_path / "csv/need.csv": b"",
        }
    )
    told = run("import", tmp_path / "csv", folder).output
    assert "need.csv: There is no sheet need. Did you mean needs?" in told
    assert "needs.csv: The file is not in UTF-8. Save it again as “CSV UTF-8”." in told


def test_files_with_errors_are_mended_first(folder: Path, book: Path):
    (folder / "ferry-times/needs.yml").write_text("needs: [{id: x}]\n", "utf-8")
    for command in (("export", folder, "--to", folder.parent / "new.xlsx"), ("import", book, folder, "--write")):
        result = run(*command)
        assert result.exit_code == 1
        assert "ferry-times/needs.yml:1:9: title: This field is missing and is required. Add it." in result.output
    assert not (folder.parent / "new.xlsx").exists()


def test_a_csv_file_saved_by_excel_elsewhere_is_read(folder: Path):
    run("export", folder, "--to", folder.parent / "csv")
    path = folder.parent / "csv" / "needs.csv"
    semicolons = path.read_text("utf-8-sig").replace('"', "").splitlines()[0].replace(",", ";")
    path.write_text(f"{semicolons}\nferry-times;late;Late ferries\n", "utf-8")
    assert "needs ferry-times/late: new\n" in run("import", folder.parent / "csv", folder).output


def test_what_excel_makes_of_text_is_understood(folder: Path, book: Path):
    before = texts(folder)
    edit(
        book,
        put("planned_changes", "effective", datetime(2028, 2, 1), "late-after-three-minutes"),  # noqa: DTZ001
        put("requirements", "number", 3, "quality-of-times"),
        put("activities.events", "starts", time(19, 0), "island-talks"),
    )
    assert run("import", book, folder, "--write").exit_code == 0
    assert [line for line in difference(before, texts(folder)) if line[0] == "+"] == [
        "+         starts: 19:00",
        "+     effective: 2028-02-01",
        "+     number: '3'",
    ]


def test_text_that_a_spreadsheet_could_run_is_only_text(tmp_path: Path):
    folder = tmp_path / "statements"
    active = ["=cmd()", "+1", "-1", "@a", "'=b", "'c", "007", "true", "1e5", "yaml: x"]
    needs = "".join(f'  - {{id: n{number}, title: "{title}"}}\n' for number, title in enumerate(active))
    header = "statement: {title: Bus, organisation: a}\n"
    write(
        {
            folder / "bus/bus.yml": f"{header}needs:\n{needs}".encode(),
            folder / "a.yml": b"organisations: [{id: a, name: A}]",
        }
    )
    found = rows(folder, load(folder))
    (tmp_path / "a.xlsx").write_bytes(workbook.written(found))
    page = load_workbook(tmp_path / "a.xlsx")["needs"]

    assert {page.cell(row, 3).data_type for row in range(3, 3 + len(active))} == {"s"}
    assert not re.search(rb"(^|,)[=+@-]", csv_files.written(found)["needs.csv"], re.MULTILINE)
    for to in ("a.xlsx", "csv"):
        run("export", folder, "--to", tmp_path / to)
        assert run("import", tmp_path / to, folder).output == "Nothing differs.\n"


def test_every_sheet_has_a_name_of_its_own_that_excel_allows():
    names = [sheet.name for sheet in sheets()]
    assert len({name.lower() for name in names}) == len(names)
    assert [name for name in names if len(name) > 31 or re.search(r"[\\/*?:\[\]]", name)] == []


def test_a_sheet_says_what_goes_into_each_column_and_offers_words(exported: Path):
    page = load_workbook(exported)["needs"]
    about = {name: page.cell(2, column).value for name, column in heads(page).items()}
    rules = {str(rule.sqref): rule.formula1 for rule in page.data_validations.dataValidation}

    assert about["revisit"] == "When it will be looked at again."
    assert about["Id"] == "The id of the entry. It never changes."
    assert '"met,partly met,not met,not known"' in rules.values()
    assert page.freeze_panes == "C3"


@given(READABLE | st.lists(READABLE.map(str.strip).filter(bool), min_size=1, max_size=4))
def test_any_value_comes_back_from_its_cell(value: str | list[str]):
    back = from_cell(as_cell(value), many=isinstance(value, list))
    assert back == value or (back, value) == (None, "")


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_any_edit_of_a_text_changes_that_text_and_loses_no_comment(tmp_path: Path, data: st.DataObject):
    shutil.rmtree(tmp_path / "statements", ignore_errors=True)
    folder = ferry(tmp_path / "statements")
    before, found = texts(folder), rows(folder, load(folder))
    filled = [(row, name) for each in found.values() for row in each for name in row.cells if name in FREE]
    row, name = data.draw(st.sampled_from(filled))
    row.cells[name] = data.draw(READABLE.map(lambda text: " ".join(text.split())).filter(bool))
    write({tmp_path / "csv" / file: content for file, content in csv_files.written(found).items()})

    result = run("import", tmp_path / "csv", folder, "--write")

    after = texts(folder)
    assert result.exit_code == 0, result.output
    assert {file for file in before if before[file] != after[file]} <= {row.file.as_posix()}
    told = [each.cells for sheet in rows(folder, load(folder)).values() for each in sheet]
    assert told == [each.cells for sheet in found.values() for each in sheet]
    assert set(comments(before[row.file.as_posix()])) <= set(comments(after[row.file.as_posix()]))
