"""What is new: everything that happened on a known day, by entry."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Literal, NamedTuple, get_args, get_origin

from user_engagement.model import (
    Activity,
    CaseStudy,
    Catalogue,
    Channel,
    Collaboration,
    Decision,
    Entry,
    Event,
    Need,
    Organisation,
    Outcome,
    Part,
    PlannedChange,
    Requirement,
    Review,
    Statement,
    TradeOff,
    UserForum,
    UserGroup,
)
from user_engagement.model.action import Milestone
from user_engagement.model.commitment import Adoption, Result
from user_engagement.model.entry import Change, Withdrawal, own_parts
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.outcome import DecisionChange
from user_engagement.model.quantity import Quantity
from user_engagement.model.reference import StatementRef
from user_engagement.model.requirement import Response, VerdictChange
from user_engagement.model.user_forum import Meeting
from user_engagement.queries.relations import actions_of

DATED: dict[type[Part], dict[str, str]] = {
    Activity: {"opened": "opened", "response_published": "response published"},
    Adoption: {"date": "progress"},
    CaseStudy: {"published": "published"},
    Channel: {"active_from": "started", "active_to": "ended"},
    Collaboration: {"active_from": "started", "active_to": "ended"},
    Decision: {"decided": "decided"},
    Event: {"announced": "announced"},
    Meeting: {"date": "met"},
    Milestone: {"reached": "step reached"},
    Need: {"first_raised": "first raised"},
    Outcome: {"published": "published"},
    PlannedChange: {"announced": "announced"},
    Requirement: {"published": "published"},
    Response: {"date": "answered"},
    Result: {"date": "measured"},
    Review: {"reviewed": "reviewed"},
    Statement: {"published": "published", "reviewed": "reviewed"},
    TradeOff: {"approved": "decided"},
    UserForum: {"active_from": "started", "active_to": "ended"},
    Withdrawal: {"date": "withdrawn"},
}
"""The dates that tell of something new, each with the word for it. Every dated change is news besides."""

_CHANGED: dict[type[Change], str] = {DecisionChange: "decided", VerdictChange: "verdict"}
"""The word for a dated change, where its state does not say enough."""

_NO_STATES = ("constraint",)
_NOTES = ("note", "wording", "reason", "title")


class Happening(NamedTuple):
    """Something that happened to an entry: in words, with the new state, amount or date, a note, and its team."""

    words: str
    state: str = ""
    due: FuzzyDate | None = None
    note: str | None = None
    team: StatementRef | None = None
    amount: Quantity | None = None


class News(NamedTuple):
    """All that happened to an entry on a day."""

    date: date
    entry: Entry
    happenings: tuple[Happening, ...]


def news(catalogue: Catalogue, as_at: date) -> list[News]:
    """Return all that happened up to a day, the newest first."""
    found = [each for entry, _ in catalogue.everything if entry.statement_id for each in _of(entry, as_at)]
    found.sort(key=lambda each: (each.entry.section, each.entry.key))
    return sorted(found, key=lambda each: each.date, reverse=True)


def newest_by_entry(catalogue: Catalogue, found: Iterable[News]) -> dict[str, date]:
    """Return the day of the newest thing that happened to each entry, to something in it, or to all of a statement.

    A statement also stands for its organisation, and that for the body it belongs to.
    """
    newest: dict[str, date] = {}
    for each in found:
        for entry in _around(catalogue, each.entry):
            key = news_key(entry)
            newest[key] = max(newest.get(key, date.min), each.date)
    return newest


def last_changed(catalogue: Catalogue, entry: Entry, newest: Mapping[str, date]) -> date | None:
    """Return the day on which a page about an entry last changed: itself, or something that names it."""
    keys = [news_key(each) for each in (entry, *catalogue.referring_to(entry, Entry))]
    return max((newest[key] for key in keys if key in newest), default=None)


def news_for(catalogue: Catalogue, group: UserGroup, by_entry: dict[str, list[News]]) -> list[News]:
    """Return what is new for a user group: of itself, of all that names it, and of what is done about that."""
    named = catalogue.referring_to(group, Entry)
    done = [each for entry in named if isinstance(entry, Outcome | Need) for each in actions_of(catalogue, entry)]
    found = {news_key(each): each for each in (group, *named, *done)}
    told = [each for key in sorted(found) for each in by_entry.get(key, ())]
    return sorted(told, key=lambda each: each.date, reverse=True)


def news_key(entry: Entry) -> str:
    """Return a name for an entry that no other has: section and key."""
    return f"{entry.section}/{entry.key}"


def _around(catalogue: Catalogue, entry: Entry) -> Iterator[Entry]:
    """Yield an entry and all that it is part of."""
    inside: Entry | None = entry
    while inside:
        yield inside
        inside = catalogue.parent(inside)
    statement = catalogue.statement_of(entry)
    if statement is not entry:
        yield statement
    seen = set[str]()
    body: Entry | None = catalogue.find(statement.organisation)
    while isinstance(body, Organisation) and body.id not in seen:
        yield body
        seen.add(body.id)
        body = catalogue.find(body.parent) if body.parent else None


def _of(entry: Entry, as_at: date) -> Iterator[News]:
    by_day = defaultdict[date, dict[Happening, None]](dict)
    first, *inner = own_parts(entry)
    for part in (first, *reversed(inner)):
        for day, happening in _happenings(part):
            if day <= as_at:
                by_day[day][happening] = None
    for day, happenings in by_day.items():
        yield News(day, entry, tuple(happenings))


def _happenings(part: Part) -> Iterator[tuple[date, Happening]]:
    if isinstance(part, Change):
        yield part.date, _changed(part)
    for field, words in _dates(type(part)):
        value = getattr(part, field)
        day = _exact(value) if isinstance(value, FuzzyDate) else value
        if day:
            team = part.statement if isinstance(part, Adoption) else None
            amount = part.amount if isinstance(part, Result) else None
            yield day, Happening(words, _state(part), note=_note(part), team=team, amount=amount)


def _changed(change: Change) -> Happening:
    state, progress = _state(change), getattr(change, "progress", None)
    due = getattr(change, "due", None) or getattr(change, "effective", None)
    if progress and not state:
        return Happening("progress", "", due, change.note, amount=progress)
    is_reworded = not state and getattr(change, "wording", None)
    words = "wording changed" if is_reworded else _CHANGED.get(type(change), "" if state or due else "changed")
    return Happening(words, state, due, _note(change))


def _state(part: Part) -> str:
    """Return the state that something is in from a day: how a need is met, what was decided, how far an action is."""
    if isinstance(part, Entry):
        return ""
    return next((str(value) for name in _states(type(part)) if (value := getattr(part, name))), "")


def _note(part: Part) -> str | None:
    if isinstance(part, Entry):
        return None
    return next((value for name in _NOTES if (value := getattr(part, name, None))), None)


@cache
def _states(kind: type[Part]) -> tuple[str, ...]:
    fields = kind.model_fields.items()
    return tuple(name for name, field in fields if name not in _NO_STATES and _is_words(field.annotation))


def _is_words(annotation: object) -> bool:
    return get_origin(annotation) is Literal or any(_is_words(each) for each in get_args(annotation))


@cache
def _dates(kind: type[Part]) -> tuple[tuple[str, str], ...]:
    return tuple(DATED.get(kind, {}).items())


def _exact(value: FuzzyDate) -> date | None:
    """Return a day that is known to be that day."""
    is_known = value.earliest == value.latest and value.certainty not in ("provisional", "cancelled")
    return value.latest if is_known else None
