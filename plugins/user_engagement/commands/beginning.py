"""One new entry, from the first question to the file."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from user_engagement import drafting, editors
from user_engagement.commands import asking
from user_engagement.commands.changing import put_down, store
from user_engagement.drafting import Draft, Drafting, Kind, Question
from user_engagement.messages import did_you_mean
from user_engagement.model import Organisation, Statement
from user_engagement.writing import CannotEdit

Options = Mapping[str, Any]
"""What stood on the command line, by the names of the options; None where an option was left out."""


class Beginning:
    """Begins an entry of one kind in a folder of statements, at a moment."""

    def __init__(self, kind: Kind, folder: Path, moment: datetime) -> None:
        self._kind, self._folder, self._moment = kind, folder, moment
        self._drafting = Drafting(folder, moment.date())
        self._statements = self._drafting.known(Statement.section, "")

    def run(self, options: Options) -> None:
        """Ask, unless there are options; then write, and say what comes next."""
        asks = not any(options.values())
        if self._kind.in_a_statement and not self._statements:
            raise click.ClickException("There is no statement yet. Begin with: user-engagement new statement")
        if asks:
            click.echo(f"Begin {self._kind.about}.")
            click.echo("Enter leaves out what you do not know. Ctrl and C stops, and nothing is written.")
        statement = self._statement(options.get("statement"), asks=asks)
        answers = self._asked(statement) if asks else self._given(options)
        id_ = self._id(options.get("id"), answers, statement, asks=asks)
        drafts = self._drafts(id_, statement, answers)
        if asks:
            self._confirm(drafts[-1])
        self._save(drafts)
        click.echo(self._next(id_, statement))

    def _statement(self, given: str | None, *, asks: bool) -> str:
        if not self._kind.in_a_statement:
            return ""
        known = self._statements
        if given and given not in known:
            raise click.UsageError(f"There is no statement {given}.{did_you_mean(given, known)}")
        if given or len(known) == 1:
            return given or next(iter(known))
        if not asks:
            raise click.UsageError("Say with --statement to which statement it belongs.")
        return asking.one_of("To which statement does it belong?", known, required=True)

    def _given(self, options: Options) -> dict[str, Any]:
        answers: dict[str, Any] = {}
        missing = []
        for question in self._kind.questions:
            value = options.get(question.name) or (self._today if question.today else question.default)
            if question.when(answers) and value:
                answers[question.name] = _listed(value) if question.several else value
            elif question.when(answers) and question.required:
                missing.append(question.option)
        if missing:
            raise click.UsageError(f"Also needed: {', '.join(missing)}.")
        return answers

    def _asked(self, statement: str) -> dict[str, Any]:
        answers: dict[str, Any] = {}
        for question in self._kind.questions:
            if question.when(answers) and (value := self._ask(question, answers, statement)):
                answers[question.name] = value
        return answers

    def _ask(self, question: Question, answers: Mapping[str, Any], statement: str) -> Any:
        if question.choices:
            choices = dict.fromkeys(question.choices, "")
            return asking.one_of(question.asks, choices, default=question.default, required=question.required)
        if question.refers_to:
            known = self._drafting.known(question.refers_to, statement)
            if question.several:
                return asking.some_of(question.asks, known) if known else []
            new = question.refers_to == Organisation.section
            return asking.one_of(question.asks, known, required=question.required, new=new)

        def fault(answer: str) -> str:
            return drafting.fault(self._kind, question, {**answers, question.name: answer}, statement)

        default = self._today if question.today else ""
        return asking.text(question.asks, fault, default=default, required=question.required)

    @property
    def _today(self) -> str:
        return str(self._moment.date())

    def _id(self, given: str | None, answers: Mapping[str, Any], statement: str, *, asks: bool) -> str:
        suggested = self._drafting.suggested_id(self._kind, answers[self._kind.titled_by.name], statement)
        taken = self._drafting.taken(self._kind, statement)

        def fault(answer: str) -> str:
            return "Something else has this id. Choose another." if answer in taken else drafting.wrong_id(answer)

        if asks:
            question = "A short name for its address. It should never change: lower case letters, digits and hyphens."
            return asking.text(question, fault, default=suggested, required=True)
        if given and (wrong := fault(given)):
            raise click.BadParameter(wrong, param_hint="--id")
        return given or suggested

    def _drafts(self, id_: str, statement: str, answers: Mapping[str, Any]) -> list[Draft]:
        try:
            return self._drafting.drafts(self._kind, id_, statement, answers)
        except (OSError, UnicodeDecodeError, CannotEdit):
            message = f"A file in {self._folder} cannot be read. Mend it first: user-engagement check {self._folder}"
            raise click.ClickException(message) from None

    def _confirm(self, draft: Draft) -> None:
        click.echo(f"\n{self._path(draft)} will have:\n\n{draft.added}\n")
        click.confirm("Write it?", default=True, abort=True)

    def _save(self, drafts: list[Draft]) -> None:
        store(self._folder, {Path(each.file): each.text for each in drafts}, self._moment)
        for draft in drafts:
            click.echo(f"Wrote {self._path(draft)}.")
        self._help_editors()

    def _help_editors(self) -> None:
        """Write the schemas to which the first line of new files leads, where there are none yet."""
        there = self._folder.absolute().parent / editors.FOLDER
        if not there.exists():
            put_down({there / name: content for name, content in editors.schemas().items()})

    def _path(self, draft: Draft) -> str:
        return (self._folder / draft.file).as_posix()

    def _next(self, id_: str, statement: str) -> str:
        if self._kind.model is Organisation:
            return "Next: user-engagement new statement"
        if self._kind.model is Statement:
            first = f"Next, for example: user-engagement new user-group --statement {id_} --name 'Local councils'"
        else:
            first = "Lines that begin with # are examples: take the # away and fill them in."
        shown = id_ if self._kind.model is Statement else statement
        return f"{first}\nLook at it: mkdocs serve shows an address; your page is there, below statements/{shown}/"


def _listed(value: str) -> list[str]:
    return [each.strip() for each in value.split(",") if each.strip()]
