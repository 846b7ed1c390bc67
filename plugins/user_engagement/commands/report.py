"""The command that tells what is to be done, for those who look after many statements."""

import sys
from datetime import datetime, timedelta
from pathlib import Path

import click

from user_engagement import checks, collector, reporting
from user_engagement.commands import completing
from user_engagement.commands.parameters import AS_AT, FOLDER
from user_engagement.loading import Loaded, load
from user_engagement.messages import did_you_mean
from user_engagement.writing import CannotSave

_FURTHEST = 36_500
"""A hundred years: further off nothing is due, and calendars end."""


@click.command("report")
@FOLDER
@AS_AT
@click.option(
    "--within", type=click.IntRange(0, _FURTHEST), default=90, help="Days ahead for what is due soon. 90 if left out."
)
@click.option(
    "--organisation",
    "organisations",
    multiple=True,
    shell_complete=completing.organisations,
    help="The id of a body: only this and those below it.",
)
@click.option("--format", "form", type=click.Choice([*reporting.FORMATS]), default="text", help="How to tell.")
@click.option(
    "--to", type=click.Path(dir_okay=False, path_type=Path), help="The file to write. On the screen if left out."
)
def command(  # noqa: PLR0913, PLR0917 - what the command is given
    statements: Path, moment: datetime, within: int, organisations: tuple[str, ...], form: str, to: Path | None
) -> None:
    """Tell what is overdue, what waits and what is missing in the folder STATEMENTS, by organisation and statement.

    For the office that looks after many teams: what is internal is told too, and marked. Do not publish it. Nothing
    is told while there are errors.
    """
    with collector.spared():
        loaded = _sound(statements, moment)
        _known(loaded, organisations)
        made = reporting.report(loaded, moment, timedelta(days=within), organisations)
    content = reporting.FORMATS[form](made)
    if to:
        _keep(content, to, statements)
    else:
        click.echo(content.decode() if form == "text" else content, nl=False)


def _sound(statements: Path, moment: datetime) -> Loaded:
    """Return what a folder says, if it has no errors."""
    loaded = load(statements)
    problems = sorted((*loaded.problems, *checks.run(loaded, moment.date())))
    errors = [problem for problem in problems if problem.level == "error"]
    if errors:
        for each in errors:
            click.echo(str(each), err=True)
        click.echo("Nothing was written. Mend this first.", err=True)
        sys.exit(1)
    return loaded


def _known(loaded: Loaded, organisations: tuple[str, ...]) -> None:
    ids = loaded.catalogue.keys("organisations")
    for each in organisations:
        if each not in ids:
            message = f"There is no organisation {each}.{did_you_mean(each, ids)}"
            raise click.BadParameter(message, param_hint="--organisation")


def _keep(content: bytes, to: Path, statements: Path) -> None:
    try:
        reporting.keep(content, to, statements)
    except reporting.Refused as reason:
        raise click.BadParameter(str(reason), param_hint="--to") from None
    except CannotSave as fault:
        raise click.ClickException(str(fault)) from None
    click.echo(f"Wrote {to}.")
