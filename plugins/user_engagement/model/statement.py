"""The header of a user engagement statement."""

from typing import Any, ClassVar, Literal

from pydantic import Field

from user_engagement.model.contact import Contact
from user_engagement.model.day import Day
from user_engagement.model.entry import Change, Entry, Part
from user_engagement.model.reference import CommitmentRef, OrganisationRef, PracticeRef, StatementRef
from user_engagement.model.text import Line, Text


class Objective(Entry):
    """What the engagement is for."""

    section: ClassVar[str] = "objectives"
    word: ClassVar[str] = "objective"

    wording: Text = Field(description="The objective in one or two sentences.")


class Variation(Part):
    """A statement that applies here with differences."""

    statement: StatementRef = Field(description="The statement that applies otherwise.")
    commitments: tuple[CommitmentRef, ...] = Field(
        (), description="The commitments of it that are kept otherwise here, where it is about single ones."
    )
    differences: Text = Field(description="What is different here, and why.")


class NotApplicable(Part):
    """A practice that was judged not to apply."""

    practice: PracticeRef = Field(description="The practice of a framework.")
    reason: Text = Field(description="Why it does not apply.")


class Disproportionate(Part):
    """Something judged to cost more than it would bring."""

    what: Text = Field(description="What was considered.")
    reason: Text = Field(description="Why it would be out of proportion.")
    instead: Text | None = Field(None, description="What is done instead.")


class Passage(Part):
    """A passage of the statement that has no field of its own."""

    title: Line = Field(description="Its heading.")
    text: Text = Field(description="Its text.")


class Statement(Entry):
    """A user engagement policy statement: whose, about what, in force since when."""

    section: ClassVar[str] = "statements"
    word: ClassVar[str] = "statement"

    title: Line = Field(description="What the statement is called, in 65 characters or fewer.")
    organisation: OrganisationRef = Field(description="The id of the body that publishes it.")
    team: Line | None = Field(None, description="The team it is about, where it is not the whole body.")
    summary: Text | None = Field(None, description="What it says, in one or two sentences.")
    introduction: Text | None = Field(None, description="Opening paragraphs.")
    kind: Literal["policy", "strategy", "plan", "charter"] | None = Field(
        None, description="What kind of document it is."
    )
    applies_to: Line | None = Field(None, description="The places it applies to, for example England.")
    published: Day | None = Field(None, description="The day it was first published.")
    reviewed: Day | None = Field(None, description="The day it was last reviewed.")
    review_due: Day | None = Field(None, description="The day by which it is reviewed again.")
    review_triggers: tuple[Line, ...] = Field((), description="What leads to an earlier review.")
    objectives: tuple[Objective, ...] = Field((), description="What the engagement is for.")
    contact: Contact | None = Field(
        None, description="Who answers about it. The organisation's first contact if left out."
    )
    adopts: tuple[StatementRef, ...] = Field((), description="Statements that apply here unchanged.")
    supplements: tuple[StatementRef, ...] = Field((), description="Statements that apply here, to which this one adds.")
    varies: tuple[Variation, ...] = Field((), description="Statements that apply here with differences.")
    replaces: tuple[StatementRef, ...] = Field((), description="Statements that this one takes the place of.")
    teams: tuple[Line, ...] = Field((), description="The teams it binds.")
    taking_part: Text | None = Field(
        None, description="How users can plan, volunteer for or bring others into engagement."
    )
    not_applicable: tuple[NotApplicable, ...] = Field((), description="Practices judged not to apply, and why.")
    disproportionate: tuple[Disproportionate, ...] = Field(
        (), description="What was judged out of proportion, and why."
    )
    passages: tuple[Passage, ...] = Field((), description="Passages that have no field of their own.")
    history: tuple[Change, ...] = Field((), description="Dated changes of the statement itself.")
    illustration: Text | None = Field(
        None, description="A notice that the body did not publish this: shown on every page of the statement."
    )

    def model_post_init(self, context: Any) -> None:  # noqa: ARG002 - pydantic passes it
        """Remember its own id as the statement it belongs to, and as its address."""
        super().model_post_init({"statement": self.id})
        vars(self)["_key"] = self.id
