"""Success criteria of the Web Content Accessibility Guidelines."""

import re
from dataclasses import dataclass
from typing import ClassVar, Self

from user_engagement.model.scalar import Scalar, mistake

_NUMBER = re.compile(r"[1-4]\.[0-9]\.[0-9]{1,2}")


@dataclass(frozen=True)
class Criterion(Scalar):
    """The number of a success criterion, written "1.4.3". It means the same in every version that has it."""

    number: str

    pattern: ClassVar[str] = f"^{_NUMBER.pattern}$"
    examples: ClassVar[tuple[str, ...]] = ("1.4.3", "2.4.11")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the written form."""
        if not _NUMBER.fullmatch(text):
            raise mistake("criterion-format", "Write the number of a success criterion of WCAG, for example 1.4.3.")
        return cls(text)

    def __str__(self) -> str:
        return self.number
