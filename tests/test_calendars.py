"""The calendars tell each date once, at the right time, with ids that no change moves."""

import json
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import hosts
from tests.catalogues import AS_AT, activity, entry, publication, statement

from user_engagement.model import Activity, Entry
from user_engagement.model.text import HIDDEN
from user_engagement.outputs import calendars
from user_engagement.outputs.output import Asset
from user_engagement.site import Settings, build

SITE = "https://example.org/site/"
CALENDAR_READER = hosts.ROOT / "tests/node/calendar.mjs"
LONDON = ZoneInfo("Europe/London")
DAY: dict[str, Any] = {"id": "day", "title": "Reader day", "day": "2027-03-03"}


def files(*entries: Entry, as_at: date = AS_AT, site_url: str = SITE) -> dict[str, bytes]:
    """Return the calendars of some entries by path."""
    ready = replace(publication(entries, as_at), site_url=site_url)
    return {each.path: each.content for each in calendars.outputs(ready)}


def events(*entries: Entry, path: str = "calendar.ics", **options: Any) -> list[Any]:
    """Return what a program that reads calendars finds in one."""
    return icalendar.Calendar.from_ical(files(*entries, **options)[path]).walk("VEVENT")


def event(**options: Any) -> Any:
    """Return the only date in the calendar, that of an event with these fields."""
    as_at = options.pop("as_at", AS_AT)
    (found,) = events(activity(events=[{**DAY, **options}]), as_at=as_at)
    return found


@pytest.mark.parametrize(
    ("day", "utc"),
    [
        ("2027-03-27", "2027-03-27T09:30"),
        ("2027-03-28", "2027-03-28T08:30"),
        ("2026-10-24", "2026-10-24T08:30"),
        ("2026-10-25", "2026-10-25T09:30"),
    ],
    ids=["the last day of winter", "the first of summer", "the last day of summer", "the first of winter"],
)
def test_an_event_is_at_its_hour_in_the_uk_in_summer_and_in_winter(day: str, utc: str):
    found = event(day=day, starts="09:30", ends="11:00")

    assert found["dtstart"].params["TZID"] == "Europe/London"
    assert found.start.astimezone(UTC) == datetime.fromisoformat(f"{utc}+00:00")
    assert found.end - found.start == timedelta(minutes=90)


def test_our_time_zone_changes_the_clock_when_the_uk_does():
    calendar = icalendar.Calendar.from_ical(files()["calendar.ics"])
    (zone,) = calendar.timezones
    ours = zone.to_tz(lookup_tzid=False)
    noons = [datetime(2026, 1, 1, 12) + timedelta(days=n) for n in range(3 * 365)]  # noqa: DTZ001 - both zones are tried

    assert zone.tz_name == "Europe/London"
    assert [
        noon for noon in noons if noon.replace(tzinfo=ours).utcoffset() != noon.replace(tzinfo=LONDON).utcoffset()
    ] == []


def test_an_event_without_a_time_takes_the_whole_day():
    found = event()

    assert (found.start, found.end) == (date(2027, 3, 3), date(2027, 3, 4))


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        ([], ("2027-03-03", "CONFIRMED", 0)),
        ([{"date": "2026-10-01", "state": "full"}], ("2027-03-03", "CONFIRMED", 1)),
        ([{"date": "2026-10-01", "state": "postponed"}], ("2027-03-03", "CANCELLED", 1)),
        ([{"date": "2026-10-01", "state": "postponed", "day": "2027-05-05"}], ("2027-05-05", "CONFIRMED", 1)),
        (
            [
                {"date": "2026-10-01", "state": "postponed"},
                {"date": "2026-11-01", "state": "planned", "day": "2027-05-05"},
            ],
            ("2027-05-05", "CONFIRMED", 2),
        ),
        (
            [{"date": "2026-10-01", "day": "2027-05-05"}, {"date": "2026-11-01", "state": "cancelled"}],
            ("2027-05-05", "CANCELLED", 2),
        ),
        ([{"date": "2026-11-24", "state": "cancelled"}], ("2027-03-03", "CONFIRMED", 0)),
    ],
    ids=[
        "planned",
        "full",
        "put off",
        "moved",
        "put off, then a new day",
        "moved, then cancelled",
        "cancelled tomorrow",
    ],
)
def test_each_change_makes_a_new_version_of_the_same_event(history: list[Any], expected: tuple[str, str, int]):
    found = event(history=history)

    assert (found.start.isoformat(), str(found["status"]), found["sequence"]) == expected
    assert found["uid"] == "tag:example.org,2026:site/events/bus/day"


