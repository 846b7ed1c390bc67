"""With whom engagement is done together."""

from typing import ClassVar, Literal

from pydantic import Field

from user_engagement.model.day import Day
from user_engagement.model.entry import Entry, Part
from user_engagement.model.reference import ActivityRef, OrganisationRef, StatementRef, StatisticRef
from user_engagement.model.text import Line, Text


class Partner(Part):
    """Who takes part: another profession, another body, or another team that produces statistics."""

    name: Line = Field(description="Who, by role or team, for example bridge policy.")
    kind: Literal["profession", "body", "producer", "other"] = Field("other", description="What they are to you.")
    organisation: OrganisationRef | None = Field(None, description="The body they belong to.")


class Collaboration(Entry):
    """Engagement that is done together with others."""

    section: ClassVar[str] = "collaborations"
    word: ClassVar[str] = "collaboration"

    title: Line = Field(description="What it is called.")
    summary: Text | None = Field(None, description="What you do together.")
    partners: tuple[Partner, ...] = Field((), description="With whom.")
    benefit: Text | None = Field(None, description="What users and partners gain by it.")
    statistics: tuple[StatisticRef, ...] = Field((), description="The statistics it is about.")
    statements: tuple[StatementRef, ...] = Field((), description="Other statements that share it.")
    activities: tuple[ActivityRef, ...] = Field((), description="What was done together.")
    active_from: Day | None = Field(None, description="The day it started.")
    active_to: Day | None = Field(None, description="The day it ended.")
