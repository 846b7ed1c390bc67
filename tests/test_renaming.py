"""Renaming and withdrawing change what has to change, everywhere, and nothing else."""

import random
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.pages import ROOT

from user_engagement import as_at, editing
from user_engagement.cli import main
from user_engagement.editing import address
from user_engagement.loading import load
from user_engagement.model import Entry
from user_engagement.outputs.output import Asset
from user_engagement.site import Settings, build, check

DAY = "2026-11-23"
MOMENT = as_at.moment(DAY)
BUS = """\
statement: {title: Bus times, organisation: travel}  # the header

needs:
  # asked for often
  - id: hours
    title: Figures by hour
    raised_in: [survey]  # by 4

activities:
  - id: survey
    title: Survey
    method: survey

outcomes:
  - id: by-hour
    title: By hour
    needs: [hours]
    decisions:
      - {decision: accepted, revisit: after activities/survey}
"""
RAIL = """\
statement: {title: Rail times, organisation: travel, adopts: [bus]}
needs:
  - {id: minutes, title: Minutes, same_as: [bus/hours], raised_in: [bus/survey]}
  - {id: old, title: Old, withdrawn: {date: 2026-01-05, reason: Merged., successor: bus/hours}}
activities:
  - {id: survey, title: Survey, method: survey}
actions:
  - {id: a, title: A, due: after bus/activities/survey}
"""
SHARED = "organisations: [{id: travel, name: T}]\n"
WRITTEN = {"bus/bus.yml": BUS, "rail/rail.yml": RAIL, "shared.yml": SHARED}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "bus/bus.yml": BUS,
        "rail/rail.yml": RAIL,
        "shared.yml": SHARED,
    }.items():
        path = tmp_path / "statements" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Path("statements")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--as-at", DAY])


def files(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.yml")}


def errors(folder: Path) -> list[str]:
    return [str(each) for each in check(folder, MOMENT, "statements") if each.level == "error"]


def test_an_id_changes_wherever_it_stands_and_the_old_one_is_kept(folder: Path):
    result = run("rename", "hours", "by-the-hour")

    assert (result.exit_code, result.output) == (
        0,
        "needs/bus/hours is now by-the-hour, also in 3 places that named it. The old address leads there.\n",
    )
    assert files(folder) == {
        "bus/bus.yml": BUS.replace("id: hours", "id: by-the-hour")
        .replace("[survey]  # by 4\n", "[survey]  # by 4\n    former_ids:\n      - hours\n")
        .replace("needs: [hours]", "needs: [by-the-hour]"),
        "rail/rail.yml": RAIL.replace("bus/hours", "bus/by-the-hour"),
        "shared.yml": SHARED,
    }
    assert errors(folder) == []


def test_dates_that_begin_after_it_follow(folder: Path):
    run("rename", "activities/bus/survey", "survey-2026")
    after = files(folder)

    assert "revisit: after activities/survey-2026}" in after["bus/bus.yml"]
    assert "due: after bus/activities/survey-2026}" in after["rail/rail.yml"]
    assert "raised_in: [bus/survey-2026]" in after["rail/rail.yml"]
    assert "{id: survey, title: Survey, method: survey}" in after["rail/rail.yml"]
    assert errors(folder) == []


def test_a_statement_moves_with_its_folder(folder: Path):
    (folder / "bus" / "notes.yaml").write_text("uses: [{id: u, wording: U}]\n", "utf-8")
    result = run("rename", "statements/bus", "buses")
    after = files(folder)

    assert result.output.startswith("statements/bus is now buses, also in 5 places that named it.")
    assert set(after) == {"buses/bus.yml", "rail/rail.yml", "shared.yml"}
    assert (folder / "buses" / "notes.yaml").exists()
    assert after["buses/bus.yml"] == BUS.replace("organisation: travel}", "organisation: travel, former_ids: [bus]}")
    assert after["rail/rail.yml"] == RAIL.replace("bus", "buses")
    assert errors(folder) == []


def test_a_statement_with_errors_moves_too_and_keeps_them(folder: Path):
    (folder / "bus" / "more.yml").write_text("needs: [{id: twice, title: A}, {id: twice, title: B}]\n", "utf-8")
    before = errors(folder)
    result = run("rename", "statements/bus", "buses")

    assert result.exit_code == 0
    assert before
    assert errors(folder) == [error.replace("bus/", "buses/") for error in before]


def test_that_nothing_else_names_an_entry_is_said(folder: Path):
    (folder / "bus" / "more.yml").write_text("needs: [{id: alone, title: A}]\n", "utf-8")

    assert run("rename", "alone", "lonely").output.startswith(
        "needs/bus/alone is now lonely, and nothing else named it."
    )


def test_old_addresses_lead_to_new_ones(folder: Path):
    run("rename", "statements/bus", "buses")
    run("rename", "hours", "by-the-hour")
    outputs = build(folder, Settings(MOMENT)).outputs
    files = [each for each in outputs if isinstance(each, Asset) and each.path.endswith("/index.html")]
    led = {each.path: re.findall(r'url=([^"]+)"', each.content.decode()) for each in files}

    now = ["../../../needs/buses/by-the-hour/"]
    assert [led[f"needs/{each}/index.html"] for each in ("bus/hours", "bus/by-the-hour", "buses/hours")] == [now] * 3
    assert led["statements/bus/index.html"] == ["../../statements/buses/"]
    assert led["outcomes/bus/by-hour/index.html"] == ["../../../outcomes/buses/by-hour/"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("survey", "x"), "Write one of these:\n  activities/bus/survey\n  activities/rail/survey\n"),
        (("minute", "x"), "There is no entry minute. Did you mean minutes?"),
        (("hours", "By hour"), "Write lower case letters, digits and single hyphens only."),
        (("minutes", "old"), "statements/rail/rail.yml:4:10: id: The id old is taken"),
        (("statements/bus", "rail"), "There is a folder rail already. Choose another id."),
        (("survey-method", "x"), "There is no entry survey-method."),
    ],
)
def test_what_cannot_be_renamed_is_told_and_nothing_is_written(arguments: tuple[str, str], told: str, folder: Path):
    result = run("rename", *arguments)

    assert result.exit_code in {1, 2}
    assert told in result.output
    assert files(folder) == {
        "bus/bus.yml": BUS,
        "rail/rail.yml": RAIL,
        "shared.yml": SHARED,
    }


