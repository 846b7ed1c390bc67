"""`user-engagement report` writes where it is told to, and neither into what is published nor over anything else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests import hosts

from user_engagement import reporting
from user_engagement.cli import main
from user_engagement.writing import CannotSave

Command = Callable[..., Result]
START = b"User engagement report\n\nAs at 23 November 2026."


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run the command beside the folder of statements, with files of the test in it."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, **files: str) -> Result:
        hosts.project(tmp_path, files)
        return CliRunner().invoke(main, ["report", "--as-at", "2026-11-23", *arguments], catch_exceptions=False)

    return run


def test_the_report_is_told_on_the_screen(command: Command):
    result = command()

    assert result.stdout_bytes.startswith(START)
    assert (result.exit_code, result.stderr) == (0, "")


def test_the_report_is_written_where_it_is_told_to(command: Command):
    shown = command("--format", "csv").stdout_bytes
    result = command("--format", "csv", "--to", "kept/today.csv")

    assert (result.exit_code, result.stdout, result.stderr) == (0, f"Wrote {Path('kept/today.csv')}.\n", "")
    assert Path("kept/today.csv").read_bytes() == shown
    assert [path.name for path in Path("kept").iterdir()] == ["today.csv"]


@pytest.mark.parametrize("form", ["text", "markdown", "csv", "json"])
def test_an_earlier_report_is_replaced(command: Command, form: str):
    early = command("--format", form, "--within", "3", "--to", "kept")
    Path("kept").write_bytes(Path("kept").read_bytes() + b"more")
    result = command("--format", form, "--to", "kept")

    assert (early.exit_code, result.exit_code) == (0, 0)
    assert Path("kept").read_bytes() == command("--format", form).stdout_bytes


def test_an_empty_file_is_filled(command: Command):
    assert command("--to", "kept.txt", **{"kept.txt": ""}).exit_code == 0
    assert Path("kept.txt").read_bytes().startswith(START)


@pytest.mark.parametrize("to", ["mkdocs.yml", "notes.txt", "earlier.csv"])
def test_nothing_else_is_overwritten(command: Command, to: str):
    files = {"notes.txt": "Ours.\n", "earlier.csv": "organisation,organisation_name,statement,statement_title\n"}
    command("--to", "elsewhere.txt", **files)
    before = Path(to).read_bytes()
    result = command("--to", to, **files)

    assert result.stderr.splitlines()[-1] == (
        f"Error: Invalid value for --to: {to} is there, and is no report in this format. "
        "Choose another name, or remove it first."
    )
    assert (result.exit_code, Path(to).read_bytes()) == (2, before)


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        ("statements/report.txt", "statements is the folder of the statements."),
        ("statements/bus/new/report.txt", "statements is the folder of the statements."),
        ("kept/../statements/report.txt", "statements is the folder of the statements."),
        ("docs/report.txt", "What is in the folder docs is published."),
        ("docs/about/report.txt", "What is in the folder docs is published."),
        ("site/report.txt", "What is in the folder site is published."),
        ("Site/report.txt", "What is in the folder Site is published."),
        ("pages/data/report.txt", "pages is the folder of a site."),
    ],
)
def test_a_report_is_not_written_where_it_would_be_published(command: Command, to: str, reason: str):
    result = command("--to", to, **{"kept/x": "", "pages/.user-engagement": "data/index.md\n"})

    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == (
        f"Error: Invalid value for --to: {reason} A report tells of what is internal: choose a file elsewhere."
    )
    assert list(Path().rglob("report.txt")) == []


def test_a_link_into_what_is_published_is_seen_through(command: Command, tmp_path: Path):
    command()
    try:
        (tmp_path / "elsewhere").symlink_to(tmp_path / "docs", target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links")

    assert "What is in the folder docs is published." in command("--to", "elsewhere/report.txt").stderr


def test_a_folder_called_docs_elsewhere_is_a_folder_as_any(command: Command):
    assert command("--to", "kept/docs/report.txt").exit_code == 0


def test_a_folder_is_no_file_to_write(command: Command):
    result = command("--to", "docs")

    assert (result.exit_code, "is a directory" in result.stderr) == (2, True)


def test_a_file_that_cannot_be_written_is_told(command: Command):
    result = command("--to", "file/report.txt", file="Ours.\n")

    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert Path("file").read_text("utf-8") == "Ours.\n"


def test_errors_are_told_and_nothing_is_written(command: Command):
    wrong = "needs:\n  - id: codes\n    title: Area codes\n    colour: red\n"
    result = command("--to", "kept.txt", **{"statements/bus/needs.yml": wrong, "statements/notes.txt": ""})
    error, last = result.stderr.splitlines()

    assert error.startswith("statements/bus/needs.yml:4:5: colour: There is no field with this name here.")
    assert last == "Nothing was written. Mend this first."
    assert (result.exit_code, result.stdout, Path("kept.txt").exists()) == (1, "", False)


def test_warnings_do_not_stop_a_report(command: Command):
    assert command(**{"statements/notes.txt": ""}).exit_code == 0


def test_an_organisation_that_is_not_there_is_told_with_the_nearest(command: Command):
    result = command("--organisation", "travle")

    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == (
        "Error: Invalid value for --organisation: There is no organisation travle. Did you mean travel?"
    )


def test_an_organisation_that_is_there_is_reported_on(command: Command):
    assert command("--organisation", "travel").stdout == command().stdout


def test_a_file_that_cannot_be_read_is_left(tmp_path: Path):
    statements = hosts.project(tmp_path) / "statements"

    with pytest.raises(CannotSave, match="cannot be read"):
        reporting.keep(b"User engagement report", tmp_path, statements)


def test_a_report_can_look_further_ahead(command: Command):
    plan = "actions:\n  - id: count\n    title: Count\n    due: 2027-06-30\n"
    files = {"statements/bus/plan.yml": plan}

    assert "Action due: Count." not in command(**files).stdout
    assert "Action due: Count." in command("--within", "219", **files).stdout
    assert "Action due: Count." not in command("--within", "218", **files).stdout


@pytest.mark.parametrize("within", ["-1", "36501", "soon"])
def test_days_ahead_are_a_number_that_calendars_hold(command: Command, within: str):
    assert command("--within", within).exit_code == 2
    assert command("--as-at", "9999-12-31", "--within", "36500").exit_code == 0
