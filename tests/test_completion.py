"""What the Tab key offers, as the program itself tells it to a shell."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from tests.pages import ROOT

from user_engagement.cli import main

COMMAND = Path(sys.executable).parent / "user-engagement"


def offered(line: str, folder: Path) -> list[str]:
    """What is offered for the last word of a line, with the script that the documentation has Bash read."""
    script = (
        'eval "$(_USER_ENGAGEMENT_COMPLETE=bash_source user-engagement)"; '
        "COMP_WORDS=($LINE); [[ $LINE == *' ' ]] && COMP_WORDS+=(''); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); "
        '_user_engagement_completion user-engagement; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    bash = shutil.which("bash")
    assert bash, "This needs the program bash."
    path = os.pathsep.join([str(COMMAND.parent), os.environ["PATH"]])
    done = subprocess.run(
        [bash, "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path, "LINE": line},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("wi", ["withdraw"]),
        ("new out", ["outcome"]),
        ("report --fo", ["--format"]),
        ("report --format m", ["markdown"]),
        ("rename needs/ferry-times/each", ["needs/ferry-times/each-sailing"]),
        ("withdraw statements/fe", ["statements/ferry-times"]),
        ("new need --statement fe", ["ferry-times"]),
        ("report --organisation mf", ["mfta"]),
    ],
)
def test_tab_completes_commands_options_and_ids(line: str, expected: list[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)
    *before, last = line.split()
    found = ShellComplete(main, {}, "user-engagement", "").get_completions(before, last)

    assert [item.value for item in found] == expected


def test_bash_completes_once_it_read_what_the_documentation_says():
    assert offered("user-engagement rename needs/ferry-times/each", ROOT) == ["needs/ferry-times/each-sailing"]


def test_where_there_are_no_statements_nothing_is_offered(tmp_path: Path):
    assert offered("user-engagement rename needs/", tmp_path) == []
