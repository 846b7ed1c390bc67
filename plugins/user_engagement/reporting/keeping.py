"""A report as a file: nowhere that is published, and in the place of nothing but an earlier report."""

from pathlib import Path

from user_engagement.writing import CannotSave, write

SETTINGS = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml", "zensical.toml")
"""The files beside which a project's pages and its built site lie."""

PUBLISHED = ("docs", "site")
WRITTEN_SITE = ".user-engagement"
"""The list of files that `user-engagement build` leaves in the folder that it writes."""

SAME = 40
"""By so many bytes at the start a report of the same format is known: title or names of columns, but no date."""


class Refused(Exception):  # noqa: N818 - not a fault of the program
    """A report must not be written to this file. Says why and what to do."""


def keep(content: bytes, to: Path, statements: Path) -> None:
    """Write a report to a file, in the place of an earlier one.

    Raises Refused where it would be published or take the place of something else, and CannotSave where the file
    cannot be written; then nothing was.
    """
    if place := _published(to.resolve(), statements):
        raise Refused(f"{place} A report tells of what is internal: choose a file elsewhere.")
    try:
        before = to.read_bytes() if to.exists() else b""
    except OSError as error:
        raise CannotSave(f"{to} cannot be read: {error.strerror}.") from None
    if before and before[:SAME] != content[:SAME]:
        raise Refused(f"{to} is there, and is no report in this format. Choose another name, or remove it first.")
    write({to: content})


def _published(to: Path, statements: Path) -> str:
    """Say of what published folder a file would be part, if it would."""
    for folder in to.parents:
        if folder.exists() and folder.samefile(statements):
            return f"{folder.name} is the folder of the statements."
        if folder.name.lower() in PUBLISHED and any((folder.parent / name).exists() for name in SETTINGS):
            return f"What is in the folder {folder.name} is published."
        if (folder / WRITTEN_SITE).exists():
            return f"{folder.name} is the folder of a site."
    return ""
