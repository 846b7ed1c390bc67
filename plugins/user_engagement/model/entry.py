"""What every entry has in common."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from user_engagement.model.code_reference import CodeReference
from user_engagement.model.day import Day
from user_engagement.model.holding import holding
from user_engagement.model.reference import ID, PracticeRef, Ref
from user_engagement.model.text import Address, Line, Text
from user_engagement.model.visibility import PUBLIC, Visibility

Id = Annotated[str, StringConstraints(strip_whitespace=True, pattern=f"^{ID}$", max_length=80)]
"""Lower case letters, digits and hyphens; never changed and never used again."""

Successor = Annotated[str, StringConstraints(strip_whitespace=True, pattern=f"^(?:{ID}/)?{ID}$", max_length=200)]
"""The id of an entry of the same kind, with the statement's id before it where that is another one."""

Trail = tuple[str | int, ...]
"""The way from an entry to one of its values: field names and positions in lists."""


class Part(BaseModel):
    """Something with fields that an author fills in, as an entry or inside one."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    dated_by: ClassVar[str] = ""
    """The field with the day from which this is true, where there is one."""

    only_for: ClassVar[str] = ""
    """The list of those for whom this is, where it must not be taken for everybody once all of them are hidden."""

    visibility: Visibility = Field(
        PUBLIC, description="Who may read this: public, internal, or embargoed until a date."
    )
    internal_fields: tuple[Line, ...] = Field((), description="Names of fields here that are not published.")


class Source(Part):
    """Where a fact comes from."""

    title: Line = Field(description="What the source is called.")
    address: Address | None = Field(None, description="Where it can be read.")
    publisher: Line | None = Field(None, description="Who published it.")
    retrieved: Day | None = Field(None, description="When it was read.")
    licence: Line | None = Field(None, description="Under which licence it may be used.")


class Change(Part):
    """A dated change, with a note that says why."""

    dated_by: ClassVar[str] = "date"

    date: Day = Field(description="The day of the change.")
    note: Text | None = Field(None, description="What changed and why, for the public.")


class Withdrawal(Part):
    """The end of an entry whose address stays."""

    date: Day = Field(description="The day it was withdrawn.")
    reason: Text | None = Field(None, description="Why it was withdrawn.")
    successor: Successor | None = Field(None, description="The id of the entry that takes its place.")


class Entry(Part):
    """Something with an id that other entries can refer to."""

    section: ClassVar[str]
    word: ClassVar[str]

    sole_id: ClassVar[str] = ""
    """The id of what a site has only one of: authors write its fields, without a list and without an id."""

    id: Id = Field(description="A short name that never changes: lower case letters, digits and hyphens.")
    practices: tuple[PracticeRef, ...] = Field((), description="Practices of a framework that this is evidence of.")
    code: tuple[CodeReference, ...] = Field((), description="Practices of the Code, each with its edition: 2.1 V1.5.")
    sources: tuple[Source, ...] = Field(
        (), description="Where the facts come from. Those of the statement, if left out."
    )
    former_ids: tuple[Id, ...] = Field((), description="Ids that it had before. Their addresses lead here.")
    withdrawn: Withdrawal | None = Field(None, description="When and why it ended. Its address keeps working.")
    internal_note: Text | None = Field(None, description="A note for the team. Never published.")

    def model_post_init(self, context: Any) -> None:
        """Remember the statement that the entry belongs to, and with it the entry's address."""
        statement = (context or {}).get("statement", "")
        # Straight into the instance: pydantic's own private attributes take 20 times as long to read.
        vars(self)["_statement"] = statement
        vars(self)["_key"] = f"{statement}/{self.id}" if statement else self.id

    @property
    def statement_id(self) -> str:
        """The id of the statement it belongs to, empty for an organisation."""
        return str(vars(self)["_statement"])

    @property
    def key(self) -> str:
        """Its address among entries of its section: "statement-id/entry-id"."""
        return str(vars(self)["_key"])

    @property
    def anchor(self) -> str:
        """Its place on a page that shows several entries."""
        return f"{self.word}-{self.id}"


def parts(part: Part) -> Iterator[tuple[Trail, Part]]:
    """Yield the part itself and everything with fields inside it, each with its trail."""
    yield (), part
    for name, value in holding(part, Part):
        for trail, child in _children((name,), value):
            for rest, inner in parts(child):
                yield (*trail, *rest), inner


def own_parts(entry: Entry) -> Iterator[Part]:
    """Yield the entry itself and everything inside it that is not another entry or part of one."""
    waiting: list[Part] = [entry]
    while waiting:
        part = waiting.pop()
        yield part
        for name, value in holding(part, Part):
            waiting += [child for _, child in _children((name,), value) if not isinstance(child, Entry)]


def references(part: Part) -> Iterator[tuple[Trail, Ref]]:
    """Yield the references that stand in the part's own fields, each with its trail."""
    for name, value in holding(part, Ref):
        if isinstance(value, Ref):
            yield (name,), value
        else:
            yield from (((name, position), each) for position, each in enumerate(value))


def _children(trail: Trail, value: Part | tuple[Part, ...]) -> Iterator[tuple[Trail, Part]]:
    if isinstance(value, Part):
        yield trail, value
    else:
        yield from (((*trail, position), each) for position, each in enumerate(value))
