"""What a check finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from user_engagement.model import Catalogue, Entry
from user_engagement.model.entry import Trail
from user_engagement.problems import Level


@dataclass(frozen=True)
class Finding:
    """Something wrong or incomplete at a trail inside an entry, in the author's words."""

    entry: Entry
    trail: Trail
    code: str
    message: str
    level: Level = "error"


Check = Callable[[Catalogue, date], Iterator[Finding]]
"""A rule across entries: given everything and the day, it yields what it finds."""
