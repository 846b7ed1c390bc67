"""Standing ways to reach the team and be reached."""

from typing import ClassVar

from pydantic import Field

from user_engagement.model.day import Day
from user_engagement.model.entry import Entry
from user_engagement.model.reference import MethodRef, OrganisationRef, StatisticRef, UserGroupRef
from user_engagement.model.text import Address, Line, Text


class Channel(Entry):
    """A standing way for the team and its users to reach one another."""

    section: ClassVar[str] = "channels"
    word: ClassVar[str] = "channel"

    title: Line = Field(description="What it is called.")
    method: MethodRef | None = Field(None, description="The way of engaging.")
    summary: Text | None = Field(None, description="What it is for.")
    address: Address | None = Field(None, description="Where to find it.")
    user_groups: tuple[UserGroupRef, ...] = Field((), description="Who it is for.")
    statistics: tuple[StatisticRef, ...] = Field((), description="Which statistics it is about.")
    frequency: Line | None = Field(None, description="How often it is used.")
    joining: Text | None = Field(None, description="How to join or sign up.")
    service_standard: Line | None = Field(
        None, description="What to expect, for example a reply within 5 working days."
    )
    owner: OrganisationRef | None = Field(None, description="The body that runs it, where it is another one.")
    active_from: Day | None = Field(None, description="The day it started.")
    active_to: Day | None = Field(None, description="The day it ended.")
    volunteering: Text | None = Field(None, description="How users can volunteer, plan a session or bring others in.")
