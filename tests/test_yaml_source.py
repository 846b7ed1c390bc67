"""YAML as its author typed it, or a message: with the C parser, and with the Python one where that is missing."""

import importlib.util
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from user_engagement import yaml_source
from user_engagement.problems import Place
from user_engagement.yaml_source import MAX_BYTES, MAX_DEPTH, Document

Parse = Callable[[bytes], Document]

PARSERS = ("C", "Python")


@pytest.fixture(params=PARSERS, ids=lambda parser: f"with the {parser} parser")
def parse(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Parse:
    """Read YAML with one of the two parsers."""
    if request.param == "Python":
        monkeypatch.delattr(yaml, "CSafeLoader")
    spec = importlib.util.find_spec(yaml_source.__name__)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return lambda content: module.parse(content, "bus.yml")


def told(document: Document) -> list[str]:
    """Place and code of each problem."""
    return [f"{problem.place.line}:{problem.place.column} {problem.code}" for problem in document.problems]


TYPED = "no yes on off NO y true false 12:30 010 0x1F 1_000 1.10 1e3 .5 .inf 2026-03-31 2026-02-30 Null NULL = <"


@pytest.mark.parametrize("typed", TYPED.split())
def test_text_stays_as_typed(parse: Parse, typed: str):
    document = parse(f"answer: {typed}\n{typed}: answer\n".encode())

    assert document.value == {"answer": typed, typed: "answer"}
    assert document.problems == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("", None, id="nothing"),
        pytest.param("# a comment", None, id="only a comment"),
        pytest.param("~", None, id="a tilde"),
        pytest.param("null", None, id="null"),
        pytest.param('""', "", id="empty quotes"),
        pytest.param("'null'", "null", id="null in quotes"),
        pytest.param("'users'' needs'", "users' needs", id="a doubled apostrophe"),
        pytest.param("users' needs", "users' needs", id="an apostrophe without quotes"),
        pytest.param('"*Bus* & rail: 50%"', "*Bus* & rail: 50%", id="special characters in quotes"),
        pytest.param("bus & rail #1", "bus & rail", id="a comment after text"),
        pytest.param("C# and F#", "C# and F#", id="a number sign in a word"),
        pytest.param("|\n  one\n  two", "one\ntwo\n", id="lines after a bar"),
        pytest.param(">\n  one\n  two\n\n  three", "one two\nthree\n", id="paragraphs after a greater-than sign"),
        pytest.param("one\n  two", "one two", id="text that goes on indented"),
        pytest.param("[a, b]", ["a", "b"], id="a list in brackets"),
        pytest.param("\n- a\n- b", ["a", "b"], id="a list below at the margin"),
        pytest.param("{a: b}", {"a": "b"}, id="fields in braces"),
    ],
)
def test_a_value_is_understood(parse: Parse, typed: str, expected: object):
    assert parse(f"answer: {typed}\n".encode()).value == {"answer": expected}


SAMPLE = """\
statement:
  title: Bus statistics
  adopts:
    - rail
    - road
needs: [{id: codes}]
"""


@pytest.mark.parametrize(
    ("trail", "key", "value"),
    [
        ((), (1, 1), (1, 1)),
        (("statement",), (1, 1), (2, 3)),
        (("statement", "title"), (2, 3), (2, 10)),
        (("statement", "adopts"), (3, 3), (4, 5)),
        (("statement", "adopts", 1), (5, 7), (5, 7)),
        (("needs", 0, "id"), (6, 10), (6, 14)),
        pytest.param(
            ("statement", "title", "missing"), (2, 10), (2, 10), id="the closest thing around what is missing"
        ),
    ],
)
@pytest.mark.parametrize(
    "encoded",
    [
        pytest.param(lambda text: text.encode(), id="as usual"),
        pytest.param(lambda text: text.encode("utf-8-sig"), id="after a byte order mark"),
        pytest.param(lambda text: text.replace("\n", "\r\n").encode(), id="with the line ends of Windows"),
    ],
)
def test_keys_and_values_have_places(
    parse: Parse,
    encoded: Callable[[str], bytes],
    trail: tuple[str | int, ...],
    key: tuple[int, int],
    value: tuple[int, int],
):
    document = parse(encoded(SAMPLE))

    assert document.key_place(trail) == Place("bus.yml", *key)
    assert document.place(trail) == Place("bus.yml", *value)


