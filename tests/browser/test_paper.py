"""On paper every page is complete, says where its links lead, and has none of the furniture."""

from io import BytesIO
from itertools import pairwise

from pypdf import PdfReader
from tests.browser.seen import SEEN

TEXTS = """() => {SEEN
  return texts(document.querySelector("main")).flatMap((node) => node.textContent.split("\\n"));
}""".replace("SEEN", SEEN)
ADDRESSES = "() => [...document.querySelectorAll('main a[href^=http]')].map((link) => link.getAttribute('href'))"
FURNITURE = "nav, button, input, [role=search], .ue-skip"


def printed(page):
    """The text of each sheet as read from the PDF, without spaces, since lines break elsewhere on paper."""
    reader = PdfReader(BytesIO(page.pdf(format="A4")))
    return [bare(sheet.extract_text()) for sheet in reader.pages]


def bare(text):
    return "".join(text.split())


def stands_on(sheets, text):
    """Whether a text is on a sheet, or begins at the end of one and goes on on the next."""
    letters = bare(text)
    return any(letters in sheet for sheet in sheets) or any(
        letters[:at] in sheet and letters[at:] in after
        for sheet, after in pairwise(sheets)
        for at in range(1, len(letters))
    )


def test_every_page_is_printed_in_full_with_the_addresses_of_its_links(site, page):
    page.emulate_media(media="print")
    missing = []
    for address in site.pages():
        page.goto(address)
        sheets = printed(page)
        wanted = [*page.evaluate(TEXTS), *page.evaluate(ADDRESSES)]
        assert wanted, address
        missing += [(address, text) for text in wanted if not stands_on(sheets, text)]
    assert missing == []


def test_nothing_is_printed_that_only_a_screen_can_use(site, page):
    page.emulate_media(media="print")
    for address in site.pages():
        page.goto(address)
        assert (address, page.locator(FURNITURE).filter(visible=True).all_inner_texts()) == (address, [])


def test_a_page_says_on_paper_where_it_is(site, page):
    page.emulate_media(media="print")
    for path in ("", "outcomes/", "writing/outcomes/"):
        page.goto(site.address + path)
        assert page.get_by_text(f"This page: {site.address}{path}").is_visible()


def test_a_statement_is_one_document_from_its_title_to_its_feedback(site, page):
    page.goto(f"{site.address}statements/bridge-traffic/")
    sheets = printed(page)
    headings = page.locator("main :is(h1, h2)").all_inner_texts()
    whole = "".join(sheets)
    at = [whole.index(bare(heading)) for heading in headings]
    assert len(headings) > 10
    assert at == sorted(at)


def test_what_is_missing_on_paper_would_be_found(page):
    page.set_content("<main><p>Here</p><p style='color: red; margin-left: 3000px'>Not here</p></main>")
    sheets = printed(page)
    assert [text for text in page.evaluate(TEXTS) if not stands_on(sheets, text)] == ["Not here"]
