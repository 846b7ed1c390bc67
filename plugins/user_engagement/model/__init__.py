"""The vocabulary: what an author can say, one concept a file."""

from user_engagement.model.accessibility import AccessibilityStatement, AccessibilityTest, KnownProblem
from user_engagement.model.action import Action
from user_engagement.model.activity import Activity
from user_engagement.model.case_study import CaseStudy
from user_engagement.model.catalogue import Catalogue
from user_engagement.model.channel import Channel
from user_engagement.model.collaboration import Collaboration
from user_engagement.model.commitment import Commitment, Measure
from user_engagement.model.entry import Entry, Part
from user_engagement.model.event import Event
from user_engagement.model.framework import Framework, Method, Practice, PracticeArea
from user_engagement.model.need import Need
from user_engagement.model.organisation import Organisation
from user_engagement.model.outcome import Decision, Feedback, Outcome
from user_engagement.model.planned_change import PlannedChange
from user_engagement.model.progress import Progress
from user_engagement.model.requirement import Requirement
from user_engagement.model.review import Review
from user_engagement.model.statement import Objective, Statement
from user_engagement.model.statistic import Statistic, Table
from user_engagement.model.survey import Survey
from user_engagement.model.trade_off import TradeOff
from user_engagement.model.use import Use
from user_engagement.model.user_forum import UserForum
from user_engagement.model.user_group import UserGroup

__all__ = [
    "SECTIONS",
    "SHARED_SECTIONS",
    "AccessibilityStatement",
    "AccessibilityTest",
    "Action",
    "Activity",
    "CaseStudy",
    "Catalogue",
    "Channel",
    "Collaboration",
    "Commitment",
    "Decision",
    "Entry",
    "Event",
    "Feedback",
    "Framework",
    "KnownProblem",
    "Measure",
    "Method",
    "Need",
    "Objective",
    "Organisation",
    "Outcome",
    "Part",
    "PlannedChange",
    "Practice",
    "PracticeArea",
    "Progress",
    "Requirement",
    "Review",
    "Statement",
    "Statistic",
    "Survey",
    "Table",
    "TradeOff",
    "Use",
    "UserForum",
    "UserGroup",
]

SECTIONS: dict[str, type[Entry]] = {
    kind.section: kind
    for kind in (
        Statistic,
        UserGroup,
        Use,
        Need,
        TradeOff,
        Channel,
        UserForum,
        Commitment,
        Progress,
        Action,
        Activity,
        Outcome,
        PlannedChange,
        Requirement,
        Review,
        Collaboration,
        CaseStudy,
    )
}
"""The sections that may stand in a statement's files, in the order of the documentation."""

SHARED_SECTIONS: dict[str, type[Entry]] = {
    kind.section: kind for kind in (Organisation, Method, Framework, AccessibilityStatement)
}
"""The sections that may stand in files beside the statements' folders."""
