"""What is asked for each kind of entry, and what its author may want to add next."""

from typing import Any, get_args

from user_engagement.checks.reasons import NEEDS_REASON
from user_engagement.drafting.question import Answers, Kind, Question, always
from user_engagement.model import (
    Action,
    Activity,
    Commitment,
    Need,
    Organisation,
    Outcome,
    PlannedChange,
    Statement,
    UserGroup,
)
from user_engagement.model.need import Met
from user_engagement.model.outcome import DecisionWord


def _not_met(answers: Answers) -> bool:
    return answers.get("met") in {"not met", "partly met"}


def _refused(answers: Answers) -> bool:
    return answers.get("decision") in NEEDS_REASON


def _conditional(answers: Answers) -> bool:
    return answers.get("decision") == "conditional"


def _decided(answers: Answers) -> bool:
    return answers.get("decision") not in {None, "none yet"}


def _text(name: str, asks: str, *into: str | int, required: bool = False, when: Any = always) -> Question:
    return Question(name, into or (name,), asks, required=required, when=when)


def _day(name: str, asks: str, *into: str | int, when: Any = always) -> Question:
    return Question(name, into or (name,), asks, today=True, when=when)


def _refers(name: str, asks: str, *into: str | int, section: str = "") -> Question:
    return Question(name, into or (name,), asks, refers_to=section or name, several=True)


_WHO = "Which user groups? Leave empty for nobody in particular."

