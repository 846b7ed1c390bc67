"""References lead somewhere."""

from collections.abc import Iterator
from datetime import date

from user_engagement import queries
from user_engagement.checks.finding import Finding
from user_engagement.messages import did_you_mean
from user_engagement.model import SECTIONS, Catalogue, Entry, Outcome
from user_engagement.model.entry import Trail, references
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.holding import holding


def references_lead_somewhere(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every reference to an entry that does not exist, with the nearest id that does."""
    for entry, trail, part in catalogue.parts:
        for field, ref in references(part):
            if not catalogue.may_have(ref.section, ref):
                yield _dangling(catalogue, entry, (*trail, *field), ref.section, ref)
        for name, value in holding(part, FuzzyDate):
            if value.after:
                yield from _after(catalogue, entry, (*trail, name), value.after)


def nothing_refers_to_itself(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every reference of an entry to itself, which says nothing and would send readers in a circle."""
    for entry, trail, part in catalogue.parts:
        for field, ref in references(part):
            if (ref.section, ref) == (entry.section, entry.key):
                yield _itself(entry, (*trail, *field))
        if isinstance(part, Entry) and queries.successor_key(part) == part.key:
            yield _itself(entry, (*trail, "withdrawn", "successor"))


def answers_are_feedback(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every decision that answers feedback which the outcome does not have."""
    for outcome in catalogue.all(Outcome):
        known = [feedback.id for feedback in outcome.feedback if feedback.id]
        for number, decision in enumerate(outcome.decisions):
            for position, answer in enumerate(decision.answers):
                if answer not in known:
                    suggestion = did_you_mean(answer, known)
                    message = f"No feedback of this outcome has the id {answer}.{suggestion}"
                    yield Finding(outcome, ("decisions", number, "answers", position), "dangling-reference", message)


def successors_exist(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every withdrawn entry whose successor does not exist."""
    for entry, _ in catalogue.everything:
        key = queries.successor_key(entry)
        if key and not catalogue.may_have(entry.section, key):
            yield _dangling(catalogue, entry, ("withdrawn", "successor"), entry.section, key)


def _itself(entry: Entry, trail: Trail) -> Finding:
    message = f"This is the id of the {entry.word.replace('-', ' ')} itself. Write the id of another one, or remove it."
    return Finding(entry, trail, "self-reference", message)


def _after(catalogue: Catalogue, entry: Entry, trail: Trail, after: str) -> Iterator[Finding]:
    section, key = queries.address(after, entry.statement_id)
    if section not in SECTIONS:
        message = f"There is no section {section}.{did_you_mean(section, SECTIONS)}"
        yield Finding(entry, trail, "dangling-reference", message)
    elif not catalogue.may_have(section, key):
        yield _dangling(catalogue, entry, trail, section, key)


def _dangling(catalogue: Catalogue, entry: Entry, trail: Trail, section: str, key: str) -> Finding:
    own = f"{entry.statement_id}/"
    known = [each.removeprefix(own) for each in catalogue.keys(section)]
    word = section.replace("_", " ")
    near = did_you_mean(key.removeprefix(own), known) or " Write the id of one that is there, or add it."
    message = f"There is no {key.removeprefix(own)} among the {word}.{near}"
    return Finding(entry, trail, "dangling-reference", message)
