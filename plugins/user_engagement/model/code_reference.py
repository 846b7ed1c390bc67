"""References to a practice of the Code of Practice for Statistics."""

import re
from dataclasses import dataclass
from typing import ClassVar, Self

from user_engagement.model.scalar import Scalar, mistake

_REFERENCE = re.compile(r"(?:(?P<edition>[0-9]+\.[0-9]+) )?(?P<practice>[TQV][0-9]+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)")


@dataclass(frozen=True)
class CodeReference(Scalar):
    """A practice of the Code in one edition, written "2.1 V1.5" or "3.0 2.4".

    The numbering changed with edition 3.0 (October 2025), so a reference without its edition
    says little; `edition` is empty where the author left it out, which is a warning.
    """

    practice: str
    edition: str = ""

    pattern: ClassVar[str] = f"^{_REFERENCE.pattern}$".replace("?P<", "?<")
    examples: ClassVar[tuple[str, ...]] = ("2.1 V1.5", "3.0 2.4")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the written form, for example "2.1 V1.5"."""
        match = _REFERENCE.fullmatch(text)
        if match is None:
            raise mistake("code-format", "Write the edition of the Code and the practice, for example “2.1 V1.5”.")
        return cls(practice=match["practice"], edition=match["edition"] or "")

    def __str__(self) -> str:
        return f"{self.edition} {self.practice}".strip()
