"""The command that counts the answers to a survey."""

import sys
from datetime import datetime
from pathlib import Path

import click

from user_engagement.commands.parameters import AS_AT
from user_engagement.intake import coding, guessing, keeping, responses, telling
from user_engagement.intake.intake import Draft, Intake, begin, draft
from user_engagement.intake.reading import CannotRead
from user_engagement.intake.saving import into
from user_engagement.writing import CannotSave

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_STATEMENTS = Path("statements")


@click.command("survey")
@click.argument("responses", type=_FILE)
@click.option("--mapping", type=_FILE, help="What each column is, as YAML. Guessed if left out.")
@click.option("--suggest-mapping", is_flag=True, help="Print a mapping to save and change; count nothing.")
@click.option(
    "--coding-sheet",
    "sheet",
    type=click.Path(path_type=Path),
    help="Write what people wrote to this new CSV file, to be sorted; count nothing.",
)
@click.option("--themes", type=_FILE, help="A coding sheet that was filled in: its themes are counted.")
@click.option(
    "--to", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Add the draft to this folder."
)
@AS_AT
def command(  # noqa: PLR0913, PLR0917 - what the command is given
    responses: Path,
    mapping: Path | None,
    suggest_mapping: bool,  # noqa: FBT001 - click passes it
    sheet: Path | None,
    themes: Path | None,
    to: Path | None,
    moment: datetime,
) -> None:
    """Count the answers in RESPONSES and draft the results of a survey.

    RESPONSES is a CSV or .xlsx file from Microsoft Forms, Google Forms, SmartSurvey or, with a mapping, any other
    service. The draft is printed, or added to a folder. Small numbers are hidden, and others from which they could
    be worked out. What people wrote in their own words, names and addresses never get into it, unless you sort the
    texts on a coding sheet and approve a paraphrase there, or a quote with consent.
    """
    try:
        if suggest_mapping:
            _suggest(responses)
            return
        intake = begin(responses, mapping)
        _stop_at(intake.faults)
        if sheet:
            _write_sheet(intake, sheet, to or _STATEMENTS)
            return
        drafted = draft(intake, themes)
        _tell(telling.about(intake))
        _stop_at(drafted.faults)
        _tell(telling.hidden(drafted, intake.survey))
        _hand_over(drafted, intake, to, moment)
    except OSError as fault:
        raise click.ClickException(f"{fault.filename} cannot be read or written: {fault.strerror}.") from None
    except (CannotRead, CannotSave) as fault:
        raise click.ClickException(str(fault)) from None


def _suggest(path: Path) -> None:
    found, faults = responses.load(path)
    _stop_at(faults)
    click.echo(telling.mapping(guessing.guess(found)[0]), nl=False)


def _write_sheet(intake: Intake, path: Path, statements: Path) -> None:
    if wrong := keeping.fault(path, statements):
        raise click.ClickException(wrong)
    click.echo(
        f"{path.as_posix()} holds what people wrote, word for word. Keep it on this computer, show it to nobody who "
        "must not read it, and delete it when you have done."
    )
    content = coding.sheet(intake.responses, intake.survey)
    with path.open("xb") as file:
        path.chmod(0o600)
        file.write(content)
    click.echo(f"Fill in its columns, then: user-engagement survey … --themes {path.as_posix()}")


def _hand_over(drafted: Draft, intake: Intake, to: Path | None, moment: datetime) -> None:
    if to is None:
        click.echo(drafted.text, nl=False)
        return
    files, errors = into(to, intake.survey.statement, drafted.entries, moment)
    _stop_at(errors)
    for path in files:
        click.echo(f"Wrote {(to / path).as_posix()}.")


def _tell(lines: list[str]) -> None:
    for line in lines:
        click.echo(line, err=True)


def _stop_at(faults: list[str]) -> None:
    if faults:
        _tell([*faults, "Nothing was written."])
        sys.exit(1)
