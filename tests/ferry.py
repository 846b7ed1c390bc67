"""The team of the guide by itself: a small folder for tests that change it."""

import shutil
from pathlib import Path

from tests.pages import ROOT

_POLICY = "statement: {title: Users of river and bridge statistics, organisation: drb}\n"


def ferry(folder: Path) -> Path:
    """Fill a folder with the statement of the guide, its organisations and the header of the policy it follows."""
    shutil.copytree(ROOT / "statements/ferry-times", folder / "ferry-times")
    shutil.copy(ROOT / "statements/organisations.yml", folder / "organisations.yml")
    (folder / "rivers-and-bridges").mkdir()
    (folder / "rivers-and-bridges/statement.yml").write_text(_POLICY, "utf-8")
    return folder
