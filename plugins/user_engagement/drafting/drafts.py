"""An entry from answers, and where it goes."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import ValidationError

from user_engagement import frameworks, loading, messages, yaml_source
from user_engagement.drafting.basics import ORGANISATION
from user_engagement.drafting.ids import suggested
from user_engagement.drafting.question import Answers, Kind, Question
from user_engagement.editors import modeline
from user_engagement.model import Organisation, Statement
from user_engagement.model.entry import Trail
from user_engagement.model.reference import ID
from user_engagement.writing import Text, append, comment, file_for, put, snippets, text_of


@dataclass(frozen=True)
class Draft:
    """A new entry: its file below the folder of statements, what will stand in it, and what of that is new."""

    file: PurePosixPath
    text: Text
    added: str


class Drafting:
    """Drafts of new entries for one folder of statements, which need not exist yet."""

    def __init__(self, folder: Path, today: date) -> None:
        self._folder, self._today = folder, today
        self._loaded = loading.load(folder)

    def known(self, section: str, statement: str) -> dict[str, str]:
        """Return the ids that can be written in a statement without the name of another, with what they stand for."""
        found = {each.id: str(each.name) for each in frameworks.methods()} if section == "methods" else {}
        for entry, _ in self._loaded.catalogue.everything:
            if entry.section == section and (section == Statement.section or entry.statement_id in {"", statement}):
                found[entry.id] = str(getattr(entry, "title", None) or getattr(entry, "name", None) or "")
        return found

    def suggested_id(self, kind: Kind, title: str, statement: str) -> str:
        """Return an id for a new entry that nothing has yet."""
        return suggested(title, self.taken(kind, statement), kind.name)

    def taken(self, kind: Kind, statement: str) -> set[str]:
        """Return the ids that a new entry cannot have."""
        folders = self._folder.iterdir() if kind.model is Statement and self._folder.exists() else ()
        return {*self.known(kind.model.section, statement), *(path.name for path in folders)}

    def drafts(self, kind: Kind, id_: str, statement: str, answers: Answers) -> list[Draft]:
        """Return the entry, and before it the organisation of a statement where that is new.

        Raises OSError where a file cannot be read, and CannotEdit where nothing can be added to it.
        """
        name = answers.get("organisation")
        known = self.known(Organisation.section, "")
        if not name or name in known:
            return [self._draft(kind, id_, statement, answers)]
        organisation = suggested(name, known, ORGANISATION.name)
        return [
            self._draft(ORGANISATION, organisation, "", {"name": name}),
            self._draft(kind, id_, statement, {**answers, "organisation": organisation}),
        ]

    def _draft(self, kind: Kind, id_: str, statement: str, answers: Answers) -> Draft:
        file = self._file(kind, id_, statement)
        there = text_of(self._folder / file)
        text, trail = _added(there.text or f"{modeline(file)}\n", kind, id_, _entry(kind, answers))
        text = comment(
            text, trail, [line.replace("{today}", str(self._today)).replace("{id}", id_) for line in kind.next]
        )
        return Draft(file, Text(text, there.marked), _new_lines(there.text, text))

    def _file(self, kind: Kind, id_: str, statement: str) -> PurePosixPath:
        """Return the file that has such entries of the statement already, the last of them; or a new one."""
        if kind.model is Statement:
            return PurePosixPath(id_) / kind.file
        name = kind.file.format(id=id_)
        if kind.own_file:
            return PurePosixPath(statement) / name
        return file_for(self._folder, self._loaded, kind.model.section, statement, name)


def fault(kind: Kind, question: Question, answers: Answers, statement: str) -> str:
    """Return what is wrong with the answer to a question, in a sentence; empty if nothing is."""
    document = yaml_source.parse(snippets.block({"id": "x", **_entry(kind, answers)}, 0).encode(), "")
    if document.problems:
        return document.problems[0].message
    try:
        kind.model.model_validate(document.value, context={"statement": statement})
    except ValidationError as error:
        wrong = [each for each in error.errors(include_url=False) if each["type"] != "missing"]
        of_this = [each for each in wrong if tuple(each["loc"][: len(question.into)]) == question.into]
        return next((each.message for each in messages.problems(of_this, document, (), kind.model)), "")
    return ""


def wrong_id(id_: str) -> str:
    """Return what is wrong with an id, in a sentence; empty if nothing is."""
    return "" if re.fullmatch(ID, id_) else "Write lower case letters, digits and single hyphens only."


def _added(text: str, kind: Kind, id_: str, entry: dict[str, Any]) -> tuple[str, Trail]:
    """Return the text with the entry, and the trail to it."""
    section = kind.model.section
    if kind.model is Statement:
        return put(text, ("statement",), entry), ("statement",)
    text = append(text, (section,), {"id": id_, **entry})
    return text, (section, len(yaml_source.parse(text.encode(), "").value[section]) - 1)


def _new_lines(before: str, after: str) -> str:
    """Return the lines that came in, which stand together."""
    old, new = before.splitlines(), after.splitlines()
    start = next((number for number, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), len(old))
    return "\n".join(new[start : start + len(new) - len(old)]).strip("\n")


def _entry(kind: Kind, answers: Answers) -> dict[str, Any]:
    """Return the fields of an entry, in the order of the model; what was not answered is left out."""
    entry: dict[str, Any] = {}
    order = list(kind.model.model_fields)
    for question in sorted(kind.questions, key=lambda question: order.index(str(question.into[0]))):
        if (value := answers.get(question.name)) and question.when(answers):
            _into(entry, question.into, value)
    return entry


def _into(entry: Any, trail: Trail, value: Any) -> None:
    *way, last = trail
    for step, after in zip(way, trail[1:], strict=True):
        if isinstance(entry, list):
            entry.extend([{}] * (not entry))
            entry = entry[int(step)]
        else:
            entry = entry.setdefault(step, [] if isinstance(after, int) else {})
    entry[last] = value
