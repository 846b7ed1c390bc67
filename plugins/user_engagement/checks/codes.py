"""References to the Code of Practice say which edition, and can be found there."""

from collections.abc import Iterator
from datetime import date

from user_engagement import frameworks
from user_engagement.checks.finding import Finding
from user_engagement.messages import did_you_mean
from user_engagement.model import Catalogue
from user_engagement.model.code_reference import CodeReference
from user_engagement.model.entry import Entry
from user_engagement.style import listing
from user_engagement.words.files import english


def code_references_can_be_found(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every reference to the Code without an edition, of an unknown edition, or to a practice it does not have.

    Whether a practice exists is told only for editions that are known whole; the others are partial.
    """
    for entry, trail, part in catalogue.parts:
        if isinstance(part, Entry):
            for position, reference in enumerate(part.code):
                if message := _fault(reference):
                    yield Finding(entry, (*trail, "code", position), "code-reference", message, "warning")


def _fault(reference: CodeReference) -> str:
    if not reference.edition:
        editions = _editions()
        return f"The numbers changed between editions of the Code. Write the edition before {reference}: {editions}."
    if reference.edition not in frameworks.EDITIONS:
        return f"There is no edition {reference.edition} here. Write {_editions()}."
    if _numbered_as_in_3(reference) != (reference.edition == "3.0"):
        return f"Edition {reference.edition} is numbered otherwise and has no {reference.practice}. Check the edition."
    code = frameworks.code(reference.edition)
    known = [practice.id for practice in code.practices]
    if code.complete and reference.practice not in known:
        return f"Edition {reference.edition} has no {reference.practice}.{did_you_mean(reference.practice, known)}"
    return ""


def _numbered_as_in_3(reference: CodeReference) -> bool:
    return reference.practice[0].isdigit()


def _editions() -> str:
    return listing(frameworks.EDITIONS, "or", words=english())
