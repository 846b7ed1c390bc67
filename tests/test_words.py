"""Everything the interface says is in a list, and every language that comes with the package says all of it."""

import re

import pytest
import yaml
from tests.phrases import everywhere

from user_engagement.words import BEFORE_A_VOWEL
from user_engagement.words.files import COUNTED, PHRASES, SHIPPED

PLACE = re.compile(r"\{\w+\}")
TRANSLATIONS = sorted(path for path in SHIPPED.glob("*.yml") if path.stem != "en")
HEAD = """\
# Every phrase of the interface, and how English counts things. `pytest --update-golden tests/test_words.py`
# writes the phrases anew; a phrase with nothing after it is said as it stands.
"""


def content(path):
    return yaml.safe_load(path.read_text("utf-8"))


def test_the_list_of_phrases_has_all_that_is_said_and_nothing_else(*, update_golden):
    english = SHIPPED / "en.yml"
    given = content(english)
    if update_golden:
        told = given | {PHRASES: dict.fromkeys(everywhere())}
        english.write_text(HEAD + written(told), "utf-8")
        given = content(english)
    assert sorted(given[PHRASES]) == sorted(everywhere())


def written(told):
    phrases = "".join(
        f"  {yaml.safe_dump(each, width=1000, allow_unicode=True, default_style=chr(34)).strip()}:\n"
        for each in told[PHRASES]
    )
    counted = yaml.safe_dump({COUNTED: told[COUNTED]}, allow_unicode=True)
    return f"phrases:\n{phrases}{counted}"


def quoted(phrase):
    return yaml.safe_dump(phrase, width=1000, allow_unicode=True, default_style='"').strip()


@pytest.mark.parametrize("path", TRANSLATIONS, ids=lambda path: path.stem)
def test_a_translation_has_every_phrase_and_no_other(path):
    told = [phrase.removesuffix(BEFORE_A_VOWEL) for phrase in content(path)[PHRASES]]
    assert sorted(set(told)) == sorted(content(SHIPPED / "en.yml")[PHRASES])


@pytest.mark.parametrize("path", TRANSLATIONS, ids=lambda path: path.stem)
def test_a_translation_fills_the_same_places(path):
    phrases = content(path)[PHRASES]
    assert {english: told for english, told in phrases.items() if places(english) != places(told)} == {}


@pytest.mark.parametrize("path", TRANSLATIONS, ids=lambda path: path.stem)
def test_a_translation_counts_everything_that_is_counted(path):
    counted = content(path)[COUNTED]
    assert sorted(counted) == sorted(content(SHIPPED / "en.yml")[COUNTED])
    assert [noun for noun, forms in counted.items() if "other" not in forms] == []


def places(text):
    return sorted(PLACE.findall(text))