def test_columns_are_counted_in_characters(parse: Parse):
    document = parse("“😀 é”: {Café: 1}\n".encode())

    assert document.key_place(("“😀 é”", "Café")) == Place("bus.yml", 1, 9)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("", "1:1 empty-file", id="an empty file"),
        pytest.param("---\n", "1:1 empty-file", id="three hyphens alone"),
        pytest.param("a: 1\n---\nb: 2\n", "2:1 several-documents", id="a second document"),
        pytest.param("a: &x 1\n", "1:4 anchor", id="an anchor"),
        pytest.param("&x a: 1\n", "1:1 anchor", id="an anchor on a key"),
        pytest.param("a: *x\n", "1:4 anchor", id="an alias"),
        pytest.param("a:\n  - &x [1]\n  - *x\n", "2:5 anchor", id="an anchor on a list"),
        pytest.param("a: !!python/object/apply:os.system [ls]\n", "1:4 tag", id="a tag that would run a program"),
        pytest.param("a: !!str 1\n", "1:4 tag", id="a harmless tag"),
        pytest.param("!x a: 1\n", "1:1 tag", id="a tag on a key"),
        pytest.param("b:\n  <<: [a]\n", "2:3 merge-key", id="a merge key"),
        pytest.param("[a, b]: 1\n", "1:1 not-a-key", id="a list as a key"),
        pytest.param("? {a: b}\n: 1\n", "1:3 not-a-key", id="fields as a key"),
        pytest.param("a: 1\nb: 2\na: 3\n", "3:1 duplicate-key", id="a key twice"),
        pytest.param("a: 1\n'a': 3\n", "2:1 duplicate-key", id="a key twice, once in quotes"),
        pytest.param("a: {b: 1, b: 2}\n", "1:11 duplicate-key", id="a key twice in braces"),
        pytest.param("a:\n\tb: 1\n", "2:1 tab", id="a tab"),
        pytest.param("a: 1\rb: 2\rc: \x07\r", "3:4 hidden-character", id="the line ends of an old Macintosh"),
        pytest.param("a: bell\x07\n", "1:8 hidden-character", id="a control character"),
        pytest.param("a: 1\x85b: 2\n", "1:5 hidden-character", id="a line end of a mainframe"),
        pytest.param("a: 1\u2028b: 2\n", "1:5 hidden-character", id="a line separator"),
        pytest.param("a: zero\u200bwidth\n", "1:8 hidden-character", id="a space without width"),
        pytest.param("a: \ufefftext\n", "1:4 hidden-character", id="a byte order mark inside"),
        pytest.param("a:\n\u00a0\u00a0b: 1\n", "2:1 hidden-character", id="an indentation that cannot be broken"),
    ],
)
def test_what_could_confuse_or_harm_is_refused(parse: Parse, content: str, expected: str):
    document = parse(content.encode())

    assert told(document) == [expected]
    assert document.value is None or expected.endswith("duplicate-key")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(b"a: 12 \xe9\n", "1:7 not-utf-8", id="Latin-1"),
        pytest.param(b"a: 1\r\nb: \xe9\n", "2:4 not-utf-8", id="Latin-1 on a later line"),
        pytest.param(b"\xef\xbb\xbfa: \xe9\n", "1:4 not-utf-8", id="Latin-1 after a byte order mark"),
        pytest.param("a: é\n".encode("utf-16"), "1:1 not-utf-8", id="UTF-16"),
        pytest.param(b"a: \xed\xa0\x80\n", "1:4 not-utf-8", id="half a character"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "1:1 not-utf-8", id="a picture"),
    ],
)
def test_a_file_that_is_not_utf_8_is_refused_at_the_first_wrong_byte(parse: Parse, content: bytes, expected: str):
    assert told(parse(content)) == [expected]


