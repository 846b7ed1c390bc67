"""A page tells its readers when it was built long ago; one that is fresh says nothing."""

from datetime import UTC, datetime

import pytest

NOTICE = "aside[aria-label='Age of this page']"
BROUGHT_UP_TO_DATE = "This page was last brought up to date on 23 November 2026"


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-11-23", []),
        ("2026-12-28", []),
        ("2026-12-29", [f"{BROUGHT_UP_TO_DATE}, 36 days ago. Newer things may be missing."]),
        ("2028-11-23", [f"{BROUGHT_UP_TO_DATE}, 731 days ago. Newer things may be missing."]),
    ],
    ids=["fresh", "35 days", "36 days", "2 years"],
)
def test_a_page_that_was_built_long_ago_says_so(site, page, today, expected):
    page.clock.set_fixed_time(datetime.fromisoformat(f"{today}T12:00").replace(tzinfo=UTC))
    page.goto(f"{site.address}statements/rivers-and-bridges/")

    assert [text.strip() for text in page.locator(NOTICE).all_inner_texts()] == expected


def test_a_page_without_a_day_says_nothing_of_its_age(site, page):
    page.clock.set_fixed_time(datetime(2030, 1, 1, tzinfo=UTC))
    page.goto(f"{site.address}writing/outcomes/")

    assert page.locator(NOTICE).count() == 0


def test_the_day_is_there_without_the_script(site, context):
    page = context(java_script_enabled=False).new_page()
    page.goto(f"{site.address}statements/rivers-and-bridges/")

    assert page.locator(".ue-about time").first.inner_text() == "23 November 2026"
