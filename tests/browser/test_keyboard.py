"""All that can be used can be used from the keyboard, and one can see where one is."""

import string

# What has the focus: how often it had it before, whether it can be seen, whether it is marked.
STOP = """() => {
  const stop = document.activeElement;
  if (stop === document.body) return null;
  stop.visits = (stop.visits ?? 0) + 1;
  const [box] = stop.getClientRects();
  const within = box?.width && box.bottom > 0 && box.top < innerHeight && box.left >= -1 && box.right <= innerWidth + 1;
  const middle = within && document.elementFromPoint(
    (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2,
    (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2);
  const style = getComputedStyle(stop);
  return {
    html: stop.outerHTML.slice(0, 200),
    href: stop.getAttribute("href"),
    visits: stop.visits,
    seen: Boolean(middle && stop.contains(middle)),
    marked: `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}` === "solid 3px rgb(255, 221, 0)",
  };
}"""
USABLE = """[...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
  .filter((each) => each.checkVisibility({visibilityProperty: true}))"""
STOPS = f"() => {USABLE}.map((each) => {{ each.focus({{focusVisible: true}}); return ({STOP})(); }})"


def walk(page, key):
    """Every stop of the way through the page, until the focus leaves the page or comes round again."""
    stops: list[dict[str, object]] = []
    while True:
        page.keyboard.press(key)
        stop = page.evaluate(STOP)
        if stop is None or stop["visits"] > 1:
            assert stop is None or stop["html"] == stops[0]["html"], "the focus is trapped"
            return stops
        stops.append(stop)


def unmarked(stops):
    return [stop["html"] for stop in stops if not (stop["seen"] and stop["marked"])]


def test_on_a_phone_every_stop_is_seen_marked_and_reached(site, context):
    page = context(320, reduced_motion="reduce").new_page()
    for address in site.pages():
        page.goto(address)
        stops = walk(page, "Tab")
        assert (address, unmarked(stops)) == (address, [])
        assert (address, stops[0]["href"]) == (address, "#content")
        assert (address, len(stops)) == (address, page.evaluate(f"{USABLE}.length"))


def test_on_a_wide_screen_every_stop_is_seen_and_marked(site, context):
    page = context(1280, reduced_motion="reduce").new_page()
    for address in site.pages():
        page.goto(address)
        stops = page.evaluate(STOPS)
        assert len(stops) > 10
        assert (address, unmarked(stops)) == (address, [])


def test_going_backwards_nothing_hides_the_focus(site, context):
    page = context(320).new_page()
    page.goto(site.page("statements/"))
    stops = walk(page, "Shift+Tab")
    assert len(stops) == page.evaluate(f"{USABLE}.length")
    assert [stop["html"] for stop in stops if not stop["seen"]] == []


def test_the_skip_link_leads_to_the_content(site, page):
    for address in site.pages():
        page.goto(address)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.tagName") == "MAIN", address


def test_no_single_key_does_anything(site, page):
    address = site.page("statements/")
    page.goto(address)
    before = page.content()
    for key in [*string.ascii_lowercase, *",./?"]:
        page.keyboard.press(key)
    assert (page.url, page.evaluate("document.activeElement.tagName"), page.content()) == (address, "BODY", before)
