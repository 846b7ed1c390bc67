"""Who the users are."""

from typing import ClassVar, Literal

from pydantic import Field

from user_engagement.model.entry import Entry, Part
from user_engagement.model.quantity import Quantity
from user_engagement.model.reference import UserGroupRef
from user_engagement.model.text import Line, Text


class Persona(Part):
    """A made-up person who stands for many users of a group."""

    name: Line = Field(description="What the persona is called, for example inquiring citizen.")
    summary: Text | None = Field(None, description="Who they are.")
    goals: tuple[Text, ...] = Field((), description="What they want to get done.")
    behaviours: tuple[Text, ...] = Field((), description="How they go about it.")


class UserGroup(Entry):
    """A kind of people or bodies who use the statistics, might use them, or are affected by them."""

    section: ClassVar[str] = "user_groups"
    word: ClassVar[str] = "user-group"

    name: Line = Field(description="What the group is called.")
    summary: Text | None = Field(None, description="What they are like.")
    category: Line | None = Field(None, description="A wider class, for example central government, media, academia.")
    where: Literal["inside", "outside"] | None = Field(None, description="Inside or outside government.")
    relation: Literal["user", "potential user", "affected public", "supplier", "distributor", "statutory customer"] = (
        Field("user", description="What they are to the statistics.")
    )
    expertise: Line | None = Field(None, description="How well they know statistics.")
    reached_by: Text | None = Field(None, description="How they are reached.")
    size: Quantity | None = Field(None, description="How many there are.")
    parent: UserGroupRef | None = Field(
        None, description="The wider group, perhaps of another statement, this is part of."
    )
    personas: tuple[Persona, ...] = Field((), description="Made-up people who stand for the group.")
    gaps: tuple[Text, ...] = Field((), description="What is not known about them.")
