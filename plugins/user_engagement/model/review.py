"""When engagement itself was looked at, and what changed because of that."""

from typing import ClassVar, Literal

from pydantic import Field

from user_engagement.model.day import Day
from user_engagement.model.entry import Entry, Part
from user_engagement.model.need import Dimension
from user_engagement.model.quantity import Quantity
from user_engagement.model.reference import ActionRef, ActivityRef, OutcomeRef
from user_engagement.model.text import Line, Text


class Satisfaction(Part):
    """How many users are satisfied, with one thing or overall."""

    dimension: Dimension | None = Field(None, description="With what. With everything together if left out.")
    amount: Quantity = Field(description="How many are satisfied, for example 71% or 41 respondents.")
    base: Quantity | None = Field(None, description="How many were asked about it and answered.")
    activity: ActivityRef | None = Field(None, description="Where they were asked.")
    note: Text | None = Field(None, description="What to know about the figure.")


class Review(Entry):
    """A look at how engagement went and whether it works."""

    section: ClassVar[str] = "reviews"
    word: ClassVar[str] = "review"
    dated_by: ClassVar[str] = "reviewed"

    title: Line = Field(description="What it is called.")
    reviewed: Day = Field(description="The day on which it ended.")
    reviewed_by: Line | None = Field(None, description="The role that reviewed it.")
    summary: Text | None = Field(None, description="What was looked at, and how.")
    activities: tuple[ActivityRef, ...] = Field((), description="The activities that were looked at.")
    outcomes: tuple[OutcomeRef, ...] = Field((), description="The outcomes that were looked at.")
    findings: tuple[Text, ...] = Field((), description="What was found.")
    satisfaction: tuple[Satisfaction, ...] = Field((), description="How satisfied users are, with its base.")
    result: Literal["changed", "unchanged"] | None = Field(None, description="Whether anything changes.")
    changes: tuple[Text, ...] = Field((), description="What changes.")
    actions: tuple[ActionRef, ...] = Field((), description="What is done about it.")
    review_due: Day | None = Field(None, description="The day by which engagement is reviewed again.")
