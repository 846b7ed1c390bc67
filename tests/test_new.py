"""`user-engagement new` begins entries that are right, in the right file, and touches nothing else."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ferry import ferry
from tests.pages import sections

from user_engagement import as_at
from user_engagement.cli import main
from user_engagement.drafting import KINDS, Kind
from user_engagement.loading import load
from user_engagement.model import Organisation, Statement
from user_engagement.site import Settings, build, check

DAY = "2026-11-23"
MOMENT = as_at.moment(DAY)
ANSWERS = {
    "title": "Something new",
    "name": "Something new",
    "organisation": "mfta",
    "summary": "In a sentence.",
    "said": "They said so.",
    "decision": "accepted",
    "wording": "We promise it.",
    "method": "survey",
    "reason": "It has to be.",
    "effective": "2028",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, in which `statements` does not exist."""
    monkeypatch.chdir(tmp_path)
    return tmp_path / "statements"


@pytest.fixture
def filled(folder: Path) -> Path:
    return ferry(folder)


def begin(kind: str, *options: str, answers: str | None = None) -> Result:
    return CliRunner().invoke(main, ["new", kind, "--as-at", DAY, *options], input=answers)


def needed(kind: Kind) -> list[str]:
    given = [each for each in kind.questions if each.required and each.when({})]
    options = [part for each in given for part in (each.option, ANSWERS[each.name])]
    return [*options, *(["--statement", "ferry-times"] if kind.in_a_statement else [])]


def files(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.yml")}


def errors(folder: Path) -> list[str]:
    return [str(each) for each in check(folder, MOMENT) if each.level == "error"]


def test_the_first_statement_is_asked_for_and_brings_its_organisation(folder: Path):
    answers = "Bus times and their users\nDepartment of Travel\nLate buses.\nBus team\nbus@travel.example\n\n\n\n"
    result = begin("statement", answers=answers)

    assert result.exit_code == 0
    assert files(folder) == {
        "organisations.yml": """\
# yaml-language-server: $schema=../.vscode/user-engagement/shared.json

organisations:
  - id: department-travel
    name: Department of Travel
    # short_name: ABC
    # policies:
    #   - {title: How to complain, address: https://example.org/, kind: complaints}
""",
        "bus-times/statement.yml": """\
# yaml-language-server: $schema=../../.vscode/user-engagement/statement.json

statement:
  title: Bus times and their users
  organisation: department-travel
  summary: Late buses.
  published: 2026-11-23
  contact:
    role: Bus team
    email: bus@travel.example
  # applies_to: The statistics that this is about, in words that users know
  # introduction: What you want to hear from users, and why.
  # reviewed: 2026-11-23
  # disproportionate:  # what you do not do, and why
  #   - {what: A yearly survey., reason: We have 12 users., instead: We ring each of them.}
""",
    }
    assert check(folder, MOMENT) == ()
    assert result.output.endswith("below statements/bus-times/\n")


def test_what_cannot_be_is_told_and_asked_again(filled: Path):
    before = files(filled)
    answers = ["ferry", "ferry-times", "", "Late boats", "9", "council", "passengers, 1", "partly", "not met", ""]
    answers += ["Nobody counts.", "", "soon", "2027-09", "Late Boats", "each-sailing", "", "n"]
    result = begin("need", answers="".join(f"{each}\n" for each in answers))
    told = re.findall(r"^  ([A-Za-z0-9].*[.?])$", result.output, re.MULTILINE)

    assert told == [
        "ferry is not one of these. Did you mean ferry-times?",
        "Please answer this one.",
        "9 is not one of these.",
        "council is not one of these. Did you mean island-councils?",
        "partly is not one of these. Did you mean partly met?",
        "Please answer this one.",
        (
            "Write a date as 2026-03-31, 2026-03, 2026, “2026-03 to 2026-05”, “2027-01 or 2027-04”, "
            "“after actions/some-action” or “not known”; “, provisional” may follow."
        ),
        "Write lower case letters, digits and single hyphens only.",
        "Something else has this id. Choose another.",
    ]
    assert "    user_groups:\n      - passengers\n      - island-councils\n    met: not met\n" in result.output
    assert (result.exit_code, files(filled)) == (1, before)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_is_given_by_options_is_written_without_a_question(kind: Kind, filled: Path):
    before = files(filled)
    result = begin(kind.name, *needed(kind))
    after = files(filled)

    assert (result.exit_code, ">" in result.output) == (0, False)
    assert errors(filled) == []
    changed = [name for name, text in after.items() if before.get(name) != text]
    assert len(changed) == 1
    assert lost(before.get(changed[0], ""), after[changed[0]]) == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_examples_below_are_right_as_soon_as_their_hash_is_gone(kind: Kind, filled: Path):
    before = files(filled)
    begin(kind.name, *needed(kind))
    (name,) = [name for name, text in files(filled).items() if before.get(name) != text]
    path = filled / name
    path.write_text(re.sub(r"^( +)# ", r"\1", path.read_text("utf-8"), flags=re.MULTILINE), "utf-8")

    assert errors(filled) == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_is_missing_is_told_at_once(kind: Kind, filled: Path):
    before = files(filled)
    result = begin(kind.name, "--id", "new", *(["--statement", "ferry-times"] if kind.in_a_statement else []))
    missing = [each.option for each in kind.questions if each.required and each.when({}) and not each.default]

    assert result.exit_code == 2
    assert f"Error: Also needed: {', '.join(missing)}." in result.output
    assert files(filled) == before


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--statement", "ferry-time", "--title", "x"), "There is no statement ferry-time. Did you mean ferry-times?"),
        (("--title", "x"), "Say with --statement to which statement it belongs."),
        (("--statement", "ferry-times", "--title", "x", "--id", "A b"), "Write lower case letters, digits and single"),
        (("--statement", "ferry-times", "--title", "x", "--id", "each-sailing"), "Something else has this id."),
        (
            ("--statement", "ferry-times", "--title", "x", "--user-groups", "council"),
            "statements/ferry-times/needs.yml:{}:9: user_groups: There is no council among the user groups.",
        ),
        (
            ("--statement", "ferry-times", "--title", "x", "--met", "not met", "--reason", "y", "--revisit", "soon"),
            "statements/ferry-times/needs.yml:{}:14: revisit: Write ",
        ),
    ],
)
def test_nothing_is_written_that_is_wrong(options: tuple[str, ...], told: str, filled: Path):
    before = files(filled)
    result = begin("need", *options)

    assert result.exit_code in {1, 2}
    assert told in re.sub(r"(?<=yml:)\d+", "{}", result.output)
    assert files(filled) == before


