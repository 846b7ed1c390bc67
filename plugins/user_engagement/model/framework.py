"""Frameworks that engagement is measured against: data, by edition."""

from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from user_engagement.model.entry import Entry
from user_engagement.model.text import Line, Text


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
    """One thing the OSR framework asks of producers."""

    section: ClassVar[str] = "practices"
    word: ClassVar[str] = "practice"

    heading: Line = Field(description="The practice in a few words.")
    summary: Text | None = Field(None, description="The practice in a sentence.")
    verified: bool = Field(False, description="Whether it was read in the original.")


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Citation(_Data):
    """Where a framework can be read."""

    title: str
    publisher: str
    published: str | None = None
    address: str | None = None
    retrieved: str | None = None
    note: str | None = None


class PracticeArea(_Data):
    """A group of practices of the OSR framework."""

    id: str
    name: str
    summary: str
    practices: tuple[Practice, ...]

    @property
    def size(self) -> int:
        """How many practices it has."""
        return len(self.practices)


class Framework(_Data):
    """The OSR framework in one edition: practice areas with their practices."""

    id: str
    edition: str
    title: str
    source: Citation
    note: str | None = None
    practice_areas: tuple[PracticeArea, ...]


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


class MappingRow(_Data):
    """How a practice of one edition of the Code relates to another edition."""

    source: str = Field(alias="from")
    to: tuple[str, ...]
    relation: Literal["same", "similar", "split", "merged", "moved", "added", "removed"]
    note: str | None = None
    verified: bool = False
