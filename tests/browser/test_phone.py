"""On a phone, what a reader came for is in the first screen; what is folded opens without a script."""

import pytest
from tests.browser.test_axe import faults

TOP = "document.querySelector('h1').getBoundingClientRect().top"
LEDE = "document.querySelector('.ue-lede').getBoundingClientRect().bottom"
SHOWN = "document.querySelector('.ue-header__nav a').checkVisibility()"


def exposed(page):
    """The names of the links of which the browser tells assistive technology."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return {node["name"]["value"] for node in nodes if not node["ignored"] and node["role"]["value"] == "link"}


@pytest.mark.parametrize("start", ["statements/bridge-traffic", "outcomes/bridge-traffic/footbridges", ""])
def test_title_and_first_words_are_in_the_first_screen(site, context, start):
    page = context(320).new_page()
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{site.address}{start}")

    assert page.evaluate(TOP) < 300
    assert page.evaluate(LEDE) < 640


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_menu_and_contents_are_folded_and_open_by_keyboard(site, context, script):
    page = context(320, java_script_enabled=script).new_page()
    page.goto(f"{site.address}statements/bridge-traffic/")
    for fold, link in ((".ue-header__nav", "Outcomes"), (".ue-toc", "Our commitments")):
        found = page.locator(fold).get_by_role("link", name=link)
        assert not found.is_visible()
        page.locator(f"{fold} summary").focus()
        page.keyboard.press("Enter")
        assert found.is_visible()
        found.focus()
        assert found.evaluate("link => link === document.activeElement")


@pytest.mark.parametrize("path", ["statements/bridge-traffic/", "outcomes/", "problems/"])
def test_what_is_unfolded_has_no_fault(site, context, mode, path):
    page = context(**mode).new_page()
    page.goto(f"{site.address}{path}")
    page.locator(".ue-fold").evaluate_all("folds => folds.forEach((fold) => (fold.open = true))")

    assert faults(page) == []


def test_on_a_wide_screen_nothing_is_folded(site, context):
    page = context(1280).new_page()
    for path in ("statements/bridge-traffic/", "outcomes/", "needs/"):
        page.goto(f"{site.address}{path}")
        folded = page.locator(".ue-fold a").evaluate_all("links => links.filter((link) => !link.checkVisibility())")
        assert (path, folded) == (path, [])
        assert page.locator(".ue-fold > summary:visible").count() == 0
        assert (path, {*page.locator(".ue-fold a").all_inner_texts()} - exposed(page)) == (path, set())


def test_an_open_menu_fits_the_screen(site, context):
    page = context(320).new_page()
    page.goto(site.address)
    page.locator(".ue-header__nav summary").click()

    assert page.evaluate(SHOWN)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
