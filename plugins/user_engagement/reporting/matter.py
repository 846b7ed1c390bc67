"""One thing that somebody has to do, and under what the report counts it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from user_engagement.model import Catalogue, Entry, Organisation, Statement
from user_engagement.problems import Place


class Topic(NamedTuple):
    """What the report counts together; `is_late` where each of it should have been done before the day."""

    key: str
    title: str
    kinds: tuple[str, ...]
    is_late: bool = False


TOPICS = (
    Topic("reviews_overdue", "Reviews overdue", ("review overdue",), is_late=True),
    Topic(
        "promises_overdue",
        "Promises overdue",
        (
            "commitment overdue",
            "action overdue",
            "step overdue",
            "requirement overdue",
            "change overdue",
            "revisit overdue",
        ),
        is_late=True,
    ),
    Topic("responses_overdue", "Responses overdue", ("response overdue",), is_late=True),
    Topic("feedback_waiting", "Feedback waiting", ("feedback waiting",)),
    Topic(
        "due_soon",
        "Due soon",
        ("review due", "commitment due", "action due", "requirement due", "revisit due", "response due"),
    ),
    Topic("groups_not_heard", "Groups not heard", ("group not heard",)),
    Topic("coverage_gaps", "Coverage gaps", ("coverage gap",)),
    Topic("translations_behind", "Translations behind", ("translation behind", "translation missing")),
)
"""Everything the report tells of, what is late first."""

KINDS = tuple(kind for topic in TOPICS for kind in topic.kinds)


@dataclass(frozen=True)
class Matter:
    """Something to be done: what kind of thing, about which entry, in words, and where the entry stands.

    `date` is the day by which it was or is to be done, or the last one on which something was heard. `internal` says
    that the public site does not show it. `statement` is None where it is about the organisation itself.
    """

    kind: str
    organisation: Organisation
    statement: Statement | None
    entry: Entry
    date: date | None
    words: str
    internal: bool
    place: Place


class Found(NamedTuple):
    """What a question finds: a kind, an entry, words and a day.

    `at` is the entry in whose statement and file it is, where that is another one; `field` the field it is about.
    """

    kind: str
    entry: Entry
    words: str
    day: date | None = None
    field: str = ""
    at: Entry | None = None

    @property
    def stands_in(self) -> Entry:
        """The entry in whose statement and file it is."""
        return self.at or self.entry


class Scope(NamedTuple):
    """What is asked about: everything that was said by a day, and the last day that is told as due soon."""

    catalogue: Catalogue
    as_at: date
    until: date


Question = Callable[[Scope], Iterator[Found]]
