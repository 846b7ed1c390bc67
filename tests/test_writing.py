"""What tools change in files leaves everything else as it was, to the byte."""

import random
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.pages import ROOT

from user_engagement import yaml_source
from user_engagement.writing import append, insert, plain, put, remove
from user_engagement.yaml_source import Trail

FILES = sorted(
    path
    for folder in (ROOT / "statements", ROOT / "tests" / "golden")
    for path in folder.rglob("*.yml")
    if path.is_file()
)
READABLE = st.text(
    st.characters(exclude_categories=("C", "Z"), exclude_characters="\ufeff") | st.just(" "), max_size=200
)
LINES = st.lists(READABLE, max_size=4).map("\n".join)
VALUES = st.recursive(
    READABLE | LINES | st.none() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abcdef"), inner, max_size=3),
    max_leaves=6,
)


def read(text: str):
    document = yaml_source.parse(text.encode(), "file.yml")
    assert [each for each in document.problems if each.code != "empty-file"] == []
    return document.value


def trails(value: object, trail: Trail = ()):
    yield trail
    for step, each in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from trails(each, (*trail, step))


def comments(text: str) -> list[str]:
    """The comments of a file, without what only looks like one inside of a text."""
    kept = text
    for token in yaml.scan(text):
        if isinstance(token, yaml.ScalarToken):
            start, end = token.start_mark.index, token.end_mark.index
            start = text.find("\n", start, end) if token.style in ("|", ">") else start
            kept = kept[:start] + "." * (end - start) + kept[end:]
    return sorted(re.findall(r"(?:^|(?<=\s))# [^\r\n]*", kept, re.MULTILINE))


EXAMPLE = """\
# Above everything
needs:
  - id: a      # behind
    title: One
    groups: [x, y]  # in brackets
    # below

  # of the second
  - id: b
    title: >-  # folded
      Two
      lines
    reason: |+
      Kept

  # at the end
"""


def test_a_value_is_replaced_where_it_stands():
    assert put(EXAMPLE, ("needs", 0, "id"), "c") == EXAMPLE.replace("id: a      #", "id: c      #")
    assert put(EXAMPLE, ("needs", 0, "groups", 1), "z") == EXAMPLE.replace("[x, y]", "[x, z]")
    assert put(EXAMPLE, ("needs", 1, "title"), "Two") == EXAMPLE.replace(
        "title: >-  # folded\n      Two\n      lines", "title: Two  # folded"
    )


def test_a_new_field_comes_last():
    assert put(EXAMPLE, ("needs", 0, "met"), "met") == EXAMPLE.replace("# in brackets", "# in brackets\n    met: met")
    assert put("a: {b: c}\n", ("a", "d"), "e, f") == "a: {b: c, d: 'e, f'}\n"
    assert put("", ("a", "b", 0), "c") == "a:\n  b:\n    - c\n"
    assert put("a:\n", ("a", 0), "c") == "a:\n  - c\n"
    assert put("a: b", ("c",), ["d"]) == "a: b\n\nc:\n  - d\n"


def test_an_item_comes_last_in_its_list_with_a_line_between_as_there_is_between_others():
    shorter = EXAMPLE.replace("|+", "|")
    assert append(shorter, ("needs",), {"id": "c", "title": "Three"}) == shorter.replace(
        "      Kept\n", "      Kept\n\n  - id: c\n    title: Three\n"
    )
    assert append("a: [b]", ("a",), "c") == "a: [b, c]"
    assert append("a:\n- b # c\n", ("a",), "d") == "a:\n- b # c\n- d\n"
    assert append("a:\r\n  - b: c\r\n    # d: e\r\n", ("a",), {"b": "f"}) == (
        "a:\r\n  - b: c\r\n    # d: e\r\n\r\n  - b: f\r\n"
    )


def test_what_is_removed_takes_its_comments_with_it():
    assert remove(EXAMPLE, ("needs", 1)) == EXAMPLE[: EXAMPLE.index("  # of")] + "  # at the end\n"
    assert remove("a: # one\n  - b: c\n    d: e\n", ("a", 0, "b")) == "a: # one\n  - d: e\n"
    assert remove("a: [b, c, d]\n", ("a", 1)) == "a: [b, d]\n"
    assert remove("a: [b, c, d]\n", ("a", 2)) == "a: [b, c]\n"
    assert remove("a:\n  - b\nc: d\n", ("a", 0)) == "c: d\n"


def test_a_comment_outlives_the_value_it_stands_in():
    text = "a:\n  b:\n    en: c # first\n    # second\n    cy: d\n"
    assert put(text, ("a", "b"), "e") == "a:\n  b: e  # first # second\n"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_writing_what_is_there_changes_nothing(path: Path):
    text = path.read_bytes().decode()
    assert put(text, (), read(text)) == text


@given(st.randoms(use_true_random=False), VALUES, st.sampled_from(["\n", "\r\n"]))
def test_an_edit_changes_what_it_says_and_loses_no_comment(chance: random.Random, value: object, newline: str):
    path = chance.choice(FILES)
    text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\n", newline)
    data = read(text)
    trail = chance.choice([each for each in trails(data) if each])

    changed = put(text, trail, value)

    assert at(read(changed), trail) == plain(value)
    assert set(comments(text)) - set(comments(changed)) == set()
    assert ("\r\n" in changed) == (newline == "\r\n")
    assert [each for each in trails(data) if not related(each, trail)] == [
        each for each in trails(read(changed)) if not related(each, trail)
    ]


@given(st.randoms(use_true_random=False), VALUES)
def test_an_item_that_is_put_in_and_taken_out_leaves_the_text_as_it_was(chance: random.Random, value: object):
    path = chance.choice(FILES)
    text = path.read_bytes().decode("utf-8-sig")
    data = read(text)
    lists = [each for each in trails(data) if isinstance(at(data, each), list)]
    if not lists:
        return
    trail = chance.choice(lists)
    position = chance.randint(0, len(at(data, trail)))

    longer = insert(text, (*trail, position), value)

    assert at(read(longer), trail) == [*at(data, trail)[:position], plain(value), *at(data, trail)[position:]]
    assert remove(longer, (*trail, position)) == text


def at(data, trail: Trail):
    for step in trail:
        data = data[step]
    return data


def related(one: Trail, other: Trail) -> bool:
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]
