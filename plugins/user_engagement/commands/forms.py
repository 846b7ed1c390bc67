"""The command that writes the forms of GitHub issues."""

import sys
from datetime import datetime
from pathlib import Path

import click
import yaml

from user_engagement import as_at
from user_engagement.commands.changing import put_down
from user_engagement.commands.parameters import address
from user_engagement.forms.issue_forms import Form, forms
from user_engagement.site import Settings, build

_FIRST_LINE = "# Written by “user-engagement forms”. Run it again when statistics or user groups change.\n"


@click.command("forms")
@click.argument("statements", default="statements", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--to",
    "to",
    default=".github/ISSUE_TEMPLATE",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write. .github/ISSUE_TEMPLATE if left out.",
)
@click.option("--site-url", required=True, callback=address, help="The address of the home page of the site.")
def command(statements: Path, to: Path, site_url: str) -> None:
    """Write forms for GitHub issues: feedback by the public, and small corrections by teams.

    The statistics and user groups to choose from come from the folder STATEMENTS. Only what is public is written.
    Nothing is written when there are errors.
    """
    made = files(statements, site_url, as_at.moment(None))
    put_down({to / name: text.encode() for name, text in made.items()})
    click.echo(f"Wrote {len(made)} files to {to}.")


def files(statements: Path, site_url: str, moment: datetime) -> dict[str, str]:
    """Return the text of each form by the name of its file. Tells errors in the statements and exits with 1."""
    site = build(statements, Settings(as_at=moment))
    if site.publication is None:
        click.echo("".join(f"{problem}\n" for problem in site.errors), nl=False, err=True)
        sys.exit(1)
    return {name: _text(form) for name, form in forms(site.publication.catalogue, site_url).items()}


def _text(form: Form) -> str:
    return _FIRST_LINE + yaml.safe_dump(form, sort_keys=False, allow_unicode=True, width=120)
