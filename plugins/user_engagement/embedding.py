"""Links to entries, and lists of them, in pages that people write by hand."""

import re
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import Field, ValidationError

from user_engagement import messages, queries, yaml_source
from user_engagement.model import SECTIONS, SHARED_SECTIONS, Need, Part, Statement
from user_engagement.model.reference import StatementRef
from user_engagement.outputs.addresses import target
from user_engagement.outputs.publication import Here, Publication
from user_engagement.problems import Place, Problem

_BLOCK = re.compile(r"^(?P<fence>`{3,}|~{3,})(?P<language>[^\n]*)\n(?P<text>.*?)^(?P=fence)[^\S\n]*$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(entry:([^)\s]+)")
_LANGUAGE = "user-engagement"


class Embed(Part):
    """What a block of the language “user-engagement” asks for."""

    list: Literal["outcomes", "needs", "statements", "fields"] = Field(description="What to list.")
    statement: StatementRef | None = Field(None, description="Only what belongs to this statement.")
    newest: int = Field(5, ge=1, le=100, description="How many outcomes to list.")
    section: str | None = Field(None, description="The section whose fields are listed.")


@dataclass(frozen=True)
class Embedded:
    """A page's Markdown with links and lists filled in, and what could not be."""

    markdown: str
    problems: tuple[Problem, ...]


def embed(markdown: str, publication: Publication, file: str, folder: str) -> Embedded:
    """Fill in the links to entries and the lists of a page written by hand.

    `file` is the page's source below the docs folder; `folder` is the path that its address starts with.
    What stands in other code blocks is left as it is.
    """
    writer = _Writer(publication, file, Here(publication, folder, "", (), None))
    pieces, line, end = [], 1, 0
    for block in _BLOCK.finditer(markdown):
        before = markdown[end : block.start()]
        pieces.append(writer.links(before, line))
        line += before.count("\n")
        is_ours = block["language"].strip() == _LANGUAGE
        pieces.append(writer.listing(block["text"], line + 1) if is_ours else block[0])
        line += block[0].count("\n")
        end = block.end()
    pieces.append(writer.links(markdown[end:], line))
    return Embedded("".join(pieces), tuple(writer.problems))


class _Writer:
    def __init__(self, publication: Publication, file: str, here: Here) -> None:
        self._publication = publication
        self._file = file
        self._here = here
        self.problems: list[Problem] = []

    def links(self, text: str, line: int) -> str:
        def link(match: re.Match[str]) -> str:
            place = Place(self._file, line + text.count("\n", 0, match.start()), match.start() - text.rfind("\n", 0, match.start()))
            return f"]({self._source_of(match[1], place)}"

        return _LINK.sub(link, text)

    def _source_of(self, written: str, place: Place) -> str:
        section, key = queries.address(written, "")
        key = key.lstrip("/")
        catalogue = self._publication.catalogue
        entry = catalogue.get(section, key)
        if entry is None:
            known = [address for each in (section, *SECTIONS) for address in self._written(each)]
            message = f"There is no entry {written} to link to.{messages.did_you_mean(written, known)}"
            self.problems.append(Problem(place, "dangling-reference", "", message, "warning"))
            return "#"
        wanted = target(catalogue, entry)
        up = "../" * self._file.count("/")
        anchor = f"#{wanted.anchor}" if wanted.anchor else ""
        return f"{up}{wanted.page}/index.md{anchor}"

    def _written(self, section: str) -> list[str]:
        keys = self._publication.catalogue.keys(section)
        return [f"{key.rpartition('/')[0]}/{section}/{key.rpartition('/')[2]}".lstrip("/") for key in keys]

    def listing(self, text: str, line: int) -> str:
        document = yaml_source.parse(text.encode(), self._file)
        problems = list(document.problems)
        if not problems:
            try:
                return self._render(Embed.model_validate(document.value))
            except ValidationError as error:
                problems = messages.problems(error.errors(include_url=False), document, (), Embed)
        self.problems += [_moved(problem, line) for problem in problems]
        return ""

    def _render(self, wanted: Embed) -> str:
        template = self._publication.templates.get_template(f"embeds/{wanted.list}.html")
        html = template.render(here=self._here, entries=self._entries(wanted))
        return "\n".join(line for line in html.splitlines() if line.strip())

    def _entries(self, wanted: Embed) -> Any:
        catalogue, as_at = self._publication.catalogue, self._publication.as_at
        statement = catalogue.get("statements", wanted.statement) if wanted.statement else None
        statement = statement if isinstance(statement, Statement) else None
        if wanted.list == "outcomes":
            return queries.newest_outcomes(catalogue, as_at, statement)[: wanted.newest]
        if wanted.list == "needs":
            return catalogue.all(Need, statement)
        if wanted.list == "fields":
            return field_reference(({"statement": Statement} | SECTIONS | SHARED_SECTIONS)[wanted.section or "statement"])
        return catalogue.all(Statement)


def _moved(problem: Problem, line: int) -> Problem:
    place = Place(problem.place.file, problem.place.line + line - 1, problem.place.column)
    return Problem(place, problem.code, problem.field, problem.message, "warning")
