"""What a body did not publish itself is told apart wherever it stands."""

import re

from tests.pages import ROOT

from user_engagement import as_at
from user_engagement.outputs.output import Page
from user_engagement.site import Settings, build

ILLUSTRATED = ("defra", "people-and-nature-survey", "food-statistics-pocketbook", "air-pollutant-emissions")
LINK = re.compile(rf'href="[^"]*(?:/|#statement-)(?:{"|".join(ILLUSTRATED)})[/"]')
NOTICE = re.compile(
    r'<aside class="ue-notice[^>]* aria-label="Illustration">|<p class="ue-meta">What is marked “Illustration”'
)


def test_pages_with_illustrations_say_so_and_no_others():
    pages = build(ROOT / "statements", Settings(as_at.moment("2026-11-23"))).pages.values()

    led = {page.path for page in pages if isinstance(page, Page) and LINK.search(page.body)}
    told = {page.path for page in pages if isinstance(page, Page) and NOTICE.search(page.body)}

    assert led - told == set()
    assert told - led == {"organisations/office-for-statistics-regulation/index.md"}
    assert 20 < len(told) < len(pages) / 2
