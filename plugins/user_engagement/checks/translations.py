"""What is published in several languages is whole in each, and no translation is older than its original."""

from collections.abc import Iterator
from datetime import date

from user_engagement.checks.finding import Finding
from user_engagement.model import Catalogue, Entry
from user_engagement.model.entry import Source, Trail, parts
from user_engagement.model.language import TextByLanguage, spoken
from user_engagement.queries.languages import languages_of
from user_engagement.style import day, listing
from user_engagement.words.files import english, english_name

MOST_NAMED = 4
"""How many fields a message names."""


def translations_are_whole(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield entries of which something is not in every language in which they are published.

    What does not say in which language it is, is in the one that its title has first.
    """
    for entry in catalogue.entries:
        languages = languages_of(catalogue, entry) if _has_statement(catalogue, entry) else ()
        for language in languages[1:]:
            missing = list(dict.fromkeys(_field(trail) for trail, text in _texts(entry) if not _is_in(text, language)))
            if missing:
                more = [f"{len(missing) - MOST_NAMED} more"] if len(missing) > MOST_NAMED else []
                fields = listing([*missing[:MOST_NAMED], *more], words=english())
                message = f"There is no {english_name(language)} for: {fields}. Readers see it in another language."
                yield Finding(entry, (), "not-translated", message, "warning")


def translations_follow_their_original(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield texts whose wording changed after they were translated."""
    for entry in catalogue.entries:
        for trail, text in _texts(entry):
            if isinstance(text, TextByLanguage) and text.changed and text.translated and text.translated < text.changed:
                message = (
                    f"The original changed on {day(text.changed, english())}, after it was translated "
                    f"on {day(text.translated, english())}. Translate it again and set “translated”."
                )
                yield Finding(entry, trail, "translation-behind", message, "warning")


def _has_statement(catalogue: Catalogue, entry: Entry) -> bool:
    return not entry.statement_id or catalogue.get("statements", entry.statement_id) is not None


def _texts(entry: Entry) -> Iterator[tuple[Trail, str]]:
    """Yield the texts that readers see, each with its trail; what sources are called is theirs to say."""
    for trail, part in parts(entry):
        for name in spoken(type(part)) if not isinstance(part, Source) else ():
            value = vars(part)[name]
            if value and name != "internal_note" and name not in (*part.internal_fields, "internal_fields"):
                texts = enumerate(value) if isinstance(value, tuple) else [(None, value)]
                yield from (((*trail, name) if at is None else (*trail, name, at), text) for at, text in texts)


def _is_in(text: str, language: str) -> bool:
    """Say whether a text is in a language; what has no letters, as a telephone number, is in all."""
    if isinstance(text, TextByLanguage):
        return language in text.versions
    return not any(letter.isalpha() for letter in text)


def _field(trail: Trail) -> str:
    return next(str(step) for step in reversed(trail) if isinstance(step, str))
