"""Charts can be read on every screen: bars lie in their rows, words are large, apart and inside the window."""

import pytest

CHARTED = (
    "statements/bridge-traffic/",
    "statements/rivers-and-bridges/",
    "activities/crossings-survey/sunday-trial/",
    "activities/rivers-and-bridges/user-survey-2026/",
    "outcomes/",
)
SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"

# Rows whose bar is not inside them, below their words.
ASTRAY = """() => [...document.querySelectorAll(".ue-chart__rows:has(> svg)")].flatMap((chart) => {
  const drawn = [...chart.querySelectorAll(".ue-chart__track, .ue-chart__gap")];
  const bars = drawn.map((bar) => bar.getBoundingClientRect());
  const rows = [...chart.querySelectorAll("tbody tr")];
  if (rows.length !== bars.length) return [chart.outerHTML];
  return rows.filter((row, at) => {
    const words = Math.max(...[...row.cells].map((cell) => cell.getBoundingClientRect().bottom));
    return !(bars[at].top >= words - 1 && bars[at].bottom <= row.getBoundingClientRect().bottom + 1);
  }).map((row) => row.innerText);
})"""

# What is drawn or written beyond the window, words that are small, and words in drawings that touch.
OUTSIDE = """() => [...document.querySelectorAll(".ue-chart :is(rect, circle, text, th, td, li, p)")].filter((each) => {
  const box = each.getBoundingClientRect();
  return each.checkVisibility() && box.width && (box.left < -1 || box.right > innerWidth + 1);
}).map((each) => each.outerHTML)"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll(".ue-chart *")].filter((each) => each.textContent.trim())
  .map((each) => parseFloat(getComputedStyle(each).fontSize)))"""
TOUCHING = """() => [...document.querySelectorAll(".ue-chart svg")].flatMap((drawing) => {
  const boxes = [...drawing.querySelectorAll("text")].map((text) => text.getBoundingClientRect());
  return boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom - 4 && other.top < one.bottom - 4));
})"""


@pytest.mark.parametrize("spacing", ["/* none */", SPACING], ids=["as designed", "with the reader's spacing"])
@pytest.mark.parametrize("width", [1280, 640, 320])
def test_charts_can_be_read(site, context, width, spacing):
    page = context(width).new_page()
    for address in CHARTED:
        page.goto(site.address + address)
        page.add_style_tag(content=spacing)
        assert page.locator(".ue-chart svg[role=img]").count(), address
        assert page.evaluate(ASTRAY) == [], address
        assert page.evaluate(OUTSIDE) == [], address
        assert page.evaluate(TOUCHING) == [], address
        assert page.evaluate(SMALLEST) >= 16, address


def test_a_chart_is_one_picture_and_its_table(site, page):
    page.goto(f"{site.address}activities/crossings-survey/sunday-trial/")
    chart = page.get_by_role("figure").last
    assert chart.get_by_role("img").count() == 1
    assert chart.get_by_role("img").get_attribute("aria-labelledby") == "answers-4-title answers-4-gist"
    assert chart.get_by_role("row").all_inner_texts()[-1].split("\n")[-1].endswith("[u]")
    assert chart.get_by_role("rowheader").all_inner_texts()[0] == "To see family or friends"