def test_a_document_may_start_with_three_hyphens(parse: Parse):
    assert parse(b"--- # header\na: 1\n").value == {"a": "1"}


def test_a_space_that_cannot_be_broken_may_stand_in_text(parse: Parse):
    assert parse("a: 5\u00a0days\n".encode()).value == {"a": "5\u00a0days"}


def test_a_key_written_twice_names_both_places_and_keeps_the_first(parse: Parse):
    document = parse(b"needs:\n  - id: a\n    title: One\n    id: b\n")

    assert told(document) == ["4:5 duplicate-key"]
    assert "the first is on line 2" in document.problems[0].message
    assert document.value == {"needs": [{"id": "a", "title": "One"}]}
    assert document.place(("needs", 0, "id")) == Place("bus.yml", 2, 9)


def test_every_key_written_twice_is_told(parse: Parse):
    assert told(parse(b"a: 1\na: 2\na: 3\nb: {c: 1, c: 2}\n")) == [
        "2:1 duplicate-key",
        "3:1 duplicate-key",
        "4:11 duplicate-key",
    ]


def nested(depth: int) -> bytes:
    return b"a: " + b"[" * (depth - 1) + b"]" * (depth - 1)


def test_lists_and_fields_may_be_nested_forty_deep(parse: Parse):
    assert parse(nested(MAX_DEPTH)).problems == []


def test_lists_and_fields_may_not_be_nested_deeper(parse: Parse):
    assert told(parse(nested(MAX_DEPTH + 2))) == [f"1:{len('a: ') + MAX_DEPTH + 1} too-deep"]


def test_a_file_may_have_one_mebibyte(parse: Parse):
    assert parse(b"a: 1\n".ljust(MAX_BYTES, b"#")).problems == []


def test_a_file_may_not_be_larger(parse: Parse):
    assert told(parse(b"a: 1\n".ljust(MAX_BYTES + 1, b"#"))) == ["1:1 file-too-large"]


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path):
    document = yaml_source.read(tmp_path, "bus.yml")

    assert told(document) == ["1:1 unreadable-file"]


MANY = 50_000


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    "bomb",
    [
        pytest.param("[" * MANY, id="brackets"),
        pytest.param("[" * MANY + "]" * MANY, id="brackets that are closed"),
        pytest.param("{a: " * MANY, id="braces"),
        pytest.param("[{a: " * MANY, id="brackets and braces"),
        pytest.param("- " * MANY, id="hyphens"),
        pytest.param("? " * MANY, id="question marks"),
        pytest.param("\n".join(" " * depth + "a:" for depth in range(1_400)), id="fields on ever deeper lines"),
        pytest.param("\n".join(" " * depth + "-" for depth in range(1_400)), id="lists on ever deeper lines"),
    ],
)
def test_a_nesting_bomb_is_a_message_and_not_a_crash(parser: str, bomb: str, tmp_path: Path):
    (tmp_path / "organisations.yml").write_text(f"organisations:\n {bomb}", encoding="utf-8")
    hide = "import yaml; del yaml.CSafeLoader; " if parser == "Python" else ""
    command = f"{hide}from user_engagement.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", command, "check", "."], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (1, "")
    assert "[too-deep]" in done.stdout or "[not-a-key]" in done.stdout


INVALID = Path(__file__).parent / "invalid"


def test_both_parsers_read_and_tell_the_same(parse: Parse):
    """The column of a fault may differ by one; nothing else."""

    def read(parse: Parse) -> dict[str, object]:
        documents = {path.relative_to(INVALID).as_posix(): parse(path.read_bytes()) for path in INVALID.rglob("*.yml")}
        return {
            path: (document.value, [(problem.place.line, problem.message) for problem in document.problems])
            for path, document in documents.items()
        }

    assert read(parse) == read(lambda content: yaml_source.parse(content, "bus.yml"))
