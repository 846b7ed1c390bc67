"""A reader of Welsh stays in Welsh: by the navigation, by search, and on the way to English and back."""

PAGE = "outcomes/lake-levels/warnings-in-welsh/"
NAVIGATION = "() => [...document.querySelectorAll('.ue-header__nav a, .ue-header__name')].map((link) => link.href)"


def test_a_page_says_its_language_and_leads_to_the_same_in_the_other(site, page):
    page.goto(f"{site.address}cy/{PAGE}")
    alternate = page.locator("head link[rel=alternate][hreflang]")
    assert page.locator("html").get_attribute("lang") == "cy"
    assert (alternate.get_attribute("hreflang"), alternate.get_attribute("href")) == ("en-GB", f"{site.address}{PAGE}")

    page.get_by_role("navigation", name="Ieithoedd").get_by_role("link", name="English").click()
    assert page.url == f"{site.address}{PAGE}"
    assert page.locator("html").get_attribute("lang") == "en-GB"
    page.get_by_role("navigation", name="Languages").get_by_role("link", name="Cymraeg").click()
    assert page.url == f"{site.address}cy/{PAGE}"


def test_the_navigation_stays_in_the_language(site, page):
    page.goto(f"{site.address}cy/outcomes/")
    by_hand = (f"{site.address}about/", f"{site.address}writing/")

    assert [link for link in page.evaluate(NAVIGATION) if not link.startswith((f"{site.address}cy/", *by_hand))] == []
    assert page.locator(".ue-header__nav [aria-current=page]").inner_text() == "Canlyniadau"
    assert page.locator(".ue-header__nav", has_text="About this site").locator("[lang=en]").count()


def test_search_finds_pages_in_the_language_of_the_page(site, page, search_for):
    for folder, words in (("cy/", "Rhybuddion yn Gymraeg"), ("", "Warnings in Welsh")):
        page.goto(f"{site.address}{folder}")
        search_for(page, words)
        links = page.get_by_role("search").get_by_role("link")
        found = [links.nth(number).evaluate("link => link.href") for number in range(links.count())]

        assert found[0] == f"{site.address}{folder}{PAGE}"
        assert {link.startswith(f"{site.address}cy/") for link in found} == {folder == "cy/"}
