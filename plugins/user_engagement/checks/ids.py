"""Ids can be addresses on every system."""

import re
from collections.abc import Iterator
from datetime import date

from user_engagement.checks.finding import Finding
from user_engagement.model import Catalogue, Framework, Outcome
from user_engagement.model.entry import Entry

RESERVED = re.compile(r"page-\d+|con|prn|aux|nul|com\d|lpt\d")
"""Ids that are no address: pages of lists have them, or Windows does not allow them as the name of a folder."""


def feedback_is_told_apart(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every id of feedback that the same outcome has already."""
    for outcome in catalogue.all(Outcome):
        ids = [feedback.id for feedback in outcome.feedback]
        for position, each in enumerate(ids):
            if each and each in ids[:position]:
                message = f"Feedback of this outcome has the id {each} already. Choose another."
                yield Finding(outcome, ("feedback", position, "id"), "duplicate-id", message)


def areas_are_told_apart(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every id of a practice area that the same framework has already."""
    for framework in catalogue.all(Framework):
        ids = [area.id for area in framework.practice_areas]
        for position, each in enumerate(ids):
            if each in ids[:position]:
                message = f"An area of this framework has the id {each} already. Choose another."
                yield Finding(framework, ("practice_areas", position, "id"), "duplicate-id", message)


def former_ids_are_free(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield former ids that another entry of the same section and statement has, or had as well."""
    taken = {(entry.section, entry.key) for entry, _ in catalogue.everything}
    for entry, trail, part in catalogue.parts:
        if not isinstance(part, Entry):
            continue
        for position, id_ in enumerate(part.former_ids):
            address = (part.section, "/".join((*part.key.split("/")[:-1], id_)))
            if address in taken:
                message = f"Something else has or had the id {id_}, so its address cannot lead here. Remove it."
                yield Finding(entry, (*trail, "former_ids", position), "former-id-taken", message)
            taken.add(address)


def ids_are_not_reserved(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield ids that pages of lists have already, or that Windows does not allow as the name of a folder."""
    for entry, trail, part in catalogue.parts:
        if isinstance(part, Entry) and RESERVED.fullmatch(part.id):
            message = f"The id {part.id} is reserved and cannot be an address. Choose another."
            yield Finding(entry, (*trail, "id"), "reserved-id", message)
