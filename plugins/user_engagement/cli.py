"""The command line."""

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path

import click

from user_engagement import collector, folder
from user_engagement.commands import export, forms, import_, new, rename, report, schema, survey, withdraw
from user_engagement.commands.parameters import AS_AT, FOLDER, address
from user_engagement.problems import Problem
from user_engagement.site import Settings, build, check
from user_engagement.words import MAIN, files
from user_engagement.words.files import english, is_language


def _language(ctx: click.Context, param: click.Parameter, value: str) -> str:
    if not is_language(value):
        raise click.BadParameter("Write the code of a language, for example cy for Welsh.")
    return value


def _languages(ctx: click.Context, param: click.Parameter, value: str) -> tuple[str, ...]:
    """Return the languages of a list such as "en,cy"."""
    languages = tuple(each.strip() for each in value.split(","))
    if not all(map(is_language, languages)) or len(set(languages)) < len(languages):
        raise click.BadParameter("Write the codes of languages with commas between them, for example en,cy.")
    return languages


_STRICT = click.option("--strict", is_flag=True, help="Fail on warnings too.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-user-engagement")
def main() -> None:
    """Publish user engagement statements, and what became of feedback, from YAML files."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal or pipe may know fewer letters than authors use
            stream.reconfigure(errors="backslashreplace")


@main.command("check")
@FOLDER
@AS_AT
@_STRICT
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="How to tell.")
def check_command(statements: Path, moment: datetime, strict: bool, form: str) -> None:  # noqa: FBT001 - click passes it
    """Tell every problem in the folder STATEMENTS, with file, line and column.

    Exits with 0 when all is well, 1 when there are errors (or warnings with --strict), 2 when called wrongly.
    """
    problems = check(statements, moment)
    click.echo(FORMATS[form](problems), nl=False)
    sys.exit(_status(problems, strict=strict))


@main.command("build")
@FOLDER
@click.option(
    "--to", "to", required=True, type=click.Path(file_okay=False, path_type=Path), help="The folder to write."
)
@AS_AT
@_STRICT
@click.option("--site-url", default="", callback=address, help="The address of the home page, for feeds and data.")
@click.option("--languages", default=MAIN, callback=_languages, help="The languages of the site, for example en,cy.")
def build_command(  # noqa: PLR0913, PLR0917 - what the command is given
    statements: Path,
    to: Path,
    moment: datetime,
    strict: bool,  # noqa: FBT001 - click passes it
    site_url: str,
    languages: tuple[str, ...],
) -> None:
    """Write the site of the folder STATEMENTS as Markdown and files, for any site engine.

    Nothing is written when there are errors (or warnings with --strict).
    """
    with collector.spared():
        site = build(statements, Settings(as_at=moment, site_url=site_url, languages=languages))
    if site.problems:
        click.echo(_text(site.problems), nl=False, err=True)
    if status := _status(site.problems, strict=strict):
        sys.exit(status)
    try:
        folder.write(site.outputs, to)
    except OSError as error:
        raise click.ClickException(f"{error.filename} cannot be written: {error.strerror}.") from None
    click.echo(f"Wrote {len(site.outputs)} files to {to}.")


@main.command("words")
@click.argument("language", callback=_language)
def words_command(language: str) -> None:
    """Print every phrase of the interface with what it is in LANGUAGE so far, as a file to fill in.

    Save it as words/LANGUAGE.yml in the folder of templates.
    """
    click.echo(files.to_fill_in(language), nl=False)


main.add_command(export.command)
main.add_command(forms.command)
main.add_command(import_.command)
main.add_command(new.command)
main.add_command(rename.command)
main.add_command(report.command)
main.add_command(schema.command)
main.add_command(survey.command)
main.add_command(withdraw.command)


def _status(problems: Iterable[Problem], *, strict: bool) -> int:
    return int(any(strict or problem.level == "error" for problem in problems))


def _text(problems: tuple[Problem, ...]) -> str:
    errors = sum(problem.level == "error" for problem in problems)
    lines = [str(problem) for problem in problems]
    summary = f"{english().count(errors, 'error')}, {english().count(len(problems) - errors, 'warning')}"
    lines.append(summary if problems else "No problems found.")
    return "".join(f"{line}\n" for line in lines)


def _json(problems: tuple[Problem, ...]) -> str:
    return json.dumps([asdict(problem) for problem in problems], indent=2, ensure_ascii=False) + "\n"


def _github(problems: tuple[Problem, ...]) -> str:
    return "".join(
        f"::{problem.level} file={_property(problem.place.file)},line={problem.place.line},col={problem.place.column},"
        f"title={problem.code}::{_escaped(f'{problem.field}: ' * bool(problem.field) + problem.message)}\n"
        for problem in problems
    )


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[tuple[Problem, ...]], str]] = {"text": _text, "json": _json, "github": _github}
