"""A validation error becomes a sentence its author can act on."""

import difflib
import re
from collections.abc import Callable, Iterable
from typing import Any, get_args

from pydantic_core import ErrorDetails

from user_engagement.model.entry import Part, Trail
from user_engagement.problems import Place, Problem
from user_engagement.yaml_source import Document

_Sentence = Callable[[Any, dict[str, Any]], tuple[str, str]]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return " Did you mean …?" for the nearest of the known words, or nothing."""
    known = list(known)
    near = difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.6) or [
        each for each in known if each.replace("_", "") == word.lower().replace("_", "").replace(" ", "")
    ]
    return f" Did you mean {near[0]}?" if near else ""


def problems(errors: Iterable[ErrorDetails], document: Document, trail: Trail, kind: type[Part]) -> list[Problem]:
    """Return a problem for each error of an entry of this kind that stands at the trail in the document."""
    return [_problem(error, document, trail, kind) for error in errors]


def fields(kind: type[Part], trail: Trail) -> list[str]:
    """Return the names of the fields at a place inside an entry of this kind."""
    for step in trail:
        if isinstance(step, str):
            kind = _part(kind.model_fields[step].annotation) or kind
    return list(kind.model_fields)


def _part(annotation: Any) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((part for inner in get_args(annotation) if (part := _part(inner))), None)


def _problem(error: ErrorDetails, document: Document, trail: Trail, kind: type[Part]) -> Problem:
    inner: Trail = tuple(error["loc"])
    code, message = _sentence(error, inner, kind)
    return Problem(_place(error["type"], document, (*trail, *inner)), code, _field((*trail, *inner)), message)


def _place(error_type: str, document: Document, trail: Trail) -> Place:
    if error_type == "missing":
        return document.place(trail[:-1])
    return document.key_place(trail) if error_type == "extra_forbidden" else document.place(trail)


def _field(trail: Trail) -> str:
    return next((str(step) for step in reversed(trail) if isinstance(step, str)), "")


def _sentence(error: ErrorDetails, inner: Trail, kind: type[Part]) -> tuple[str, str]:
    given, context = error["input"], error.get("ctx", {})
    if error["type"] == "extra_forbidden":
        return _unknown_field(str(inner[-1]), fields(kind, inner[:-1]))
    if given is None and error["type"] != "missing":
        return "empty-field", "There is nothing after the colon. Write a value or remove the field."
    sentence = _SENTENCES.get(error["type"])
    return sentence(given, context) if sentence else (error["type"].replace("_", "-"), error["msg"])


def _unknown_field(name: str, known: list[str]) -> tuple[str, str]:
    suggestion = did_you_mean(name, known) or f" Fields here are: {', '.join(known)}."
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
        return "wrong-type", f"Here is {shape}. {wanted}"

    return sentence


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
    "string_type": _wrong_type("Write text on one line, or after | on the lines below it."),
    "bool_parsing": lambda given, context: ("wrong-type", "Write true or false."),
    **dict.fromkeys(
        ("int_parsing", "int_type", "greater_than_equal", "less_than_equal"),
        lambda given, context: ("not-a-number", "Write a number from 1 to 100."),
    ),
    "bool_type": _wrong_type("Write true or false."),
    "tuple_type": _wrong_type("Write a list: each item on a line of its own, after a hyphen and a space."),
    "model_type": _wrong_type("Write fields: each on a line of its own, a name, a colon and a value."),
}
