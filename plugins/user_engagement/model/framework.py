"""What engagement is measured against: frameworks, which a site may add to, and the Code by edition."""

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from user_engagement.model.entry import Entry, Id, Part
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.reference import OrganisationRef
from user_engagement.model.text import Address, Line, Text


class Method(Entry):
    """A way of engaging with users."""

    section: ClassVar[str] = "methods"
    word: ClassVar[str] = "method"

    name: Line = Field(description="What it is called.")
    summary: Text | None = Field(None, description="What it is.")


class KnownMethod(Method):
    """A way of engaging that need not be declared."""

    in_seed: bool = Field(False, description="Whether the OSR framework lists it.")
    seed_name: Line | None = Field(None, description="What the OSR framework calls it.")


class Practice(Entry):
    """One thing a framework asks of producers. Its practices say which of another framework it goes with."""

    section: ClassVar[str] = "practices"
    word: ClassVar[str] = "practice"

    heading: Line = Field(description="The practice in a few words.")
    summary: Text | None = Field(None, description="The practice in a sentence.")


class PracticeArea(Part):
    """A group of practices of a framework."""

    id: Id = Field(description="A short name that no other area of the framework has.")
    name: Line = Field(description="What the area is called.")
    summary: Text | None = Field(None, description="What its practices are for.")
    practices: tuple[Practice, ...] = Field(description="What is asked of producers.")


class Framework(Entry):
    """A framework that engagement is measured against: practice areas with their practices."""

    section: ClassVar[str] = "frameworks"
    word: ClassVar[str] = "framework"
    only_for: ClassVar[str] = "organisations"

    title: Line = Field(description="What it is called.")
    edition: Line | None = Field(None, description="Which edition it is, where there are several.")
    publisher: Line | None = Field(None, description="Who published it.")
    published: FuzzyDate | None = Field(None, description="When it was published.")
    address: Address | None = Field(None, description="Where it can be read.")
    note: Text | None = Field(None, description="What readers should know of it.")
    organisations: tuple[OrganisationRef, ...] = Field(
        (), description="The bodies that follow it, with those below them. All, if left out."
    )
    practice_areas: tuple[PracticeArea, ...] = Field(description="Groups of practices, in its order.")


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Citation(_Data):
    """Where an edition of the Code can be read."""

    title: str
    publisher: str
    published: str | None = None
    address: str | None = None
    retrieved: str | None = None
    note: str | None = None


class CodePractice(_Data):
    """A practice or standard of the Code of Practice for Statistics."""

    id: str
    heading: str
    summary: str | None = None
    framework_practices: tuple[str, ...] = ()
    verified: bool = False
    note: str | None = None


class Code(_Data):
    """The Code of Practice for Statistics in one edition, as far as it is known here."""

    id: Literal["code"]
    edition: str
    title: str
    source: Citation
    complete: bool
    note: str | None = None
    practices: tuple[CodePractice, ...]


class SuccessCriterion(_Data):
    """A success criterion of WCAG, the versions that have it, and its anchor on the page of WCAG 2.2."""

    number: str
    name: str
    level: Literal["A", "AA"]
    since: str
    until: str = "2.2"
    anchor: str


class MappingRow(_Data):
    """How a practice of one edition of the Code relates to another edition."""

    source: str = Field(alias="from")
    to: tuple[str, ...]
    relation: Literal["same", "similar", "split", "merged", "moved", "added", "removed"]
    note: str | None = None
    verified: bool = False