def test_what_is_known_of_an_event_has_a_day_from_the_data():
    history = [{"date": "2026-10-01", "state": "full"}]
    found = [event(**fields) for fields in ({}, {"announced": "2026-09-01"}, {"history": history})]
    stamps = [each[name].dt for name in ("dtstamp", "last-modified") for each in found]

    assert [stamp.isoformat() for stamp in stamps] == 2 * [
        "2026-01-01T00:00:00+00:00",
        "2026-09-01T00:00:00+00:00",
        "2026-10-01T00:00:00+00:00",
    ]


def test_another_day_of_building_changes_nothing():
    given = (
        statement(published="2026-01-05", reviewed="2026-05-05", review_due="2027-05-05"),
        activity(opened="2026-11-02", closes="2026-12-04", events=[{**DAY, "registration_closes": "2026-12-24"}]),
    )

    assert files(*given, as_at=date(2026, 11, 5)) == files(*given, as_at=date(2027, 7, 31))


def told(*entries: Entry) -> list[tuple[str, str, str]]:
    """Return the days in the calendar: what each is called, when it is, and whether it will be."""
    return [(str(each["summary"]), each.start.isoformat(), str(each["status"])) for each in events(*entries)]


@pytest.mark.parametrize(
    ("fields", "day", "state"),
    [
        ({"closes": "2026-12-04"}, "2026-12-04", "CONFIRMED"),
        ({"closes": "2026-12-04, provisional"}, "2026-12-04", "TENTATIVE"),
        ({"closes": "2026-12-04", "extended_to": "2026-12-18"}, "2026-12-18", "CONFIRMED"),
        ({"closes": "2026-12-04", "withdrawn": {"date": "2026-11-02"}}, "2026-12-04", "CANCELLED"),
        ({"closes": "2026-10-02", "withdrawn": {"date": "2026-11-02"}}, "2026-10-02", "CONFIRMED"),
        ({"closes": "2026-12-04", "opened": "2026-12-01, cancelled"}, "2026-12-04", "CANCELLED"),
    ],
)
def test_the_last_day_to_take_part_is_in_the_calendar(fields: Any, day: str, state: str):
    assert told(activity(**fields)) == [("Last day to take part: Reader survey", day, state)]


@pytest.mark.parametrize("closes", ["2026-12", "2026-12-04 or 2026-12-18", "not known"])
def test_a_last_day_that_is_not_known_exactly_is_left_out(closes: str):
    assert told(activity(closes=closes)) == []


def test_an_extended_closing_day_is_a_new_version():
    before, after = activity(closes="2026-12-04"), activity(closes="2026-12-04", extended_to="2026-12-18")

    assert [each["sequence"] for given in (before, after) for each in events(given)] == [0, 1]
    assert (
        events(before)[0]["uid"]
        == events(after)[0]["uid"]
        == "tag:example.org,2026:site/activities/bus/reader-survey/closing"
    )


@pytest.mark.parametrize(
    ("history", "state"),
    [([], "CONFIRMED"), ([{"date": "2026-10-01", "state": "full"}], "CANCELLED")],
    ids=["places left", "full"],
)
def test_the_last_day_to_register_goes_when_nobody_can_register(history: list[Any], state: str):
    registration = {"registration_address": "https://example.org/", "registration_closes": "2027-02-01"}
    first, _ = told(activity(events=[{**DAY, **registration, "history": history}]))

    assert first == ("Last day to register: Reader day", "2027-02-01", state)


@pytest.mark.parametrize(
    ("withdrawn", "state"), [({}, "CONFIRMED"), ({"withdrawn": {"date": "2026-11-02", "reason": "Done."}}, "CANCELLED")]
)
def test_a_review_is_in_the_calendar_until_the_statement_ends(withdrawn: Any, state: str):
    rail = statement(id="rail", title="Rail statistics", review_due="2027-05-05", **withdrawn)

    assert told(rail) == [("Statement due for review: Rail statistics", "2027-05-05", state)]


