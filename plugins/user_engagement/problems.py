"""What can be wrong with what an author wrote, and where."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Place:
    """A point in a file: its path as the author knows it, with line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One fault or one honest gap, in the author's words.

    `code` is stable and has a section in docs/problems.md; `field` may be empty; `message` says
    what is wrong and then what to do.
    """

    place: Place
    code: str
    field: str
    message: str
    level: Level = "error"

    def __str__(self) -> str:
        level = "warning: " if self.level == "warning" else ""
        field = f"{self.field}: " if self.field else ""
        return f"{self.place}: {level}{field}{self.message} [{self.code}]"
