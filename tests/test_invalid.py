"""One mistake in the smallest statements that show it, with the exact text its author reads.

`pytest tests/test_invalid.py --update-golden` rewrites the texts; the diff is the review.
"""

from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.codes import codes

from user_engagement.cli import main
from user_engagement.site import check

CASES = {folder.name: folder for folder in sorted((Path(__file__).parent / "invalid").iterdir())}
MOMENT = datetime(2026, 11, 23, 9, 30)  # noqa: DTZ001 - UK time

OF_WORDS = {"words-forms", "words-missing", "words-places", "words-section", "words-unknown"}
NO_CASE = {"file-too-large", "no-folder", "not-a-number", "unreadable-file", *OF_WORDS}
"""What no folder in a repository can show; tests/test_problem_pages.py shows it."""

each_case = pytest.mark.parametrize("case", CASES)


def told(case: str) -> str:
    """What the author of a case is told, a line for each problem."""
    problems = check(CASES[case] / "statements", MOMENT, shown_as="statements")
    return "".join(f"{problem}\n" for problem in problems)


def recorded(case: str) -> str:
    return (CASES[case] / "problems.txt").read_bytes().decode()


@each_case
def test_a_mistake_is_told_in_these_words(case: str, *, update_golden: bool):
    if update_golden:
        (CASES[case] / "problems.txt").write_bytes(told(case).encode())

    assert told(case) == recorded(case)


def test_every_kind_of_message_has_a_case():
    shown = {recorded(case).rstrip("]\n").rpartition("[")[2] for case in CASES}

    assert codes() - shown == NO_CASE


@each_case
def test_one_mistake_gives_one_message(case: str):
    assert len(recorded(case).splitlines()) == 1


@each_case
def test_a_mistake_is_told_at_a_place_inside_its_file(case: str):
    file, line, column, _ = recorded(case).split(":", 3)
    place = CASES[case] / file
    lines = place.read_bytes().decode(errors="replace").split("\n") if place.is_file() else [""]

    assert 1 <= int(line) <= len(lines)
    assert 1 <= int(column) <= len(lines[int(line) - 1]) + 1


@each_case
def test_the_command_line_tells_a_mistake_in_the_same_words(case: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(CASES[case])
    is_warning = ": warning: " in recorded(case)
    plain = CliRunner().invoke(main, ["check", "--as-at", "2026-11-23 09:30"])
    strict = CliRunner().invoke(main, ["check", "--as-at", "2026-11-23 09:30", "--strict"])

    assert plain.output == recorded(case) + ("0 errors, 1 warning\n" if is_warning else "1 error, 0 warnings\n")
    assert strict.output == plain.output
    assert (plain.exit_code, strict.exit_code) == (0 if is_warning else 1, 1)
