"""What can be downloaded: every fact that is public, nothing else, in forms that other programs accept."""

import csv
import json
import re
import subprocess
import sys
import warnings
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from csvw import CSVW
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests import hosts
from tests.canary import WORD, shown_files
from tests.catalogues import (
    AS_AT,
    action,
    activity,
    entry,
    need,
    organisation,
    outcome,
    publication,
    statement,
    user_group,
)
from tests.strategies import Files, as_yaml, statements

from user_engagement import as_at
from user_engagement.model import Entry, Framework, Need
from user_engagement.outputs import csv_tables, data_page, json_catalogue
from user_engagement.outputs.data.tables import tables
from user_engagement.outputs.output import Asset
from user_engagement.outputs.publication import Publication
from user_engagement.site import Settings, build

MOMENT = as_at.moment("2026-11-23 09:30")
SITE = "https://example.org/site/"
NEVER_TOLD = {"Contact.name"}
Rows = list[dict[str, str]]


def data(publication: Publication) -> dict[str, bytes]:
    """Return all files of data by path."""
    return {each.path: each.content for kind in (csv_tables, json_catalogue) for each in kind.outputs(publication)}


def of(*entries: Entry, on: date = AS_AT) -> dict[str, bytes]:
    return data(replace(publication(entries, on), site_url=SITE, licence="Open Government Licence v3.0."))


def rows(content: bytes) -> Rows:
    """Return a table as a program reads it: every row with every column."""
    header, *found = csv.reader(StringIO(content.decode(), newline=""), strict=True)
    return [dict(zip(header, row, strict=True)) for row in found]


def row(files: dict[str, bytes], table: str) -> dict[str, str]:
    (found,) = rows(files[f"data/{table}.csv"])
    return found


def catalogue(files: dict[str, bytes]) -> Any:
    return json.loads(files["data/catalogue.json"])


def refused(files: dict[str, bytes]) -> list[str]:
    """Return what the published schema refuses in the published files."""
    schema = Draft202012Validator(json.loads(files["data/catalogue.schema.json"]))
    return [
        f"{path}: {error.json_path}: {error.message}"
        for path, content in files.items()
        if re.search(r"/(catalogue|outcome|need)\.json$", path)
        for error in schema.iter_errors(json.loads(content))
    ]


def faults(folder: Path, files: dict[str, bytes]) -> list[str]:
    """Return what CSV on the Web refuses in the tables: types, required values, keys, references between tables."""
    hosts.write(folder, {path: content for path, content in files.items() if path.startswith("data/")})
    try:
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            is_valid = CSVW(str(folder / "data/csv-metadata.json"), validate=True).is_valid
    except ValueError as error:
        return [str(error)]
    return [str(each.message) for each in told] + ([] if is_valid else ["not valid"])


