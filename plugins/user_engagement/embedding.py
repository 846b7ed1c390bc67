"""Links to entries, and lists of them, in pages that people write by hand."""

import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, ValidationError

from user_engagement import messages, queries, yaml_source
from user_engagement.field_reference import field_reference
from user_engagement.model import SECTIONS, SHARED_SECTIONS, Entry, Need, Part, Statement
from user_engagement.model.reference import StatementRef
from user_engagement.model.scalar import mistake
from user_engagement.outputs.addresses import target
from user_engagement.outputs.publication import Here, Publication
from user_engagement.problems import Place, Problem

_LANGUAGE = "user-engagement"
_BLOCK = re.compile(
    r"^[ \t]*(?P<fence>`{3,}|~{3,})(?P<language>[^\n]*)\n(?P<text>.*?)^[ \t]*(?P=fence)[^\S\n]*$",
    re.MULTILINE | re.DOTALL,
)
_LINK = re.compile(r"(?P<ticks>`+).+?(?<!`)(?P=ticks)(?!`)|\]\(entry:(?P<entry>[^)\s]+)", re.DOTALL)
_KINDS: dict[str, type[Part]] = {"statement": Statement, **SECTIONS, **SHARED_SECTIONS}


def _section(name: str) -> str:
    if name not in _KINDS:
        near = messages.did_you_mean(name, _KINDS)
        raise mistake("not-in-list", "There is no section with this name.{near}", near=near)
    return name


class Embed(Part):
    """What a block of the language “user-engagement” asks for."""

    list: Literal["outcomes", "needs", "statements", "fields"] = Field(description="What to list.")
    statement: StatementRef | None = Field(None, description="Only what belongs to this statement.")
    newest: int = Field(5, ge=1, le=100, description="How many outcomes to list.")
    section: Annotated[str, AfterValidator(_section)] | None = Field(
        None, description="The section whose fields are listed; the fields that all have if left out."
    )


@dataclass(frozen=True)
class Embedded:
    """A page's Markdown with links and lists filled in, and what could not be."""

    markdown: str
    problems: tuple[Problem, ...]


def embed(markdown: str, publication: Publication, file: str, folder: str) -> Embedded:
    """Fill in the links to entries and the lists of a page written by hand.

    `file` is the page's source below the docs folder; `folder` is the path that its address starts with.
    What stands in code is left as it is.
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
            if match["ticks"]:
                return match[0]
            start = match.start("entry")
            place = Place(self._file, line + text.count("\n", 0, start), start - text.rfind("\n", 0, start))
            return f"]({self._source_of(match['entry'], place)}"

        return _LINK.sub(link, text)

    def listing(self, text: str, line: int) -> str:
        document = yaml_source.parse(text.encode(), self._file)
        problems = list(document.problems)
        if not problems:
            try:
                wanted = Embed.model_validate(document.value)
            except ValidationError as error:
                problems = messages.problems(error.errors(include_url=False), document, (), Embed)
            else:
                if wanted.statement is None or self._publication.catalogue.get("statements", wanted.statement):
                    return self._render(wanted)
                place = document.place(("statement",))
                problems = [self._unknown(f"statements/{wanted.statement}", place)]
        self.problems += [_moved(problem, line) for problem in problems]
        return ""

    def _source_of(self, written: str, place: Place) -> str:
        """Return the way to the source file of the page on which an entry is shown."""
        catalogue = self._publication.catalogue
        entry = catalogue.get(*queries.address(written, "")) if "/" in written else None
        if entry is None:
            self.problems.append(self._unknown(written, place))
            return "#"
        wanted = target(catalogue, entry)
        anchor = f"#{wanted.anchor}" if wanted.anchor else ""
        return f"{'../' * self._file.count('/')}{wanted.page}/index.md{anchor}"

    def _unknown(self, written: str, place: Place) -> Problem:
        entries = (entry for entry, _ in self._publication.catalogue.everything)
        known = [_written(entry) for entry in entries]
        message = f"There is no entry {written} to show here.{messages.did_you_mean(written, known)}"
        return Problem(place, "dangling-reference", "", message, "warning")

    def _render(self, wanted: Embed) -> str:
        template = self._publication.templates.get_template(f"embeds/{wanted.list}.html")
        html = template.render(here=self._here, entries=self._entries(wanted))
        return "\n".join(line for line in html.splitlines() if line.strip())

    def _entries(self, wanted: Embed) -> Any:
        catalogue, as_at = self._publication.catalogue, self._publication.as_at
        found = catalogue.get("statements", wanted.statement) if wanted.statement else None
        statement = found if isinstance(found, Statement) else None
        match wanted.list:
            case "outcomes":
                return queries.newest_outcomes(catalogue, as_at, statement)[: wanted.newest]
            case "needs":
                return catalogue.all(Need, statement)
            case "fields":
                return field_reference(_KINDS[wanted.section] if wanted.section else Entry)
            case _:
                return catalogue.all(Statement)


def _written(entry: Entry) -> str:
    """Return how an entry is written in a link: "bus/needs/area-codes", "statements/bus"."""
    statement = f"{entry.statement_id}/" if entry.key != entry.id else ""
    return f"{statement}{entry.section}/{entry.id}"


def _moved(problem: Problem, line: int) -> Problem:
    place = Place(problem.place.file, problem.place.line + line - 1, problem.place.column)
    return Problem(place, problem.code, problem.field, problem.message, "warning")
