"""The command that begins a new entry."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from user_engagement.commands import completing
from user_engagement.commands.beginning import Beginning
from user_engagement.commands.parameters import AS_AT
from user_engagement.drafting import KINDS, Kind, Question

_STATEMENT = click.option(
    "--statement",
    shell_complete=completing.statements,
    help="The id of the statement it belongs to: the name of its folder.",
)
_ID = click.option("--id", help="Its id; made from the first answer if left out.")
_FOLDER = click.argument("statements", default="statements", type=click.Path(file_okay=False, path_type=Path))


@click.group("new")
def command() -> None:
    """Begin a statement, an outcome or something else: a few questions, then YAML in the right file.

    Without options it asks, and shows what it will write. With options it asks nothing. Nothing that is there
    is overwritten, and nothing is written that has an error.
    """


def _subcommand(kind: Kind) -> click.Command:
    def begin(statements: Path, moment: datetime, **options: Any) -> None:
        Beginning(kind, statements, moment).run(options)

    begin.__doc__ = f"Begin {kind.about}."
    made: Callable[..., None] = AS_AT(begin)
    for question in reversed(kind.questions):
        made = _option(question)(made)
    made = _STATEMENT(_ID(made)) if kind.in_a_statement else _ID(made)
    return click.command(kind.name)(_FOLDER(made))


def _option(question: Question) -> Callable[[Callable[..., None]], Callable[..., None]]:
    help_ = f"{question.asks} {'Several with commas between them.' * question.several}".strip()
    kind = click.Choice(question.choices) if question.choices else None
    return click.option(question.option, question.name, type=kind, help=help_)


for _kind in KINDS:
    command.add_command(_subcommand(_kind))