@pytest.fixture(scope="module")
def own() -> dict[str, bytes]:
    """The data of the repository's own site."""
    site = build(hosts.ROOT / "statements", Settings(MOMENT, shown_as="statements", site_url=SITE))
    return {each.path: each.content for each in site.outputs if isinstance(each, Asset)}


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The data of a statement in which every field has a telling word."""
    folder = hosts.write(tmp_path_factory.mktemp("full"), shown_files())
    site = build(folder, Settings(MOMENT))
    assert site.publication is not None
    return data(site.publication)


def test_our_own_tables_are_accepted_by_csv_on_the_web(own: dict[str, bytes], tmp_path: Path):
    assert faults(tmp_path, own) == []
    assert sum(len(rows(content)) for path, content in own.items() if path.endswith(".csv")) > 500


def test_the_schema_is_one_and_accepts_all_our_own_files(own: dict[str, bytes]):
    Draft202012Validator.check_schema(json.loads(own["data/catalogue.schema.json"]))

    assert refused(own) == []
    assert len([path for path in own if path.endswith(("/outcome.json", "/need.json"))]) > 20


@pytest.mark.parametrize("form", ["csv", "json"])
def test_every_field_that_may_be_read_is_told(full: dict[str, bytes], form: str):
    told = "".join(content.decode() for path, content in full.items() if path.endswith(f".{form}"))
    written = set(re.findall(rf"{WORD}\.(\w+\.\w+)", "".join(shown_files().values())))
    found = set(re.findall(rf"{WORD}\.(\w+\.\w+)", told))

    assert {name for name in written - found if not name.endswith(".internal_note")} == NEVER_TOLD
    assert found <= written


def test_data_with_every_field_are_accepted(full: dict[str, bytes], tmp_path: Path):
    assert faults(tmp_path, full) == []
    assert refused(full) == []


def accepted(schema: Path, *files: Path) -> bool:
    """Say whether the program check-jsonschema accepts files by a schema."""
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), *map(str, files)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_another_program_accepts_the_json_by_its_schema(full: dict[str, bytes], tmp_path: Path):
    hosts.write(tmp_path, {path: content for path, content in full.items() if path.endswith(".json")})
    schema = tmp_path / "data/catalogue.schema.json"
    files = [file for file in tmp_path.rglob("*.json") if re.fullmatch("(catalogue|outcome|need).json", file.name)]
    spoilt = tmp_path / "spoilt.json"
    spoilt.write_bytes(full["data/catalogue.json"].replace(b'"as_at"', b'"as"', 1))

    assert accepted(schema, *files)
    assert not accepted(schema, spoilt)
    assert len(files) >= 3


@settings(max_examples=10, deadline=None)
@given(files=statements(hidden=5))
def test_whatever_is_left_out_or_hidden_the_data_are_accepted(tmp_path_factory: pytest.TempPathFactory, files: Files):
    folder = tmp_path_factory.mktemp("some")
    written = hosts.write(folder / "statements", {path: as_yaml(content) for path, content in files.items()})
    site = build(written, Settings(MOMENT))
    if site.publication is None:
        return
    found = data(site.publication)

    assert faults(folder, found) == []
    assert refused(found) == []


def test_a_list_may_have_nothing_left_that_is_public():
    hidden = {"id": "answer", "name": "Answer", "visibility": "internal", "practices": []}
    found = of(entry(Framework, id="listening", title="Listening", practice_areas=[hidden]))

    assert "practice_areas" not in catalogue(found)["frameworks"][1]
    assert refused(found) == []


@pytest.mark.parametrize(
    ("path", "before", "after", "fault"),
    [
        ("data/needs.csv", "not met", "never met", "met: invalid lexical value"),
        ("data/needs.csv", "2026-11-23", "soon", "as_at: "),
        (
            "data/outcomes-decisions.csv",
            "bus/area-codes,1",
            "bus/other,1",
            "`bus/other` not found in table outcomes.csv",
        ),
        ("data/needs.csv", "bus/small-areas,bus", "bus/small-areas,rail", "`rail` not found"),
    ],
    ids=["a word that is none", "a day that is none", "a decision of no outcome", "a statement that is not there"],
)
def test_a_spoiled_table_is_refused(path: str, before: str, after: str, fault: str, tmp_path: Path):
    files = of(need(met="not met"), outcome(decisions=[{"decision": "accepted"}]))
    spoiled = files[path].replace(before.encode(), after.encode())
    (found,) = faults(tmp_path, {**files, path: spoiled})

    assert fault in found


@pytest.mark.parametrize(("before", "after"), [('"not met"', '"never"'), ('"title"', '"internal_note"')])
def test_a_spoiled_file_is_refused(before: str, after: str):
    files = of(need(met="not met"))
    files["data/catalogue.json"] = files["data/catalogue.json"].replace(before.encode(), after.encode())

    assert refused(files) != []


def keys(content: Any) -> Iterator[str]:
    """Yield every name of a field in JSON."""
    if isinstance(content, dict):
        yield from content
    for each in content.values() if isinstance(content, dict) else content if isinstance(content, list) else ():
        yield from keys(each)


def test_nothing_is_told_of_how_things_are_hidden():
    lifted = need(visibility="embargoed until 2026-01-01", internal_fields=["reason"], reason="Secret")
    files = of(lifted, outcome(visibility="internal"))
    columns = {column.name for table in tables(publication([lifted])) for column in table.columns}
    names = columns.union(keys(catalogue(files)))

    assert names & {"visibility", "internal_fields", "internal_note"} == set()
    assert (len(catalogue(files)["needs"]), catalogue(files)["outcomes"]) == (1, [])
    assert b"Secret" not in b"".join(files.values())


def test_a_name_that_may_be_shown_for_a_while_is_never_in_data():
    contact = {"role": "Bus team", "name": "A Person", "name_expires": "2030-01-01"}
    files = of(organisation(id="agency", contacts=[contact]), statement(id="rail", contact=contact))

    assert b"A Person" not in b"".join(files.values())
    assert row(files, "organisations-contacts")["role"] == "Bus team"


def test_a_table_is_written_as_rfc_4180_says():
    content = of(need(title='Figures, "small"', wording="First.\n\nŴyl £5."))["data/needs.csv"]

    assert content.startswith(b"key,statement,id,page,illustration,title,wording,user_groups,")
    assert content.count(b"\r\n") == 2
    assert content.endswith(b"\r\n")
    assert b',"Figures, ""small""","First.\n\n' + "Ŵyl £5.".encode() + b'",' in content


