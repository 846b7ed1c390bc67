"""Options that several commands have."""

import click


def address(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """Return an address that ends in a slash, as MkDocs has it, or nothing."""
    if value and not value.startswith(("https://", "http://")):
        raise click.BadParameter("Write an address that starts with https://.")
    return f"{value.rstrip('/')}/" if value else ""
