"""What became of feedback: we asked, you said, we decided, we did."""

from typing import ClassVar, Literal

from pydantic import Field

from user_engagement.model.action import Action
from user_engagement.model.day import Day
from user_engagement.model.entry import Change, Entry, Id, Part
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.need import Constraint
from user_engagement.model.quantity import Quantity
from user_engagement.model.reference import (
    ActivityRef,
    CommitmentRef,
    NeedRef,
    OutcomeRef,
    StatisticRef,
    TableRef,
    UserGroupRef,
)
from user_engagement.model.text import Line, Text

DecisionWord = Literal[
    "accepted",
    "accepted in part",
    "conditional",
    "deferred",
    "under consideration",
    "rejected",
    "kept as is",
    "out of scope",
    "none yet",
]


class Quote(Part):
    """The words of a user, published only with recorded consent."""

    words: Text = Field(description="What the user said, word for word.")
    consent: Literal["given", "withdrawn", "not asked"] = Field(
        "not asked", description="Whether they agreed to be quoted."
    )
    consent_recorded: Day | None = Field(None, description="The day their consent was recorded.")
    attribution: Line | None = Field(None, description="How they agreed to be described, for example a local council.")


class Feedback(Part):
    """One thing that users said."""

    id: Id | None = Field(None, description="A short name, needed only where a decision answers this and not the rest.")
    said: Text = Field(description="What users said, in your words.")
    kind: Literal["request", "problem", "praise", "objection", "suggestion out of scope", "question"] = Field(
        "request", description="What kind of feedback it is."
    )
    user_groups: tuple[UserGroupRef, ...] = Field((), description="From which groups.")
    activities: tuple[ActivityRef, ...] = Field((), description="In which activities, where not all of the outcome's.")
    how_many: Quantity | None = Field(None, description="How many said so.")
    quotes: tuple[Quote, ...] = Field((), description="Their own words, with their consent.")


class DecisionTerms(Part):
    """What belongs to a decision and ends with it when a later one takes its place."""

    decision: DecisionWord = Field(description="What was decided.")
    wording: Text | None = Field(None, description="The decision in a sentence or two.")
    reason: Text | None = Field(None, description="Why it was decided so.")
    constraint: Constraint | None = Field(None, description="What stands in the way.")
    conditional_on: Text | None = Field(None, description="What it depends on.")
    alternative: Text | None = Field(None, description="What users can do meanwhile.")
    revisit: FuzzyDate | None = Field(None, description="When it will be looked at again.")
    approved_by: Line | None = Field(None, description="The role that approved it.")
    approved: Day | None = Field(None, description="The day it was approved.")


class DecisionChange(Change, DecisionTerms):
    """A later decision that takes the place of an earlier one."""


class Decision(DecisionTerms):
    """What was first decided about feedback, and why. Later decisions go in history."""

    dated_by: ClassVar[str] = "decided"

    decided: Day | None = Field(None, description="The day it was decided.")
    answers: tuple[Id, ...] = Field((), description="The ids of the feedback it answers. All of it if left out.")
    statistics: tuple[StatisticRef, ...] = Field((), description="The statistics it is about, where not all.")
    tables: tuple[TableRef, ...] = Field((), description="The tables it is about, where not all.")
    history: tuple[DecisionChange, ...] = Field((), description="Later decisions, by date.")


class Outcome(Entry):
    """What became of feedback, told as one chain."""

    section: ClassVar[str] = "outcomes"
    word: ClassVar[str] = "outcome"

    title: Line = Field(description="What it is about, in 65 characters or fewer.")
    summary: Text | None = Field(None, description="The answer in one or two sentences.")
    published: Day | None = Field(None, description="The day it was published.")
    activities: tuple[ActivityRef, ...] = Field((), description="The activities that asked.")
    asked: Text | None = Field(None, description="What was asked, where there is more to say than the activities do.")
    statistics: tuple[StatisticRef, ...] = Field((), description="The statistics it is about.")
    needs: tuple[NeedRef, ...] = Field((), description="The needs behind the feedback.")
    commitments: tuple[CommitmentRef, ...] = Field((), description="The commitments it keeps.")
    feedback: tuple[Feedback, ...] = Field((), description="What users said.")
    decisions: tuple[Decision, ...] = Field((), description="What was decided.")
    actions: tuple[Action, ...] = Field((), description="What was done.")
    next: Text | None = Field(None, description="What happens next.")
    follows: tuple[OutcomeRef, ...] = Field((), description="Earlier outcomes that this one goes on from.")