@pytest.mark.parametrize("text", ["=1+1", "+44 20", "-1", "@SUM(A1)", "- first\n- second"])
def test_a_text_is_never_a_formula(text: str):
    assert row(of(need(wording=text)), "needs")["wording"] == f"'{text}"


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["C"]), min_size=1))
def test_any_other_text_is_told_as_it_was_written(text: str):
    title = " ".join(text.split()) or "x"
    ready = publication([need(title=title)])
    (told,) = rows(csv_tables.as_csv(next(table for table in tables(ready) if table.name == "needs")))

    assert told["title"] == "'" * title.startswith(tuple("=+-@")) + title


def test_several_values_stand_in_one_cell():
    files = of(
        user_group(id="mayors", name="Mayors"),
        user_group(gaps=["How many\nthere are", "Where they are"]),
        need(user_groups=["mayors", "councils"], code=["2.1 V1.5", "3.0 2.4"]),
    )
    found = row(files, "needs")

    assert (found["user_groups"], found["code"]) == ("bus/mayors;bus/councils", "2.1 V1.5;3.0 2.4")
    assert rows(files["data/user_groups.csv"])[1]["gaps"] == "How many there are\nWhere they are"


def test_dates_and_numbers_stand_as_exactly_as_they_are_known():
    found = row(
        of(need(first_raised="2026-01-05", revisit="2027-01 or 2027-04", times_raised="over 70 letters")), "needs"
    )

    assert [found[name] for name in ("first_raised", "revisit", "times_raised", "as_at")] == [
        "2026-01-05",
        "2027-01 or 2027-04",
        "over 70 letters",
        "2026-11-23",
    ]


HISTORY = [{"date": "2026-03-05", "met": "partly met"}, {"date": "2026-06-05", "met": "met", "note": "At last."}]


@pytest.mark.parametrize(
    ("on", "met", "states"),
    [
        (date(2026, 3, 4), "not met", []),
        (date(2026, 3, 5), "partly met", [("", "not met"), ("2026-03-05", "partly met")]),
        (date(2026, 6, 5), "met", [("", "not met"), ("2026-03-05", "partly met"), ("2026-06-05", "met")]),
    ],
    ids=["nothing changed yet", "on the day", "later"],
)
def test_what_is_told_is_so_on_the_day(on: date, met: str, states: list[tuple[str, str]]):
    files = of(need(met="not met", history=HISTORY), on=on)
    told = catalogue(files)["needs"][0]

    assert (row(files, "needs")["met"], told["met"]) == (met, met)
    assert [(each["date"], each["met"]) for each in rows(files["data/needs-history.csv"])] == states
    assert [(each.get("date", ""), each["met"]) for each in told.get("history", [])] == states


