"""The words of the interface, by language: templates and pages are written in English, other languages in files.

A file names a language by its code and holds, each optional: `phrases`, from the English phrase to its
translation with the same places to fill ({day}); `counted`, from an English noun to its forms with a number,
by the plural categories of Unicode CLDR; `units`, from an English unit of a quantity to its translation; and `names`,
from what a site calls itself and its pages by hand.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from babel import Locale
from markupsafe import Markup, escape

from user_engagement.model.language import TextByLanguage

MAIN = "en"
"""The language in which templates are written."""

BEFORE_A_VOWEL = " (before a vowel)"
"""What a phrase ends in that a language has for use before a vowel, and English has not."""

Forms = Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Words:
    """The words of one language, by what they are in English."""

    language: str
    phrases: Mapping[str, str] = field(default_factory=dict)
    counted: Mapping[str, Forms] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def phrase(self, english: str, /, **places: Any) -> str:
        """Return a phrase with its places filled; as HTML where one of them is HTML."""
        told = self.phrases.get(english, english)
        if not places:
            return told
        is_html = any(hasattr(each, "__html__") for each in places.values())
        return Markup(escape(told)).format(**places) if is_html else told.format(**places)  # noqa: S704 - escaped

    def named(self, name: str) -> str:
        """Return what a site or a page written by hand is called; marked as English where the language has no name."""
        told = self.names.get(name) or self.phrases.get(name)
        return told or (name if self.language == MAIN else TextByLanguage({MAIN: name}, self.language))

    def count(self, number: int, noun: str) -> str:
        """Write how many: 1 outcome, 2 outcomes, 1,024 outcomes."""
        forms = self.counted[noun]
        form = forms.get(self._plural(number)) or forms["other"]
        return form.format(n=self.number(f"{number:,}"))

    def number(self, english: str) -> str:
        """Write a number, given with commas and a point, with the separators of the language."""
        return english.translate(self._separators)

    def month(self, number: int) -> str:
        """Return the name of a month, the first being January."""
        return self._months[number]

    @property
    def tag(self) -> str:
        """The language as pages and feeds name it (BCP 47): English is British."""
        return "en-GB" if self.language == MAIN else self.language

    @cached_property
    def name(self) -> str:
        """What the language calls itself, for example Cymraeg."""
        name = self._locale.language_name or self.language
        return name[:1].upper() + name[1:]

    @cached_property
    def _locale(self) -> Locale:
        return Locale.parse(self.language.replace("-", "_"))

    @cached_property
    def _plural(self) -> Callable[[int], str]:
        return self._locale.plural_form

    @cached_property
    def _months(self) -> dict[int, str]:
        return dict(self._locale.months["format"]["wide"])

    @cached_property
    def _separators(self) -> dict[int, str]:
        symbols = self._locale.number_symbols["latn"]
        return str.maketrans({",": symbols["group"], ".": symbols["decimal"]})
