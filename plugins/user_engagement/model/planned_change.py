"""What is going to change in the statistics, told before it happens."""

from typing import ClassVar, Literal

from pydantic import Field

from user_engagement.model.day import Day
from user_engagement.model.entry import Change, Entry, Part
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.reference import (
    ActivityRef,
    ChannelRef,
    NeedRef,
    OutcomeRef,
    StatisticRef,
    TableRef,
    UserGroupRef,
)
from user_engagement.model.text import Address, Line, Text

ChangeState = Literal["proposed", "open for views", "confirmed", "done", "dropped"]
Course = Literal["adapt", "continue", "discontinue", "provide by other means"]


class Effect(Part):
    """What a change means for some of the users."""

    only_for: ClassVar[str] = "user_groups"

    wording: Text = Field(description="What it means for them, and what they have to do.")
    user_groups: tuple[UserGroupRef, ...] = Field((), description="For which groups. For everybody if left out.")


class PlannedChangeStep(Change):
    """A dated step on the way to a change: views are asked for, it is confirmed, moved, done or dropped."""

    state: ChangeState | None = Field(None, description="How it stands from this day.")
    course: Course | None = Field(None, description="What is to become of the statistics, where that is another one.")
    views_close: Day | None = Field(None, description="The new last day for views.")
    effective: FuzzyDate | None = Field(None, description="The new date from which it applies, where it moved.")
    approved_by: Line | None = Field(None, description="The role that approved this step.")


class PlannedChange(Entry):
    """A coming change of statistics: what, why, what it means for whom, and how to have a say."""

    section: ClassVar[str] = "planned_changes"
    word: ClassVar[str] = "planned-change"
    dated_by: ClassVar[str] = "announced"

    title: Line = Field(description="The change in a few words.")
    summary: Text | None = Field(None, description="What changes, in one or two sentences.")
    reason: Text | None = Field(None, description="Why.")
    course: Course | None = Field(
        None, description="What is proposed for the statistics. Later decisions go in history."
    )
    statistics: tuple[StatisticRef, ...] = Field((), description="The statistics that change.")
    tables: tuple[TableRef, ...] = Field((), description="The tables that change, where not all do.")
    effects: tuple[Effect, ...] = Field((), description="What it means for users, group by group.")
    comparability: Text | None = Field(None, description="What can no longer be compared with what, and from when.")
    announced: Day | None = Field(None, description="The day it was announced. It is not shown before.")
    state: ChangeState = Field("proposed", description="How it stood when announced. Later states go in history.")
    views_close: Day | None = Field(None, description="The last day for views, as first set.")
    taking_part: Text | None = Field(None, description="How to have a say, in words.")
    views_address: Address | None = Field(None, description="Where to send views.")
    channels: tuple[ChannelRef, ...] = Field((), description="Channels through which to have a say.")
    activities: tuple[ActivityRef, ...] = Field((), description="Activities in which views are asked for.")
    effective: FuzzyDate | None = Field(None, description="From when it was first to apply. Later moves go in history.")
    approved_by: Line | None = Field(None, description="The role that approved what was announced.")
    needs: tuple[NeedRef, ...] = Field((), description="The needs it serves, or leaves unmet.")
    outcomes: tuple[OutcomeRef, ...] = Field((), description="The outcomes that led to it or decided it.")
    history: tuple[PlannedChangeStep, ...] = Field((), description="Dated steps: open for views, confirmed, done.")
