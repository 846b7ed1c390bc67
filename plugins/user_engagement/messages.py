"""A validation error becomes a sentence its author can act on."""

import difflib
import re
from collections.abc import Callable, Iterable
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from user_engagement.model.entry import Entry, Part, Trail
from user_engagement.model.language import FORMS
from user_engagement.problems import Place, Problem
from user_engagement.yaml_source import Document

_Sentence = Callable[[Any, dict[str, Any]], tuple[str, str]]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return " Did you mean …?" for the nearest of the known words, or nothing."""
    near = nearest(word, known)
    return f" Did you mean {near}?" if near else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that is most like this one, or nothing."""
    known = list(known)
    same = [each for each in known if _letters(each) == _letters(word)]
    return next(iter(same or difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.6)), "")


def _letters(word: str) -> str:
    return re.sub(r"[\s_-]", "", word).lower()


def problems(errors: Iterable[ErrorDetails], document: Document, trail: Trail, kind: type[BaseModel]) -> list[Problem]:
    """Return a problem for each mistake in an entry of this kind that stands at the trail in the document.

    A required field that is missing because its name is misspelt is one mistake.
    """
    found = [_without_form(error) for error in errors]
    missing = [error["loc"] for error in found if error["type"] == "missing"]
    meant = {error["loc"]: _meant(error["loc"], found, missing) for error in found if _is_unknown(error)}
    kept = [error for error in found if error["loc"] not in meant.values() or _is_unknown(error)]
    return [_problem(error, document, trail, kind, meant.get(error["loc"])) for error in kept]


def _without_form(error: ErrorDetails) -> ErrorDetails:
    """Return an error whose trail is that of the YAML, in which a text by language has no step of its own."""
    return {**error, "loc": tuple(step for step in error["loc"] if step not in FORMS)}


def _is_unknown(error: ErrorDetails) -> bool:
    return error["type"] == "extra_forbidden"


def _meant(unknown: Trail, found: list[ErrorDetails], missing: list[Trail]) -> Trail | None:
    """Return the missing field that a field nobody knows was meant to be, if it can be told."""
    parent = unknown[:-1]
    candidates = [each for each in missing if each[:-1] == parent]
    if near := nearest(str(unknown[-1]), [str(each[-1]) for each in candidates]):
        return (*parent, near)
    alone = sum(_is_unknown(error) and error["loc"][:-1] == parent for error in found) == 1
    return candidates[0] if alone and len(candidates) == 1 else None


def fields(kind: type[BaseModel], trail: Trail) -> list[str]:
    """Return the names of the fields at a place inside an entry of this kind, those that all have last."""
    for step in trail:
        if isinstance(step, str):
            kind = _part(kind.model_fields[step].annotation) or kind
    common = next((each.model_fields for each in (Entry, Part) if issubclass(kind, each)), {})
    return [*(name for name in kind.model_fields if name not in common), *common]


def _part(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((part for inner in get_args(annotation) if (part := _part(inner))), None)


def _problem(
    error: ErrorDetails, document: Document, trail: Trail, kind: type[BaseModel], meant: Trail | None
) -> Problem:
    inner: Trail = tuple(error["loc"])
    code, message = _sentence(error, inner, kind, meant)
    return Problem(_place(error["type"], document, (*trail, *inner)), code, _field((*trail, *inner)), message)


def _place(error_type: str, document: Document, trail: Trail) -> Place:
    if error_type == "missing":
        return document.place(trail[:-1])
    return document.key_place(trail) if error_type == "extra_forbidden" else document.place(trail)


def _field(trail: Trail) -> str:
    return next((str(step) for step in reversed(trail) if isinstance(step, str)), "")


def _sentence(error: ErrorDetails, inner: Trail, kind: type[BaseModel], meant: Trail | None) -> tuple[str, str]:
    given, context = error["input"], error.get("ctx", {})
    if _is_unknown(error):
        return _unknown_field(str(inner[-1]), fields(kind, inner[:-1]), meant)
    if given is None and error["type"] != "missing":
        where = "here" if inner and isinstance(inner[-1], int) else "after the colon"
        return "empty-field", f"There is nothing {where}. Write a value or remove the line."
    sentence = _SENTENCES.get(error["type"])
    return sentence(given, context) if sentence else (error["type"].replace("_", "-"), error["msg"])


def _unknown_field(name: str, known: list[str], meant: Trail | None) -> tuple[str, str]:
    suggestion = f" Did you mean {meant[-1]}?" if meant else did_you_mean(name, known)
    suggestion = suggestion or f" Fields here are: {', '.join(known)}."
    return "unknown-field", f"There is no field with this name here.{suggestion}"


def _not_in_list(given: Any, context: dict[str, Any]) -> tuple[str, str]:
    allowed = [word[1:-1] for word in re.split(r"(?<=['\"])(?:, | or )(?=['\"])", context["expected"])]
    suggestion = did_you_mean(given, allowed) if isinstance(given, str) else ""
    return "not-in-list", f"This is not one of the words used here: {', '.join(allowed)}.{suggestion}"


def _id_format(given: Any, context: dict[str, Any]) -> tuple[str, str]:
    return "id-format", "Write an id in lower case letters, digits and single hyphens, for example area-codes."


def _wrong_type(wanted: str) -> _Sentence:
    def sentence(given: Any, context: dict[str, Any]) -> tuple[str, str]:
        shape = "a list" if isinstance(given, list) else "fields" if isinstance(given, dict) else "text"
        quotes = " Put text that starts with [ or { in quotes." if wanted is _TEXT and shape != "text" else ""
        return "wrong-type", f"This is read as {shape}. {wanted}{quotes}"

    return sentence


_TEXT = "Write text."
_SENTENCES: dict[str, _Sentence] = {
    "missing": lambda given, context: ("missing-field", "This field is missing and is required. Add it."),
    "literal_error": _not_in_list,
    "string_pattern_mismatch": _id_format,
    "string_too_short": lambda given, context: (
        "empty-field",
        "There is no text here. Write a value or remove the field.",
    ),
    "string_too_long": lambda given, context: (
        "too-long",
        f"This text is longer than {context['max_length']:,} characters. Shorten it.",
    ),
    "string_type": _wrong_type(_TEXT),
    "scalar_type": _wrong_type("Write one value on this line."),
    "bool_parsing": lambda given, context: ("wrong-type", "Write true or false."),
    **dict.fromkeys(
        ("int_parsing", "int_type", "greater_than_equal", "less_than_equal"),
        lambda given, context: ("not-a-number", "Write a number from 1 to 100."),
    ),
    "bool_type": _wrong_type("Write true or false."),
    "tuple_type": _wrong_type("Write a list: each item on a line of its own, after a hyphen and a space."),
    "model_type": _wrong_type("Write fields: each on a line of its own, a name, a colon and a value."),
}
