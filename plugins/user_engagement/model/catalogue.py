"""Everything that was written, as one collection of entries."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from user_engagement.model.entry import Entry, Part, Trail, own_parts, parts, references
from user_engagement.model.reference import Ref
from user_engagement.model.statement import Statement

E = TypeVar("E", bound=Entry)

_SHARED = ("organisations", "methods", "frameworks", "practices", "accessibility_statement")
"""The sections of what belongs to no statement."""


class Catalogue:
    """All entries in the order they were written, those inside other entries included.

    It is never changed after it was made.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        unread: frozenset[tuple[str, str]] = frozenset(),
        unread_statements: frozenset[str] = frozenset(),
    ) -> None:
        """Hold these entries; entries inside them are found by themselves.

        `unread` are addresses of entries that could not be understood, `unread_statements` the statements
        of which a whole file could not be read: references to them are not called broken.
        """
        self.entries = tuple(entries)
        self._unread = unread
        self._unread_statements = unread_statements

    @cached_property
    def everything(self) -> tuple[tuple[Entry, Entry | None], ...]:
        """All entries, those inside others included, each with the entry it is written inside of, if any."""
        return tuple(
            (part, None if part is entry else entry) for entry, _, part in self.parts if isinstance(part, Entry)
        )

    @cached_property
    def parts(self) -> tuple[tuple[Entry, Trail, Part], ...]:
        """Everything with fields: the entry it stands in, the trail to it, and itself."""
        return tuple((entry, trail, part) for entry in self.entries for trail, part in parts(entry))

    @cached_property
    def _by_address(self) -> dict[tuple[str, str], Entry]:
        return {(entry.section, entry.key): entry for entry, _ in reversed(self.everything)}

    @cached_property
    def _by_kind(self) -> dict[tuple[type[Entry], str | None], tuple[Entry, ...]]:
        found = defaultdict[tuple[type[Entry], str | None], list[Entry]](list)
        for entry, _ in self.everything:
            for kind in type(entry).__mro__[: type(entry).__mro__.index(Entry)]:
                found[kind, None].append(entry)
                found[kind, entry.statement_id].append(entry)
        return {kind: tuple(entries) for kind, entries in found.items()}

    @cached_property
    def _parents(self) -> dict[tuple[str, str], Entry]:
        return {(entry.section, entry.key): parent for entry, parent in self.everything if parent is not None}

    @cached_property
    def _referring(self) -> dict[tuple[str, str], tuple[Entry, ...]]:
        found = defaultdict[tuple[str, str], dict[tuple[str, str], Entry]](dict)
        for entry, _ in self.everything:
            for part in own_parts(entry):
                for _, ref in references(part):
                    found[ref.section, ref][entry.section, entry.key] = entry
        return {address: tuple(entries.values()) for address, entries in found.items()}

    def all(self, kind: type[E], statement: Statement | None = None) -> tuple[E, ...]:
        """Return the entries of one kind, of one statement or of all, in the order written."""
        return self._by_kind.get((kind, statement.id if statement else None), ())  # type: ignore[return-value]

    def get(self, section: str, key: str) -> Entry | None:
        """Return the entry at this address, or None."""
        return self._by_address.get((section, key))

    def may_have(self, section: str, key: str) -> bool:
        """Say whether there is an entry at this address, or may be one in what could not be read."""
        statement = "" if section in _SHARED else key.split("/", maxsplit=1)[0]
        return (
            (section, key) in self._by_address or (section, key) in self._unread or statement in self._unread_statements
        )

    def keys(self, section: str) -> list[str]:
        """Return the addresses of all entries of a section."""
        return [key for each, key in self._by_address if each == section]

    def find(self, ref: Ref) -> Entry:
        """Return the entry a reference leads to; the checks have made sure that there is one."""
        return self._by_address[ref.section, ref]

    def referring_to(self, entry: Entry, kind: type[E]) -> tuple[E, ...]:
        """Return the entries of one kind that refer to this entry, themselves or in a part of theirs."""
        found = self._referring.get((entry.section, entry.key), ())
        return tuple(each for each in found if isinstance(each, kind))

    def statement_of(self, entry: Entry) -> Statement:
        """Return the statement that an entry belongs to."""
        return self._by_address["statements", entry.statement_id]  # type: ignore[return-value]

    def parent(self, entry: Entry) -> Entry | None:
        """Return the entry that this one is written inside of, if any."""
        return self._parents.get((entry.section, entry.key))