def test_what_would_change_can_be_seen_before(folder: Path):
    result = run("rename", "statements/rail", "railways", "--dry-run")

    assert (
        result.output
        == """\
statements/rail/ becomes statements/railways/
--- statements/railways/rail.yml
+++ statements/railways/rail.yml
@@ -1,2 +1,2 @@
-statement: {title: Rail times, organisation: travel, adopts: [bus]}
+statement: {title: Rail times, organisation: travel, adopts: [bus], former_ids: [rail]}
 needs:
"""
    )
    assert files(folder)["rail/rail.yml"] == RAIL


def test_a_former_id_is_free_again_for_the_same_entry(folder: Path):
    run("rename", "hours", "x")
    run("rename", "x", "hours")
    assert "    former_ids:\n      - x\n" in files(folder)["bus/bus.yml"]
    assert errors(folder) == []


def test_an_end_is_written_below_the_entry(folder: Path):
    result = run("withdraw", "hours", "--reason", "Nobody asked: we stop.", "--successor", "rail/minutes")

    assert (result.exit_code, result.output) == (
        0,
        "needs/bus/hours is withdrawn. Its address stays, with the reason.\n",
    )
    assert files(folder)["bus/bus.yml"] == BUS.replace(
        "[survey]  # by 4\n",
        "[survey]  # by 4\n    withdrawn:\n      date: 2026-11-23\n      reason: 'Nobody asked: we stop.'\n"
        "      successor: rail/minutes\n",
    )
    assert errors(folder) == []


def test_a_reason_is_asked_for(folder: Path):
    result = CliRunner().invoke(main, ["withdraw", "hours", "--on", "2026-10-05"], input="It is done.\n")
    assert result.output.startswith("Why? Readers will see it: ")
    assert "      date: 2026-10-05\n      reason: It is done.\n" in files(folder)["bus/bus.yml"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("old", "--reason", "x"), "needs/rail/old was withdrawn on 2026-01-05 already."),
        (("hours", "--reason", "x", "--successor", "min"), "statements/bus/bus.yml:"),
        (("hour", "--reason", "x"), "There is no entry hour. Did you mean hours?"),
    ],
)
def test_what_cannot_be_withdrawn_is_told(arguments: tuple[str, ...], told: str, folder: Path):
    result = run("withdraw", *arguments)
    assert result.exit_code in {1, 2}
    assert told in result.output
    assert files(folder)["bus/bus.yml"] == BUS


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.randoms(use_true_random=False))
def test_any_entry_of_the_examples_can_be_renamed_without_a_trace(tmp_path: Path, chance: random.Random):
    folder = tmp_path / "examples"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "statements", folder)
    loaded = load(folder)
    before = files(folder)
    everything = [entry for entry, _ in loaded.catalogue.everything if (entry.section, entry.key) in loaded.origins]
    entry: Entry = chance.choice([each for each in everything if not each.sole_id])
    result = run("rename", address(entry), "quite-another", str(folder))

    assert (result.exit_code, errors(folder)) == (0, [])
    assert editing.found(load(folder), address(entry)) == []
    comments = [line for text in before.values() for line in re.findall(r"(?:^|(?<=\s))# .*", text, re.MULTILINE)]
    kept = "\n".join(files(folder).values())
    assert [each for each in comments if each not in kept] == []
