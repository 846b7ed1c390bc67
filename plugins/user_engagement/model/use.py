"""What the statistics are used for."""

from typing import ClassVar

from pydantic import Field

from user_engagement.model.entry import Entry
from user_engagement.model.reference import StatisticRef, UserGroupRef
from user_engagement.model.text import Line, Text


class Use(Entry):
    """What a group of users does with the statistics."""

    section: ClassVar[str] = "uses"
    word: ClassVar[str] = "use"

    wording: Text = Field(description="What they use the statistics for.")
    user_groups: tuple[UserGroupRef, ...] = Field((), description="Who uses them.")
    statistics: tuple[StatisticRef, ...] = Field((), description="Which statistics.")
    decision_informed: Text | None = Field(None, description="The decision that depends on them.")
    legal_basis: Line | None = Field(None, description="The law that requires the use.")
    kind: Line | None = Field(None, description="The class of use, for example policy making or monitoring.")
    context: Text | None = Field(None, description="The wider social, economic or political context.")
    evidence: Text | None = Field(None, description="How the use is known.")
