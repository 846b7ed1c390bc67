"""What several commands are given."""

from datetime import datetime
from pathlib import Path

import click

from user_engagement import as_at


class Moment(click.ParamType[datetime]):
    """A day, or a day with a time, for which something is true."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Read a moment; now if nothing is written."""
        try:
            return as_at.moment(str(value))
        except ValueError:
            self.fail(
                "Write the date as year-month-day, for example 2026-03-31; a time such as 09:30 may follow.", param, ctx
            )


FOLDER = click.argument(
    "statements", default="statements", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
AS_AT = click.option("--as-at", "moment", type=Moment(), default="", help="The day to check for. Today if left out.")


def address(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """Return an address that ends in a slash, as MkDocs has it, or nothing."""
    if value and not value.startswith(("https://", "http://")):
        raise click.BadParameter("Write an address that starts with https://.")
    return f"{value.rstrip('/')}/" if value else ""
