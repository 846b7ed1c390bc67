"""What happened on which day: what is new, and when each page last changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from user_engagement import queries
from user_engagement.model import Entry
from user_engagement.queries import News
from user_engagement.visibility import PublicCatalogue


@dataclass(frozen=True)
class Changes:
    """All that happened in public up to a day."""

    catalogue: PublicCatalogue
    as_at: date

    @cached_property
    def news(self) -> list[News]:
        """All that happened on a known day, the newest first. Of illustrations nothing: their bodies told nobody."""
        return [each for each in self._happened if not queries.illustration(self.catalogue, each.entry)]

    def of(self, about: Sequence[object]) -> date | None:
        """Return the day of the newest thing on a page about some entries; on any other, of the newest thing at all.

        Where nothing at all has a day, that is the day for which the site is true.
        """
        entries = [each for each in about if isinstance(each, Entry)]
        if not entries or len(entries) < len(about):
            return self._happened[0].date if self._happened else self.as_at
        days = (queries.last_changed(self.catalogue, each, self._newest) for each in entries)
        return max((day for day in days if day), default=None)

    @cached_property
    def _happened(self) -> list[News]:
        return queries.news(self.catalogue, self.as_at)

    @cached_property
    def _newest(self) -> dict[str, date]:
        return queries.newest_by_entry(self.catalogue, self._happened)
