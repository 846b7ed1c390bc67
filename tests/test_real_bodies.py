"""What real bodies publish can be said, and is then on the pages: five of them, from facts with their sources."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic_core import PydanticCustomError

from user_engagement import as_at
from user_engagement.loading import load
from user_engagement.model import Organisation, Statement
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.outputs.output import Page
from user_engagement.site import Settings, Site, build
from user_engagement.style import when
from user_engagement.words.files import english

BODIES = Path(__file__).parent / "real/statements"
FILES = sorted(BODIES.rglob("*.yml"))


@pytest.fixture(scope="module")
def site() -> Site:
    return build(BODIES, Settings(as_at.moment("2026-11-23")))


@pytest.fixture(scope="module")
def told(site: Site) -> str:
    """All words of all pages, in their order."""
    return "\n".join(words(page.body) for page in site.outputs if isinstance(page, Page))


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", unescape(re.sub(r"<[^>]+>", " ", text)).lower()))


def values(value: Any) -> Iterator[str]:
    """All texts and dates in what YAML says; ids and other single words are left out."""
    if isinstance(value, dict):
        yield from (found for each in value.values() for found in values(each))
    elif isinstance(value, list):
        yield from (found for each in value for found in values(each))
    elif re.search(r"\s|^\d{4}-", str(value)):
        yield from str(value).strip().splitlines()


def shown(text: str) -> str:
    """A text as pages show it: dates in words."""
    try:
        return words(when(FuzzyDate.parse(text), english()))
    except PydanticCustomError:
        return words(text)


def test_nothing_of_them_is_refused_or_warned_of(site: Site):
    assert site.problems == ()


def test_each_is_marked_as_an_illustration_with_its_sources():
    catalogue = load(BODIES).catalogue
    statements, organisations = catalogue.all(Statement), catalogue.all(Organisation)

    assert len({each.organisation for each in statements}) == 5
    assert all(each.illustration and each.sources for each in statements)
    assert all(each.illustration and each.sources for each in organisations)


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.relative_to(BODIES).as_posix())
def test_all_that_is_written_of_them_is_read_on_a_page(file: Path, told: str):
    written = {shown(text): text for text in values(yaml.safe_load(file.read_text("utf-8")))}

    assert [text for words, text in written.items() if words not in told] == []
