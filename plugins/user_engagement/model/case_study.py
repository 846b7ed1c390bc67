"""Examples to learn from."""

from typing import ClassVar

from pydantic import Field

from user_engagement.model.day import Day
from user_engagement.model.entry import Entry
from user_engagement.model.reference import ActivityRef, OutcomeRef, StatisticRef, UserGroupRef
from user_engagement.model.text import Line, Text


class CaseStudy(Entry):
    """An example of engagement: the task, how it was approached, what came of it. Its practices say what it shows."""

    section: ClassVar[str] = "case_studies"
    word: ClassVar[str] = "case-study"
    dated_by: ClassVar[str] = "published"

    title: Line = Field(description="What it is about.")
    published: Day | None = Field(None, description="The day it was published.")
    task: Text = Field(description="What had to be done, and why it was hard.")
    approach: Text | None = Field(None, description="How you went about it.")
    result: Text | None = Field(None, description="What came of it, and what others can learn.")
    statistics: tuple[StatisticRef, ...] = Field((), description="The statistics it is about.")
    user_groups: tuple[UserGroupRef, ...] = Field((), description="The users it is about.")
    activities: tuple[ActivityRef, ...] = Field((), description="The activities it tells of.")
    outcomes: tuple[OutcomeRef, ...] = Field((), description="The outcomes it tells of.")
