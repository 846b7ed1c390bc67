"""Where a file with people's own words may be written: nowhere from which it could be published or shared."""

import shutil
import subprocess
from pathlib import Path

_PUBLISHED = ("docs", "site")


def fault(path: Path, statements: Path) -> str:
    """Say why a file must not be written there; empty if it may."""
    folder = path.absolute().parent.resolve()
    if path.exists():
        return f"{path.as_posix()} is there already. Choose another name, so that nothing that you sorted is lost."
    if not folder.is_dir():
        return f"There is no folder {path.parent.as_posix()}."
    if folder.is_relative_to(statements.resolve()) or any(map(_is_published, (folder, *folder.parents))):
        return f"{path.as_posix()} is in a folder that is published. Choose one outside."
    tree = next((each for each in (folder, *folder.parents) if (each / ".git").exists()), None)
    if tree and not _is_ignored(folder / path.name, tree):
        return (
            f"{path.as_posix()} is in a folder that git keeps, so it could be shared by mistake. Choose a folder "
            "outside, or name it in .gitignore first."
        )
    return ""


def _is_published(folder: Path) -> bool:
    """Say whether a folder has statements, or is one of those of a site beside its settings."""
    settings = (folder.parent / name for name in ("mkdocs.yml", "properdocs.yml"))
    is_of_site = folder.name in _PUBLISHED and any(each.exists() for each in settings)
    return is_of_site or any(folder.glob("statement.yml")) or any(folder.glob("*/statement.yml"))


def _is_ignored(path: Path, tree: Path) -> bool:
    git = shutil.which("git")
    if git is None:
        return False
    asked = [git, "-C", str(tree), "check-ignore", "--quiet", str(path)]
    return subprocess.run(asked, check=False, capture_output=True).returncode == 0  # noqa: S603 - no shell, our own words
