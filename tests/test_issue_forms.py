"""Forms of GitHub issues: what they ask, of whom they tell, and what GitHub accepts."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from tests import hosts
from tests.canary import TRACES, hidden_files
from tests.hosts import ROOT

from user_engagement.as_at import moment
from user_engagement.cli import main
from user_engagement.commands.forms import files
from user_engagement.forms.issue_forms import ELSE, NOT_SAID, OTHERS

KEPT = ROOT / ".github/ISSUE_TEMPLATE"
ADDRESS = "https://example.org/engagement/"
USERS = """\
statistics:
  - {id: buses, title: Bus journeys}
  - {id: stops, title: bus JOURNEYS}
user_groups:
  - {id: none, name: None}
  - {id: riders, name: Riders}
  - {id: spies, name: Spies, visibility: internal}
"""
ILLUSTRATION = """\
statement:
  title: Trains
  organisation: travel
  illustration: The department did not publish this.
  contact: {role: Team, email: a@example.org}
statistics: [{id: trains, title: Trains}]
user_groups: [{id: drivers, name: Drivers}]
"""


def made(folder: Path, **statements: str) -> dict[str, Any]:
    """Return each form for a small folder of statements."""
    hosts.project(folder, {f"statements/{path}.yml": text for path, text in statements.items()})
    found = files(folder / "statements", ADDRESS, moment("2026-11-23"))
    return {name: yaml.safe_load(text) for name, text in found.items()}


def asked(form: dict[str, Any], key: str) -> dict[str, Any]:
    return next(each["attributes"] for each in form["body"] if each.get("id") == key)


def test_the_forms_of_this_repository_are_up_to_date():
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8").partition("markdown_extensions")[0])
    now = moment(settings["plugins"][-1]["user-engagement"]["as_at"])

    written = files(ROOT / "statements", settings["site_url"], now)

    assert written == {path.name: path.read_text("utf-8") for path in KEPT.iterdir()}


@pytest.mark.parametrize(
    ("schema", "names"), [("github-issue-forms", ("feedback", "correction")), ("github-issue-config", ("config",))]
)
def test_github_understands_them(schema: str, names: tuple[str, ...]):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]

    done = subprocess.run(
        [*command, *(KEPT / f"{name}.yml" for name in names)], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout


def test_people_choose_from_what_is_public_and_each_thing_once(tmp_path: Path):
    form = made(tmp_path, **{"bus/users": USERS})["feedback.yml"]

    assert asked(form, "statistics")["options"] == ["Bus journeys", ELSE]
    assert asked(form, "groups")["options"] == ["Riders", OTHERS, NOT_SAID]


def test_corrections_are_of_a_statement(tmp_path: Path):
    assert asked(made(tmp_path)["correction.yml"], "statement")["options"] == ["Bus statistics", ELSE]


def test_nobody_is_asked_about_an_illustration(tmp_path: Path):
    found = made(tmp_path, **{"trains/statement": ILLUSTRATION})

    assert [word for word in ("Trains", "Drivers", "a@example.org") if word in str(found)] == []


def test_people_are_told_first_that_everybody_can_read_it(tmp_path: Path):
    for form in (made(tmp_path)["feedback.yml"], made(tmp_path)["correction.yml"]):
        assert form["body"][0]["attributes"]["value"].startswith("**Everybody can read what you write here")
        assert asked(form, "public")["options"] == [{"label": "I know that everybody can read this.", "required": True}]


def test_there_is_an_email_beside_the_form(tmp_path: Path):
    contact = hosts.STATEMENT.replace("  summary", "  contact: {role: Team, email: bus@example.org}\n  summary", 1)
    found = made(tmp_path, **{"bus/statement": contact})

    assert (
        "- Bus statistics: [bus@example.org](mailto:bus@example.org)"
        in found["feedback.yml"]["body"][0]["attributes"]["value"]
    )
    assert found["config.yml"]["contact_links"][0]["url"] == "https://example.org/engagement/get-involved/"


def test_nothing_hidden_is_in_them(tmp_path: Path):
    folder = hosts.write(tmp_path / "statements", hidden_files())

    told = str(files(folder, ADDRESS, moment("2026-11-23"))).casefold()

    assert [trace for trace in TRACES if trace in told] == []


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(hosts.project(tmp_path))

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["forms", *arguments], catch_exceptions=False)

    return invoke


def test_they_are_written_where_github_looks(run: Any, tmp_path: Path):
    done = run("--site-url", "https://example.org/engagement")

    written = {path.name for path in (tmp_path / ".github/ISSUE_TEMPLATE").iterdir()}
    assert (done.exit_code, written) == (0, {"feedback.yml", "correction.yml", "config.yml"})
    assert done.output == f"Wrote 3 files to {Path('.github/ISSUE_TEMPLATE')}.\n"


def test_nothing_is_written_where_something_is_wrong(run: Any, tmp_path: Path):
    (tmp_path / "statements/bus/needs.yml").write_text("needs:\n  - id: a\n", encoding="utf-8")

    done = run("--site-url", ADDRESS)

    assert done.exit_code == 1
    assert "statements/bus/needs.yml:2:5: title: " in done.output
    assert not (tmp_path / ".github").exists()


def test_an_address_has_its_beginning(run: Any):
    done = run("--site-url", "example.org")

    assert done.exit_code == 2
    assert "Write an address that starts with https://." in done.output


def test_a_folder_that_cannot_be_written_is_told(run: Any, tmp_path: Path):
    (tmp_path / ".github").write_text("", encoding="utf-8")

    done = run("--site-url", ADDRESS)

    assert done.exit_code == 1
    assert "cannot be written" in done.output
