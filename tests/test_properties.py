"""Truths about everything that anybody can write."""

import re
from datetime import datetime
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from posixpath import join, normpath

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError
from tests import hosts
from tests.strategies import (
    FULL,
    Files,
    as_yaml,
    everything,
    hostile_text,
    paragraphs,
    pieces_of_yaml,
    plain_text,
    spoilt_yaml,
    statements,
)

from user_engagement import prose
from user_engagement.loading import load
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.quantity import Quantity
from user_engagement.model.scalar import Scalar
from user_engagement.model.text import Text
from user_engagement.outputs.output import Page
from user_engagement.problems import Place
from user_engagement.site import Settings, Site, build
from user_engagement.visibility import public

MOMENT = datetime(2026, 11, 23, 9, 30)  # noqa: DTZ001 - UK time
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
SAFE_SCHEMES = {"", "https", "http", "mailto"}
PROSE_TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "br", "code", "blockquote"}


def times(examples: int) -> settings:
    return settings(max_examples=examples, deadline=None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose files every example writes anew."""
    return tmp_path_factory.mktemp("statements")


def written(folder: Path, files: Files) -> Path:
    """Write data as YAML, and bytes as they are."""
    return hosts.write(
        folder, {path: data if isinstance(data, bytes) else as_yaml(data) for path, data in files.items()}
    )


def site_of(folder: Path, files: Files) -> Site:
    return build(written(folder, files), Settings(MOMENT, shown_as="statements"))


class Shown(HTMLParser):
    """What a page gives to a reader and a browser."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self.scripts = 0
        self.attributes: set[str] = set()
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.scripts += tag == "script"
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]
        self.ids += [value or "" for name, value in attrs if name == "id"]


@pytest.fixture(scope="module")
def harmless(folder: Path) -> Shown:
    """All pages in one, with harmless words in every field."""
    return Shown("".join(page.body for page in site_of(folder, FULL).pages.values()))


def scheme(link: str) -> str:
    """Return the scheme of a link as a browser reads it: without controls around it, or tabs and lines inside."""
    controls = "".join(map(chr, range(33)))
    found = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", re.sub(r"[\t\n\r]", "", link.strip(controls)))
    return found[1].lower() if found else ""


def target(page: str, link: str) -> tuple[str, str]:
    """Return the page and the place on it that a link on a page leads to."""
    path, _, anchor = link.partition("#")
    return normpath(join(page, path)), anchor


def is_inside_its_file(folder: Path, place: Place) -> bool:
    path = folder / Path(place.file).relative_to("statements")
    text = path.read_bytes().decode("utf-8-sig", errors="replace") if path.is_file() else ""
    lines = re.split("\r\n|\r|\n", text)
    return 1 <= place.line <= len(lines) and 1 <= place.column <= len(lines[place.line - 1]) + 1


def is_published_or_told(site: Site, folder: Path) -> bool:
    assert [problem for problem in site.problems if not is_inside_its_file(folder, problem.place)] == []
    assert [problem for problem in site.problems if UNSEEN.search(str(problem))] == []
    return bool(site.outputs) != bool(site.errors)


@times(200)
@given(content=st.binary(max_size=60) | pieces_of_yaml | spoilt_yaml)
def test_any_bytes_are_published_or_told_at_a_place_inside_their_file(folder: Path, content: bytes):
    site = site_of(folder, {**FULL, "bus/statement.yml": content})

    assert is_published_or_told(site, folder)


@times(30)
@given(files=statements(wrong=3))
def test_any_values_are_published_or_told_at_a_place_inside_their_file(folder: Path, files: Files):
    site = site_of(folder, files)

    assert is_published_or_told(site, folder)


