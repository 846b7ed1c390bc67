"""Which entries say that they are evidence of which practices."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
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


Claims = dict[tuple[str, str], list[Claim]]
"""Claims by statement and by what is claimed, newest evidence first.

What is claimed is a practice of the framework ("act-review"), one of the Code ("2.1 V1.5"), or one of the framework
that is not named but supported as we read a reference to the Code ("reading act-review").
"""


def claims(catalogue: Catalogue, as_at: date) -> Claims:
    """Return the claims of all statements; what is withdrawn claims nothing any more."""
    found = defaultdict[tuple[str, str], list[Claim]](list)
    for entry, parent in catalogue.everything:
        claimed = list(_claimed(entry))
        if claimed and not is_withdrawn(entry, as_at) and not (parent and is_withdrawn(parent, as_at)):
            evidence = last_evidence(entry, catalogue, as_at)
            for what, reference in claimed:
                found[entry.statement_id, what].append(Claim(entry, evidence, reference))
    for group in found.values():
        group.sort(key=lambda claim: claim.evidence or date.min, reverse=True)
    return dict(found)


def _claimed(entry: Entry) -> Iterator[tuple[str, CodeReference | None]]:
    for practice in entry.practices:
        yield str(practice), None
    for reference in entry.code:
        yield str(reference), reference
        standard = f"{reference.edition} {reference.practice.partition('.')[0]}"
        if standard != str(reference):
            yield standard, reference
        for supported in _supported().get(str(reference), ()):
            if supported not in entry.practices:
                yield f"reading {supported}", reference


@cache
def _supported() -> dict[str, tuple[str, ...]]:
    code = frameworks.code("2.1")
    return {f"{code.edition} {each.id}": each.framework_practices for each in code.practices}
