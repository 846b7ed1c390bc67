"""The command line: what it prints in each format, how it exits, and what it says when called wrongly."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests import hosts

from user_engagement.cli import main

RUN = "import sys; from user_engagement.cli import main; sys.argv[0] = 'user-engagement'; main()"

WRONG = {
    "statements/bus/needs.yml": "needs:\n  - id: codes\n    title: Area codes\n    colour: red\n",
    "statements/bus/notes.txt": "To do\n",
}
ERROR = "statements/bus/needs.yml:4:5: colour: There is no field with this name here."
WARNING = "statements/bus/notes.txt:1:1: warning: Only files that end in .yml or .yaml are read."

Command = Callable[..., Result]


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run the command beside the folder of statements, with files of the test in it."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, **files: str) -> Result:
        hosts.project(tmp_path, files)
        return CliRunner().invoke(main, [*arguments], catch_exceptions=False)

    return run


def test_nothing_is_wrong_with_sound_statements(command: Command):
    result = command("check", "--as-at", "2026-11-23")

    assert (result.exit_code, result.stdout, result.stderr) == (0, "No problems found.\n", "")


def test_problems_are_told_as_lines_with_a_count(command: Command):
    result = command("check", "--as-at", "2026-11-23", **WRONG)
    error, warning, count = result.stdout.splitlines()

    assert error.startswith(ERROR)
    assert warning.startswith(WARNING)
    assert count == "1 error, 1 warning"
    assert (result.exit_code, result.stderr) == (1, "")


@pytest.mark.parametrize(
    ("options", "files", "status"),
    [
        pytest.param([], {}, 0, id="nothing wrong"),
        pytest.param(["--strict"], {}, 0, id="nothing wrong, strictly"),
        pytest.param([], {"statements/notes.txt": ""}, 0, id="a warning"),
        pytest.param(["--strict"], {"statements/notes.txt": ""}, 1, id="a warning, strictly"),
        pytest.param([], {"statements/bus/needs.yml": ""}, 1, id="an error"),
        pytest.param(["--strict"], {"statements/bus/needs.yml": ""}, 1, id="an error, strictly"),
    ],
)
@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_the_exit_status_tells_whether_all_is_well(
    command: Command, form: str, options: list[str], files: dict[str, str], status: int
):
    result = command("check", "--as-at", "2026-11-23", "--format", form, *options, **files)

    assert result.exit_code == status


def test_problems_are_told_as_json(command: Command):
    result = command("check", "--as-at", "2026-11-23", "--format", "json", **WRONG)
    error, warning = json.loads(result.stdout)

    assert error["place"] == {"file": "statements/bus/needs.yml", "line": 4, "column": 5}
    assert (error["code"], error["field"], error["level"]) == ("unknown-field", "colour", "error")
    assert error["message"].startswith("There is no field with this name here.")
    assert (warning["code"], warning["field"], warning["level"]) == ("unknown-file", "", "warning")


def test_json_of_sound_statements_is_an_empty_list(command: Command):
    assert json.loads(command("check", "--as-at", "2026-11-23", "--format", "json").stdout) == []


def test_problems_are_told_as_annotations_of_github(command: Command):
    result = command("check", "--as-at", "2026-11-23", "--format", "github", **WRONG)
    error, warning = result.stdout.splitlines()

    assert error.startswith("::error file=statements/bus/needs.yml,line=4,col=5,title=unknown-field::colour: There is")
    assert warning.startswith("::warning file=statements/bus/notes.txt,line=1,col=1,title=unknown-file::Only files")


def test_github_says_nothing_about_sound_statements(command: Command):
    assert command("check", "--as-at", "2026-11-23", "--format", "github").stdout == ""


def test_what_has_a_meaning_to_github_is_escaped(command: Command):
    result = command("check", "--format", "github", **{"statements/100%, a:b/statement.yml": hosts.STATEMENT})

    assert result.stdout.startswith("::error file=statements/100%25%2C a%3Ab,line=1,col=1,title=folder-name::A ")


HOSTILE = '"\\e[31mred\\nsecond: line"'


@pytest.mark.parametrize("form", ["text", "json", "github"])
@pytest.mark.parametrize(
    "content",
    [
        pytest.param(f"{HOSTILE}: 1\n", id="a section"),
        pytest.param(f"needs:\n  - id: codes\n    title: Codes\n    {HOSTILE}: 1\n", id="a field"),
        pytest.param(f"needs:\n  - id: codes\n    title: Codes\n    met: {HOSTILE}\n", id="a value"),
        pytest.param(
            f"needs:\n  - id: codes\n    title: C\n    internal_fields: [{HOSTILE}]\n", id="the name of a field"
        ),
        pytest.param(
            f"needs:\n  - id: codes\n    title: C\n    withdrawn: {{date: 2026-01-01, successor: {HOSTILE}}}\n",
            id="the id of a successor",
        ),
    ],
)
def test_a_problem_is_one_line_without_control_characters(command: Command, form: str, content: str):
    result = command("check", "--format", form, **{"statements/bus/needs.yml": content})

    assert result.exit_code == 1
    assert "\x1b" not in result.stdout
    assert len(result.stdout.splitlines()) == {"text": 2, "json": 13, "github": 1}[form]


@pytest.mark.parametrize(
    ("as_at", "told"),
    [
        ("2026-10-01", "No problems found."),
        ("2026-10-02", "review-overdue"),
        ("2026-10-01 23:59", "No problems found."),
        ("2026-10-02T00:00", "review-overdue"),
        ("2026-10-02T09:30+00:00", "review-overdue"),
    ],
)
def test_statements_are_checked_for_a_day(command: Command, as_at: str, told: str):
    reviewed = hosts.STATEMENT.replace("\n\n", "\n  review_due: 2026-10-01\n\n", 1)
    result = command("check", "--as-at", as_at, **{"statements/bus/statement.yml": reviewed})

    assert told in result.stdout


def test_a_site_is_written_for_a_moment(command: Command):
    embargoed = hosts.STATEMENT.replace(
        "title: Area codes", "visibility: embargoed until 2026-12-01\n    title: Area codes"
    )
    written = {}
    for moment in ("2026-12-01 09:29", "2026-12-01 09:30", "2026-12-01T09:30+00:00"):
        command("build", "--to", moment, "--as-at", moment, **{"statements/bus/statement.yml": embargoed})
        written[moment] = (Path(moment) / "outcomes/bus/area-codes/index.md").exists()

    assert list(written.values()) == [False, True, True]


def test_build_writes_the_site_and_says_how_much(command: Command):
    result = command("build", "--to", "out", "--as-at", "2026-11-23")
    files = [path for path in hosts.tree(Path("out")) if not path.startswith(".")]

    assert (result.exit_code, result.stdout) == (0, f"Wrote {len(files)} files to out.\n")
    assert "statements/bus/index.md" in files


@pytest.mark.parametrize("address", ["https://example.org/our", "https://example.org/our/"])
def test_build_writes_feeds_with_the_address_of_the_site(command: Command, address: str):
    command("build", "--to", "out", "--as-at", "2026-11-23", "--site-url", address)

    assert 'href="https://example.org/our/outcomes/"' in Path("out/outcomes.atom").read_text(encoding="utf-8")


def test_build_tells_warnings_and_still_writes(command: Command):
    result = command("build", "--to", "out", "--as-at", "2026-11-23", **{"statements/bus/notes.txt": "To do\n"})

    assert result.exit_code == 0
    assert result.stderr.startswith(WARNING)
    assert Path("out/index.md").exists()


@pytest.mark.parametrize("options", [["--strict"], []])
def test_build_writes_nothing_where_something_is_wrong(command: Command, options: list[str]):
    wrong = {"statements/bus/notes.txt": "To do\n"} if options else WRONG
    result = command("build", "--to", "out", "--as-at", "2026-11-23", *options, **wrong)

    assert (result.exit_code, result.stdout) == (1, "")
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check", "statementz"], "Directory 'statementz' does not exist."),
        (["check", "mkdocs.yml"], "Directory 'mkdocs.yml' is a file."),
        (["check", "--as-at", "tomorrow"], "Write the date as year-month-day, for example 2026-03-31"),
        (["check", "--as-at", "2026-02-30"], "Write the date as year-month-day, for example 2026-03-31"),
        (["check", "--format", "xml"], "'xml' is not one of 'text', 'json', 'github'."),
        (["check", "--strickt"], "No such option '--strickt'. Did you mean '--strict'?"),
        (["check", "statements", "b"], "unexpected extra argument"),
        (["build"], "Missing option '--to'."),
        (["build", "--to", "out", "--site-url", "example.org"], "Write an address that starts with https://."),
        (["build", "--to", "mkdocs.yml"], "Directory 'mkdocs.yml' is a file."),
        (["chock"], "No such command 'chock'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_call_is_told_with_the_way_to_help(command: Command, arguments: list[str], told: str):
    result = command(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "Usage: " in result.stderr
    assert "--help" in result.stderr
    assert told.replace(" ", "") in "".join(result.stderr.split())


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["check", "--help"], ["build", "-h"], ["--version"]])
def test_help_is_given(command: Command, arguments: list[str]):
    result = command(*arguments)

    assert result.exit_code == 0
    assert result.stdout


@pytest.mark.parametrize(
    "obstacle",
    [
        pytest.param("out/outcomes", id="a file where a folder should be"),
        pytest.param("out/index.md/x", id="a folder where a file should be"),
    ],
)
def test_a_folder_that_cannot_be_written_is_told_without_a_traceback(obstacle: str, tmp_path: Path):
    hosts.project(tmp_path, {obstacle: ""})
    done = subprocess.run(
        [sys.executable, "-c", RUN, "build", "--to", "out"], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "out" in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_every_letter_can_be_told_whatever_the_terminal_knows(encoding: str, tmp_path: Path):
    hosts.project(tmp_path, {"statements/bus/needs.yml": "needs:\n  - id: codes\n    title: Codes\n    tŷ: 1\n"})
    done = subprocess.run(
        [sys.executable, "-c", RUN, "check"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": encoding},
    )

    assert (done.returncode, done.stderr) == (1, b"")
    assert b": There is no field with this name here." in done.stdout


def test_a_reader_that_stops_early_is_no_fault(tmp_path: Path):
    many = "".join(f"field-{number}: 1\n" for number in range(5_000))
    hosts.project(tmp_path, {"statements/bus/needs.yml": many})
    with subprocess.Popen(
        [sys.executable, "-c", RUN, "check"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()

        assert process.stderr.read() == b""
