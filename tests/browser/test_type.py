"""Letters are large, links are underlined, and the colours are those that the stylesheet promises."""

import pytest

# How large the letters of each visible text are, in pixels, with the first words in that size.
SIZES = """() => {
  const found = {}, texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const {data, parentElement: parent} = texts.currentNode;
    if (data.trim() && parent.checkVisibility()) found[parseFloat(getComputedStyle(parent).fontSize)] ??= data.trim();
  }
  return Object.entries(found).map(([size, words]) => [parseFloat(size), words]);
}"""
PLAIN = """() => [...document.querySelectorAll("a[href]:not(.ue-header__name)")]
  .filter((link) => link.checkVisibility() && link.innerText.trim())
  .filter((link) => !getComputedStyle(link).textDecorationLine.includes("underline"))
  .map((link) => link.outerHTML)"""


@pytest.mark.parametrize(("width", "body"), [(1280, 19), (320, 16)])
def test_body_text_is_generous_and_no_text_is_small(site, context, width, body):
    page = context(width).new_page()
    for address in site.pages():
        page.goto(address)
        assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)") >= body, address
        assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('main')).fontSize)") == body, address
        assert [(address, size, words) for size, words in page.evaluate(SIZES) if size < 16] == []


def test_every_link_is_underlined(site, page):
    for address in site.pages():
        page.goto(address)
        assert (address, page.evaluate(PLAIN)) == (address, [])
