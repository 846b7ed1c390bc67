"""A search finds each thing once, by its words and its id."""

import pytest
from tests.pages import ROOT

from user_engagement import as_at
from user_engagement.outputs.output import Page
from user_engagement.searching import searched
from user_engagement.site import Settings, build

LEAF = """<nav class="ue-breadcrumbs" data-search-exclude><a href="../">Home</a></nav>
<h1>Area codes</h1>
<p class="ue-lede">All tables now have <em>area</em> codes.</p>

<h2 id="said">You said</h2>

<p>We cannot find places.</p>
<p class="ue-meta">Said by: Councils</p>
<table><caption>How many</caption><tr><td>12</td></tr></table>

<h2 id="related" data-search-exclude>Related</h2>

<h3 id="needs-met">Met</h3>

<ul><li>Codes for places</li></ul>

<h2 id="next">What happens next</h2>

<footer class="ue-about" data-search-exclude><p>As at 3 March</p></footer>"""

STATEMENT = """<h1>Bus statistics</h1>

<h2 id="commitments">Our commitments</h2>

<h3 id="commitment-answer">Answer quickly</h3>

<p>We answer in 5 days.</p>

<h2 id="limits">What we judged not to apply</h2>

<p>Nothing.</p>"""


def test_a_page_without_parts_is_found_as_a_whole_by_its_own_words_and_its_key():
    assert searched(LEAF, "bus/area-codes").strip() == (
        "<h1>Area codes</h1> bus/area-codes All tables now have area codes. You said We cannot find places."
    )


def test_the_parts_of_a_page_are_found_by_themselves_and_headings_without_words_are_not():
    assert searched(STATEMENT, "bus").strip() == (
        "<h1>Bus statistics</h1> bus "
        '<h3 id="commitment-answer">Answer quickly</h3> commitment-answer We answer in 5 days. '
        '<h2 id="limits">What we judged not to apply</h2> Nothing.'
    )


@pytest.fixture(scope="module")
def found() -> dict[str, str]:
    """What a search finds of each page of the example statements."""
    pages = build(ROOT / "statements", Settings(as_at.moment("2026-11-23"))).pages
    return {path: searched(page.body, "") for path, page in pages.items() if isinstance(page, Page) and page.searched}


def test_a_need_is_found_on_its_page_and_nowhere_else(found: dict[str, str]):
    words = "Islands with fewer than 400 people want results of their own"

    assert [path for path, text in found.items() if words in text] == ["needs/crossings-survey/small-islands/index.md"]
