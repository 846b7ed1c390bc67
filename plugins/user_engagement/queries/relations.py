"""How entries belong together, and what they are called."""

from collections.abc import Iterable
from textwrap import shorten
from typing import TypeVar

from user_engagement import prose
from user_engagement.model import (
    AccessibilityStatement,
    Action,
    Catalogue,
    Commitment,
    Entry,
    Need,
    Organisation,
    Outcome,
    Progress,
    Statement,
)
from user_engagement.model.contact import Contact
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.language import in_language_of

MAX_NAME = 80

E = TypeVar("E", bound=Entry)


def actions_of(catalogue: Catalogue, entry: Commitment | Outcome | Need) -> list[Action]:
    """Return what is done about an entry: actions written in it and actions that name it."""
    return list(dict.fromkeys((*entry.actions, *catalogue.referring_to(entry, Action))))


def home(catalogue: Catalogue, action: Action) -> Entry | None:
    """Return the entry an action is shown with: what it is written in, or the first of its statement that it names."""
    named = (catalogue.find(ref) for ref in (*action.commitments, *action.outcomes, *action.needs))
    own = (entry for entry in named if entry.statement_id == action.statement_id)
    return catalogue.parent(action) or next(own, None)


def contact(catalogue: Catalogue, statement: Statement) -> Contact | None:
    """Return who answers about a statement: its own contact, or the first of its organisation."""
    organisation = catalogue.find(statement.organisation)
    return statement.contact or first_contact(organisation if isinstance(organisation, Organisation) else None)


def first_contact(organisation: Organisation | None) -> Contact | None:
    """Return who answers for an organisation, if it says."""
    return next(iter(organisation.contacts), None) if organisation else None


def adopting(catalogue: Catalogue, statement: Statement) -> list[Statement]:
    """Return the statements that adopt, supplement or vary this one."""
    relations = ("adopts", "supplements")
    return [
        other
        for other in catalogue.referring_to(statement, Statement)
        if any(statement.id in getattr(other, relation) for relation in relations)
        or any(variation.statement == statement.id for variation in other.varies)
    ]


def illustration(catalogue: Catalogue, entry: Entry) -> str | None:
    """Return the notice that a body did not publish what is told of it, if there is one for this entry.

    Checks ask before it is known that every statement has a header and a body.
    """
    if isinstance(entry, AccessibilityStatement):
        entry = catalogue.find(entry.organisation)
    if isinstance(entry, Organisation):
        return entry.illustration
    statement = catalogue.get("statements", entry.statement_id)
    if not isinstance(statement, Statement):
        return None
    organisation = catalogue.get("organisations", statement.organisation)
    return statement.illustration or (organisation.illustration if isinstance(organisation, Organisation) else None)


def statements_of(catalogue: Catalogue, organisation: Organisation) -> list[Statement]:
    """Return the statements that an organisation publishes."""
    return [each for each in catalogue.all(Statement) if each.organisation == organisation.id]


def by_statement(catalogue: Catalogue, entries: Iterable[E]) -> list[tuple[Statement, list[E]]]:
    """Group entries by their statement, in the order in which statements come up."""
    grouped: dict[str, list[E]] = {}
    for entry in entries:
        grouped.setdefault(entry.statement_id, []).append(entry)
    return [(catalogue.statement_of(group[0]), group) for group in grouped.values()]


def successor_key(entry: Entry) -> str:
    """Return the full address of the entry that takes a withdrawn one's place, empty where there is none."""
    successor = (entry.withdrawn and entry.withdrawn.successor) or ""
    is_local = bool(entry.statement_id) and entry.section != "statements" and "/" not in successor
    return f"{entry.statement_id}/{successor}" if successor and is_local else successor


def address(written: str, statement: str) -> tuple[str, str]:
    """Return section and full address for "section/id" or "statement/section/id" written in a statement."""
    *other, section, name = written.rsplit("/", 2)
    prefix = other[0] if other else statement
    return section, f"{prefix}/{name}" if prefix else name


def bodies_below(catalogue: Catalogue, organisation: Organisation) -> list[Organisation]:
    """Return the bodies that belong to an organisation, and those that belong to them."""
    found = {organisation.id: organisation}
    waiting = [organisation]
    while waiting:
        above = waiting.pop(0)
        below = [each for each in catalogue.referring_to(above, Organisation) if each.id not in found]
        found |= {each.id: each for each in below}
        waiting += below
    return list(found.values())[1:]


def comes_after(catalogue: Catalogue, when: FuzzyDate, statement: str) -> Entry | None:
    """Return the entry that a date waits for, if there is one."""
    return catalogue.get(*address(when.after, statement)) if when.after else None


def subject(catalogue: Catalogue, entry: Entry) -> Entry:
    """Return the entry by whose name one is told: of progress, the commitment that it is with; else itself."""
    return catalogue.find(entry.commitment) if isinstance(entry, Progress) else entry


def name(entry: Entry) -> str:
    """Return what an entry is called in a link: its title, its name, or the beginning of its wording."""
    for field in ("title", "name", "heading", "wording"):
        if found := getattr(entry, field, None):
            words = prose.plain(found) if field == "wording" else str(found)
            return in_language_of(found, shorten(words, MAX_NAME, placeholder=" …") if len(words) > MAX_NAME else words)
    return entry.id