def test_a_promised_day_that_moved_stays_beside_those_that_followed():
    moved = [{"date": "2026-05-01", "due": "2026-10", "note": "The supplier is late."}]
    files = of(action(due="2026-06", history=moved))
    ledger = rows(files["data/actions-history.csv"])

    assert [row(files, "actions")[name] for name in ("due", "delivery", "overdue")] == [
        "2026-10",
        "not started",
        "true",
    ]
    assert [(each["date"], each["due"], each["note"]) for each in ledger] == [
        ("", "2026-06", ""),
        ("2026-05-01", "2026-10", "The supplier is late."),
    ]


def test_a_decision_that_changed_is_told_with_the_terms_of_each():
    later = {"date": "2026-09-01", "decision": "accepted", "wording": "We do it."}
    first = {"decision": "deferred", "decided": "2026-02-01", "reason": "No time.", "history": [later]}
    files = of(outcome(decisions=[first]))
    now, states = row(files, "outcomes-decisions"), rows(files["data/outcomes-decisions-history.csv"])

    assert (now["decision"], now["decided"], now["reason"], now["wording"]) == (
        "accepted",
        "2026-09-01",
        "",
        "We do it.",
    )
    assert [(each["date"], each["decision"], each["reason"]) for each in states] == [
        ("2026-02-01", "deferred", "No time."),
        ("2026-09-01", "accepted", ""),
    ]
    assert row(files, "outcomes")["decision"] == "accepted"


def test_an_entry_inside_another_is_told_in_its_own_section():
    files = of(outcome(actions=[{"id": "add", "title": "Add codes"}]))
    told = catalogue(files)

    assert row(files, "outcomes")["actions"] == told["outcomes"][0]["actions"][0] == "bus/add"
    assert row(files, "actions")["within"] == told["actions"][0]["within"] == "outcomes/bus/area-codes"
    assert told["actions"][0]["page"] == f"{SITE}outcomes/bus/area-codes/#action-add"


def test_an_outcome_and_a_need_have_files_of_their_own():
    files = of(outcome(needs=["small-areas"]), need(), action(outcomes=["area-codes"]), activity())
    told = json.loads(files["outcomes/bus/area-codes/outcome.json"])
    everything = catalogue(files)

    assert told == {
        "$schema": "../../../data/catalogue.schema.json",
        "version": "1",
        "as_at": "2026-11-23",
        "licence": "Open Government Licence v3.0.",
        "outcomes": everything["outcomes"],
        "actions": everything["actions"],
    }
    assert json.loads(files["needs/bus/small-areas/need.json"])["needs"] == everything["needs"]


def test_what_its_body_did_not_publish_is_marked():
    rail = statement(id="rail", illustration="Made up.")
    files = of(need(), rail, entry(Need, "rail", id="sundays", title="Trains on Sundays"))

    assert [each["illustration"] for each in catalogue(files)["needs"]] == [False, True]
    assert [each["illustration"] for each in rows(files["data/statements.csv"])] == ["", "Made up."]


def test_the_metadata_describe_every_column_and_the_licence():
    metadata = json.loads(of()["data/csv-metadata.json"])
    columns = {
        (table["url"], column["name"]): column["dc:description"]
        for table in metadata["tables"]
        for column in table["tableSchema"]["columns"]
    }

    assert {name: words for name, words in columns.items() if not re.fullmatch(r"[A-Z].*[.?]", words)} == {}
    assert {f"data/{url}" for url, _ in columns} == {path for path in of() if path.endswith(".csv")}
    assert metadata["dc:license"] == "Open Government Licence v3.0."


def test_no_table_has_a_column_twice():
    names = [(table.name, [column.name for column in table.columns]) for table in tables(publication([]))]

    assert {table: found for table, found in names if len(set(found)) < len(found)} == {}


def test_the_pages_offer_the_tables_that_have_rows():
    ready = publication([need(met="not met")])
    page, columns = data_page.outputs(ready)
    offered = re.findall(r'href="\.\./(data/[^"]+\.csv)"', page.body)

    assert offered == [f"data/{table.name}.csv" for table in tables(ready) if table.rows]
    assert "data/needs.csv" in offered
    assert "data/uses.csv" not in offered
    assert "How far it is met." in columns.body
    assert "One of: met; partly met; not met; not known." in columns.body
