"""What is done, by whom, by when, and how far it is."""

from typing import ClassVar, Literal

from pydantic import Field

from user_engagement.model.day import Day
from user_engagement.model.entry import Change, Entry, Part
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.quantity import Quantity
from user_engagement.model.reference import ActionRef, CommitmentRef, NeedRef, OrganisationRef, OutcomeRef
from user_engagement.model.text import Address, Line, Text

Delivery = Literal[
    "not started",
    "in progress",
    "partly delivered",
    "delivered",
    "delayed",
    "paused",
    "cancelled",
    "carried forward",
    "not known",
]


class ActionChange(Change):
    """A dated change of how far an action is, or of when it is due."""

    delivery: Delivery | None = Field(None, description="How far it is from this day.")
    due: FuzzyDate | None = Field(None, description="The new due date, where it moved.")
    progress: Quantity | None = Field(None, description="How much is done, for example 40% of publications.")


class Milestone(Part):
    """A step on the way."""

    title: Line = Field(description="The step.")
    due: FuzzyDate | None = Field(None, description="When it is due.")
    reached: Day | None = Field(None, description="The day it was reached.")


class Evidence(Part):
    """Something that shows it was done."""

    title: Line = Field(description="What it is.")
    address: Address | None = Field(None, description="Where it can be found.")
    dated: Day | None = Field(None, description="Its date.")


class Action(Entry):
    """Something that is done about a commitment, an outcome or a need."""

    section: ClassVar[str] = "actions"
    word: ClassVar[str] = "action"

    title: Line = Field(description="What is done.")
    summary: Text | None = Field(None, description="More about it.")
    lead: OrganisationRef | None = Field(None, description="The body that does it, where it is another one.")
    owner: Line | None = Field(None, description="The role that sees it through.")
    partners: tuple[Line, ...] = Field((), description="Who else takes part.")
    due: FuzzyDate | None = Field(None, description="When it was first due. Later moves go in history.")
    waiting_on: Line | None = Field(None, description="Another body it waits for.")
    commitments: tuple[CommitmentRef, ...] = Field((), description="The commitments it serves.")
    outcomes: tuple[OutcomeRef, ...] = Field((), description="The outcomes it follows from.")
    needs: tuple[NeedRef, ...] = Field((), description="The needs it serves.")
    milestones: tuple[Milestone, ...] = Field((), description="Steps on the way.")
    carried_from: ActionRef | None = Field(None, description="The action of an earlier plan it goes on with.")
    carried_to: ActionRef | None = Field(None, description="The action of a later plan that goes on with it.")
    evidence: tuple[Evidence, ...] = Field((), description="What shows that it was done.")
    history: tuple[ActionChange, ...] = Field(
        (), description="Dated changes of delivery and due date. Start here: not started."
    )
