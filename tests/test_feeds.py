"""The feeds say what is new: once, in full, with ids and days that no build changes."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import hosts
from tests.catalogues import AS_AT, action, activity, entry, organisation, outcome, publication, statement

from user_engagement.model import Entry, Outcome
from user_engagement.model.text import HIDDEN
from user_engagement.outputs import atom_feeds
from user_engagement.outputs.output import Asset
from user_engagement.site import Settings, build

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
SITE = "https://example.org/site/"
DECIDED: dict[str, Any] = {"decisions": [{"decision": "accepted", "decided": "2026-03-01"}]}


def feeds(*entries: Entry, as_at: date = AS_AT, site_url: str = SITE) -> dict[str, bytes]:
    """Return the feeds of some entries by path."""
    ready = replace(publication(entries, as_at), site_url=site_url)
    return {each.path: each.content for each in atom_feeds.outputs(ready)}


def tree(content: bytes) -> ET.Element:
    return ET.fromstring(content)  # noqa: S314 - our own


def parsed(content: bytes) -> Any:
    """Return a feed as a program for reading feeds understands it."""
    found = feedparser.parse(content)
    assert not found.bozo, found.bozo_exception
    return found


def entries(*given: Entry, **options: Any) -> list[Any]:
    """Return what the feed of the whole site tells."""
    found: list[Any] = parsed(feeds(*given, **options)["outcomes.atom"]).entries
    return found


@pytest.fixture(scope="module")
def own() -> list[bytes]:
    """The feeds of the repository's own site."""
    moment = datetime(2026, 11, 23, 9, 30)  # noqa: DTZ001 - UK time
    site = build(hosts.ROOT / "statements", Settings(moment, shown_as="statements", site_url=SITE))
    return [each.content for each in site.outputs if isinstance(each, Asset) and each.path.endswith(".atom")]


def faults(content: bytes) -> list[str]:
    """Return where a feed is not as RFC 4287 wants it."""
    feed = tree(content)
    found = [] if feed.tag == f"{ATOM}feed" else [f"the root is {feed.tag}"]
    for each in (feed, *feed.findall(f"{ATOM}entry")):
        name = each.findtext(f"{ATOM}id") or "without id"
        found += [f"{name}: {child}" for child in ("id", "title", "updated") if len(each.findall(ATOM + child)) != 1]
        moments = [when.text or "" for name in ("updated", "published") for when in each.findall(ATOM + name)]
        found += [
            f"{name}: {when}" for when in moments if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", when or "")
        ]
        alternates = Counter(link.get("type") for link in each.findall(f"{ATOM}link") if link.get("rel") == "alternate")
        found += [f"{name}: alternate {alternates}"] if alternates != {"text/html": 1} else []
        found += [f"{name}: {child} twice" for child in AT_MOST_ONE if len(each.findall(ATOM + child)) > 1]
        found += [] if re.fullmatch(r"tag:[a-z0-9.-]+,\d{4}:\S+", name) else [f"{name}: no tag"]
    found += [f"{each.findtext(f'{ATOM}id')}: no author" for each in feed.iter(f"{ATOM}entry") if not authors(each)]
    found += [f"{content.text}: no HTML" for content in feed.iter(f"{ATOM}content") if content.get("type") != "html"]
    found += [] if len(feed.findall(f"{ATOM}link[@rel='self']")) == 1 else ["without an address of its own"]
    days = [each.findtext(f"{ATOM}updated") or "" for each in (feed, *feed.findall(f"{ATOM}entry"))]
    found += [] if max(days) == days[0] else ["older than its newest entry"]
    ids = Counter(each.text for each in feed.iter(f"{ATOM}id"))
    return found + [f"twice: {each}" for each, number in ids.items() if number > 1]


AT_MOST_ONE = ("content", "generator", "icon", "logo", "published", "rights", "source", "subtitle", "summary")


def authors(entry: ET.Element) -> list[str]:
    return [name for author in entry.findall(f"{ATOM}author") if (name := author.findtext(f"{ATOM}name", "").strip())]