KINDS: tuple[Kind, ...] = (
    Kind(
        "organisation",
        Organisation,
        "a body that publishes statistics",
        "organisations.yml",
        (
            _text("name", "What is the organisation called?", required=True),
            _text("website", "The address of its website, if it has one."),
        ),
        (
            "short_name: ABC",
            "policies:",
            "  - {title: How to complain, address: https://example.org/, kind: complaints}",
        ),
    ),
    Kind(
        "statement",
        Statement,
        "a statement about the users of some statistics",
        "statement.yml",
        (
            _text("title", "What is the statement called? For example: Ferry times and their users.", required=True),
            Question(
                "organisation",
                ("organisation",),
                "Which organisation publishes the statistics? A new one is made if you type its name.",
                required=True,
                refers_to="organisations",
            ),
            _text("summary", "What are the statistics, and what is this page? In one or two sentences.", required=True),
            _text("role", "Who answers users? A role or team, not a person.", "contact", "role"),
            _text(
                "email", "The shared mailbox that they can write to.", "contact", "email", when=lambda a: a.get("role")
            ),
            _day("published", "The day the statement is published, or was first."),
        ),
        (
            "applies_to: The statistics that this is about, in words that users know",
            "introduction: What you want to hear from users, and why.",
            "reviewed: {today}",
            "disproportionate:  # what you do not do, and why",
            "  - {what: A yearly survey., reason: We have 12 users., instead: We ring each of them.}",
        ),
    ),
    Kind(
        "user-group",
        UserGroup,
        "a kind of people who use the statistics",
        "users.yml",
        (
            _text("name", "What is the group called? For example: Local councils.", required=True),
            _text("summary", "Who are they, and what do they need figures for?"),
            Question("where", ("where",), "Are they inside or outside government?", choices=("inside", "outside")),
            _text("reached_by", "How do you reach them?", "reached_by"),
        ),
        ("size: 14 teams", "expertise: read maps, not tables", "gaps:", "  - What you do not know about their needs."),
    ),
    Kind(
        "need",
        Need,
        "something that users want to know",
        "needs.yml",
        (
            _text("title", "What do users want to know? For example: How reliable the last ferry is.", required=True),
            _refers("user_groups", _WHO, "user_groups", section="user_groups"),
            Question("met", ("met",), "Do the statistics tell them?", choices=get_args(Met), default="not known"),
            _text("reason", "Why not, or not all of it? In words that users accept.", required=True, when=_not_met),
            _text("alternative", "What can they use meanwhile?", when=_not_met),
            _text("revisit", "When will you look at it again? A year or month is enough: 2027-09.", when=_not_met),
        ),
        (
            "wording: The need in the users' own terms.",
            "first_raised: {today}",
            "constraint: cost  # cost, legal, quality, disclosure, policy, another body, data not collected or other",
        ),
    ),
    Kind(
        "commitment",
        Commitment,
        "a promise to users",
        "commitments.yml",
        (
            _text("title", "The promise in a few words. For example: We reply within 5 working days.", required=True),
            _text("wording", "The promise as users should read it, in a sentence or two.", required=True),
            _text("due", "By when, if it has a date? A year or month is enough: 2027-09."),
        ),
        (
            "owner: Head of the team",
            "measures:",
            "  - id: {id}-in-time",
            "    title: Answers in time",
            "    target: 95% of questions",
        ),
    ),
    Kind(
        "action",
        Action,
        "one thing that is done, by a date",
        "actions.yml",
        (
            _text("title", "What will be done? For example: Publish a table by time of day.", required=True),
            _text("due", "By when? A year or month is enough: 2027-09."),
            _text("owner", "Who sees to it? A role, not a person."),
            _refers("commitments", "Which commitments does it keep?"),
            _refers("outcomes", "Which outcomes does it follow from?"),
        ),
        ("history:  # how far it is, a line for each step", "  - {date: {today}, delivery: in progress}"),
    ),
    Kind(
        "activity",
        Activity,
        "a survey, a talk, a consultation: a time at which users were heard",
        "activities.yml",
        (
            _text("title", "What is it called? For example: Survey of users 2026.", required=True),
            Question("method", ("method",), "In which way?", required=True, refers_to="methods"),
            _day("opened", "When did or does it begin?"),
            _text("closes", "When does or did it close? Leave empty for a single day.", "closes"),
            _refers("user_groups", _WHO, "user_groups", section="user_groups"),
            _text(
                "heard",
                "How many took part, if it is over? With what was counted: 63 respondents.",
                "heard",
                0,
                "amount",
            ),
            _text("finding", "The main thing that you heard, in a sentence.", "findings", 0, "wording"),
        ),
        (
            "not_heard: Who was not reached.",
            "survey:  # results, question by question",
            "  sampling: self-selected",
            "  base: 63 respondents",
            "  questions:",
            "    - wording: Did you find what you needed?",
            "      answers:",
            '        - {wording: "Yes", amount: 41 respondents}',
            '        - {wording: "No", amount: 22 respondents}',
        ),
    ),
    Kind(
        "outcome",
        Outcome,
        "what became of feedback",
        "outcomes/{id}.yml",
        (
            _text("title", "What is it about, in a few words? For example: Delays by time of day.", required=True),
            _text("said", "What did users say? In your words.", "feedback", 0, "said", required=True),
            _text(
                "how_many",
                "How many said so, if you know? With what was counted: 31 respondents.",
                "feedback",
                0,
                "how_many",
            ),
            _refers("user_groups", "Which user groups said so?", "feedback", 0, "user_groups", section="user_groups"),
            _refers("activities", "In which activities did you hear it?"),
            _refers("needs", "Which needs are behind it?"),
            Question(
                "decision",
                ("decisions", 0, "decision"),
                "What was decided?",
                required=True,
                choices=get_args(DecisionWord),
                default="accepted",
            ),
            _day("decided", "When was it decided?", "decisions", 0, "decided", when=_decided),
            _text("wording", "The decision in a sentence or two.", "decisions", 0, "wording", when=_decided),
            _text(
                "reason",
                "Why? As you would tell them on the telephone.",
                "decisions",
                0,
                "reason",
                required=True,
                when=_refused,
            ),
            _text(
                "conditional_on",
                "What does it depend on?",
                "decisions",
                0,
                "conditional_on",
                required=True,
                when=_conditional,
            ),
            _text("alternative", "What can users do instead?", "decisions", 0, "alternative", when=_refused),
            _text(
                "revisit",
                "When will you look again? A year or month is enough: 2027-09.",
                "decisions",
                0,
                "revisit",
                when=_refused,
            ),
            _text("summary", "The answer in one sentence, for somebody who reads nothing else.", required=True),
            _day("published", "The day it is published."),
        ),
        (
            "next: What happens next.",
            "actions:  # what is done about it",
            "  - id: {id}-first-step",
            "    title: The first step",
            "    due: not known",
        ),
        own_file=True,
    ),
    Kind(
        "planned-change",
        PlannedChange,
        "a change to the statistics, before it happens",
        "planned-changes.yml",
        (
            _text("title", "What will change, in a few words?", required=True),
            _text("summary", "What will be different, in one or two sentences?", required=True),
            _text("reason", "Why?", required=True),
            _text("effective", "From when? A year or month is enough: 2027-09.", required=True),
            _day("announced", "When is it announced? It is not shown before."),
            _text("views_close", "Until which day can users have a say, if they can?", "views_close"),
            _text("views_address", "Where can they?", "views_address", when=lambda a: a.get("views_close")),
        ),
        (
            "comparability: What can no longer be compared with what.",
            "effects:  # what it means, for everybody or for some user_groups",
            "  - {wording: What they have to do.}",
        ),
    ),
)


ORGANISATION = next(kind for kind in KINDS if kind.model is Organisation)
