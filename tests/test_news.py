"""What is new comes from the dates that were written: once, in words, newest first, and no build changes it."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests import hosts
from tests.catalogues import (
    AS_AT,
    action,
    activity,
    catalogue,
    commitment,
    entry,
    need,
    outcome,
    publication,
    statement,
    user_group,
)
from tests.test_feeds import ATOM, SITE, faults, parsed, tree
from tests.test_promises import words

from user_engagement import queries
from user_engagement.model import Channel, Entry, Outcome, Statistic, UserGroup
from user_engagement.outputs import news_feeds, whats_new_page
from user_engagement.rendering import environment
from user_engagement.words.files import english


def page(*entries: Entry, on: date = AS_AT) -> str:
    (found,) = whats_new_page.outputs(publication(entries, on))
    return words(found.body)


def feeds(*entries: Entry, on: date = AS_AT) -> dict[str, bytes]:
    ready = replace(publication(entries, on), site_url=SITE)
    return {each.path: each.content for each in news_feeds.outputs(ready)}


def titles(content: bytes) -> list[str]:
    return [each.title for each in parsed(content).entries]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (outcome(published="2026-03-02"), "Area codes 2 March 2026: published Outcome. Bus statistics"),
        (
            outcome(published="2026-03-02", decisions=[{"decision": "accepted", "decided": "2026-03-02"}]),
            "Area codes 2 March 2026: published; decided: accepted Outcome.",
        ),
        (
            outcome(
                decisions=[
                    {
                        "decision": "deferred",
                        "reason": "Dear.",
                        "history": [{"date": "2026-03-02", "decision": "rejected", "reason": "Too dear."}],
                    }
                ]
            ),
            "Area codes 2 March 2026: decided: rejected Outcome. Bus statistics Too dear.",
        ),
        (
            action(history=[{"date": "2026-03-02", "delivery": "delivered", "note": "On paper."}]),
            "Add area codes 2 March 2026: delivered Action. Bus statistics On paper.",
        ),
        (
            action(due="2026-02", history=[{"date": "2026-03-02", "delivery": "delayed", "due": "2026-06"}]),
            "Add area codes 2 March 2026: delayed, date moved to June 2026 Action.",
        ),
        (
            action(due="2026-02", history=[{"date": "2026-03-02", "due": "not known"}]),
            "Add area codes 2 March 2026: date moved: not known Action.",
        ),
        (
            action(history=[{"date": "2026-03-02", "progress": "40% of 12 tables"}]),
            "Add area codes 2 March 2026: progress: 40% of 12 tables Action.",
        ),
        (action(history=[{"date": "2026-03-02", "note": "Still."}]), "Add area codes 2 March 2026: changed Action."),
        (
            action(milestones=[{"title": "A draft", "reached": "2026-03-02"}]),
            "Add area codes 2 March 2026: step reached Action. Bus statistics A draft",
        ),
        (need(first_raised="2026-03-02"), "Figures for small areas 2 March 2026: first raised Need."),
        (
            need(history=[{"date": "2026-03-02", "met": "partly met", "constraint": "cost"}]),
            "Figures for small areas 2 March 2026: partly met Need.",
        ),
        (
            need(withdrawn={"date": "2026-03-02", "reason": "Nobody asks."}),
            "Figures for small areas 2 March 2026: withdrawn Need. Bus statistics Nobody asks.",
        ),
        (
            commitment(title="Answers", history=[{"date": "2026-03-02", "wording": "We answer some."}]),
            "Answers 2 March 2026: wording changed Commitment. Bus statistics We answer some.",
        ),
        (
            commitment(adoptions=[{"statement": "bus", "delivery": "delivered", "date": "2026-03-02"}]),
            "We answer every question. 2 March 2026: progress of Bus statistics: delivered Commitment.",
        ),
        (activity(opened="2026-03-02"), "Reader survey 2 March 2026: opened Activity."),
        (
            activity(response_published="2026-03-02"),
            "Reader survey 2 March 2026: response published Activity.",
        ),
        (
            entry(Channel, id="desk", title="Desk", active_from="2026-03-02"),
            "Desk 2 March 2026: started Channel.",
        ),
        (
            entry(
                Statistic,
                id="fares",
                title="Fares",
                history=[{"date": "2026-03-02", "lifecycle": "paused"}],
            ),
            "Fares 2 March 2026: paused Statistic.",
        ),
        (
            statement(id="rail", title="Rail", published="2026-03-02", reviewed="2026-03-02"),
            "Rail 2 March 2026: published; reviewed Statement. Rail",
        ),
    ],
)
def test_what_happened_is_told_in_words_with_its_day_and_note(given: Entry, expected: str):
    assert expected in page(given)


@pytest.mark.parametrize(
    "given",
    [
        outcome(),
        outcome(published="2026-11-24"),
        activity(opened="2026-03"),
        activity(opened="2026-03-02, provisional"),
        outcome(published="2026-03-02", visibility="internal"),
        statement(id="rail", published="2026-03-02", illustration="Put together from public sources."),
    ],
    ids=["no date", "later", "a month", "provisional", "internal", "an illustration"],
)
def test_what_is_not_known_to_have_happened_in_public_is_no_news(given: Entry):
    assert "There is nothing yet that has a date." in page(given)


def test_news_come_newest_first_by_month_and_by_name_on_the_same_day():
    days = {"b": "2026-03-05", "a": "2026-03-05", "c": "2026-03-20", "d": "2026-01-05"}
    text = page(*(outcome(id=name, title=f"Title {name}", published=day) for name, day in days.items()))
    order = ["March 2026", "Title c", "Title a", "Title b", "January 2026", "Title d"]
    places = [text.index(each) for each in ("March 2026 Title", *order[1:4], "January 2026 Title", order[5])]

    assert places == sorted(places)


def test_the_page_and_the_feed_have_the_newest_hundred():
    given = [outcome(id=f"n-{n}", title=f"Number {n}.", published=date.fromordinal(739000 + n)) for n in range(101)]
    text = page(*given)

    assert (text.count("Number "), "Number 0." in text) == (100, False)
    assert "all statements: the newest 100 entries" in text
    assert len(titles(feeds(*given)["whats-new.atom"])) == 100


def test_a_feed_tells_what_the_page_tells_with_ids_that_stay():
    (found,) = parsed(feeds(outcome(title="Tŷ & co", published="2026-03-02"))["whats-new.atom"]).entries

    assert (found.title, found.id, found.updated) == (
        "Tŷ & co: published",
        "tag:example.org,2026:site/whats-new/outcomes/bus/area-codes/2026-03-02",
        "2026-03-02T00:00:00Z",
    )
    assert words(found.content[0].value) == "Published Outcome of Bus statistics: Tŷ & co"


def test_another_day_of_building_changes_no_feed():
    given = (
        user_group(),
        outcome(published="2026-03-02", feedback=[{"said": "Codes.", "user_groups": ["councils"]}]),
        action(outcomes=["area-codes"], due="2026-12-01", history=[{"date": "2026-05-04", "delivery": "in progress"}]),
    )

    assert feeds(*given, on=date(2026, 11, 1)) == feeds(*given, on=date(2027, 1, 31))


GROUP = user_group()
CONCERNING: dict[str, Any] = {"user_groups": ["councils"]}


def test_a_user_group_has_a_feed_of_all_that_concerns_it():
    found = feeds(
        GROUP,
        outcome(published="2026-03-02", feedback=[{"said": "Codes.", **CONCERNING}]),
        outcome(id="other", title="Other", published="2026-03-03"),
        need(first_raised="2026-02-02", **CONCERNING),
        action(needs=["small-areas"], history=[{"date": "2026-05-04", "delivery": "delivered"}]),
        activity(opened="2026-01-05", **CONCERNING),
    )
    content = found["users/bus/councils/whats-new.atom"]

    assert titles(content) == [
        "Add area codes: delivered",
        "Area codes: published",
        "Figures for small areas: first raised",
        "Reader survey: opened",
    ]
    assert parsed(content).feed.title == "What is new for Local councils (Bus statistics)"
    assert faults(content) == []


def test_a_feed_without_news_can_be_subscribed_to():
    content = feeds(GROUP)["users/bus/councils/whats-new.atom"]

    assert (faults(content), parsed(content).feed.updated) == ([], "2026-01-01T00:00:00Z")


def test_user_groups_of_illustrations_have_no_feed():
    rail = statement(id="rail", illustration="Put together from public sources.")
    found = feeds(rail, entry(UserGroup, "rail", id="riders", name="Riders"))

    assert sorted(found) == ["whats-new.atom"]


def test_without_the_address_of_the_site_links_lead_up_from_the_feed():
    ready = publication([GROUP, need(first_raised="2026-02-02", **CONCERNING)])
    content = {each.path: each.content for each in news_feeds.outputs(ready)}

    def hrefs(path: str) -> list[str | None]:
        return [link.get("href") for link in tree(content[path]).iter(f"{ATOM}link")][2:]

    assert hrefs("whats-new.atom") == ["needs/bus/small-areas/"]
    assert hrefs("users/bus/councils/whats-new.atom") == ["../../../needs/bus/small-areas/"]


def test_the_feed_of_a_user_group_is_told_on_its_page(tmp_path: Path):
    group = "\nuser_groups:\n  - id: councils\n    name: Councils\n"
    site = hosts.build(hosts.project(tmp_path, {"statements/bus/statement.yml": hosts.STATEMENT + group}))
    text = (site / "users/bus/councils/index.html").read_text("utf-8")

    assert 'type="application/atom+xml" title="What is new for Councils (Bus statistics)" href="whats-new.atom"' in text
    assert (site / "users/bus/councils/whats-new.atom").exists()


def test_every_dated_thing_that_happens_is_told_by_some_word():
    told = queries.news(
        catalogue(
            entry(
                Outcome,
                id="a",
                title="A",
                decisions=[{"decision": "rejected", "reason": "Dear.", "decided": "2026-03-02"}],
            ),
            commitment(measures=[{"id": "m", "title": "M", "results": [{"date": "2026-03-02", "amount": "9 R&D"}]}]),
        ),
        AS_AT,
    )
    template: Any = environment(english()).get_template("parts/news.html").module

    assert [str(template.in_words(None, each)) for each in told] == ["measured: 9 R&amp;D", "decided: rejected"]
