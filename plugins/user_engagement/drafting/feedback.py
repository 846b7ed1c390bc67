"""What is asked to tell of feedback: when users were heard, and what became of it."""

from typing import get_args

from user_engagement.checks.reasons import NEEDS_REASON
from user_engagement.drafting.question import WHO, Answers, Kind, Question, day, refers, text
from user_engagement.model import Activity, Outcome, PlannedChange
from user_engagement.model.outcome import DecisionWord


def _refused(answers: Answers) -> bool:
    return answers.get("decision") in NEEDS_REASON


def _conditional(answers: Answers) -> bool:
    return answers.get("decision") == "conditional"


def _decided(answers: Answers) -> bool:
    return answers.get("decision") not in {None, "none yet"}


ACTIVITY = Kind(
    "activity",
    Activity,
    "a survey, a talk, a consultation: a time at which users were heard",
    "activities.yml",
    (
        text("title", "What is it called? For example: Survey of users 2026.", required=True),
        Question("method", ("method",), "In which way?", required=True, refers_to="methods"),
        day("opened", "When did or does it begin?"),
        text("closes", "When does or did it close? Leave empty for a single day.", "closes"),
        refers("user_groups", WHO, "user_groups", section="user_groups"),
        text(
            "heard",
            "How many took part, if it is over? With what was counted: 63 respondents.",
            "heard",
            0,
            "amount",
        ),
        text("finding", "The main thing that you heard, in a sentence.", "findings", 0, "wording"),
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
)

OUTCOME = Kind(
    "outcome",
    Outcome,
    "what became of feedback",
    "outcomes/{id}.yml",
    (
        text("title", "What is it about, in a few words? For example: Delays by time of day.", required=True),
        text("said", "What did users say? In your words.", "feedback", 0, "said", required=True),
        text(
            "how_many",
            "How many said so, if you know? With what was counted: 31 respondents.",
            "feedback",
            0,
            "how_many",
        ),
        refers("user_groups", "Which user groups said so?", "feedback", 0, "user_groups", section="user_groups"),
        refers("activities", "In which activities did you hear it?"),
        refers("needs", "Which needs are behind it?"),
        Question(
            "decision",
            ("decisions", 0, "decision"),
            "What was decided?",
            required=True,
            choices=get_args(DecisionWord),
            default="accepted",
        ),
        day("decided", "When was it decided?", "decisions", 0, "decided", when=_decided),
        text("wording", "The decision in a sentence or two.", "decisions", 0, "wording", when=_decided),
        text(
            "reason",
            "Why? As you would tell them on the telephone.",
            "decisions",
            0,
            "reason",
            required=True,
            when=_refused,
        ),
        text(
            "conditional_on",
            "What does it depend on?",
            "decisions",
            0,
            "conditional_on",
            required=True,
            when=_conditional,
        ),
        text("alternative", "What can users do instead?", "decisions", 0, "alternative", when=_refused),
        text(
            "revisit",
            "When will you look again? A year or month is enough: 2027-09.",
            "decisions",
            0,
            "revisit",
            when=_refused,
        ),
        text("summary", "The answer in one sentence, for somebody who reads nothing else.", required=True),
        day("published", "The day it is published."),
    ),
    (
        "next: What happens next.",
        "actions:  # what is done about it",
        "  - id: {id}-first-step",
        "    title: The first step",
        "    due: not known",
    ),
    own_file=True,
)

PLANNED_CHANGE = Kind(
    "planned-change",
    PlannedChange,
    "a change to the statistics, before it happens",
    "planned-changes.yml",
    (
        text("title", "What will change, in a few words?", required=True),
        text("summary", "What will be different, in one or two sentences?", required=True),
        text("reason", "Why?", required=True),
        text("effective", "From when? A year or month is enough: 2027-09.", required=True),
        day("announced", "When is it announced? It is not shown before."),
        text("views_close", "Until which day can users have a say, if they can?", "views_close"),
        text("views_address", "Where can they?", "views_address", when=lambda a: a.get("views_close")),
    ),
    (
        "comparability: What can no longer be compared with what.",
        "effects:  # what it means, for everybody or for some user_groups",
        "  - {wording: What they have to do.}",
    ),
)
