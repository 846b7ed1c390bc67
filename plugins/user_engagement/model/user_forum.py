"""Standing groups of users."""

from typing import ClassVar

from pydantic import Field

from user_engagement.model.day import Day
from user_engagement.model.entry import Entry, Part
from user_engagement.model.event import Attendance
from user_engagement.model.reference import ActionRef, OrganisationRef, StatisticRef, UserGroupRef
from user_engagement.model.text import Address, Line, Text


class Member(Part):
    """A seat of a forum: which body has it, in which role. Never a person's name."""

    organisation: Line = Field(description="The body that is represented.")
    role: Line | None = Field(None, description="The role of whoever comes, for example chair.")


class Meeting(Part):
    """A meeting of a forum, past or to come."""

    date: Day = Field(description="The day of the meeting.")
    summary: Text | None = Field(None, description="What it was or will be about.")
    attendance: tuple[Attendance, ...] = Field((), description="How many came, each kind in its own unit.")
    minutes_address: Address | None = Field(None, description="Where the minutes can be read.")
    actions: tuple[ActionRef, ...] = Field((), description="Actions that were agreed there.")


class UserForum(Entry):
    """A standing group of users that meets."""

    section: ClassVar[str] = "user_forums"
    word: ClassVar[str] = "user-forum"

    title: Line = Field(description="What it is called.")
    purpose: Text | None = Field(None, description="What it is for.")
    address: Address | None = Field(None, description="Where to find it.")
    terms_of_reference_address: Address | None = Field(None, description="Where its terms of reference can be read.")
    owner: OrganisationRef | None = Field(None, description="The body that runs it, where it is another one.")
    user_groups: tuple[UserGroupRef, ...] = Field((), description="Who it is for.")
    statistics: tuple[StatisticRef, ...] = Field((), description="Which statistics it is about.")
    members: tuple[Member, ...] = Field((), description="Who belongs to it, by body and role.")
    frequency: Line | None = Field(None, description="How often it meets.")
    joining: Text | None = Field(None, description="How to join.")
    active_from: Day | None = Field(None, description="The day it started.")
    active_to: Day | None = Field(None, description="The day it ended.")
    meetings: tuple[Meeting, ...] = Field((), description="Its meetings, with minutes and what was agreed.")
