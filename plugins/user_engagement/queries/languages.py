"""In which languages something is told."""

from user_engagement.model import Catalogue, Entry, Organisation
from user_engagement.model.language import TextByLanguage


def is_told_in(catalogue: Catalogue, entry: Entry, language: str) -> bool:
    """Say whether an entry has a page in a language besides the site's first one.

    A statement is told in each language that its title has, with everything that belongs to it, and a body
    in each that its name has. What belongs to neither is told in all.
    """
    if isinstance(entry, Organisation):
        return language in versions(entry.name)
    return not entry.statement_id or language in versions(catalogue.statement_of(entry).title)


def versions(text: str) -> tuple[str, ...]:
    """Return the languages of a text; none for one that was written without saying in which it is."""
    return tuple(text.versions) if isinstance(text, TextByLanguage) else ()
