"""Search is a plain form: it tells what it found, leads there, and can be left."""

import pytest


def test_nothing_is_fetched_before_somebody_searches(site, page, search_for):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.address, wait_until="networkidle")
    assert [url for url in asked if "search_index" in url or "workers" in url] == []
    search_for(page, "statistics")
    assert [url for url in asked if "search_index" in url] == [f"{site.address}search/search_index.json"]


def test_results_are_counted_and_lead_to_pages(site, page, search_for):
    for address in (site.address, site.page("outcomes/"), f"{site.address}404.html"):
        page.goto(address)
        search_for(page, "statistics")
        links = page.get_by_role("search").get_by_role("link")
        told = page.get_by_role("status").inner_text()
        number = int(told.partition(" ")[0])
        assert (links.count(), "The first 20 are shown" in told) == (min(number, 20), number > 20)
        found = [links.nth(number).evaluate("link => link.href") for number in range(links.count())]
        assert [(link, page.request.get(link).status) for link in found if not page.request.get(link).ok] == []


def test_a_search_without_result_says_so(site, page, search_for):
    page.goto(site.address)
    search_for(page, "xyzzyquux")
    assert page.get_by_role("status").inner_text() == "No pages match"
    assert page.get_by_role("search").get_by_role("link").count() == 0


def test_results_are_the_next_stops_and_escape_leaves_them(site, page, search_for):
    page.goto(site.address)
    search_for(page, "statistics")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.ue-search li') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.type") == "search"
    assert page.get_by_role("status").inner_text() == ""
    assert page.get_by_role("search").get_by_role("link").count() == 0


@pytest.mark.parametrize(
    ("words", "page_found"),
    [
        ("The Crossings Survey", "statements/crossings-survey/"),
        ("Bridge crossings in Marland", "statements/bridge-traffic/#statistic-bridge-crossings"),
        ("Results for the smallest islands", "needs/crossings-survey/small-islands/"),
        ("small-islands", "needs/crossings-survey/small-islands/"),
        ("The last 10 floods beside each day", "outcomes/river-levels/"),
    ],
)
def test_what_is_searched_for_is_among_the_first(site, page, search_for, words, page_found):
    page.goto(site.address)
    search_for(page, words)
    links = page.get_by_role("search").get_by_role("link")
    assert any(page_found in str(links.nth(each).get_attribute("href")) for each in range(min(3, links.count())))
