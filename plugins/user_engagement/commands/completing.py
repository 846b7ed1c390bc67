"""What a shell offers when somebody presses Tab: ids that are there."""

from collections.abc import Callable
from pathlib import Path

import click

from user_engagement.editing import address, own
from user_engagement.loading import Loaded, load

Completer = Callable[[click.Context, click.Parameter, str], list[str]]


def _offering(values: Callable[[Loaded], list[str]]) -> Completer:
    def offered(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
        folder = Path(ctx.params.get("statements") or "statements")
        return [value for value in values(load(folder)) if value.startswith(incomplete)]

    return offered


entries = _offering(lambda loaded: [address(entry) for entry in own(loaded)])
"""Entries, each with its section and statement."""

statements = _offering(lambda loaded: loaded.catalogue.keys("statements"))
"""Ids of statements."""

organisations = _offering(lambda loaded: loaded.catalogue.keys("organisations"))
"""Ids of bodies."""
