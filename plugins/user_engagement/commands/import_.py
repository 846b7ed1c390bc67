"""The command that takes a spreadsheet back into the files."""

import sys
from datetime import datetime
from pathlib import Path

import click

from user_engagement.commands.parameters import AS_AT
from user_engagement.site import check
from user_engagement.spreadsheets import csv_files, importing, workbook
from user_engagement.spreadsheets.importing import Import
from user_engagement.writing import CannotSave


@click.command("import")
@click.argument("spreadsheet", type=click.Path(exists=True, path_type=Path))
@click.argument("statements", default="statements", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--write", is_flag=True, help="Write the changes. Without it they are only shown.")
@AS_AT
def command(spreadsheet: Path, statements: Path, moment: datetime, write: bool) -> None:  # noqa: FBT001 - click passes it
    """Show what SPREADSHEET, a workbook or a folder of CSV files, would change in STATEMENTS; with --write, do it.

    All or nothing: every fault is told with its cell, and where there is one nothing is written. What was not
    changed stays as it is in the files, to the byte. Rows that are missing are told, and not removed.
    """
    errors = [problem for problem in check(statements, moment) if problem.level == "error"]
    if errors:
        click.echo("".join(f"{each}\n" for each in errors), nl=False, err=True)
        raise click.ClickException("Mend these files first. Nothing was changed.")
    try:
        tables, faults = csv_files.read(spreadsheet) if spreadsheet.is_dir() else workbook.read(spreadsheet)
        wanted = importing.planned(statements, tables, moment)
    except OSError as fault:
        raise click.ClickException(f"{fault.filename} cannot be read: {fault.strerror}.") from None
    _show(wanted)
    if faults or wanted.faults:
        click.echo("".join(f"{each}\n" for each in [*faults, *wanted.faults]), nl=False, err=True)
        click.echo("Nothing was written.", err=True)
        sys.exit(1)
    if write and wanted.files:
        _write(statements, wanted, moment)
    elif wanted.files:
        click.echo("Nothing was written. To write it, add --write.")


def _show(wanted: Import) -> None:
    for line in wanted.comparison.told:
        click.echo(line)
    for name in wanted.comparison.missing:
        click.echo(f"{name}: not in the spreadsheet; it stays. To end it, use “withdraw”.")
    if not wanted.comparison.told and not wanted.comparison.faults:
        click.echo("Nothing differs.")


def _write(statements: Path, wanted: Import, moment: datetime) -> None:
    try:
        importing.write(statements, wanted, moment)
    except CannotSave as fault:
        raise click.ClickException(str(fault)) from None
    for path in wanted.files:
        click.echo(f"Wrote {(statements / path).as_posix()}.")
