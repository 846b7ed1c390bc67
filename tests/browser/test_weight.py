"""Pages come quickly on a slow connection and do not move while they do (limits: docs/decisions/theme.md)."""

import time
from gzip import compress

import pytest

FIRST_VIEW = 120 * 1024
STATEMENT = 100_000
LAYOUT_SHIFT = 0.02

SHIFTED = """() => new Promise((tell) => {
  let sum = 0;
  const watch = new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value)));
  watch.observe({type: "layout-shift", buffered: true});
  requestAnimationFrame(() => setTimeout(() => tell(sum), 0));
})"""


def statements(site):
    return sorted((site.folder / "statements").glob("*/index.html"), key=lambda page: page.stat().st_size)


def test_the_first_view_of_a_statement_is_light_and_needs_no_picture(site, page):
    responses = []
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108 - Playwright marks its listeners
    page.goto(site.address + statements(site)[-1].relative_to(site.folder).as_posix(), wait_until="networkidle")
    weights = {response.url: len(compress(response.body())) for response in responses}
    assert any(address.endswith(".css") for address in weights)
    assert page.locator("img, picture, video, iframe, object").count() == 0
    assert sum(weights.values()) < FIRST_VIEW


def test_the_html_of_every_statement_is_small(site):
    weights = {page.parent.name: page.stat().st_size for page in statements(site)}
    assert len(weights) > 3
    assert {name: weight for name, weight in weights.items() if weight > STATEMENT} == {}


@pytest.mark.parametrize("width", [1280, 320])
def test_nothing_moves_while_a_page_loads_even_where_scripts_come_late(site, context, width):
    page = context(width).new_page()
    page.route("**/*.js", late)
    found = {}
    for address in site.pages()[::4]:
        page.goto(address, wait_until="load")
        page.locator(".ue-search input").wait_for()
        found[address] = page.evaluate(SHIFTED)
    assert len(found) > 10
    assert {address: shift for address, shift in found.items() if shift >= LAYOUT_SHIFT} == {}


def late(route):
    time.sleep(0.2)
    route.continue_()


def test_a_page_that_moves_would_be_found(page):
    page.set_content("<div id=late></div>" + "<p>Some words to read</p>" * 20)
    page.evaluate("new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)))")
    page.evaluate("document.getElementById('late').style.height = '300px'")
    page.wait_for_timeout(100)
    assert page.evaluate(SHIFTED) > LAYOUT_SHIFT
