"""What commands that change entries have in common: which one is meant, and how the change is told and saved."""

import difflib
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import click

from user_engagement.editing import address, found, own
from user_engagement.loading import Loaded
from user_engagement.messages import did_you_mean
from user_engagement.model import Entry
from user_engagement.writing import CannotSave, Text, save, text_of, write

DRY_RUN = click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")


def meant(loaded: Loaded, written: str) -> Entry:
    """Return the one entry that is meant; end the command where there is none or several."""
    entries = found(loaded, written)
    if len(entries) == 1:
        return entries[0]
    if entries:
        listed = "".join(f"\n  {address(each)}" for each in entries)
        raise click.UsageError(f"Several entries have the id {written}. Write one of these:{listed}")
    near = did_you_mean(written, [each.id for each in own(loaded)])
    raise click.UsageError(f"There is no entry {written}.{near}")


def store(folder: Path, files: Mapping[Path, Text], moment: datetime, moved: Mapping[Path, Path] | None = None) -> None:
    """Save the files; end the command where they would bring errors or cannot be written."""
    try:
        errors = save(folder, files, moment, moved or {})
    except CannotSave as fault:
        raise click.ClickException(str(fault)) from None
    if errors:
        for each in errors:
            click.echo(str(each), err=True)
        click.echo("Nothing was written.", err=True)
        sys.exit(1)


def put_down(files: Mapping[Path, bytes]) -> None:
    """Write files that no check is needed for; end the command where they cannot be written."""
    try:
        write(files)
    except CannotSave as fault:
        raise click.ClickException(str(fault)) from None


def show(folder: Path, files: Mapping[Path, Text], moved: Mapping[Path, Path] | None = None) -> None:
    """Print the lines that would change, as a patch."""
    for old, new in (moved or {}).items():
        click.echo(f"{(folder / old).as_posix()}/ becomes {(folder / new).as_posix()}/")
    back = {new: old for old, new in (moved or {}).items()}
    for path, text in files.items():
        before = next((back[each] / path.relative_to(each) for each in back if path.is_relative_to(each)), path)
        name = (folder / path).as_posix()
        lines = difflib.unified_diff(_lines(text_of(folder / before).text), _lines(text.text), name, name, n=1)
        click.echo("".join(lines), nl=False)


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").splitlines(keepends=True)
