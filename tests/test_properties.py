"""Truths about everything that anybody can write."""

import re
from collections.abc import Mapping
from datetime import datetime
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from posixpath import join, normpath
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError
from tests import hosts, strategies

from user_engagement import prose
from user_engagement.loading import load
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.quantity import Quantity
from user_engagement.model.scalar import Scalar
from user_engagement.model.text import HIDDEN, Text
from user_engagement.site import Settings, Site, build
from user_engagement.visibility import public

MOMENT = datetime(2026, 11, 23, 9, 30)  # noqa: DTZ001 - UK time


def times(examples: int) -> settings:
    return settings(max_examples=examples, deadline=None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("statements")


def written(folder: Path, files: Mapping[str, Any]) -> Path:
    """Write data as YAML, and bytes as they are, in place of what the folder had in files of these names."""
    return hosts.write(folder, {path: as_yaml(content) for path, content in files.items()})


def as_yaml(content: Any) -> bytes:
    if isinstance(content, bytes):
        return content
    return yaml.dump(content, Dumper=yaml.CSafeDumper, encoding="utf-8", allow_unicode=True, sort_keys=False)


def site_of(folder: Path, files: Mapping[str, Any]) -> Site:
    return build(written(folder, files), Settings(MOMENT, shown_as="statements"))


class Shown(HTMLParser):
    """What a reader and a browser get from a page: text, links, places to link to, tags and attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]
        self.ids += [value or "" for name, value in attrs if name == "id"]


def is_inside_its_file(folder: Path, file: str, line: int, column: int) -> bool:
    path = folder / Path(file).relative_to("statements")
    text = path.read_bytes().decode("utf-8-sig", errors="replace") if path.is_file() else ""
    lines = re.split("\r\n|\r|\n", text)
    return 1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1


def is_a_site_or_problems(site: Site, folder: Path) -> bool:
    places = [problem.place for problem in site.problems]
    assert [place for place in places if not is_inside_its_file(folder, place.file, place.line, place.column)] == []
    assert [str(problem) for problem in site.problems if not str(problem).isprintable()] == []
    return bool(site.outputs) != bool(site.errors)


TOKENS = st.lists(
    st.sampled_from(
        ["statement", "needs", "title", "id", "organisation", "travel", "it", "2026-02-30", "é", "\u00a0", "\u2028"]
        + list(" \n\t\r:-?[]{},#&*!|>'\"%@`~<=.0\\\ufeff\x00")
        + ["\n  ", "\n- ", ": ", "\n---\n", "\n...\n", "\r\n", "''", '"\\x41"', "<<: ", "!!str ", "&a ", "*a"]
    ),
    max_size=40,
).map(lambda tokens: "".join(tokens).encode())

SAMPLE = as_yaml(strategies.PLAIN["bus/statement.yml"])

SPLICED = st.builds(
    lambda start, length, inserted: SAMPLE[:start] + inserted + SAMPLE[start + length :],
    st.integers(0, len(SAMPLE)),
    st.integers(0, 30),
    TOKENS | st.binary(max_size=5),
)


@times(300)
@given(content=st.binary(max_size=60) | TOKENS | SPLICED)
def test_any_bytes_are_a_site_or_problems_at_places_inside_their_file(folder: Path, content: bytes):
    site = site_of(folder, {**strategies.PLAIN, "bus/statement.yml": content})

    assert is_a_site_or_problems(site, folder)


@times(60)
@given(files=strategies.changed(wrong=3))
def test_any_values_are_a_site_or_problems_at_places_inside_their_files(folder: Path, files: dict[str, Any]):
    assert is_a_site_or_problems(site_of(folder, files), folder)


@times(40)
@given(files=strategies.changed(wrong=0))
def test_whatever_is_left_out_every_link_leads_to_one_place(folder: Path, files: dict[str, Any]):
    pages = {path.removesuffix("index.md"): Shown(page.body) for path, page in site_of(folder, files).pages.items()}
    places = {f"{page}#{anchor}" for page, shown in pages.items() for anchor in ["", *shown.ids]}
    links = [(page, link) for page, shown in pages.items() for link in shown.links if not scheme(link)]

    assert [(page, link) for page, link in links if target(page, link) not in places] == []
    assert [page for page, shown in pages.items() if len(set(shown.ids)) != len(shown.ids)] == []


def target(page: str, link: str) -> str:
    """Return page and place that a link on a page leads to."""
    path, _, anchor = link.partition("#")
    found = normpath(join(page, path)) if path else page.rstrip("/") or "."
    return f"{'' if found == '.' else found + '/'}#{anchor}"


PLAIN_TEXT = (
    st.text(st.characters(exclude_categories=["C"], exclude_characters="*_`[]<>\\&"), min_size=1)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: text and not HIDDEN.search(text))
)


@times(25)
@given(text=PLAIN_TEXT)
def test_any_text_in_any_field_is_what_readers_read(folder: Path, text: str):
    planted: list[str] = []

    def plant(*_: object) -> str:
        planted.append(f"x{len(planted)}x {text} x{len(planted)}x")
        return planted[-1]

    site = site_of(folder, strategies.everything(plant))
    shown = " ".join(" ".join(Shown(page.body).text for page in site.pages.values()).split()).casefold()

    assert site.errors == ()
    assert [each for each in planted if each.casefold() not in shown] == []


HOSTILE = st.lists(
    st.sampled_from(
        ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<", ">", '"', "'", "&lt;", "&#106;", "&colon;"]
        + [
            "](javascript:alert(1))",
            "](https://x",
            "[x",
            ")",
            "(",
            "<javascript:",
            "<https://x>",
            "java",
            "script:",
            ":",
        ]
        + [
            "](data:text/html,x)",
            "](//x)",
            "![",
            "`",
            "*",
            "_",
            "\\",
            "\n\n",
            "    ",
            "- ",
            "> ",
            "\t",
            "\n",
            "{{ 7*7 }}",
            "{%",
        ]
        + [
            ' onclick="alert(1)"',
            "<!--",
            "-->",
            "<![CDATA[",
            "</p>",
            "<svg/onload=alert(1)>",
            "[x]: javascript:alert(1)",
        ]
    ),
    min_size=1,
    max_size=8,
).map("".join)

SAFE_TAGS = set(
    "a abbr aside blockquote br caption code dd details div dl dt em footer h1 h2 h3 li nav ol p section small span "
    "strong summary table tbody td th thead time tr ul".split()  # noqa: SIM905
)
SAFE_ATTRIBUTES = {"href", "id", "class", "datetime", "rel", "start", "scope"}
SAFE_ATTRIBUTES |= {"aria-label", "aria-labelledby", "aria-current", "data-search-exclude", "role", "tabindex"}
SAFE_SCHEMES = {"", "https", "http", "mailto"}


def scheme(link: str) -> str:
    """Return the scheme of a link as a browser reads it."""
    found = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", re.sub(r"[\t\n\r]", "", link.strip("".join(map(chr, range(33))))))
    return found[1].lower() if found else ""


@times(25)
@given(text=HOSTILE)
def test_no_text_becomes_a_script_or_an_unsafe_link(folder: Path, text: str):
    try:
        TypeAdapter(Text).validate_python(text)
    except ValidationError:
        assume(False)  # noqa: FBT003 - this text is refused already
    shown = [Shown(page.body) for page in site_of(folder, strategies.everything(lambda *_: text)).pages.values()]

    assert shown
    assert {tag for page in shown for tag in page.tags} <= SAFE_TAGS
    assert {attribute for page in shown for attribute in page.attributes} <= SAFE_ATTRIBUTES
    assert {scheme(link) for page in shown for link in page.links} <= SAFE_SCHEMES


@times(300)
@given(text=HOSTILE, root=st.sampled_from(["", "../../"]))
def test_no_text_passes_the_one_door_as_a_script_or_an_unsafe_link(text: str, root: str):
    shown = Shown(prose.to_html(text, root))

    assert shown.tags <= {"p", "ul", "ol", "li", "em", "strong", "a", "br", "code", "blockquote"}
    assert shown.attributes <= {"href", "start"}
    assert {scheme(link) for link in shown.links} <= SAFE_SCHEMES


@times(300)
@given(
    text=st.lists(PLAIN_TEXT | st.sampled_from(["\n", "\n\n", "  \n", " ", "\t", "1. ", "- ", "#", "    "])).map(
        "".join
    )
)
def test_text_without_markup_is_the_same_with_and_without_markdown(text: str):
    assume(text.strip())
    alone = prose.to_html(text.strip(), "../")
    through_markdown = prose.to_html(f"{text.strip()}\n\n*end*", "../")

    assert squeezed(through_markdown) == squeezed(f"{alone}<p><em>end</em></p>")


def squeezed(html: str) -> str:
    return re.sub(r"\s*(</?(?:p|ul|ol|li|br)[^>]*>)\s*", r"\1", " ".join(unescape(html).split()))


VISIBILITIES = ["internal", "embargoed until 2026-12-01", "embargoed until 2026-01-01"]


@times(60)
@given(
    files=strategies.changed(wrong=0),
    hidden=st.dictionaries(st.sampled_from(strategies.PARTS), st.sampled_from(VISIBILITIES), max_size=8),
)
def test_what_passed_the_gate_passes_it_again(folder: Path, files: dict[str, Any], hidden: dict[Any, str]):
    catalogue = load(written(folder, strategies.with_visibility(files, hidden))).catalogue
    once = public(catalogue, MOMENT)

    assert public(once, MOMENT).entries == once.entries


@times(20)
@given(files=strategies.changed(wrong=2).flatmap(lambda files: st.permutations(list(files.items()))))
def test_the_order_in_which_files_were_written_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory, files: list[tuple[str, Any]]
):
    ways = dict(files), dict(sorted(files))
    one, other = (site_of(tmp_path_factory.mktemp("statements"), way) for way in ways)

    assert one.problems == other.problems
    assert one.outputs == other.outputs


@times(300)
@given(data=st.data(), kind=st.sampled_from([FuzzyDate, Quantity]))
def test_a_value_is_written_as_it_can_be_read_again(data: st.DataObject, kind: type[Scalar]):
    pattern = re.compile(kind.pattern.replace("(?<", "(?P<"), re.ASCII)
    written = data.draw(st.from_regex(pattern, fullmatch=True))
    try:
        value = kind.parse(" ".join(written.split()))
    except PydanticCustomError:
        assume(False)  # noqa: FBT003 - this text is refused already

    assert kind.parse(str(value)) == value
