"""How to reach a team."""

from pydantic import Field

from user_engagement.model.day import Day
from user_engagement.model.entry import Part
from user_engagement.model.text import Address, Email, Line


class Contact(Part):
    """A role that answers, reached through a shared mailbox."""

    role: Line = Field(description="The role that answers, for example Bus statistics team.")
    email: Email | None = Field(None, description="A shared mailbox.")
    telephone: Line | None = Field(None, description="A telephone number, in spaced groups.")
    address: Address | None = Field(None, description="A contact page.")
    hours: Line | None = Field(None, description="When the telephone is answered.")
    reply_within: Line | None = Field(None, description="The reply standard, for example 5 working days.")
    languages: tuple[Line, ...] = Field((), description="Languages the team answers in.")
    name: Line | None = Field(None, description="A person's name, only where needed. It needs name_expires.")
    name_expires: Day | None = Field(None, description="The day from which the name must not be shown.")
