"""Events: on a day, at a place or online."""

from typing import ClassVar, Literal

from pydantic import Field

from user_engagement.model.clock import Clock
from user_engagement.model.day import Day
from user_engagement.model.entry import Change, Entry, Part
from user_engagement.model.quantity import Quantity
from user_engagement.model.reference import UserGroupRef
from user_engagement.model.text import Address, Line, Text

EventState = Literal["planned", "full", "postponed", "cancelled"]


class Attendance(Part):
    """How many came, in one unit."""

    amount: Quantity = Field(description="How many, for example 31 people in the room.")
    user_groups: tuple[UserGroupRef, ...] = Field((), description="Of which groups.")


class EventChange(Change):
    """A dated change: the event is full, moved or called off."""

    state: EventState | None = Field(None, description="How it stands from this day.")
    day: Day | None = Field(None, description="The new day, where it was moved.")
    starts: Clock | None = Field(None, description="The new time at which it starts.")
    ends: Clock | None = Field(None, description="The new time at which it ends.")


class Event(Entry):
    """A gathering on one day, at a place or online. Times are UK time."""

    section: ClassVar[str] = "events"
    word: ClassVar[str] = "event"
    dated_by: ClassVar[str] = "announced"

    title: Line = Field(description="What it is called.")
    summary: Text | None = Field(None, description="What happens there.")
    announced: Day | None = Field(None, description="The day it was announced. It is not shown before.")
    day: Day = Field(description="The day for which it was first planned. Later moves go in history.")
    starts: Clock | None = Field(None, description="When it starts, UK time, for example 09:30.")
    ends: Clock | None = Field(None, description="When it ends, UK time.")
    place: Line | None = Field(None, description="Where it is held.")
    online_address: Address | None = Field(None, description="Where to join online.")
    registration_address: Address | None = Field(None, description="Where to register.")
    registration_closes: Day | None = Field(None, description="The last day to register.")
    capacity: Quantity | None = Field(None, description="How many can come, for example 40 people.")
    accessibility: Text | None = Field(None, description="Arrangements so that everybody can take part.")
    attendance: tuple[Attendance, ...] = Field(
        (), description="How many came, each kind in its own unit. Units are never added."
    )
    recording_address: Address | None = Field(None, description="Where the recording can be watched.")
    slides_address: Address | None = Field(None, description="Where the slides can be read.")
    history: tuple[EventChange, ...] = Field((), description="Dated changes: full, postponed, cancelled.")
