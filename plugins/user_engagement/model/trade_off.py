"""Needs that cannot all be met at once."""

from typing import ClassVar

from pydantic import Field

from user_engagement.model.day import Day
from user_engagement.model.entry import Entry
from user_engagement.model.reference import NeedRef, UserGroupRef
from user_engagement.model.text import Line, Text


class TradeOff(Entry):
    """A choice between needs in tension, told openly."""

    section: ClassVar[str] = "trade_offs"
    word: ClassVar[str] = "trade-off"

    title: Line = Field(description="The tension in a few words.")
    needs: tuple[NeedRef, ...] = Field((), description="The needs in tension.")
    options: tuple[Text, ...] = Field((), description="What could have been done.")
    choice: Text = Field(description="What was chosen.")
    reason: Text = Field(description="Why.")
    losers: tuple[UserGroupRef, ...] = Field((), description="Who is worse off.")
    mitigation: Text | None = Field(None, description="What softens it for them.")
    approved_by: Line | None = Field(None, description="The role that approved it.")
    approved: Day | None = Field(None, description="The day it was approved.")
