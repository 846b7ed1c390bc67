"""Text and addresses as authors write them."""

import re
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from user_engagement.model.language import ByLanguage
from user_engagement.model.scalar import mistake

_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)|<([a-zA-Z][a-zA-Z0-9+.-]*:[^>\s]*)>")
_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")
_SAFE_SCHEMES = ("https", "http", "mailto")
HIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)
"""Characters that nobody sees and that can change what is read: controls, directions, zero widths."""

_IGNORED_BY_BROWSERS = re.compile("[\u0000-\u0020]")


def is_safe(address: str) -> bool:
    """Say whether a link may be followed: https, http, mailto, or relative to the site."""
    scheme = _SCHEME.match(_IGNORED_BY_BROWSERS.sub("", address))
    return scheme is None or scheme[1].lower() in _SAFE_SCHEMES


def _no_hidden_characters(text: str) -> str:
    if found := HIDDEN.search(text):
        raise mistake(
            "hidden-character",
            "The text contains an invisible character (U+{number}). Delete it and type the passage again.",
            number=f"{ord(found[0]):04X}",
        )
    return text


def _safe_links(text: str) -> str:
    for match in _LINK.finditer(text):
        _safe_address(match[1] or match[2] or "")
    return text


def _safe_address(address: str) -> str:
    if not is_safe(address):
        raise mistake(
            "unsafe-link",
            "Links start with https, http or mailto; “{address}” does not. Use another address.",
            address=address[:80],
        )
    return address


def _no_spaces(address: str) -> str:
    if re.search(r"\s", address):
        raise mistake("address-with-space", "An address has no spaces. Remove them, or write %20 in their place.")
    return address


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _mailbox(text: str) -> str:
    if not re.fullmatch(r"[^@\s<>\"'()]+@[^@\s<>\"'()]+\.[^@\s<>\"'().]+", text):
        raise mistake(
            "email-format", "This is not an email address. Write it in full, for example statistics@example.org."
        )
    return text


Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=300),
    AfterValidator(_one_line),
    AfterValidator(_no_hidden_characters),
    ByLanguage(),
]
"""Text on one line, shown exactly as written: titles, names, roles."""

Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000),
    AfterValidator(_no_hidden_characters),
    AfterValidator(_safe_links),
    ByLanguage(),
]
"""Paragraphs with a small subset of Markdown: emphasis, links and lists."""

Address = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000),
    AfterValidator(_no_hidden_characters),
    AfterValidator(_no_spaces),
    AfterValidator(_safe_address),
]
"""A link: https, http, mailto, or relative to the site."""

Email = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_mailbox)]
"""A shared mailbox, not a person's."""
