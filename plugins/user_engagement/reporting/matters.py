"""Everything there is to be done, from questions that pages and checks ask too."""

from collections.abc import Iterator
from datetime import datetime

from user_engagement import queries
from user_engagement.loading import Loaded
from user_engagement.model import AccessibilityStatement, Catalogue, Entry, Organisation, Statement
from user_engagement.reporting import heard, promised, reviewed, shown
from user_engagement.reporting.matter import KINDS, Found, Matter, Question, Scope
from user_engagement.visibility import public

QUESTIONS: tuple[Question, ...] = (
    reviewed.statements,
    reviewed.engagement,
    promised.commitments,
    promised.actions,
    promised.steps,
    promised.requirements,
    promised.changes,
    promised.revisits,
    heard.feedback,
    heard.responses,
    heard.groups,
    shown.gaps,
    shown.translations_behind,
    shown.translations_missing,
)


def matters(loaded: Loaded, scope: Scope, moment: datetime) -> tuple[Matter, ...]:
    """Return everything to be done at a moment, kind by kind, and within a kind the earliest date first.

    What is internal or under an embargo is among it, and marked. Statements that have ended are left out, and
    illustrations: of those, nobody here can do anything.
    """
    seen = {_told(each) for each in _found(scope._replace(catalogue=public(loaded.catalogue, moment)))}
    made = (_matter(loaded, scope, each, internal=_told(each) not in seen) for each in _found(scope))
    return tuple(sorted((each for each in made if each), key=_order))


def _found(scope: Scope) -> Iterator[Found]:
    return (found for question in QUESTIONS for found in question(scope))


def _told(found: Found) -> tuple[str, str, str, str, str]:
    """Return what is the same where the public can know of something too."""
    return found.kind, found.entry.section, found.entry.key, found.stands_in.key, found.words


def _matter(loaded: Loaded, scope: Scope, found: Found, *, internal: bool) -> Matter | None:
    entry = found.stands_in
    statement = scope.catalogue.statement_of(entry) if entry.statement_id else None
    organisation = _organisation(scope.catalogue, statement or entry)
    if organisation is None or queries.illustration(scope.catalogue, statement or organisation):
        return None
    if statement and queries.is_withdrawn(statement, scope.as_at):
        return None
    place = loaded.origins.place(entry, (found.field,) if found.field else ())
    return Matter(found.kind, organisation, statement, found.entry, found.day, found.words, internal, place)


def _organisation(catalogue: Catalogue, entry: Entry) -> Organisation | None:
    """Return the body that answers for something; frameworks and ways of engaging have none."""
    if isinstance(entry, Statement | AccessibilityStatement):
        entry = catalogue.find(entry.organisation)
    return entry if isinstance(entry, Organisation) else None


def _order(matter: Matter) -> tuple[int, bool, str, str]:
    """Return what sorts matters; gaps stay in the order of their framework."""
    day = matter.date.isoformat() if matter.date else ""
    name = "" if matter.kind == "coverage gap" else f"{queries.name(matter.entry).lower()} {matter.entry.key}"
    return KINDS.index(matter.kind), not day, day, name
