"""What was done or is planned with users."""

from typing import ClassVar

from pydantic import Field

from user_engagement.model.day import Day
from user_engagement.model.entry import Entry, Part
from user_engagement.model.event import Event
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.quantity import Quantity
from user_engagement.model.reference import ActivityRef, MethodRef, OrganisationRef, StatisticRef, UserGroupRef
from user_engagement.model.survey import Survey
from user_engagement.model.text import Address, Line, Text


class Heard(Part):
    """How many took part, in one unit."""

    dated_by: ClassVar[str] = "as_at"

    amount: Quantity = Field(description="How many, for example 63 respondents.")
    user_groups: tuple[UserGroupRef, ...] = Field((), description="Of which groups.")
    as_at: Day | None = Field(None, description="The day this was true, for something that goes on.")


class Finding(Part):
    """Something that was heard."""

    wording: Text = Field(description="What was heard.")
    user_groups: tuple[UserGroupRef, ...] = Field((), description="From which groups.")


class ActivityPart(Part):
    """A part of an activity, with its own scope."""

    title: Line = Field(description="What the part was about.")
    summary: Text | None = Field(None, description="More about it.")


class Activity(Entry):
    """Something done or planned with users: a survey, a workshop, a consultation and so on."""

    section: ClassVar[str] = "activities"
    word: ClassVar[str] = "activity"

    title: Line = Field(description="What it is called.")
    method: MethodRef = Field(description="The way of engaging, for example survey or workshop.")
    summary: Text | None = Field(None, description="What it was about.")
    address: Address | None = Field(None, description="Where it can be found.")
    organisers: tuple[OrganisationRef, ...] = Field((), description="The bodies that ran it, where not only this one.")
    statistics: tuple[StatisticRef, ...] = Field((), description="The statistics it was about.")
    user_groups: tuple[UserGroupRef, ...] = Field((), description="Who it was for.")
    opened: FuzzyDate | None = Field(None, description="When it opened or took place.")
    closes: FuzzyDate | None = Field(None, description="When it closes or closed.")
    extended_to: FuzzyDate | None = Field(None, description="The later closing date, where it was extended.")
    continuous: bool = Field(False, description="Whether it goes on without an end.")
    events: tuple[Event, ...] = Field((), description="Gatherings on a day, with how to register.")
    heard: tuple[Heard, ...] = Field((), description="How many took part, each in its own unit. Units are never added.")
    findings: tuple[Finding, ...] = Field((), description="What was heard.")
    survey: Survey | None = Field(None, description="The results of a survey, question by question.")
    caveat: Text | None = Field(
        None, description="What to know about who answered. Left out, it follows from the sampling of the survey."
    )
    not_heard: Text | None = Field(None, description="Who was not reached.")
    response_due: Day | None = Field(None, description="When a response was promised.")
    response_published: Day | None = Field(None, description="When the response was published.")
    response_address: Address | None = Field(None, description="Where the response can be read.")
    delay_reason: Text | None = Field(None, description="Why the response is late.")
    parts: tuple[ActivityPart, ...] = Field((), description="Parts with their own scope.")
    continues: ActivityRef | None = Field(None, description="The earlier activity that this one follows up.")
    excluded: tuple[Text, ...] = Field((), description="What was deliberately left out.")
    accessibility: Text | None = Field(None, description="Arrangements so that everybody could take part.")
    languages: tuple[Line, ...] = Field((), description="Languages in which people could answer.")
    worked: Text | None = Field(None, description="What worked well.")
    to_change: Text | None = Field(None, description="What will be done differently.")
