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


class NotKept(Exception):  # noqa: N818 - not a fault of the program
    """A report must not or cannot be written to a file. Says why and what to do."""


def keep(content: bytes, to: Path, statements: Path) -> None:
    """Write a report to a file, in the place of an earlier one. Raises NotKept, and then nothing was written."""
    if reason := _refusal(to.resolve(), statements.resolve()):
        raise NotKept(f"{reason} Choose a file outside of it: the report tells of what is internal.")
    try:
        if to.is_dir():
            raise NotKept(f"{to} is a folder. Write the name of a file.")
        if to.exists() and to.read_bytes()[:SAME] not in (b"", content[:SAME]):
            raise NotKept(f"{to} is there and is no report in this format. Choose another name, or remove it first.")
        write({to: content})
    except OSError as error:
        raise NotKept(f"{to} cannot be read: {error.strerror}.") from None
    except CannotSave as error:
        raise NotKept(str(error)) from None


def _refusal(to: Path, statements: Path) -> str:
    for folder in to.parents:
        if folder == statements:
            return f"{statements.name} is the folder of the statements."
        if folder.name.lower() in PUBLISHED and any((folder.parent / name).exists() for name in SETTINGS):
            return f"The folder {folder.name} is published."
        if (folder / WRITTEN_SITE).exists():
            return f"The folder {folder.name} is a site that was built."
    return ""
