"""Two editions of the Code: what became of a practice, and which references to look at again."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from user_engagement import frameworks
from user_engagement.model import Catalogue, Entry, Statement
from user_engagement.model.code_reference import CodeReference
from user_engagement.model.framework import CodePractice, MappingRow
from user_engagement.queries.state import is_withdrawn

OLD, NEW = "2.1", "3.0"


class Passage(NamedTuple):
    """A row of the mapping, with the practices it is about that are listed in each edition."""

    row: MappingRow
    old: Sequence[CodePractice]
    new: Sequence[CodePractice]


class Move(NamedTuple):
    """A reference to edition 2.1 of an entry that has none to edition 3.0, and what is known of where to."""

    entry: Entry
    reference: CodeReference
    passage: Passage | None


def passages() -> list[Passage]:
    """Return the mapping from edition 2.1 to 3.0, as far as it is known."""
    return [
        Passage(row, _within(row.source), [each for target in row.to for each in _listed(target)])
        for row in frameworks.code_mapping()
    ]


def moves(catalogue: Catalogue, as_at: date) -> dict[str, list[Move]]:
    """Return what to look at again in each statement, by its id, when it moves from edition 2.1 to 3.0.

    An entry that refers to edition 3.0 as well has been looked at; one that is withdrawn need not be.
    """
    known = passages()
    found: dict[str, list[Move]] = {statement.id: [] for statement in catalogue.all(Statement)}
    for entry, _ in catalogue.everything:
        if entry.statement_id and not is_withdrawn(entry, as_at) and not _refers(entry, NEW):
            found[entry.statement_id] += [
                Move(entry, each, _passage(each, known)) for each in entry.code if each.edition == OLD
            ]
    return found


def unlisted_references(catalogue: Catalogue) -> list[tuple[CodeReference, list[Entry]]]:
    """Return references to the Code that lead to no listed practice, each with the entries that have it."""
    found: dict[CodeReference, list[Entry]] = {}
    for entry, _ in catalogue.everything:
        for reference in entry.code:
            if not _is_listed_or_within(reference):
                found.setdefault(reference, []).append(entry)
    return sorted(found.items(), key=lambda item: str(item[0]))


def is_listed(reference: CodeReference) -> bool:
    """Say whether the very practice of a reference is listed here, and so has a place on the page about the Code."""
    return reference.edition in frameworks.EDITIONS and bool(_listed(str(reference)))


def _is_listed_or_within(reference: CodeReference) -> bool:
    standard = f"{reference.edition} {reference.practice.partition('.')[0]}"
    return is_listed(reference) or (reference.edition in frameworks.EDITIONS and bool(_listed(standard)))


def _refers(entry: Entry, edition: str) -> bool:
    return any(reference.edition == edition for reference in entry.code)


def _passage(reference: CodeReference, known: Sequence[Passage]) -> Passage | None:
    """Return the row about this very practice, or about the principle it belongs to."""
    sources = {passage.row.source: passage for passage in known}
    return sources.get(str(reference)) or sources.get(f"{OLD} {reference.practice.partition('.')[0]}")


def _listed(written: str) -> list[CodePractice]:
    edition, practice = written.split(" ")
    return [each for each in frameworks.code(edition).practices if each.id == practice]


def _within(written: str) -> list[CodePractice]:
    edition, practice = written.split(" ")
    return [each for each in frameworks.code(edition).practices if f"{each.id}.".startswith(f"{practice}.")]
