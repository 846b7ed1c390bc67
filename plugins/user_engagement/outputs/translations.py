"""The same pages in several languages: which there are, and where."""

from dataclasses import dataclass

from user_engagement import queries
from user_engagement.model import Catalogue, Entry
from user_engagement.outputs.addresses import Target
from user_engagement.outputs.output import Alternate
from user_engagement.words import Words


@dataclass(frozen=True)
class Translations:
    """The language in which pages are written, and all languages of the site, the first one first."""

    words: Words
    languages: tuple[Words, ...]

    @property
    def is_first(self) -> bool:
        """Whether this is the first language: that of the data, of which there is one edition."""
        return self.words is self.languages[0]

    def place(self, wanted: Target, words: Words | None = None) -> Target:
        """Return where a page is in a language, this one if left out: in a folder of its own, but for the first."""
        words = words or self.words
        return wanted if words is self.languages[0] else wanted.below(f"{words.language}/")

    def tells(self, catalogue: Catalogue, entry: Entry, words: Words | None = None) -> bool:
        """Say whether an entry has a page in a language, this one if left out: in the first all have."""
        words = words or self.words
        return words is self.languages[0] or queries.is_told_in(catalogue, entry, words.language)

    def alternates(self, catalogue: Catalogue, path: str, entry: Entry | None) -> tuple[Alternate, ...]:
        """Return the same page in the other languages in which there is one."""
        return tuple(
            Alternate(words.tag, words.name, self.place(Target(path), words))
            for words in self.languages
            if words is not self.words and (entry is None or self.tells(catalogue, entry, words))
        )
