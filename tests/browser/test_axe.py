"""axe finds no fault on any kind of page, narrow or wide, light, dark or in colours that the reader forces."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browser.conftest import LOOKS

ALL = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
}
# Of these rules only two ask for colours, so the other looks are held to those, on the page that is open already.
COLOURS = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}


def faults(page, options=ALL):
    """What axe finds: the page, the rule and where."""
    found = Axe().run(page, options=options).response
    assert found["passes"], "axe looked at nothing"
    return [(page.url, rule["id"], node["target"]) for rule in found["violations"] for node in rule["nodes"]]


@pytest.mark.parametrize("width", [1280, 320])
def test_no_page_has_a_fault(site, context, width):
    page = context(width=width).new_page()
    found = []
    for address in site.pages():
        page.goto(address)
        for look, rules in (("light", ALL), ("dark", COLOURS), ("forced colours", COLOURS)):
            page.emulate_media(**{"color_scheme": "light", "forced_colors": "none", **LOOKS[look]})
            found += [(look, *fault) for fault in faults(page, rules)]
    assert found == []


def test_search_results_have_no_fault(site, context, search_for, mode):
    page = context(**mode).new_page()
    page.goto(site.address)
    search_for(page, "statistics")
    assert page.get_by_role("search").get_by_role("listitem").count()
    assert faults(page) == []


def test_axe_would_find_a_fault(page):
    page.set_content("<html lang=en><title>A</title><main><h1>A</h1><a href='#'><img src=''></a></main>")
    assert {rule for _, rule, _ in faults(page)} >= {"image-alt", "link-name"}


def test_axe_would_find_a_colour_that_is_hard_to_read(context):
    page = context(color_scheme="dark").new_page()
    page.set_content("<p>Good</p><p style='color: #777; background: #888'>Bad</p>")
    assert {rule for _, rule, _ in faults(page, COLOURS)} == {"color-contrast"}