def test_each_review_is_a_newer_version_than_the_one_before():
    first, second = (
        statement(id="rail", published="2024-05-05", reviewed=day, review_due=due)
        for day, due in (("2026-05-05", "2027-05-05"), ("2026-11-02", "2027-11-02"))
    )
    (before,), (after,) = events(first), events(second)

    assert before["uid"] == after["uid"]
    assert before["sequence"] < after["sequence"]


def test_what_has_been_stays_when_the_statement_ends_later():
    rail = statement(id="rail", withdrawn={"date": "2026-11-02", "reason": "Done."})
    held, off = {**DAY, "day": "2026-05-05"}, {**DAY, "id": "off"}
    given = entry(Activity, "rail", id="days", title="Days", method="workshop", events=[held, off])

    assert [str(each["status"]) for each in events(rail, given)] == ["CONFIRMED", "CANCELLED"]


def test_a_statement_has_the_dates_that_are_its_own():
    rail = statement(id="rail", title="Rail statistics")
    found = files(rail, activity(events=[DAY]))

    assert sorted(found) == ["calendar.ics", "statements/bus/calendar.ics", "statements/rail/calendar.ics"]
    assert [len(icalendar.Calendar.from_ical(each).walk("VEVENT")) for each in found.values()] == [1, 0, 1]


@pytest.mark.parametrize("hidden", [{"visibility": "internal"}, {"announced": "2026-11-24"}])
def test_what_is_hidden_is_in_no_calendar(hidden: Any):
    assert events(activity(events=[{**DAY, **hidden}])) == []


def test_an_illustration_is_in_no_calendar_and_has_none():
    rail = statement(id="rail", review_due="2027-05-05", illustration="The body did not publish this.")

    assert sorted(files(rail)) == ["calendar.ics", "statements/bus/calendar.ics"]
    assert events(rail) == []


def test_a_description_says_what_to_know_before_coming():
    found = event(
        summary="Talks, and *tea*; bring cake.",
        place="Tŷ Mawr, Bangor; ground floor",
        online_address="https://example.org/meet",
        registration_address="mailto:days@example.org",
        accessibility="Step-free.",
        history=[{"date": "2026-10-01", "starts": "10:00", "note": "The train is late."}],
    )

    assert found["location"] == "Tŷ Mawr, Bangor; ground floor"
    assert found["url"] == "https://example.org/site/activities/bus/reader-survey/#event-day"
    assert str(found["description"]).splitlines() == [
        "Talks, and tea; bring cake.",
        "The train is late.",
        "Online: https://example.org/meet",
        "Registration: days@example.org",
        "Arrangements: Step-free.",
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [({"state": "full"}, "Full."), ({"state": "postponed"}, "Postponed. The new day is not known yet.")],
)
def test_nobody_is_sent_to_register_where_that_is_not_possible(change: Any, said: str):
    found = event(registration_address="https://example.org/", history=[{"date": "2026-10-01", **change}])

    assert str(found["description"]) == said


def test_no_address_is_told_where_that_of_the_site_is_not_known():
    (found,) = events(activity(events=[DAY]), site_url="")

    assert "url" not in found
    assert found["uid"] == "tag:example.invalid,2026:events/bus/day"


@settings(deadline=None)
@given(st.text(min_size=1, max_size=120) | st.sampled_from(["ŵŷâêîôû, " * 12, "a;b\\,c\\n" * 9, "x" * 74 + "ŷ"]))
def test_any_title_and_place_is_told_as_it_was_written(text: str):
    written = " ".join(text.split())
    if not written or HIDDEN.search(written):
        return
    content = files(activity(events=[{**DAY, "title": written, "place": written}]))["calendar.ics"]
    (found,) = icalendar.Calendar.from_ical(content).walk("VEVENT")

    assert (str(found["summary"]), str(found["location"])) == (written, written)
    assert faults(content) == []


