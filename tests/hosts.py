"""Site engines and folders of sites, for tests of what is really built."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
"""Material and ProperDocs both print a notice about MkDocs 2."""

ORGANISATIONS = """\
organisations:
  - id: travel
    name: Department of Travel
"""

STATEMENT = """\
statement:
  title: Bus statistics
  organisation: travel
  summary: How we work with the users of bus statistics.

needs:
  - id: small-areas
    title: Figures for small areas
    met: not met

outcomes:
  - id: area-codes
    title: Area codes in all tables
    summary: All tables now have area codes.
    decisions:
      - decision: accepted
        decided: 2026-03-02
"""

SETTINGS = """\
site_name: Engagement
site_url: https://example.org/site/
theme:
  name: material
  font: false
plugins:
  - search
  - user-engagement:
      as_at: 2026-11-23
"""


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files by their paths, in the order given, and return the folder."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def project(folder: Path, files: Mapping[str, str | bytes] = {}, settings: str = SETTINGS) -> Path:
    """Write a small site of one statement, with other files beside it or in place of its own."""
    ours = {
        "mkdocs.yml": settings,
        "docs/about/index.md": "# About us\n",
        "statements/organisations.yml": ORGANISATIONS,
        "statements/bus/statement.yml": STATEMENT,
    }
    return write(folder, {**ours, **files})


def own_project(folder: Path) -> Path:
    """Copy what makes the repository's own site, and nothing else."""
    for name in ("docs", "statements"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def run(*command: str, cwd: Path, env: Mapping[str, str] = {}) -> subprocess.CompletedProcess[str]:
    """Run a module of this Python as a command; what it prints is in `stdout`."""
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        env={**os.environ, **QUIET, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def build(folder: Path, *options: str, engine: str = "mkdocs", env: Mapping[str, str] = {}) -> Path:
    """Build the site of a folder strictly and return the folder of the site."""
    done = run(engine, "build", "--strict", *options, cwd=folder, env=env)
    assert done.returncode == 0, done.stdout
    assert "WARNING" not in done.stdout
    return folder / "site"


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
