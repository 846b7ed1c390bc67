"""Everything can be read: on a phone, without JavaScript, in the dark, on paper."""

TEXT = "() => ['.ue-header__nav', 'main', '.ue-footer'].map((part) => document.querySelector(part).innerText)"


def test_nothing_scrolls_sideways_on_a_narrow_screen(site, context):
    page = context(320).new_page()
    widths = {}
    for address in site.pages():
        page.goto(address)
        widths[address] = page.evaluate("document.documentElement.scrollWidth")
    assert {address: width for address, width in widths.items() if width > 320} == {}


def test_the_text_is_the_same_without_javascript(site, page, context):
    plain = context(java_script_enabled=False).new_page()
    for address in site.pages():
        page.goto(address)
        plain.goto(address)
        assert plain.evaluate(TEXT) == page.evaluate(TEXT), address


def test_without_javascript_no_search_is_offered(site, context):
    plain = context(java_script_enabled=False).new_page()
    plain.goto(site.address)
    assert plain.locator("input, button").filter(visible=True).count() == 0


def test_the_dark_scheme_needs_no_javascript(site, context):
    brightness = {}
    for scheme in ("light", "dark"):
        plain = context(color_scheme=scheme, java_script_enabled=False).new_page()
        plain.goto(site.address)
        colour = plain.evaluate("getComputedStyle(document.body).backgroundColor")
        brightness[scheme] = sum(int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(","))
    assert brightness["light"] == 3 * 255
    assert brightness["dark"] < 3 * 40


def test_titles_tell_pages_apart(site, page):
    titles = []
    for address in site.pages():
        page.goto(address)
        titles.append(page.title())
        assert page.locator("h1").count() == 1, address
    assert sorted(set(titles)) == sorted(titles)


def test_paper_has_all_of_the_text_and_none_of_the_furniture(site, page):
    page.goto(site.page("outcomes/"))
    outside = page.locator("main a[href^=http]").first
    outside.evaluate("link => link.textContent = 'elsewhere'")
    page.emulate_media(media="print")
    assert [each for each in page.locator("nav, [role=search], .ue-skip").all() if each.is_visible()] == []
    assert outside.evaluate("link => getComputedStyle(link, '::after').content.includes(link.getAttribute('href'))")
    assert page.get_by_text(f"This page: {page.url.removesuffix('index.html')}").is_visible()
