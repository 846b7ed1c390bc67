"""Times of day, as the clock in the UK shows them."""

import re
from dataclasses import dataclass
from datetime import time
from typing import ClassVar, Self

from user_engagement.model.scalar import Scalar, mistake

_CLOCK = re.compile(r"(?P<hour>[01][0-9]|2[0-3])[:.](?P<minute>[0-5][0-9])")


@dataclass(frozen=True, order=True)
class Clock(Scalar):
    """Written with 24 hours: 09:30 or 14:00. It is the time in the UK, in summer and in winter."""

    hour: int
    minute: int

    pattern: ClassVar[str] = f"^{_CLOCK.pattern}$".replace("?P<", "?<")
    examples: ClassVar[tuple[str, ...]] = ("09:30", "14:00")

    @property
    def time(self) -> time:
        """The time of day, without a time zone."""
        return time(self.hour, self.minute)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the written form."""
        match = _CLOCK.fullmatch(text)
        if match is None:
            raise mistake("time-format", "Write the time with 24 hours and 2 digits each, for example 09:30 or 14:00.")
        return cls(int(match["hour"]), int(match["minute"]))

    def __str__(self) -> str:
        return f"{self.hour:02}:{self.minute:02}"
