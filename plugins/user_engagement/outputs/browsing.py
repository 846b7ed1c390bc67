"""How readers find their way: steps from the home page, pages of a long list, lists to choose from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from user_engagement.outputs.addresses import HOME, Target

T = TypeVar("T")


@dataclass(frozen=True)
class Crumb:
    """A step of the way from the home page."""

    title: str
    target: Target


def home_crumb() -> Crumb:
    """Return the first step of every way."""
    return Crumb("Home", Target(HOME))


@dataclass(frozen=True)
class Pager:
    """Which page of a long list this is; pages are counted from 1."""

    path: str
    number: int
    last: int
    total: int

    def page(self, number: int) -> str:
        """Return the path of a page of the list."""
        return self.path if number == 1 else f"{self.path}/page-{number}"


@dataclass(frozen=True)
class Choice(Generic[T]):
    """A list to browse: its path, its title, the sentence at its head, and what is in it.

    `kind` tells it apart in the window's title from another list of the same title.
    """

    path: str
    title: str
    lede: str
    entries: Sequence[T]
    kind: str = ""

    @property
    def number(self) -> int:
        """How many entries are in it."""
        return len(self.entries)
