"""Who may read an entry, and from when."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Self

from user_engagement.model.scalar import Scalar, mistake

_VISIBILITY = re.compile(
    r"public|internal|embargoed until (?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ T](?P<time>[0-9]{2}:[0-9]{2}))?"
)


@dataclass(frozen=True)
class Visibility(Scalar):
    """Written "public", "internal" or "embargoed until 2026-12-01 09:30".

    The time is UK time; without one, an embargo lifts at 9:30am, the release time of official statistics.
    """

    internal: bool = False
    embargoed_until: datetime | None = None

    pattern: ClassVar[str] = f"^(?:{_VISIBILITY.pattern})$".replace("?P<", "?<")
    examples: ClassVar[tuple[str, ...]] = ("public", "internal", "embargoed until 2026-12-01 09:30")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the written form."""
        match = _VISIBILITY.fullmatch(text)
        if match is None:
            raise mistake(
                "visibility-format",
                "Write “public”, “internal” or a day and time, for example “embargoed until 2026-12-01 09:30”.",
            )
        if match["day"] is None:
            return cls(internal=text == "internal")
        try:
            return cls(embargoed_until=datetime.fromisoformat(f"{match['day']}T{match['time'] or '09:30'}"))
        except ValueError:
            raise mistake("impossible-date", "There is no such day or time. Check the embargo.") from None

    def hides(self, moment: datetime) -> bool:
        """Say whether the entry must not be seen at this moment (UK time, no time zone attached)."""
        return self.internal or (self.embargoed_until is not None and moment < self.embargoed_until)

    def __str__(self) -> str:
        if self.embargoed_until is not None:
            return f"embargoed until {self.embargoed_until:%Y-%m-%d %H:%M}"
        return "internal" if self.internal else "public"


PUBLIC = Visibility()
