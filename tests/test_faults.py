"""Sixteen faults that authors make or attackers try: each is told once, at its place, and nothing is built."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests import hosts

from user_engagement.cli import main

HEADER = "statement:\n  title: Bus statistics\n  organisation: travel\n"
NEED = "needs:\n  - id: codes\n    title: Area codes\n"
OUTCOME = "outcomes:\n  - id: codes\n    title: Area codes\n    decisions:\n"


@dataclass(frozen=True)
class Fault:
    """A file with one fault, where in the file it is told, and as what."""

    name: str
    place: str
    code: str
    content: str | bytes


FAULTS = (
    Fault("dangling-reference", "4:19", "dangling-reference", NEED + "    user_groups: [councils]\n"),
    Fault("misspelt-field", "3:5", "unknown-field", NEED.replace("title", "titlle")),
    Fault("value-not-in-list", "4:10", "not-in-list", NEED + "    met: perhaps\n"),
    Fault("duplicate-id", "4:9", "duplicate-id", NEED + "  - id: codes\n    title: Codes of areas\n"),
    Fault("duplicate-key", "4:5", "duplicate-key", NEED + "    title: Codes of areas\n"),
    Fault("30-february", "4:19", "impossible-date", NEED + "    first_raised: 2026-02-30\n"),
    Fault("yaml-syntax", "4:23", "syntax", NEED + "    wording: Users say: we need codes\n"),
    Fault("tab-indentation", "4:1", "tab", NEED + "\twording: Users need codes.\n"),
    Fault("wrong-type", "5:7", "wrong-type", NEED + "    wording:\n      - Users need codes.\n"),
    Fault(
        "end-before-start", "5:14", "end-before-start", NEED + "    first_raised: 2026-03-01\n    revisit: 2025-03\n"
    ),
    Fault("missing-reason", "5:19", "missing-reason", OUTCOME + "      - decision: rejected\n"),
    Fault("alias-bomb", "1:4", "anchor", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nneeds: [*c, *c]\n"),
    Fault("nesting-bomb", "1:48", "too-deep", "needs: " + "[" * 50_000),
    Fault("latin-1-file", "3:15", "not-utf-8", NEED.replace("Area", "Café").encode("latin-1")),
    Fault("empty-file", "1:1", "empty-file", ""),
    Fault("two-headers", "1:1", "two-headers", HEADER),
)

each_fault = pytest.mark.parametrize("fault", FAULTS, ids=[fault.name for fault in FAULTS])


def with_faults(folder: Path, faults: Iterable[Fault]) -> Path:
    """Write a sound statement, and one for each fault that has it in a file of its own."""
    faulty = {f"statements/{fault.name}/wrong.yml": fault.content for fault in faults}
    headers = {f"statements/{fault.name}/statement.yml": HEADER for fault in faults}
    return hosts.project(folder, {**headers, **faulty})


def check(folder: Path) -> tuple[int, list[str]]:
    """Run the command and return its exit status and what it told: place and code of each problem."""
    result = CliRunner().invoke(main, ["check", "--as-at", "2026-11-23", str(folder / "statements")])
    return result.exit_code, told(result.output.replace(f"{folder.as_posix()}/", ""))


def told(output: str) -> list[str]:
    """Return place and code of each problem in what a command printed."""
    problems = [line for line in output.splitlines() if line.startswith("statements/")]
    return [f"{line.split(': ')[0]} {line.split(' ')[-1]}" for line in problems]


def expected(faults: Iterable[Fault]) -> list[str]:
    return [f"statements/{fault.name}/wrong.yml:{fault.place} [{fault.code}]" for fault in faults]


@each_fault
def test_a_fault_alone_gives_one_message_at_its_place(fault: Fault, tmp_path: Path):
    assert check(with_faults(tmp_path, [fault])) == (1, expected([fault]))


def test_sixteen_faults_together_give_sixteen_messages(tmp_path: Path):
    assert check(with_faults(tmp_path, FAULTS)) == (1, sorted(expected(FAULTS)))


@each_fault
def test_the_command_builds_nothing_from_a_fault(fault: Fault, tmp_path: Path):
    folder = with_faults(tmp_path, [fault])
    result = CliRunner().invoke(main, ["build", str(folder / "statements"), "--to", str(folder / "site")])

    assert result.exit_code == 1
    assert f"[{fault.code}]" in result.stderr
    assert result.stdout == ""
    assert not (folder / "site").exists()


def test_the_command_leaves_what_it_built_before_untouched(tmp_path: Path):
    hosts.project(tmp_path)
    command = ["build", str(tmp_path / "statements"), "--to", str(tmp_path / "site"), "--as-at", "2026-11-23"]
    first = CliRunner().invoke(main, command)
    before = hosts.tree(tmp_path / "site")
    with_faults(tmp_path, FAULTS)
    second = CliRunner().invoke(main, command)

    assert (first.exit_code, second.exit_code) == (0, 1)
    assert "index.md" in before
    assert hosts.tree(tmp_path / "site") == before


def test_mkdocs_builds_nothing_and_tells_all_sixteen(tmp_path: Path):
    folder = with_faults(tmp_path, FAULTS)
    done = hosts.run("mkdocs", "build", cwd=folder)

    assert done.returncode == 1
    assert told(done.stdout) == sorted(expected(FAULTS))
    assert "Traceback" not in done.stdout
    assert not (folder / "site").exists()


def test_mkdocs_leaves_the_site_it_built_before_untouched(tmp_path: Path):
    site = hosts.build(hosts.project(tmp_path))
    before = hosts.tree(site)
    done = hosts.run("mkdocs", "build", cwd=with_faults(tmp_path, FAULTS))

    assert done.returncode == 1
    assert hosts.tree(site) == before