def test_the_feeds_of_our_own_site_are_as_the_standard_wants_them(own: list[bytes]):
    assert [fault for content in own for fault in faults(content)] == []
    assert sum(len(parsed(content).entries) for content in own) >= 20


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('type="html"', 'type="text"', "no HTML"),
        ('rel="self"', 'rel="related"', "without an address of its own"),
        (
            "<published>2026-02-01T00:00:00Z</published>",
            2 * "<published>2026-02-01T00:00:00Z</published>",
            "published twice",
        ),
        ("<updated>2026-03-01T", "<updated>2026-03-02T", "older than its newest entry"),
    ],
    ids=["content", "self", "two days", "an older day"],
)
def test_a_spoiled_feed_is_told(before: str, after: str, fault: str):
    content = feeds(outcome(published="2026-02-01", **DECIDED))["outcomes.atom"].decode()
    spoiled = after.join(content.rsplit(before, 1))

    assert faults(content.encode()) == []
    assert any(fault in each for each in faults(spoiled.encode()))


def test_every_feed_has_an_id_of_its_own(own: list[bytes]):
    ids = [parsed(content).feed.id for content in own]
    assert len(set(ids)) == len(ids) >= 5


def test_an_outcome_is_told_in_full():
    (found,) = entries(
        activity(),
        outcome(
            summary="All tables have *codes* now.",
            published="2026-03-02",
            activities=["reader-survey"],
            asked="What is missing?",
            feedback=[{"said": "Area codes."}],
            decisions=[{"decision": "rejected", "decided": "2026-03-01", "reason": "Dear.", "alternative": "Ask."}],
            actions=[{"id": "add", "title": "Add codes", "due": "2026-12"}],
            next="We look again.",
        ),
    )
    said = re.sub(r"<[^>]+>|\s+", " ", found.content[0].value)

    assert (found.title, found.author, found.summary) == (
        "Area codes",
        "Department of Travel",
        "All tables have codes now.",
    )
    assert " ".join(said.split()) == (
        "All tables have codes now. We asked What is missing? Reader survey You said Area codes. "
        "We decided Rejected on 1 March 2026 Reason: Dear. What you can do meanwhile: Ask. "
        "We did Add codes : not started, due December 2026 What happens next We look again. This outcome on our website"
    )


def test_an_id_stays_when_everything_else_changes():
    before = entries(outcome(**DECIDED))
    after = entries(
        organisation(name="Ministry of Travel"),
        outcome(title="Codes", published="2026-10-01", **DECIDED),
        as_at=date(2027, 5, 1),
    )

    assert [each.id for each in before] == [each.id for each in after]
    assert before[0].id == "tag:example.org,2026:site/outcomes/bus/area-codes"


@pytest.mark.parametrize(
    ("site_url", "expected"),
    [
        ("https://stats.example.org/", "tag:stats.example.org,2026:outcomes/bus/area-codes"),
        ("http://127.0.0.1:8000/", "tag:127.0.0.1,2026:outcomes/bus/area-codes"),
        ("https://Example.ORG/engagement/", "tag:example.org,2026:engagement/outcomes/bus/area-codes"),
        ("", "tag:example.invalid,2026:outcomes/bus/area-codes"),
    ],
)
def test_an_id_says_whose_site_it_is(site_url: str, expected: str):
    assert [each.id for each in entries(outcome(**DECIDED), site_url=site_url)] == [expected]


@pytest.mark.parametrize(
    ("fields", "updated", "published"),
    [
        ({"published": "2026-02-01"}, "2026-02-01", "2026-02-01"),
        ({"published": "2026-02-01", **DECIDED}, "2026-03-01", "2026-02-01"),
        (
            {"actions": [{"id": "add", "title": "Add", "history": [{"date": "2026-05-04", "delivery": "delivered"}]}]},
            "2026-05-04",
            None,
        ),
    ],
    ids=["published", "decided after it was published", "something was done"],
)
def test_the_day_of_an_entry_is_that_of_the_newest_thing_known(fields: Any, updated: str, published: str | None):
    content = feeds(outcome(**fields))["outcomes.atom"]
    found = parsed(content)

    assert found.entries[0].updated == found.feed.updated == f"{updated}T00:00:00Z"
    assert found.entries[0].get("published") == (published and f"{published}T00:00:00Z")


def test_another_day_of_building_changes_nothing():
    given = (outcome(**DECIDED), action(outcomes=["area-codes"], due="2026-12-01"))

    assert feeds(*given, as_at=date(2026, 11, 1)) == feeds(*given, as_at=date(2027, 1, 31))


def test_the_newest_come_first():
    days = {"first": "2026-01-05", "third": "2026-03-05", "second": "2026-02-05"}
    given = [outcome(id=name, title=name, published=day) for name, day in days.items()]

    assert [each.title for each in entries(*given)] == ["third", "second", "first"]


