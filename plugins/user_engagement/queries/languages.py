"""In which languages something is told."""

from user_engagement.model import Catalogue, Entry, Organisation
from user_engagement.model.language import TextByLanguage


def is_told_in(catalogue: Catalogue, entry: Entry, language: str) -> bool:
    """Say whether an entry has a page in a language besides the site's first one.

    What belongs to no statement and is no body is told in all.
    """
    return language in languages_of(catalogue, entry) or not (entry.statement_id or isinstance(entry, Organisation))


def languages_of(catalogue: Catalogue, entry: Entry) -> tuple[str, ...]:
    """Return the languages in which an entry is published, where it says so.

    A statement is published in each language that its title has, with all that belongs to it; a body in each that
    its name has.
    """
    name = entry.name if isinstance(entry, Organisation) else ""
    name = catalogue.statement_of(entry).title if entry.statement_id else name
    return tuple(name.versions) if isinstance(name, TextByLanguage) else ()
