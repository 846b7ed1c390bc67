"""Nothing is lost to a reader who enlarges text, spaces it out or turns a phone.

WCAG 1.3.2 Meaningful Sequence, 1.3.4 Orientation, 1.4.4 Resize Text, 1.4.10 Reflow, 1.4.12 Text Spacing.
"""

import pytest
from tests.browser.seen import SEEN

SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
LARGER = "html { font-size: 200% !important; }"

# Everything that a reader has to see on its own: its words, where they are, and whether its frame cuts them off.
FAULTS = """() => {SEEN
  const lines = [], faults = [];
  const tell = (fault, node) => faults.push([fault, node.textContent.trim().slice(0, 80)]);
  for (const node of texts(document.body)) {
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 2 || node.parentElement.closest(".ue-skip")) continue;
      const scrolls = node.parentElement.closest("pre, [tabindex='0']");
      if (!scrolls && (box.left < -1 || box.right > innerWidth + 1)) tell("outside", node);
      lines.push({node, left: box.left + 1, right: box.right - 1,
        top: box.top + box.height * 0.3, bottom: box.bottom - box.height * 0.3});
    }
  }
  lines.sort((one, other) => one.top - other.top);
  lines.forEach((line, at) => {
    for (let next = at + 1; next < lines.length && lines[next].top < line.bottom; next++) {
      const other = lines[next];
      if (other.node !== line.node && other.left < line.right && line.left < other.right) tell("on another", line.node);
    }
  });
  for (const each of document.querySelectorAll("body *")) {
    const style = getComputedStyle(each);
    if (!["hidden", "clip"].includes(style.overflowY) || each.closest("svg") || !texts(each).length) continue;
    if (each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1) tell("cut off", each);
  }
  if (document.documentElement.scrollWidth > innerWidth) tell("sideways", document.querySelector("title"));
  return faults;
}""".replace("SEEN", SEEN)

# Blocks of text that stand wholly above one that comes before them.
DISORDER = """() => {SEEN
  let last = -Infinity;
  return [...document.querySelectorAll("main :is(h1, h2, h3, h4, p, li, dt, dd, caption, tr, summary)")]
    .filter((each) => seen(each) && each.innerText.trim())
    .filter((each) => {
      const {top, bottom} = each.getBoundingClientRect(), before = last;
      last = Math.max(last, top);
      return bottom <= before;
    }).map((each) => each.innerText.slice(0, 80));
}""".replace("SEEN", SEEN)

WIDE = """() => [...document.querySelectorAll("body *")]
  .filter((each) => ["auto", "scroll"].includes(getComputedStyle(each).overflowX))
  .filter((each) => each.scrollWidth > each.clientWidth)
  .filter((each) => !(each.tabIndex === 0 && ["region", "group"].includes(each.role ?? each.getAttribute("role"))
    && (each.ariaLabel || each.getAttribute("aria-labelledby"))))
  .map((each) => each.outerHTML.slice(0, 120))"""

READERS = {
    "a wide screen": (1280, 800, ""),
    "spacing": (1280, 800, SPACING),
    "spacing on a phone": (320, 640, SPACING),
    "zoom of 200%": (640, 400, ""),
    "zoom of 400%": (320, 256, ""),
    "text of 200%": (1280, 800, LARGER),
    "a phone on its side": (640, 320, ""),
}


@pytest.mark.parametrize("reader", READERS)
def test_no_text_is_cut_off_outside_or_on_another(site, context, reader):
    width, height, style = READERS[reader]
    page = context(width).new_page()
    page.set_viewport_size({"width": width, "height": height})
    found = []
    for address in site.pages():
        page.goto(address)
        page.add_style_tag(content=f":root {{}} {style}")
        found += [(address, *fault) for fault in page.evaluate(FAULTS)]
    assert found == []


def test_on_a_phone_the_order_of_reading_is_the_order_seen(site, context):
    page = context(320).new_page()
    found = []
    for address in site.pages():
        page.goto(address)
        found += [(address, text) for text in page.evaluate(DISORDER)]
    assert found == []


@pytest.mark.parametrize("width", [1280, 320])
def test_what_scrolls_sideways_has_a_name_and_takes_the_focus(site, context, width):
    page = context(width).new_page()
    found = []
    for address in site.pages():
        page.goto(address)
        found += [(address, html) for html in page.evaluate(WIDE)]
    assert found == []


def test_such_faults_would_be_found(page):
    page.set_content(
        """<main><h1>A heading</h1><p style="position: absolute; top: 0">On it</p>
        <div style="display: flex; flex-direction: column-reverse"><p>Below</p><p>Above</p></div>
        <p style="height: 9px; overflow: hidden">Cut off</p><p style="margin-left: -40px">Outside</p>
        <div style="width: 50px; overflow-x: auto"><p style="width: 3000px">Wide</p></div></main>"""
    )
    assert {fault for fault, _ in page.evaluate(FAULTS)} == {"on another", "cut off", "outside"}
    assert page.evaluate(DISORDER) == ["Above"]
    assert len(page.evaluate(WIDE)) == 1
