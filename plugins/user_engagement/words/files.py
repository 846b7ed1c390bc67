"""Files of words: those that come with the package, and a site's own, which say otherwise or add a language."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import yaml
from babel import Locale
from babel.localedata import exists

from user_engagement import yaml_source
from user_engagement.problems import Level, Place, Problem
from user_engagement.words import BEFORE_A_VOWEL, MAIN, Forms, Words
from user_engagement.yaml_source import Document, Trail

SHIPPED = Path(__file__).parent
PHRASES, COUNTED, UNITS, NAMES = "phrases", "counted", "units", "names"

_PLACE_TO_FILL = re.compile(r"\{\w*\}")


def is_language(language: str) -> bool:
    """Say whether this is the code of a language, for example cy for Welsh."""
    return exists(language.replace("-", "_"))


def english_name(language: str) -> str:
    """Return what a language is called in English, for example Welsh."""
    return Locale.parse(language.replace("-", "_")).english_name or language


def words(language: str, own: Path | None = None) -> tuple[Words, tuple[Problem, ...]]:
    """Return the words of a language, and what is wrong with the file `own`/words/<language>.yml, if there is one.

    The same files give the same object, so that what was made with it can be used again.
    """
    files = [SHIPPED / f"{language}.yml", *([own / "words" / f"{language}.yml"] if own else [])]
    return _words(language, tuple((file, file.stat().st_mtime_ns) for file in files if file.exists()))


def to_fill_in(language: str) -> str:
    """Return a file of words for a language as YAML: every phrase, with its translation where there is one."""
    found, _ = words(language)
    content = {
        PHRASES: {english: found.phrases.get(english) for english in known()},
        COUNTED: {noun: dict(forms) for noun, forms in found.counted.items()},
        UNITS: dict(found.units),
    }
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1000)


def english() -> Words:
    """Return the words that come with the package for English, in which authors are told things."""
    return words(MAIN)[0]


@lru_cache(maxsize=8)
def _words(language: str, files: tuple[tuple[Path, int], ...]) -> tuple[Words, tuple[Problem, ...]]:
    problems: list[Problem] = []
    phrases: dict[str, str] = {}
    counted: dict[str, Forms] = {} if language == MAIN else dict(english().counted)
    units: dict[str, str] = {}
    names: dict[str, str] = {}
    for file, _ in files:
        document = yaml_source.read(file, f"words/{file.name}")
        faults = document.problems or list(_faults(document))
        problems += faults
        if not any(fault.level == "error" for fault in faults):
            phrases |= {english: told for english, told in document.value.get(PHRASES, {}).items() if told}
            counted |= document.value.get(COUNTED, {})
            units |= document.value.get(UNITS, {})
            names |= document.value.get(NAMES, {})
    if language != MAIN:
        problems += _missing(language, phrases)
    return Words(language, phrases, counted, units, names), tuple(problems)


@lru_cache(maxsize=1)
def known() -> dict[str, None]:
    """Return every phrase of the interface, in English."""
    return dict(yaml_source.read(SHIPPED / f"{MAIN}.yml", "").value[PHRASES])


def _faults(document: Document) -> Iterator[Problem]:
    """Yield what is wrong in a file: sections or phrases that there are not, places that are filled otherwise."""
    sections = document.value if isinstance(document.value, dict) else {"": document.value}
    for section, told in sections.items():
        if section not in (PHRASES, COUNTED, UNITS, NAMES) or not isinstance(told, dict):
            message = "A file of words has phrases, counted, units and names, each with words below it."
            yield _problem(document, (section,), "words-section", message)
            continue
        for english, each in told.items():
            if section == PHRASES:
                yield from _faults_of_a_phrase(document, english, each)
            elif not (_are_forms(each) if section == COUNTED else isinstance(each, str)):
                message = "Write text here; for what is counted its forms with {n}, “other” among them."
                yield _problem(document, (section, english), "words-forms", message)


def _are_forms(told: object) -> bool:
    """Say whether these are forms of a noun: one for each category of plural, the number in its place."""
    if not isinstance(told, dict) or "other" not in told:
        return False
    return all(isinstance(form, str) and _places(form) == {"{n}"} for form in told.values())


def _faults_of_a_phrase(document: Document, english: str, told: object) -> Iterator[Problem]:
    trail = (PHRASES, english)
    if english.removesuffix(BEFORE_A_VOWEL) not in known():
        message = "The interface does not say this. The command “user-engagement words” lists what it says."
        yield _problem(document, trail, "words-unknown", message, "warning")
    elif told is not None and (not isinstance(told, str) or _places(told) != _places(english)):
        places = ", ".join(sorted(_places(english))) or "none"
        yield _problem(document, trail, "words-places", f"A translation has the same places to fill: {places}.")


def _missing(language: str, phrases: Mapping[str, str]) -> Iterator[Problem]:
    if missing := [english for english in known() if english not in phrases]:
        message = f"{len(missing):,} phrases have no translation and stay English. The first is “{missing[0]}”."
        yield Problem(Place(f"words/{language}.yml"), "words-missing", PHRASES, message, "warning")


def _places(text: str) -> frozenset[str]:
    return frozenset(_PLACE_TO_FILL.findall(text))


def _problem(document: Document, trail: Trail, code: str, message: str, level: Level = "error") -> Problem:
    return Problem(document.key_place(trail), code, str(trail[-1]), message, level)
