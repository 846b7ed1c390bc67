"""The entry that somebody means by what they type."""

from user_engagement.loading import Loaded
from user_engagement.model import Entry


def own(loaded: Loaded) -> list[Entry]:
    """Return the entries that authors wrote themselves, those inside others included."""
    return [entry for entry, _ in loaded.catalogue.everything if (entry.section, entry.key) in loaded.origins]


def found(loaded: Loaded, written: str) -> list[Entry]:
    """Return the entries that are meant: by id, by statement and id, or by section, statement and id.

    Only what authors wrote themselves is found.
    """
    return [entry for entry in own(loaded) if written in {entry.id, entry.key, address(entry)}]


def address(entry: Entry) -> str:
    """Return how an entry is named so that no other can be meant: "needs/bus/area-codes", "statements/bus"."""
    return f"{entry.section}/{entry.key if entry.section != 'statements' else entry.id}"
