"""What the YAML parser says, in words that tell an author what to type."""

import re
from typing import Any

import yaml

_TAB = "A tab is used here. Use spaces to indent."
_COLON = (
    "A colon in the text looks like a new field, or a colon or indentation is missing on this line or the one above. "
    "Put text with a colon in quotes, or mend the line."
)
_SENTENCES = (
    (r"tab character|'\\\\t'", "tab", _TAB),
    (r"cannot start any token", "syntax", "This character cannot stand here. Put the text in quotes."),
    (
        r"mapping values are not allowed",
        "syntax",
        _COLON,
    ),
    (
        r"could not find expected ':'",
        "syntax",
        "A colon is missing after a field name. Write the name, a colon and a space.",
    ),
    (
        r"did not find expected '-'",
        "syntax",
        "This line does not fit the list above it. Start it with a hyphen or mend the indentation.",
    ),
    (
        r"did not find expected key",
        "syntax",
        "This line is not indented like its neighbours, or quotes are not closed. Line it up with the fields above.",
    ),
    (
        r"expected ',' or '[\]}]'",
        "syntax",
        "A list or mapping in brackets is not closed. Add the missing comma or bracket.",
    ),
    (r"unexpected end of stream", "syntax", "Quotes or brackets are opened and never closed. Add the missing one."),
    (
        r"unexpected document indicator",
        "syntax",
        "Quotes are opened before this line and never closed. Add the missing one.",
    ),
    (
        r"unknown escape character|expected hexdecimal|expected escape",
        "syntax",
        "A backslash in double quotes starts a special character. Use single quotes.",
    ),
    (r"directive|%", "syntax", "A line cannot start with a percent sign. Put the text in quotes."),
    (
        r"block scalar|indentation indicator|chomping",
        "syntax",
        "Nothing may follow | or > on the same line. Start the text on the next line, indented.",
    ),
    (
        r"anchor|alias",
        "anchor",
        "Anchors (&) and aliases (*) are not allowed. Write the text out, or put it in quotes.",
    ),
    (r"tag", "tag", "Tags (!) are not allowed. Put the text in quotes."),
)


def explain(error: yaml.MarkedYAMLError, text: str) -> tuple[str, str]:
    """Return the code and the sentence for a fault that the YAML parser found in the text."""
    mark = error.problem_mark
    if mark and "cannot start any token" in (error.problem or "") and _at(text, mark) == "\t":
        return "tab", _TAB
    problem = f"{error.problem or ''} {error.context or ''}"
    for pattern, code, sentence in _SENTENCES:
        if re.search(pattern, problem):
            return code, sentence
    return "syntax", "This is not valid YAML. Compare it with the lines around it: indentation, colons and quotes."


def _at(text: str, mark: Any) -> str:
    line = next(iter(text.split("\n")[mark.line :]), "")
    return line[mark.column : mark.column + 1]


def where(error: yaml.MarkedYAMLError) -> Any:
    """Return the mark of the fault: for quotes or brackets never closed, where they were opened."""
    unclosed = re.search(r"unexpected (end of stream|document indicator)", error.problem or "")
    return (unclosed and error.context_mark) or error.problem_mark
