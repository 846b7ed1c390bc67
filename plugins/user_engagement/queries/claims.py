"""Which entries say that they are evidence of which practices."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from user_engagement import frameworks
from user_engagement.model import Catalogue, Entry
from user_engagement.model.code_reference import CodeReference
from user_engagement.queries.evidence import last_evidence
from user_engagement.queries.state import is_withdrawn


class Claim(NamedTuple):
    """An entry that names a practice, by which reference to the Code, if any, and the newest day that shows it."""

    entry: Entry
    evidence: date | None
    reference: CodeReference | None = None


Named = Callable[[Entry], Iterable[tuple[str, CodeReference | None]]]
"""Tells which practices an entry names, each with the reference to the Code by which it does."""

Claims = dict[tuple[str, str], list[Claim]]
"""Claims by statement and practice, newest evidence first."""


def claims(catalogue: Catalogue, as_at: date, named: Named) -> Claims:
    """Return the claims of all statements; what is withdrawn claims nothing any more."""
    found = defaultdict[tuple[str, str], list[Claim]](list)
    for entry, parent in catalogue.everything:
        practices = list(named(entry))
        if practices and not is_withdrawn(entry, as_at) and not (parent and is_withdrawn(parent, as_at)):
            evidence = last_evidence(entry, catalogue, as_at)
            for practice, reference in practices:
                found[entry.statement_id, practice].append(Claim(entry, evidence, reference))
    for group in found.values():
        group.sort(key=lambda claim: claim.evidence or date.min, reverse=True)
    return dict(found)


def of_the_framework(entry: Entry) -> list[tuple[str, CodeReference | None]]:
    """Return the practices of the framework that an entry names."""
    return [(str(ref), None) for ref in entry.practices]


def by_our_reading(entry: Entry) -> list[tuple[str, CodeReference | None]]:
    """Return the practices that an entry does not name but supports, as we read its references to edition 2.1."""
    supported = {each.id: each.framework_practices for each in frameworks.code("2.1").practices}
    return [
        (practice, reference)
        for reference in entry.code
        if reference.edition == "2.1"
        for practice in supported.get(reference.practice, ())
        if practice not in entry.practices
    ]


def of_the_code(edition: str) -> Named:
    """Return what tells which practices of an edition an entry names; 3.0 2.4 names standard 2 as well."""

    def named(entry: Entry) -> list[tuple[str, CodeReference | None]]:
        return [
            (practice, reference)
            for reference in entry.code
            if reference.edition == edition
            for practice in dict.fromkeys((reference.practice, reference.practice.partition(".")[0]))
        ]

    return named
