"""What the YAML parser says, in words that tell an author what to type."""

import re
from typing import Any

import yaml

ANCHOR = "Text cannot start with & or * here: YAML takes it for an anchor. Put the text in quotes."
TAG = "Text cannot start with ! here: YAML takes it for a tag. Put the text in quotes."
_TAB = "A tab is used here. Use spaces to indent."
_CHARACTER = "This character cannot stand here. Put the text in quotes."
_COLON = "There is a second colon on this line, which looks like another field. Put the text in quotes."
_INDENT = "This line is indented too far, or the line above lacks its colon. Mend one of the two."
_SENTENCES = (
    (r"tab character|'\\\\t'", "tab", _TAB),
    (r"cannot start any token|mapping keys are not allowed|block node", "syntax", _CHARACTER),
    (
        r"sequence entries are not allowed",
        "syntax",
        "A list starts on a line of its own. Put the hyphen on the next line, or the text in quotes.",
    ),
    (r"mapping values are not allowed", "syntax", _INDENT),
    (
        r"could not find expected ':'",
        "syntax",
        "A colon or the space after it is missing on this line. Write name, colon, space; indent text that goes on.",
    ),
    (
        r"did not find expected '-'|while parsing a block collection",
        "syntax",
        "This line does not fit the list above it. Start it with a hyphen and a space, or mend the indentation.",
    ),
    (
        r"did not find expected key|expected <block end>",
        "syntax",
        "This line is not indented like its neighbours, or quotes are not closed. Line it up with the fields above.",
    ),
    (r"flow node", "syntax", "A value is missing here, or a bracket is not closed. Add what is missing."),
    (
        r"expected ',' or '[\]}]'",
        "syntax",
        "A bracket is opened here and not closed, or a comma is missing inside. Add it.",
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
        ANCHOR,
    ),
    (r"tag", "tag", TAG),
)


_AFTER_QUOTES = (
    "The text goes on after the closing quote. Put all of it in quotes, and an apostrophe inside single quotes twice."
)
_OPENED_EARLIER = re.compile(
    r"unexpected (end of stream|document indicator)|"
    r"while (parsing a flow|scanning an? (simple key|directive|anchor|alias|tag))"
)


def explain(error: yaml.MarkedYAMLError, text: str) -> tuple[str, str]:
    """Return the code and the sentence for a fault that the YAML parser found in the text."""
    problem = f"{error.problem or ''} {error.context or ''}"
    if "cannot start any token" in problem and _here(text, error.problem_mark) == "\t":
        return "tab", _TAB
    if re.search("did not find expected key|expected <block end>", problem) and _before(
        text, error.problem_mark
    ).endswith(("'", '"')):
        return "syntax", _AFTER_QUOTES
    if "mapping values are not allowed" in problem and ": " in _before(text, error.problem_mark):
        return "syntax", _COLON
    for pattern, code, sentence in _SENTENCES:
        if re.search(pattern, problem):
            return code, sentence
    return "syntax", "This is not valid YAML. Compare it with the lines around it: indentation, colons and quotes."


def where(error: yaml.MarkedYAMLError) -> Any:
    """Return the mark of what is to be mended: for something never closed, where it was opened."""
    opened_earlier = _OPENED_EARLIER.search(f"{error.problem or ''} {error.context or ''}")
    return (opened_earlier and error.context_mark) or error.problem_mark


def _line(text: str, mark: Any) -> str:
    return next(iter(text.split("\n")[mark.line :]), "") if mark else ""


def _before(text: str, mark: Any) -> str:
    """Return what stands on the line before the mark, without spaces at its end."""
    return _line(text, mark)[: mark.column].rstrip() if mark else ""


def _here(text: str, mark: Any) -> str:
    return _line(text, mark)[mark.column : mark.column + 1] if mark else ""
