"""What is asked to begin a statement: who publishes, for whom, and what is promised."""

from typing import get_args

from user_engagement.drafting.question import WHO, Answers, Kind, Question, day, refers, text
from user_engagement.model import Action, Commitment, Need, Organisation, Statement, UserGroup
from user_engagement.model.need import Met


def _not_met(answers: Answers) -> bool:
    return answers.get("met") in {"not met", "partly met"}


ORGANISATION = Kind(
    "organisation",
    Organisation,
    "a body that publishes statistics",
    "organisations.yml",
    (
        text("name", "What is the organisation called?", required=True),
        text("website", "The address of its website, if it has one."),
    ),
    (
        "short_name: ABC",
        "policies:",
        "  - {title: How to complain, address: https://example.org/, kind: complaints}",
    ),
)

STATEMENT = Kind(
    "statement",
    Statement,
    "a statement about the users of some statistics",
    "statement.yml",
    (
        text("title", "What is the statement called? For example: Ferry times and their users.", required=True),
        Question(
            "organisation",
            ("organisation",),
            "Which organisation publishes the statistics? A new one is made if you type its name.",
            required=True,
            refers_to="organisations",
        ),
        text("summary", "What are the statistics, and what is this page? In one or two sentences.", required=True),
        text("role", "Who answers users? A role or team, not a person.", "contact", "role"),
        text("email", "The shared mailbox that they can write to.", "contact", "email", when=lambda a: a.get("role")),
        day("published", "The day the statement is published, or was first."),
    ),
    (
        "applies_to: The statistics that this is about, in words that users know",
        "introduction: What you want to hear from users, and why.",
        "reviewed: {today}",
        "disproportionate:  # what you do not do, and why",
        "  - {what: A yearly survey., reason: We have 12 users., instead: We ring each of them.}",
    ),
)

USER_GROUP = Kind(
    "user-group",
    UserGroup,
    "a kind of people who use the statistics",
    "users.yml",
    (
        text("name", "What is the group called? For example: Local councils.", required=True),
        text("summary", "Who are they, and what do they need figures for?"),
        Question("where", ("where",), "Are they inside or outside government?", choices=("inside", "outside")),
        text("reached_by", "How do you reach them?", "reached_by"),
    ),
    ("size: 14 teams", "expertise: read maps, not tables", "gaps:", "  - What you do not know about their needs."),
)

NEED = Kind(
    "need",
    Need,
    "something that users want to know",
    "needs.yml",
    (
        text("title", "What do users want to know? For example: How reliable the last ferry is.", required=True),
        refers("user_groups", WHO, "user_groups", section="user_groups"),
        Question("met", ("met",), "Do the statistics tell them?", choices=get_args(Met), default="not known"),
        text("reason", "Why not, or not all of it? In words that users accept.", required=True, when=_not_met),
        text("alternative", "What can they use meanwhile?", when=_not_met),
        text("revisit", "When will you look at it again? A year or month is enough: 2027-09.", when=_not_met),
    ),
    (
        "wording: The need in the users' own terms.",
        "first_raised: {today}",
        "constraint: cost  # cost, legal, quality, disclosure, policy, another body, data not collected or other",
    ),
)

COMMITMENT = Kind(
    "commitment",
    Commitment,
    "a promise to users",
    "commitments.yml",
    (
        text("title", "The promise in a few words. For example: We reply within 5 working days.", required=True),
        text("wording", "The promise as users should read it, in a sentence or two.", required=True),
        text("due", "By when, if it has a date? A year or month is enough: 2027-09."),
    ),
    (
        "owner: Head of the team",
        "measures:",
        "  - id: {id}-in-time",
        "    title: Answers in time",
        "    target: 95% of questions",
    ),
)

ACTION = Kind(
    "action",
    Action,
    "one thing that is done, by a date",
    "actions.yml",
    (
        text("title", "What will be done? For example: Publish a table by time of day.", required=True),
        text("due", "By when? A year or month is enough: 2027-09."),
        text("owner", "Who sees to it? A role, not a person."),
        refers("commitments", "Which commitments does it keep?"),
        refers("outcomes", "Which outcomes does it follow from?"),
    ),
    ("history:  # how far it is, a line for each step", "  - {date: {today}, delivery: in progress}"),
)
