"""How a team is getting on with what a statement promises that it follows."""

from typing import ClassVar

from pydantic import Field

from user_engagement.model.action import Evidence
from user_engagement.model.commitment import Measure, TeamDelivery
from user_engagement.model.entry import Change, Entry
from user_engagement.model.reference import CommitmentRef
from user_engagement.model.text import Text


class ProgressChange(Change):
    """How far a team was on a day."""

    delivery: TeamDelivery | None = Field(None, description="How far the team is from this day.")


class Progress(Entry):
    """How this team is getting on with a commitment of a statement that it adopts, supplements or varies."""

    section: ClassVar[str] = "progress"
    word: ClassVar[str] = "progress"

    commitment: CommitmentRef = Field(description="The commitment, for example department-policy/reply.")
    summary: Text | None = Field(None, description="What the team does to keep it.")
    measures: tuple[Measure, ...] = Field((), description="The team's own figures.")
    evidence: tuple[Evidence, ...] = Field((), description="What shows it.")
    history: tuple[ProgressChange, ...] = Field(
        (), description="How far the team was, by date. The last one is in force."
    )
