"""Links to entries, and lists of them, in pages that people write by hand."""

import re
from dataclasses import dataclass
from html import escape, unescape
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, ValidationError

from user_engagement import components, messages, queries, yaml_source
from user_engagement.field_reference import field_reference
from user_engagement.model import SECTIONS, SHARED_SECTIONS, Entry, Need, Part, Statement
from user_engagement.model.reference import StatementRef
from user_engagement.model.scalar import mistake
from user_engagement.outputs.publication import Here, Publication
from user_engagement.problems import Place, Problem

_BLOCK = re.compile(
    r"^(?P<fence>`{3,}|~{3,})(?P<language>[^\n]*)\n(?P<text>.*?)^(?P=fence)[^\S\n]*$", re.MULTILINE | re.DOTALL
)
_LANGUAGE = "user-engagement"
_LINK = re.compile(r'(?<=href=")entry:([^"]*)(?=")')
_KINDS: dict[str, type[Part]] = {"statement": Statement, **SECTIONS, **SHARED_SECTIONS}


def _section(name: str) -> str:
    if name not in _KINDS:
        near = messages.did_you_mean(name, _KINDS)
        raise mistake("not-in-list", "There is no section with this name.{near}", near=near)
    return name


class Embed(Part):
    """What a block of the language “user-engagement” asks for."""

    list: Literal["outcomes", "needs", "statements", "fields", "components"] = Field(description="What to list.")
    statement: StatementRef | None = Field(None, description="Only what belongs to this statement.")
    newest: int = Field(5, ge=1, le=100, description="How many outcomes to list.")
    section: Annotated[str, AfterValidator(_section)] | None = Field(
        None, description="The section whose fields are listed; the fields that all have if left out."
    )


@dataclass(frozen=True)
class Embedded:
    """A page with its links or lists filled in, and what could not be."""

    text: str
    problems: tuple[Problem, ...]


class Embedder:
    """Fills links to entries and lists of entries into one page that is written by hand.

    `file` and `source` are the page's file below the docs folder and what stands in it, for places in
    messages; `folder` is the path that the page's address starts with.
    """

    def __init__(self, publication: Publication, file: str, source: str, folder: str) -> None:
        self._publication = publication
        self._file = file
        self._source = source
        self._here = Here(publication, folder, "", (), None)
        self._problems: list[Problem] = []
        self._told: dict[str, int] = {}

    def lists(self, markdown: str) -> Embedded:
        """Fill in the blocks of the language “user-engagement”."""
        return Embedded(_BLOCK.sub(self._block, markdown), tuple(self._problems))

    def links(self, html: str) -> Embedded:
        """Fill in the links that start with “entry:”; Markdown has told by then what is a link and what is code."""
        return Embedded(_LINK.sub(self._link, html), tuple(self._problems))

    def _link(self, match: re.Match[str]) -> str:
        written = unescape(match[1])
        catalogue = self._publication.catalogue
        entry = catalogue.get(*queries.address(written, "")) if "/" in written else None
        if entry is not None:
            return escape(self._here.link(entry))
        self._problems.append(self._unknown(written, self._place(written, before="entry:", after=r"(?![\w/-])")))
        return "#"

    def _block(self, match: re.Match[str]) -> str:
        if match["language"].strip() != _LANGUAGE:
            return match[0]
        document = yaml_source.parse(match["text"].encode(), self._file)
        problems = list(document.problems)
        if not problems:
            try:
                wanted = Embed.model_validate(document.value)
            except ValidationError as error:
                problems = messages.problems(error.errors(include_url=False), document, (), Embed)
            else:
                if wanted.statement is None or self._publication.catalogue.get("statements", wanted.statement):
                    return self._render(wanted)
                problems = [self._unknown(f"statements/{wanted.statement}", document.place(("statement",)))]
        line = self._place(match[0]).line
        self._problems += [_moved(problem, line) for problem in problems]
        return ""

    def _place(self, passage: str, before: str = "", after: str = "") -> Place:
        """Return where a passage stands in the page's file; each call for the same passage finds the next one.

        `before` and `after` are patterns for what must stand around it.
        """
        pattern = re.compile(f"(?<={before}){re.escape(passage)}{after}")
        found = pattern.search(self._source, self._told.get(passage, 0))
        start = found.start() if found else 0
        self._told[passage] = start + 1
        return Place(self._file, self._source.count("\n", 0, start) + 1, start - self._source.rfind("\n", 0, start))

    def _unknown(self, written: str, place: Place) -> Problem:
        entries = (entry for entry, _ in self._publication.catalogue.everything)
        known = [_written(entry) for entry in entries]
        message = f"There is no entry {written} to show here.{messages.did_you_mean(written, known)}"
        return Problem(place, "dangling-reference", "", message, "warning")

    def _render(self, wanted: Embed) -> str:
        if wanted.list == "components":
            return components.markdown(self._publication.templates)
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
    place = Place(problem.place.file, problem.place.line + line, problem.place.column)
    return Problem(place, problem.code, problem.field, problem.message, "warning")
