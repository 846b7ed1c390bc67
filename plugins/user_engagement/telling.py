"""Everything that was written, told in one language."""

from functools import partial
from typing import Any

from user_engagement.model import Catalogue, Part
from user_engagement.model.language import TextByLanguage, spoken
from user_engagement.model.rebuilding import rebuilt


def told_in(catalogue: Catalogue, language: str, first: str) -> Catalogue:
    """Return a catalogue of which every text is in a language, or marked as being in another.

    `first` is the first language of the site: that of texts which do not say in which they are.
    """
    texts = partial(_texts, language=language, first=first)
    return Catalogue(entry for entry in (rebuilt(each, texts) for each in catalogue.entries) if entry)


def _texts(part: Part, language: str, first: str) -> dict[str, Any]:
    values = vars(part)
    return {name: _told(values[name], language, first) for name in spoken(type(part)) if values[name]}


def _told(value: str | tuple[str, ...], language: str, first: str) -> str | tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(_told(each, language, first) for each in value)  # type: ignore[misc]
    if isinstance(value, TextByLanguage):
        return value.told_in(language)
    return value if language == first else TextByLanguage({first: value}, language)
