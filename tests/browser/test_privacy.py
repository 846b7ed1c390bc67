"""Reading and searching the site tells nobody and leaves nothing behind."""

KEPT = """async () => [
  localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length]"""


def test_nothing_is_asked_elsewhere_nothing_fails_and_nothing_is_stored(site, context, search_for):
    visit = context()
    page = visit.new_page()
    asked: list[str] = []
    complaints: list[object] = []
    visit.on("request", lambda request: asked.append(request.url))
    visit.on("console", lambda message: complaints.append((page.url, message.text)))
    visit.on("weberror", lambda error: complaints.append((page.url, error.error.message)))
    for address in site.pages():
        page.goto(address)
    page.goto(site.address)
    search_for(page, "statistics")
    assert [url for url in asked if not url.startswith(site.address)] == []
    assert complaints == []
    assert (visit.cookies(), page.evaluate(KEPT)) == ([], [0, 0, 0, 0])
