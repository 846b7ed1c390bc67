"""Everything the interface says is in a list, and every language that comes with the package says all of it."""

import re

import pytest
import yaml
from tests.phrases import everywhere

from user_engagement.words import BEFORE_A_VOWEL
from user_engagement.words.files import COUNTED, PHRASES, SHIPPED, words

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


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("phrases: {Nothing such: Rien}", "words-unknown"),
        ("phrases: {Users: [a]}", "words-places"),
        ("phrases: text", "words-section"),
        ("- text", "words-section"),
        ('counted: {outcome: {other: "{m} résultats"}}', "words-forms"),
        ('counted: {outcome: {one: "{n} résultat"}}', "words-forms"),
        ("units: {people: 3}\nnames: {Home: {a: b}}", "words-forms"),
        ("phrases: {", "syntax"),
    ],
)
def test_whatever_a_file_of_words_has_is_told_and_breaks_nothing(tmp_path, content, expected):
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "fr.yml").write_text(content, "utf-8")
    french, problems = words("fr", tmp_path)

    assert sorted({each.code for each in problems}) == sorted([expected, "words-missing"])
    assert french.count(3, "outcome") == "3 outcomes"


def test_a_phrase_that_there_is_not_does_not_take_the_others_away(tmp_path):
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "en.yml").write_text("phrases: {Users: Customers, Nothing such: Nothing}", "utf-8")
    english, problems = words("en", tmp_path)

    assert english.phrase("Users") == "Customers"
    assert [each.code for each in problems] == ["words-unknown"]
