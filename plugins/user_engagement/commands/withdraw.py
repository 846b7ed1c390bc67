"""The command that ends an entry."""

from datetime import datetime
from pathlib import Path

import click

from user_engagement import editing, loading
from user_engagement.commands import completing
from user_engagement.commands.changing import DRY_RUN, meant, show, store
from user_engagement.commands.parameters import AS_AT, FOLDER, Moment
from user_engagement.writing import CannotEdit


@click.command("withdraw")
@click.argument("entry", shell_complete=completing.entries)
@FOLDER
@click.option("--reason", prompt="Why? Readers will see it", help="Why it ends, for readers.")
@click.option("--on", "day", type=Moment(), help="The day it ends or ended. Today if left out.")
@click.option("--successor", default="", help="The id of the entry that takes its place.")
@AS_AT
@DRY_RUN
def command(  # noqa: PLR0913, PLR0917 - what the command is given
    entry: str,
    statements: Path,
    reason: str,
    day: datetime | None,
    successor: str,
    moment: datetime,
    dry_run: bool,  # noqa: FBT001 - click passes it
) -> None:
    """End ENTRY, with a reason. It is not deleted: its address stays and says when and why it ended.

    ENTRY is an id, or with its section and statement: commitments/ferry-times/reply.
    """
    loaded = loading.load(statements)
    ended = meant(loaded, entry)
    if ended.withdrawn:
        raise click.ClickException(f"{editing.address(ended)} was withdrawn on {ended.withdrawn.date} already.")
    try:
        told = {"date": (day or moment).date(), "reason": reason, "successor": successor}
        files = editing.withdrawal(statements, loaded, ended, told)
    except (OSError, CannotEdit):
        raise click.ClickException("Its file cannot be changed. Mend it first: see “check”.") from None
    if dry_run:
        show(statements, files)
        return
    store(statements, files, moment)
    click.echo(f"{editing.address(ended)} is withdrawn. Its address stays, with the reason.")