@times(20)
@given(files=statements(hidden=5))
def test_whatever_is_left_out_or_hidden_every_link_leads_to_one_place(folder: Path, files: Files):
    outputs = {normpath(each.path.removesuffix("index.md")): each for each in site_of(folder, files).outputs}
    pages = {path: Shown(each.body) for path, each in outputs.items() if isinstance(each, Page)}
    places = {(path, anchor) for path, page in pages.items() for anchor in page.ids} | {(path, "") for path in outputs}
    links = [(path, link) for path, page in pages.items() for link in page.links if not scheme(link)]

    assert [(path, link) for path, link in links if target(path, link) not in places] == []
    assert [path for path, page in pages.items() if len(set(page.ids)) != len(page.ids)] == []


@times(12)
@given(text=plain_text)
def test_any_text_in_any_field_is_what_readers_read(folder: Path, text: str):
    planted: list[str] = []

    def plant() -> str:
        planted.append(f"x{len(planted)}x {text} x{len(planted)}x")
        return planted[-1]

    site = site_of(folder, everything(plant))
    read = " ".join(" ".join(Shown(page.body).text for page in site.pages.values()).split()).casefold()

    assert site.errors == ()
    assert [each for each in planted if each.casefold() not in read] == []


@times(10)
@given(text=hostile_text)
def test_no_text_in_any_field_becomes_a_script_or_an_unsafe_link(folder: Path, harmless: Shown, text: str):
    try:
        TypeAdapter(Text).validate_python(text)
    except ValidationError:
        assume(False)  # noqa: FBT003 - such text is told already
    pages = [Shown(page.body) for page in site_of(folder, everything(lambda: text)).pages.values()]

    assert pages
    assert {tag for page in pages for tag in page.tags} <= harmless.tags | PROSE_TAGS
    assert sum(page.scripts for page in pages) == harmless.scripts == 1
    assert {attribute for page in pages for attribute in page.attributes} <= harmless.attributes | {"start"}
    assert {scheme(link) for page in pages for link in page.links} <= SAFE_SCHEMES


@times(300)
@given(text=hostile_text, root=st.sampled_from(["", "../../"]))
def test_no_text_passes_the_one_door_as_a_script_or_an_unsafe_link(text: str, root: str):
    shown = Shown(prose.to_html(text, root))

    assert shown.tags <= PROSE_TAGS
    assert shown.attributes <= {"href", "start"}
    assert {scheme(link) for link in shown.links} <= SAFE_SCHEMES


@times(300)
@given(text=paragraphs)
def test_text_without_markup_is_the_same_with_and_without_markdown(text: str):
    alone = prose.to_html(text, "../")
    through_markdown = prose.to_html(f"{text}\n\n*end*", "../")

    assert squeezed(through_markdown) == squeezed(f"{alone}<p><em>end</em></p>")


def squeezed(html: str) -> str:
    """Return HTML without the white space that nobody sees."""
    return re.sub(r"\s*(</?(?:p|ul|ol|li|br)[^>]*>)\s*", r"\1", " ".join(unescape(html).split()))


@times(40)
@given(files=statements(hidden=8))
def test_what_passed_the_gate_passes_it_again_unchanged(folder: Path, files: Files):
    once = public(load(written(folder, files)).catalogue, MOMENT)

    assert public(once, MOMENT).entries == once.entries


@times(10)
@given(files=statements(wrong=2).flatmap(lambda files: st.permutations(list(files.items()))))
def test_the_order_in_which_files_were_written_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory, files: list[tuple[str, object]]
):
    one, other = (
        site_of(tmp_path_factory.mktemp("statements"), dict(written)) for written in (files, sorted(files, key=str))
    )

    assert one.problems == other.problems
    assert one.outputs == other.outputs


@times(200)
@given(data=st.data(), kind=st.sampled_from([FuzzyDate, Quantity]))
def test_a_value_is_written_as_it_can_be_read_again(data: st.DataObject, kind: type[Scalar]):
    pattern = re.compile(kind.pattern.replace("(?<", "(?P<"), re.ASCII)
    text = data.draw(st.from_regex(pattern, fullmatch=True))
    try:
        value = kind.parse(" ".join(text.split()))
    except PydanticCustomError:
        assume(False)  # noqa: FBT003 - such text is told already

    assert kind.parse(str(value)) == value
