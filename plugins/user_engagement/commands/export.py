"""The command that writes everything as a spreadsheet."""

import sys
from datetime import datetime
from pathlib import Path

import click

from user_engagement import loading
from user_engagement.commands.parameters import AS_AT, FOLDER
from user_engagement.site import check
from user_engagement.spreadsheets import csv_files, workbook
from user_engagement.spreadsheets.rows import rows
from user_engagement.writing import CannotSave, write


@click.command("export")
@FOLDER
@click.option("--to", required=True, type=click.Path(path_type=Path), help="The workbook (.xlsx), or a folder for CSV.")
@AS_AT
def command(statements: Path, to: Path, moment: datetime) -> None:
    """Write everything in the folder STATEMENTS as a spreadsheet that can be changed and imported again.

    It holds what is internal, too. Nothing is written where there are errors.
    """
    errors = [problem for problem in check(statements, moment) if problem.level == "error"]
    if errors:
        click.echo("".join(f"{each}\n" for each in errors), nl=False, err=True)
        sys.exit(1)
    found = rows(statements, loading.load(statements))
    try:
        if to.suffix.lower() == ".xlsx":
            write({to: workbook.written(found)})
        else:
            write({to / name: content for name, content in csv_files.written(found).items()})
    except workbook.TooLong as fault:
        raise click.ClickException(f"{fault} is too long for a cell. Export CSV instead: give a folder.") from None
    except CannotSave as fault:
        raise click.ClickException(str(fault)) from None
    click.echo(f"Wrote {to.as_posix()}. It holds what is internal, too.")
