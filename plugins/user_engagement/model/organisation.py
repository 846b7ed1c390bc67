"""Bodies that publish statistics."""

from typing import ClassVar, Literal

from pydantic import Field

from user_engagement.model.contact import Contact
from user_engagement.model.day import Day
from user_engagement.model.entry import Entry, Part
from user_engagement.model.reference import OrganisationRef
from user_engagement.model.text import Address, Line, Text


class Policy(Part):
    """A policy that a body publishes beside its statements."""

    title: Line = Field(description="What the policy is called.")
    address: Address = Field(description="Where it can be read.")
    kind: Line | None = Field(None, description="What it covers, for example complaints, privacy, revisions.")


class Predecessor(Part):
    """A body whose work this one took over."""

    name: Line = Field(description="The name of the earlier body.")
    until: Day | None = Field(None, description="The day it ended.")


class Questions(Part):
    """The five questions the OSR framework puts to an organisation, answered by it."""

    difference: Text | None = Field(None, description="How do you make a difference to society?")
    delivery: Text | None = Field(None, description="How do you deliver your services and who do you work with?")
    partners: Text | None = Field(
        None, description="How can you work with partners and the public to understand needs and deliver?"
    )
    statistics: Text | None = Field(None, description="How do your statistics help inform your service?")
    information: Text | None = Field(None, description="What information do you need to be successful?")


class Organisation(Entry):
    """A body that publishes statistics."""

    section: ClassVar[str] = "organisations"
    word: ClassVar[str] = "organisation"

    name: Line = Field(description="Its full name.")
    short_name: Line | None = Field(None, description="The name people use, for example an abbreviation.")
    kind: Literal["department", "agency", "arm's-length body", "devolved administration", "regulator", "other"] = Field(
        "other", description="What kind of body it is."
    )
    nations: tuple[Line, ...] = Field((), description="The nations its work covers.")
    mission: Text | None = Field(None, description="What it is there for.")
    website: Address | None = Field(None, description="Its own website.")
    parent: OrganisationRef | None = Field(None, description="The body it belongs to.")
    predecessors: tuple[Predecessor, ...] = Field((), description="Bodies whose work it took over.")
    brands: tuple[Line, ...] = Field((), description="Other names it publishes under.")
    languages: tuple[Line, ...] = Field((), description="Languages it publishes in.")
    contacts: tuple[Contact, ...] = Field((), description="Who answers, by role.")
    policies: tuple[Policy, ...] = Field((), description="Policies it publishes beside its statements.")
    questions: Questions | None = Field(None, description="Its answers to the framework's five questions.")
    illustration: Text | None = Field(
        None, description="A notice that the body did not publish this: shown on every page about it."
    )
