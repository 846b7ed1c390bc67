"""What a search finds of a page: its own words, once."""

import re

_FURNITURE = re.compile(r"<(nav|footer)\b[^>]*data-search-exclude.*?</\1>", re.DOTALL)
_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)
_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_REPEATED = re.compile(r"<h2\b[^>]*data-search-exclude.*?(?=<h2\b|\Z)", re.DOTALL)
_ABOUT = re.compile(r'<p class="ue-meta">.*?</p>', re.DOTALL)
_WITHOUT_WORDS = re.compile(r"<h2\b[^>]*>[^<]*</h2>\s*(?=<h[23]|\Z)")
_PART = re.compile(r'<h3 id="([^"]+)">.*?</h3>')
_TAG = re.compile(r"<(?!/?h[1-6]\b)[^>]*>")
_SPACE = re.compile(r"\s+")


def searched(body: str, key: str) -> str:
    """Return what a search finds of a rendered page: words and ids, and headings where a search leads to its parts.

    Furniture, tables, what only programs read, what is known about entries besides their words, and sections that tell
    what other pages tell (`data-search-exclude`) are left out. A page without parts of its own is found as a whole.
    """
    own = _ABOUT.sub(" ", _TABLE.sub(" ", _REPEATED.sub("", _FURNITURE.sub("", _SCRIPT.sub("", body)))))
    own = _WITHOUT_WORDS.sub(" ", own).replace("</h1>", f"</h1> {key} ", 1)
    own = _PART.sub(r"\g<0> \1 ", own) if "<h3" in own else re.sub(r"</?h2\b[^>]*>", " ", own)
    return _SPACE.sub(" ", _TAG.sub(" ", own))