def test_without_a_statement_there_is_nothing_to_begin_in(folder: Path):
    result = begin("outcome")
    assert (result.exit_code, result.output) == (
        1,
        "Error: There is no statement yet. Begin with: user-engagement new statement\n",
    )


def test_a_file_that_cannot_be_read_is_left_alone(filled: Path):
    path = filled / "ferry-times" / "needs.yml"
    path.write_text("needs: [\n", "utf-8")
    result = begin("need", "--statement", "ferry-times", "--title", "x")

    assert result.exit_code == 1
    assert "A file in statements cannot be read. Mend it first: user-engagement check statements" in result.output
    assert path.read_text("utf-8") == "needs: [\n"


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), min_size=1, max_size=80).map(str.strip))
def test_any_title_makes_an_entry_of_that_title(folder: Path, title: str):
    if not title.strip("-") or title.startswith("-"):
        return
    shutil.rmtree(folder, ignore_errors=True)
    result = begin("statement", "--title", title, "--organisation", "Somebody", "--summary", "x")

    (statement,) = load(folder).catalogue.all(Statement)
    assert result.exit_code == 0
    assert str(statement.title) == " ".join(title.split())
    assert [each.id for each in load(folder).catalogue.all(Organisation)] == ["somebody"]


def test_a_whole_team_can_be_written_with_it(folder: Path):
    def made(kind: str, **options: Any) -> None:
        given = [part for name, value in options.items() for part in (f"--{name.replace('_', '-')}", value)]
        result = begin(kind, *given)
        assert (result.exit_code, result.output.splitlines()[0][:5]) == (0, "Wrote")

    made("statement", title="Bus times and their users", organisation="Department of Travel", summary="Late buses.")
    for name in ("Councils", "Passengers", "Journalists"):
        made("user-group", name=name)
    made("commitment", title="We reply in 5 days", wording="Whoever writes gets an answer in 5 working days.")
    made("commitment", title="We say no openly", wording="We say why we cannot do what you ask for.")
    made("activity", title="Survey 2026", method="survey", closes="2026-11-30", user_groups="councils, passengers")
    made("need", title="Figures by hour", user_groups="passengers", met="not met", reason="Too few buses.")
    made("outcome", title="Stops on a map", said="Show stops.", decision="accepted", summary="There is a map.")
    made(
        "outcome",
        title="Figures by hour",
        said="Show hours.",
        activities="survey-2026",
        needs="figures-hour",
        decision="rejected",
        reason="There are 3 buses an hour, and one late bus would be a third.",
        summary="We do not publish figures by hour.",
    )

    assert check(folder, MOMENT) == ()
    pages = build(folder, Settings(MOMENT)).pages
    assert {"outcomes/bus-times/figures-hour/index.md", "statements/bus-times/index.md"} <= set(pages)


def test_every_kind_is_in_the_list_of_commands():
    listed = re.findall(r"^\| `new ([a-z-]+)` \|", sections("commands.md")["new"], re.MULTILINE)
    assert sorted(listed) == sorted(kind.name for kind in KINDS)


def lost(before: str, after: str) -> list[str]:
    """The lines that are not there any more."""
    return [line for line in before.splitlines() if line not in after.splitlines()]
