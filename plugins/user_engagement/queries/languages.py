"""In which languages something is told."""

from user_engagement.model import AccessibilityStatement, Catalogue, Entry, Organisation
from user_engagement.model.language import TextByLanguage


def is_told_in(catalogue: Catalogue, entry: Entry, language: str) -> bool:
    """Say whether an entry has a page in a language besides the site's first one.

    What belongs to no statement and is no body is told in all.
    """
    if language in languages_of(catalogue, entry):
        return True
    return not (entry.statement_id or isinstance(entry, Organisation | AccessibilityStatement))


def languages_of(catalogue: Catalogue, entry: Entry) -> tuple[str, ...]:
    """Return the languages in which an entry is published, where it says so.

    A statement is published in each language that its title has, with all that belongs to it; a body, and its
    accessibility statement, in each that its name has.
    """
    name = _name(catalogue, entry)
    return tuple(name.versions) if isinstance(name, TextByLanguage) else ()


def _name(catalogue: Catalogue, entry: Entry) -> str:
    if entry.statement_id:
        return catalogue.statement_of(entry).title
    body = catalogue.get("organisations", entry.organisation) if isinstance(entry, AccessibilityStatement) else entry
    return body.name if isinstance(body, Organisation) else ""
