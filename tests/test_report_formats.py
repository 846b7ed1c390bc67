"""The report in each format: the same numbers, readable aloud, and whatever things are called.

`pytest tests/test_report_formats.py --update-golden` rewrites the reports of our statements; the diff is the review.
"""

import csv
import json
import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import hosts
from tests.catalogues import action, commitment, statement
from tests.pages import read, sections
from tests.reports import MOMENT, NINETY, report, text
from tests.strategies import plain_text

from user_engagement import reporting
from user_engagement.loading import Loaded, load
from user_engagement.reporting.matter import KINDS, TOPICS

GOLDEN = Path(__file__).parent / "golden_reports"
FILES = {"text": "report.txt", "markdown": "report.md", "csv": "report.csv", "json": "report.json"}
HOSTILE = "=1+1 | <b>x</b> [a](b) `c`"


@pytest.fixture(scope="module")
def ours() -> Loaded:
    """This repository's own statements."""
    return load(hosts.ROOT / "statements", "statements")


@pytest.mark.parametrize("form", reporting.FORMATS)
def test_the_report_of_our_statements_is_as_recorded(form: str, ours: Loaded, *, update_golden: bool):
    written = reporting.FORMATS[form](reporting.report(ours, MOMENT, NINETY))
    if update_golden:
        hosts.write(GOLDEN, {FILES[form]: written})

    assert written.decode() == (GOLDEN / FILES[form]).read_bytes().decode()


def test_numbers_agree_in_all_formats(ours: Loaded):
    made = reporting.report(ours, MOMENT, NINETY)
    records = json.loads(reporting.FORMATS["json"](made))
    rows = list(csv.DictReader(StringIO(reporting.FORMATS["csv"](made).decode(), newline="")))

    assert len(rows) == len(records["matters"]) == sum(records["counts"].values())
    assert records["counts"] == {
        key: sum(each["counts"][key] for each in records["organisations"]) for key in records["counts"]
    }
    assert [{key: str(value) for key, value in each.items() if key != "internal"} for each in records["matters"]] == [
        {key: value for key, value in row.items() if key != "internal"} for row in rows
    ]
    assert {row["internal"] for row in rows} == {"true", "false"}


def test_titles_are_text_in_every_format():
    made = report(action(title=HOSTILE, due="2026-06"))
    (row,) = [
        row
        for row in csv.DictReader(StringIO(reporting.FORMATS["csv"](made).decode(), newline=""))
        if row["kind"] == "action overdue"
    ]

    assert row["entry_title"] == f"'{HOSTILE}"
    assert r"| =1+1 \| &lt;b&gt;x&lt;/b&gt; \[a\](b) \`c\` |" in reporting.FORMATS["markdown"](made).decode()


@given(st.text("ab |\\`<&[]_*~#-\n", min_size=1, max_size=30).filter(str.strip))
def test_tables_keep_their_columns_whatever_things_are_called(title: str):
    made = report(commitment(wording=title, due="2026-06"), statement(id="tram", title=" ".join(title.split())))
    rows = [line for line in reporting.FORMATS["markdown"](made).decode().splitlines() if line.startswith("|")]

    assert {len(re.split(r"(?<!\\)(?:\\\\)*\|", row)) - 2 for row in rows} == {11, 10, 4}


@settings(deadline=None)
@given(plain_text)
def test_lines_are_no_longer_than_a_screen(title: str):
    lines = text(commitment(wording=title, due="2026-06")).splitlines()

    assert [line for line in lines if len(line) > 100 and len(line.split()) > 2] == []


def test_every_place_of_our_report_is_a_line_of_a_file(ours: Loaded):
    found = reporting.report(ours, MOMENT, NINETY).matters
    lines = {
        each: (hosts.ROOT / each.place.file).read_text("utf-8").splitlines()[each.place.line - 1] for each in found
    }

    assert [each.place for each, line in lines.items() if not line.strip()] == []


def test_the_report_is_the_same_whatever_the_seed_of_hashes():
    run = "from user_engagement.cli import main; main(['report', '--as-at', '2026-11-23', '--format', 'json'])"
    written = [
        subprocess.run(
            [sys.executable, "-c", run],
            cwd=hosts.ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]

    assert written[0] == written[1]


def test_the_page_about_the_report_explains_every_kind_and_key(ours: Loaded):
    page = read("report.md")
    records = json.loads(reporting.FORMATS["json"](reporting.report(ours, MOMENT, NINETY)))
    keys = {*records, *records["organisations"][0], *records["organisations"][0]["by_statement"][0]}
    keys |= {*records["matters"][0], *records["counts"]}

    kinds = re.findall(r"^\| ([a-z ]+) \| ", sections("report.md")["What to do about each"], re.MULTILINE)

    assert kinds == ["kind", *KINDS]
    assert [key for key in sorted(keys) if f"`{key}`" not in page] == []
    assert [topic.title for topic in TOPICS if topic.title not in page] == []
