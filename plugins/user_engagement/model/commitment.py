"""What a team promises its users."""

from typing import ClassVar, Literal

from pydantic import Field

from user_engagement.model.action import Action, Delivery, Evidence
from user_engagement.model.day import Day
from user_engagement.model.entry import Change, Entry, Part
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.quantity import Quantity
from user_engagement.model.reference import ObjectiveRef, StatementRef
from user_engagement.model.text import Line, Text


class Result(Part):
    """What a measure showed on a day."""

    dated_by: ClassVar[str] = "date"

    date: Day = Field(description="The day it was measured.")
    amount: Quantity = Field(description="What was measured.")
    note: Text | None = Field(None, description="What to know about the figure.")


class Measure(Entry):
    """How success of a commitment is told."""

    section: ClassVar[str] = "measures"
    word: ClassVar[str] = "measure"

    title: Line = Field(description="What is measured.")
    definition: Text | None = Field(None, description="How it is measured.")
    direction: Literal["higher is better", "lower is better"] | None = Field(None, description="Which way is better.")
    baseline: Quantity | None = Field(None, description="Where it started.")
    target: Quantity | None = Field(None, description="Where it should get to.")
    target_due: FuzzyDate | None = Field(None, description="By when.")
    results: tuple[Result, ...] = Field((), description="What it showed, by date.")


class CommitmentChange(Change):
    """A dated change of a commitment's wording or due date, or of how far it is."""

    delivery: Delivery | None = Field(None, description="How far a promise with a date is from this day.")
    wording: Text | None = Field(None, description="The new wording, where it changed.")
    due: FuzzyDate | None = Field(None, description="The new due date, where it moved.")


TeamDelivery = Literal["not started", "in progress", "partly delivered", "delivered", "not adopted"]


class Adoption(Part):
    """How a team that adopted the commitment is getting on with it, as the statement that promises tells it."""

    dated_by: ClassVar[str] = "date"

    statement: StatementRef = Field(description="The statement of the team.")
    delivery: TeamDelivery = Field(description="How far the team is.")
    date: Day = Field(description="The day this was true.")
    note: Text | None = Field(None, description="More about it.")


class Commitment(Entry):
    """A promise to users."""

    section: ClassVar[str] = "commitments"
    word: ClassVar[str] = "commitment"

    title: Line | None = Field(None, description="The promise in a few words.")
    wording: Text = Field(description="The promise as first published. Later wordings go in history.")
    objective: ObjectiveRef | None = Field(None, description="The objective it serves.")
    kind: Literal["aspiration", "service standard", "ongoing", "time-bound"] = Field(
        "ongoing", description="What kind of promise it is."
    )
    standard: Quantity | None = Field(None, description="The number of a service standard, for example 5 working days.")
    owner: Line | None = Field(None, description="The role that sees to it.")
    due: FuzzyDate | None = Field(None, description="When it was first due. Later moves go in history.")
    measures: tuple[Measure, ...] = Field((), description="How success is told.")
    actions: tuple[Action, ...] = Field((), description="What is done to keep it.")
    adoptions: tuple[Adoption, ...] = Field(
        (), description="How teams that adopted it are getting on. A team can also say so itself, in progress."
    )
    evidence: tuple[Evidence, ...] = Field((), description="What shows that it is kept.")
    history: tuple[CommitmentChange, ...] = Field((), description="Dated changes of wording, due date and delivery.")
