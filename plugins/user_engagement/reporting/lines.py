"""The lines of a report that people read, in which what is alike is told once."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from user_engagement import queries
from user_engagement.model import Organisation
from user_engagement.reporting.matter import TOPICS, Matter
from user_engagement.reporting.report import Account, Report, counts, late
from user_engagement.style import day, first_up
from user_engagement.words.files import english

TITLE = "User engagement report"
INTERNAL = "[internal]"
"""What stands with something that the public site does not show."""

_TOLD_ONCE = ("group not heard", "coverage gap")


class Line(NamedTuple):
    """One or several matters: what kind, of which entries, in words, and in which files."""

    kind: str
    about: str
    words: str
    places: str


def introduction(report: Report) -> list[str]:
    """Return what to know before reading a report."""
    return [
        f"As at {day(report.as_at, english())}. “Due soon” is due by {day(report.until, english())}.",
        f"What is marked {INTERNAL} is not on the public site. Do not publish this report.",
    ]


def title(account: Account) -> str:
    """Return what stands over what is to be done about a statement, or about the organisation itself."""
    return (
        "The organisation itself" if isinstance(account.about, Organisation) else one_line(queries.name(account.about))
    )


def lines(found: Iterable[Matter]) -> Iterator[Line]:
    """Yield a line for each matter; gaps, and groups of which the same is said, share one."""
    for (kind, words, internal, _), group in groupby(found, key=_alike):
        alike = list(group)
        marked = f"{first_up(kind)} {INTERNAL}" if internal else first_up(kind)
        yield Line(marked, "; ".join(filter(None, map(_about, alike))), words, _places(alike))


def number_words(found: Sequence[Matter]) -> str:
    """Return how many are late, and how many there are of each topic of which there is something."""
    number, overdue = counts(found), late(found)
    told = [f"{topic.title}: {number[topic.key]:,}." for topic in TOPICS if number[topic.key]]
    return " ".join([f"{overdue:,} late.", *told] if overdue else told) or "Nothing to do."


def one_line(text: str) -> str:
    """Return a text without line breaks."""
    return " ".join(text.split())


def _alike(matter: Matter) -> tuple[str, str, bool, str]:
    own = "" if matter.kind in _TOLD_ONCE else f"{matter.entry.section} {matter.entry.key}"
    return matter.kind, matter.words, matter.internal, own


def _about(matter: Matter) -> str:
    return "" if matter.entry is matter.statement else one_line(queries.name(matter.entry))


def _places(found: list[Matter]) -> str:
    places = dict.fromkeys(f"{each.place.file}:{each.place.line}" for each in found)
    return ", ".join(places if len(places) == 1 else dict.fromkeys(each.place.file for each in found))
