"""The command that gives an entry another id."""

from datetime import datetime
from pathlib import Path

import click

from user_engagement import editing, loading
from user_engagement.commands import completing
from user_engagement.commands.changing import DRY_RUN, meant, show, store
from user_engagement.commands.parameters import AS_AT, FOLDER
from user_engagement.drafting import wrong_id
from user_engagement.writing import CannotEdit


def _new_id(ctx: click.Context, param: click.Parameter, value: str) -> str:
    if wrong := wrong_id(value):
        raise click.BadParameter(wrong)
    return value


@click.command("rename")
@click.argument("old", shell_complete=completing.entries)
@click.argument("new", callback=_new_id)
@FOLDER
@AS_AT
@DRY_RUN
def command(old: str, new: str, statements: Path, moment: datetime, dry_run: bool) -> None:  # noqa: FBT001 - click
    """Give the entry OLD the id NEW, in every place that names it.

    OLD is an id, or with its section and statement: needs/ferry-times/each-sailing. The old address leads to the
    new one. A statement's folder gets the new name.
    """
    loaded = loading.load(statements)
    entry = meant(loaded, old)
    try:
        found = editing.renaming(statements, loaded, entry, new)
    except (OSError, CannotEdit):
        raise click.ClickException("A file that names it cannot be changed. Mend it first: see “check”.") from None
    if dry_run:
        show(statements, found.files, found.moved)
        return
    if any((statements / each).exists() for each in found.moved.values()):
        raise click.UsageError(f"There is a folder {new} already. Choose another id.")
    store(statements, found.files, moment, found.moved)
    places = f"{found.references} {'place' if found.references == 1 else 'places'}"
    also = f"also in {places} that named it" if found.references else "and nothing else named it"
    click.echo(f"{editing.address(entry)} is now {new}, {also}. The old address leads there.")