def test_a_feed_has_the_newest_hundred():
    given = [outcome(id=f"number-{n}", title=f"{n}", published=date.fromordinal(739000 + n)) for n in range(101)]

    assert [each.title for each in entries(*given)] == [str(n) for n in range(100, 0, -1)]


def test_an_outcome_of_no_known_day_is_in_no_feed():
    assert entries(outcome()) == []


def test_a_feed_without_outcomes_can_be_subscribed_to():
    content = feeds()["statements/bus/outcomes.atom"]

    assert faults(content) == []
    assert parsed(content).feed.title == "Outcomes of feedback: Bus statistics"


def test_a_statement_has_the_outcomes_that_are_its_own():
    rail = statement(id="rail", title="Rail statistics")
    other = outcome(**DECIDED)
    found = feeds(rail, other)

    assert len(parsed(found["statements/bus/outcomes.atom"]).entries) == 1
    assert parsed(found["statements/rail/outcomes.atom"]).entries == []


def test_an_illustration_is_in_no_feed_and_has_none():
    rail = statement(id="rail", illustration="The body did not publish this.")
    found = feeds(rail, entry(Outcome, "rail", id="codes", title="Codes", **DECIDED))

    assert sorted(found) == ["outcomes.atom", "statements/bus/outcomes.atom"]
    assert parsed(found["outcomes.atom"]).entries == []


@pytest.mark.parametrize("visibility", ["internal", "embargoed until 2026-12-01"])
def test_what_is_hidden_is_in_no_feed(visibility: str):
    found = feeds(outcome(title="Secret", visibility=visibility, **DECIDED), outcome(id="open", **DECIDED))

    assert b"Secret" not in b"".join(found.values())
    assert len(parsed(found["outcomes.atom"]).entries) == 1


HOSTILE = "Tŷ & <script>alert('x')</script> \"Ŵyl\" ]]> &amp; café"


def test_special_letters_are_shown_as_they_were_written():
    feed = tree(feeds(outcome(title=HOSTILE, feedback=[{"said": HOSTILE}], **DECIDED))["outcomes.atom"])
    content = feed.findtext(f"{ATOM}entry/{ATOM}content") or ""

    assert feed.findtext(f"{ATOM}entry/{ATOM}title") == HOSTILE
    assert HOSTILE in unescape(content)
    assert "<script" not in content


@settings(deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_any_title_is_told_as_it_was_written(text: str):
    title = " ".join(text.split())
    if not title or HIDDEN.search(title):
        return
    content = feeds(outcome(title=title, **DECIDED))["outcomes.atom"]

    assert tree(content).findtext(f"{ATOM}entry/{ATOM}title") == re.sub("[\ufffe\uffff]", "", title)


@pytest.mark.parametrize(("site_url", "home"), [(SITE, SITE), ("", "../../")])
def test_addresses_are_full_where_that_of_the_site_is_known(site_url: str, home: str):
    said = [{"said": "See [our survey](statements/bus/) and [theirs](https://example.com/)."}]
    content = feeds(outcome(feedback=said, **DECIDED), site_url=site_url)["statements/bus/outcomes.atom"]
    text = tree(content).findtext(f"{ATOM}entry/{ATOM}content") or ""
    links = [link.get("href") for link in tree(content).iter(f"{ATOM}link")]

    assert re.findall(r'href="([^"]*)"', text) == [
        f"{home}statements/bus/",
        "https://example.com/",
        f"{home}outcomes/bus/area-codes/",
    ]
    assert links == [
        f"{home}statements/bus/outcomes.atom",
        f"{home}statements/bus/",
        f"{home}outcomes/bus/area-codes/",
    ]


def test_pages_tell_programs_of_their_feeds(tmp_path: Path):
    site = hosts.build(hosts.project(tmp_path))
    told = re.compile(r'<link rel="alternate" type="application/atom\+xml" title="([^"]*)" href="([^"]*)">')
    pages = {
        name: told.findall((site / name / "index.html").read_text("utf-8")) for name in ("about", "statements/bus")
    }

    assert pages == {
        "about": [("Outcomes of feedback", "../outcomes.atom"), ("What is new", "../whats-new.atom")],
        "statements/bus": [
            ("Outcomes of feedback: Bus statistics", "outcomes.atom"),
            ("Outcomes of feedback", "../../outcomes.atom"),
            ("What is new", "../../whats-new.atom"),
        ],
    }
    assert parsed((site / "outcomes.atom").read_bytes()).entries[0].link == (
        "https://example.org/site/outcomes/bus/area-codes/"
    )
