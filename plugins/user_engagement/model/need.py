"""What users need of the statistics."""

from typing import ClassVar, Literal

from pydantic import Field

from user_engagement.model.action import Action
from user_engagement.model.day import Day
from user_engagement.model.entry import Change, Entry
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.quantity import Quantity
from user_engagement.model.reference import ActivityRef, NeedRef, StatisticRef, UserGroupRef
from user_engagement.model.text import Line, Text

Met = Literal["met", "partly met", "not met", "not known"]
Dimension = Literal[
    "relevance", "timeliness", "accessibility", "clarity", "accuracy", "coherence", "coverage", "detail"
]
Constraint = Literal["cost", "legal", "quality", "disclosure", "policy", "another body", "data not collected", "other"]


class NeedChange(Change):
    """A dated change of how far a need is met, and of why and what comes next.

    Where it says neither what stands in the way, nor why, nor what users can do, nor when it will be looked at again,
    what was said of these before still holds.
    """

    met: Met = Field(description="How far the statistics meet it from this day.")
    constraint: Constraint | None = Field(None, description="What stands in the way from this day.")
    reason: Text | None = Field(None, description="Why it is still not met, or only in part.")
    alternative: Text | None = Field(None, description="What users can do from this day.")
    revisit: FuzzyDate | None = Field(None, description="When it will be looked at next.")


class Need(Entry):
    """Something users require of the statistics that they may or may not get."""

    section: ClassVar[str] = "needs"
    word: ClassVar[str] = "need"

    title: Line = Field(description="The need in a few words.")
    wording: Text | None = Field(None, description="The need in the users' terms.")
    user_groups: tuple[UserGroupRef, ...] = Field((), description="Who has this need.")
    statistics: tuple[StatisticRef, ...] = Field((), description="Of which statistics.")
    dimension: Dimension | None = Field(None, description="The dimension of quality it is about.")
    met: Met = Field(
        "not known", description="How far it was met when first written down. Later changes go in history."
    )
    gap: Literal["data gap", "insight gap"] | None = Field(None, description="What is missing: data or insight.")
    constraint: Constraint | None = Field(None, description="What stands in the way.")
    reason: Text | None = Field(None, description="Why it is not met, or only in part.")
    alternative: Text | None = Field(None, description="What users can do meanwhile.")
    revisit: FuzzyDate | None = Field(None, description="When it will be looked at again.")
    first_raised: Day | None = Field(None, description="When users first raised it.")
    raised_in: tuple[ActivityRef, ...] = Field((), description="The activities in which it was raised.")
    times_raised: Quantity | None = Field(None, description="How often it was raised.")
    same_as: tuple[NeedRef, ...] = Field(
        (), description="The same need in other statements. Saying it on one side is enough."
    )
    met_elsewhere: Line | None = Field(None, description="Another producer that meets it.")
    actions: tuple[Action, ...] = Field((), description="What is done about it.")
    history: tuple[NeedChange, ...] = Field((), description="Dated changes of how far it is met, and why.")
