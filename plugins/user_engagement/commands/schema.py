"""The command that writes what editors need."""

from pathlib import Path

import click

from user_engagement import editors, loading
from user_engagement.commands.changing import put_down

_STATEMENTS = click.argument("statements", default="statements", type=click.Path(file_okay=False, path_type=Path))


@click.command("schema")
@_STATEMENTS
@click.option("--to", type=click.Path(file_okay=False, path_type=Path), help="The folder to write both schemas into.")
@click.option("--shared", is_flag=True, help="Print the schema of the files beside the folders of statements.")
def command(statements: Path, to: Path | None, shared: bool) -> None:  # noqa: FBT001 - click passes it
    """Write the JSON Schemas of your files, with which editors complete, explain and check while you type.

    The ids that exist in the folder STATEMENTS are offered as values. Without --to, prints the schema of the
    files in a statement's folder.
    """
    found = editors.schemas(ids(statements))
    if to is None:
        click.echo(found["shared.json" if shared else "statement.json"].decode(), nl=False)
        return
    put_down({to / name: content for name, content in found.items()})
    click.echo(f"Wrote {' and '.join(found)} into {to.as_posix()}.")


def ids(statements: Path) -> editors.Ids:
    """Return the ids that exist in a folder, by section, as they can be written everywhere in it."""
    found: dict[str, dict[str, str]] = {}
    for entry, _ in loading.load(statements).catalogue.everything:
        name = getattr(entry, "title", None) or getattr(entry, "name", None) or getattr(entry, "heading", None)
        found.setdefault(entry.section, {})[entry.key] = str(name or "")
    return found
