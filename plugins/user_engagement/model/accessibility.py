"""How accessible the website is, as the law asks public bodies to state it."""

from typing import ClassVar, Literal

from pydantic import Field

from user_engagement.model.contact import Contact
from user_engagement.model.criterion import Criterion
from user_engagement.model.day import Day
from user_engagement.model.entry import Change, Entry, Part
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.reference import OrganisationRef
from user_engagement.model.text import Address, Line, Text

ProblemKind = Literal["non-compliance", "disproportionate burden", "out of scope"]
"""The three kinds of non-accessible content in the model accessibility statement.

Source: Commission Implementing Decision (EU) 2018/1523, annex.
"""


class KnownProblem(Part):
    """Something on the website that is not accessible."""

    what: Text = Field(description="What is not accessible.")
    kind: ProblemKind = Field(description="Which of the three kinds that the law knows.")
    criteria: tuple[Criterion, ...] = Field((), description="The success criteria of WCAG that it fails, by number.")
    affected: Text | None = Field(None, description="Who is affected, and how.")
    reason: Text | None = Field(
        None, description="Why it is so. An exemption needs one: the assessed burden, or why it is out of scope."
    )
    instead: Text | None = Field(None, description="What people can do or use instead.")
    fix_due: FuzzyDate | None = Field(None, description="When it is planned to be mended.")


class AccessibilityTest(Part):
    """A test of how accessible the website is."""

    dated_by: ClassVar[str] = "tested"

    tested: Day = Field(description="The day on which it ended.")
    tested_by: Line = Field(description="The role or body that tested.")
    evaluation: Literal["self-evaluation", "third-party evaluation"] = Field(
        description="Whether the body tested by itself or somebody else did."
    )
    method: Text = Field(description="How it was tested: by which people, programs and assistive technology.")
    sample: Text | None = Field(None, description="Which pages were tested, and how they were chosen.")
    report_address: Address | None = Field(None, description="Where the report can be read.")


class AccessibilityStatement(Entry):
    """How accessible the website is that these files are published on."""

    section: ClassVar[str] = "accessibility_statement"
    word: ClassVar[str] = "accessibility-statement"
    sole_id: ClassVar[str] = "accessibility-statement"
    dated_by: ClassVar[str] = "prepared"

    website: Line = Field(description="What the website is called.")
    organisation: OrganisationRef = Field(description="The id of the body that runs it.")
    applies_to: Line = Field(description="The website, or the part of one, that this is about: best its address.")
    scope: Text | None = Field(None, description="What else to know of what it covers and what it does not.")
    status: Literal["partially compliant", "fully compliant", "not compliant"] = Field(
        description="How far the website meets the standard. Only one without known problems does so fully."
    )
    wcag: Literal["2.2", "2.1"] = Field(description="The version of WCAG whose AA standard it is held to.")
    summary: Text | None = Field(None, description="How accessible it is, in words that help people to decide.")
    able_to: tuple[Line, ...] = Field((), description="What people are able to do there. Only what was tested.")
    known_problems: tuple[KnownProblem, ...] = Field(
        description="What is not accessible, the worst first. An empty list, [], if nothing is known."
    )
    improvements: Text | None = Field(None, description="What is being done to make it more accessible.")
    prepared: Day = Field(description="The day on which the statement was first prepared.")
    reviews: tuple[Change, ...] = Field((), description="Every later review of the statement, and what it changed.")
    tests: tuple[AccessibilityTest, ...] = Field((), description="Tests of the website.")
    contact: Contact = Field(description="Who answers those whom something is in the way of.")
    alternative_formats: Text | None = Field(
        None, description="How to ask for something in another format, and which formats there are."
    )
    enforced_in: Literal["Great Britain", "Northern Ireland", "United Kingdom"] = Field(
        description="Where the body is, which decides who enforces the regulations. Great Britain includes Wales."
    )