def faults(content: bytes) -> list[str]:
    """Return where a calendar is not as RFC 5545 wants it."""
    lines = content.decode().split("\r\n")
    found = [f"too long: {line}" for line in lines if len(line.encode()) > 75]
    found += [f"a bare line break: {line!r}" for line in lines if "\n" in line or "\r" in line]
    found += [] if lines[-2:] == ["END:VCALENDAR", ""] else ["does not end as a calendar does"]
    dates = icalendar.Calendar.from_ical(content).walk("VEVENT")
    ids = [str(each["uid"]) for each in dates]
    found += [f"twice: {each}" for each in set(ids) if ids.count(each) > 1]
    return found + [f"{each['uid']}: {error}" for each in dates for error in each.errors]


@pytest.fixture(scope="module")
def own() -> dict[str, bytes]:
    """The calendars of the repository's own site."""
    moment = datetime(2026, 11, 23, 9, 30)  # noqa: DTZ001 - UK time
    site = build(hosts.ROOT / "statements", Settings(moment, shown_as="statements", site_url=SITE))
    return {each.path: each.content for each in site.outputs if isinstance(each, Asset) and each.path.endswith(".ics")}


def test_the_calendars_of_our_own_site_are_as_the_standard_wants_them(own: dict[str, bytes]):
    whole = icalendar.Calendar.from_ical(own["calendar.ics"]).walk("VEVENT")
    parts = [
        each
        for path in own
        if path != "calendar.ics"
        for each in icalendar.Calendar.from_ical(own[path]).walk("VEVENT")
    ]

    assert [fault for content in own.values() for fault in faults(content)] == []
    assert sorted(str(each["uid"]) for each in whole) == sorted(str(each["uid"]) for each in parts)
    assert {str(each["status"]) for each in whole} >= {"CONFIRMED", "CANCELLED"}


def as_read_by_icalendar(content: bytes) -> list[dict[str, object]]:
    dates: list[Any] = icalendar.Calendar.from_ical(content).walk("VEVENT")
    return [
        {
            "uid": str(each["uid"]),
            "summary": str(each["summary"]),
            "description": str(each.get("description", "")),
            "starts": in_utc(each.start),
            "ends": in_utc(each.end),
            "sequence": each.get("sequence", 0),
            "status": str(each["status"]),
        }
        for each in dates
    ]


def in_utc(moment: date | datetime) -> str:
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    return moment.isoformat()


def as_read_by_ical_js(content: bytes) -> list[dict[str, object]]:
    node = shutil.which("node")
    assert node, "This needs the program node."
    assert (CALENDAR_READER.parent / "node_modules/ical.js").is_dir(), "This needs `npm ci` in tests/node."
    done = subprocess.run([node, CALENDAR_READER], input=content, capture_output=True, check=True)
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def test_another_program_reads_the_same_dates_from_the_calendars_of_our_own_site(own: dict[str, bytes]):
    assert {path: as_read_by_ical_js(content) for path, content in own.items()} == {
        path: as_read_by_icalendar(content) for path, content in own.items()
    }


def test_another_program_finds_the_hour_in_summer_and_in_winter():
    given = [
        {"id": day, "title": "Fürs Öl, dŵr; und\\mehr", "day": day, "starts": "09:30", "ends": "11:00"}
        for day in ("2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25")
    ]
    found = as_read_by_ical_js(files(activity(events=given))["calendar.ics"])

    assert [each["starts"] for each in found] == [
        "2026-03-28T09:30:00.000Z",
        "2026-03-29T08:30:00.000Z",
        "2026-10-24T08:30:00.000Z",
        "2026-10-25T09:30:00.000Z",
    ]
    assert {each["summary"] for each in found} == {"Fürs Öl, dŵr; und\\mehr"}


def test_every_address_in_the_calendar_leads_to_a_page_and_an_anchor(own: dict[str, bytes]):
    site = build(hosts.ROOT / "statements", Settings(datetime(2026, 11, 23, 9, 30), site_url=SITE))  # noqa: DTZ001
    for each in icalendar.Calendar.from_ical(own["calendar.ics"]).walk("VEVENT"):
        page, _, anchor = str(each["url"]).removeprefix(SITE).partition("#")
        body = site.pages[f"{page}index.md"].body

        assert not anchor or re.search(rf'id="{anchor}"', body)
