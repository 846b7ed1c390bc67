"""Statistics and their tables."""

from typing import ClassVar, Literal

from pydantic import Field

from user_engagement.model.day import Day
from user_engagement.model.entry import Change, Entry, Part
from user_engagement.model.reference import StatisticRef
from user_engagement.model.text import Address, Line, Text

Lifecycle = Literal[
    "planned",
    "active",
    "paused",
    "merged",
    "split",
    "discontinued",
    "collected but not published",
    "available elsewhere",
]


class Label(Part):
    """The official standing of a statistic, which changes over time."""

    label: Literal[
        "accredited official statistics",
        "official statistics",
        "official statistics in development",
        "National Statistics",
        "management information",
        "not official statistics",
    ] = Field(description="The label.")
    applied: Day | None = Field(None, description="The day from which it applied.")


class LifecycleChange(Change):
    """A dated change of what is produced."""

    lifecycle: Lifecycle = Field(description="What became of it.")


class Table(Entry):
    """A table within a statistic."""

    section: ClassVar[str] = "tables"
    word: ClassVar[str] = "table"

    title: Line = Field(description="Its title.")
    address: Address | None = Field(None, description="Where it can be found.")
    lifecycle: Lifecycle = Field("active", description="Whether it is produced.")
    history: tuple[LifecycleChange, ...] = Field((), description="Dated changes of what is produced.")


class Replacement(Part):
    """An earlier statistic that this one takes the place of."""

    statistic: StatisticRef | None = Field(None, description="The earlier statistic, where it is described here.")
    name: Line | None = Field(None, description="Its name, where it is not described here.")
    comparability: Text | None = Field(None, description="How far figures can be compared.")


class Statistic(Entry):
    """A series of statistics."""

    section: ClassVar[str] = "statistics"
    word: ClassVar[str] = "statistic"

    title: Line = Field(description="Its title.")
    summary: Text | None = Field(None, description="What it measures.")
    address: Address | None = Field(None, description="Where it is published.")
    labels: tuple[Label, ...] = Field((), description="Its official standing, by date.")
    frequency: Line | None = Field(None, description="How often it is published.")
    geography: Line | None = Field(None, description="The places it covers.")
    public_profile: Text | None = Field(None, description="How much public interest there is in it.")
    lifecycle: Lifecycle = Field("active", description="Whether it is produced.")
    merged_into: StatisticRef | None = Field(None, description="The statistic that it became part of.")
    available_from: Line | None = Field(None, description="Who produces it now.")
    replaces: tuple[Replacement, ...] = Field((), description="Earlier statistics it takes the place of.")
    tables: tuple[Table, ...] = Field((), description="Its tables.")
    history: tuple[LifecycleChange, ...] = Field((), description="Dated changes of what is produced.")
