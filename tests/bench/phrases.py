"""Sentences, titles and days, drawn one after the other from a seed."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, TypeVar

from tests.bench.words import SENTENCES, SLOTS, TITLES

T = TypeVar("T")
Fields = dict[str, Any]
"""What an author writes as names with values: dates are `date`, all else is text, lists and fields."""


class Phrases:
    """What is said in one statement; `fixed` are the words that stay the same throughout, for example its topic."""

    def __init__(self, seed: str, **fixed: str) -> None:
        self._random = Random(seed)  # noqa: S311 - made to be predictable
        self._fixed = fixed

    def text(self, *kinds: str) -> str:
        """Return a sentence of each kind, as one paragraph."""
        return " ".join(first_up(self.pick(SENTENCES[kind]).format_map(self._words())) for kind in kinds)

    def title(self, kind: str) -> str:
        """Return the title of something of this kind."""
        return first_up(self.pick(TITLES[kind]).format_map(self._words()))

    def day(self, first: date, days: int) -> date:
        """Return one of so many days from the first on."""
        return first + timedelta(days=self._random.randrange(days))

    def pick(self, choices: Sequence[T]) -> T:
        """Return one of the choices."""
        return self._random.choice(choices)

    def some(self, choices: Sequence[T], number: int) -> list[T]:
        """Return so many different choices, in no order."""
        return self._random.sample(choices, number)

    def _words(self) -> dict[str, str]:
        words = {slot: self.pick(choices) for slot, choices in SLOTS.items()}
        words["group"], words["group2"] = self.some(SLOTS["group"], 2)
        return {**words, **self._fixed}


def first_up(text: str) -> str:
    """Return text with its first letter as a capital."""
    return text[:1].upper() + text[1:]
