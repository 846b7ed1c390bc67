"""What a regulator or reviewer requires, and what became of it."""

from typing import ClassVar, Literal

from pydantic import Field

from user_engagement.model.day import Day
from user_engagement.model.entry import Change, Entry, Part
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.reference import ActionRef, OrganisationRef, OutcomeRef, StatisticRef
from user_engagement.model.text import Address, Line, Text

Verdict = Literal["not met", "partly met", "met", "no verdict yet"]


class Response(Part):
    """What was answered to a requirement, or done about it by a day."""

    dated_by: ClassVar[str] = "date"

    wording: Text = Field(description="What you answered or did.")
    date: Day | None = Field(None, description="The day on which this was said or true.")
    address: Address | None = Field(None, description="Where it can be read.")
    actions: tuple[ActionRef, ...] = Field((), description="What is done.")
    outcomes: tuple[OutcomeRef, ...] = Field((), description="What became of feedback about it.")


class VerdictChange(Change):
    """A verdict of whoever set the requirement, on a day."""

    verdict: Verdict = Field(description="How far they found it met.")
    confirmation_address: Address | None = Field(None, description="Where their verdict can be read.")


class RequirementPart(Part):
    """A part of a requirement, which is answered and judged by itself."""

    letter: Line | None = Field(None, description="Its letter in the report, for example a.")
    wording: Text = Field(description="What is required.")
    responses: tuple[Response, ...] = Field((), description="What you answered and did, by date.")
    history: tuple[VerdictChange, ...] = Field((), description="Verdicts by date. Before the first there is none yet.")


class RequirementChange(Change):
    """A dated change of when a requirement is to be met."""

    due: FuzzyDate | None = Field(None, description="The new date.")


class Requirement(Entry):
    """Something that a regulator or reviewer requires of the statistics, with the answer and the verdict."""

    section: ClassVar[str] = "requirements"
    word: ClassVar[str] = "requirement"
    dated_by: ClassVar[str] = "published"

    title: Line = Field(description="The requirement in a few words.")
    number: Line | None = Field(None, description="Its number in the report, for example 4.")
    summary: Text | None = Field(None, description="What is required as a whole, where the parts do not say so.")
    required_by: OrganisationRef | None = Field(None, description="The body that requires it.")
    published: Day | None = Field(None, description="The day on which the report was published.")
    report_address: Address | None = Field(None, description="Where the report can be read.")
    statistics: tuple[StatisticRef, ...] = Field((), description="The statistics it is about.")
    due: FuzzyDate | None = Field(None, description="When it was first to be met. Later moves go in history.")
    parts: tuple[RequirementPart, ...] = Field((), description="Its parts. One that has no letters has one part.")
    history: tuple[RequirementChange, ...] = Field((), description="Dated changes of when it is to be met.")
