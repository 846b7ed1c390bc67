"""Events are told as they stand on the day: what is moved, full, called off or over follows from dates."""

from datetime import date
from typing import Any

import pytest
from pydantic_core import PydanticCustomError
from tests.catalogues import AS_AT, activity, catalogue, entry, publication, statement, user_group

from user_engagement import queries
from user_engagement.model import Activity, Event, UserForum
from user_engagement.model.clock import Clock
from user_engagement.outputs import activity_pages, get_involved_page, statement_pages
from user_engagement.outputs.output import Page
from user_engagement.style import clock
from user_engagement.words.files import english

DAY: dict[str, Any] = {"id": "day", "title": "Reader day", "day": "2026-12-03", "starts": "09:30", "ends": "11:00"}
REGISTER = "https://example.org/register"
CANCELLED = [{"date": "2026-06-01", "state": "cancelled"}]


def event(**fields: Any) -> Event:
    return activity(events=[{**DAY, **fields}]).events[0]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("09:30", "9:30am"),
        ("14:00", "2pm"),
        ("00:00", "midnight"),
        ("00:05", "12:05am"),
        ("12:00", "midday"),
        ("12:30", "12:30pm"),
        ("23.59", "11:59pm"),
    ],
)
def test_times_are_written_as_people_say_them(written: str, shown: str):
    assert clock(Clock.parse(written), english()) == shown


@pytest.mark.parametrize("written", ["9.05", "24:00", "9:30am", "14:60", "0930", ""])
def test_other_ways_to_write_a_time_are_not_understood(written: str):
    with pytest.raises(PydanticCustomError, match="for example 09:30 or 14:00"):
        Clock.parse(written)


MOVED = [
    {"date": "2026-11-10", "state": "postponed", "day": "2027-01-21", "starts": "10:00"},
    {"date": "2026-11-20", "state": "full", "note": "All gone."},
]


@pytest.mark.parametrize(
    ("as_at", "expected"),
    [
        ("2026-11-09", "planned 2026-12-03 09:30 to 11:00"),
        ("2026-11-10", "postponed 2027-01-21 10:00 to 11:00"),
        ("2026-11-20", "full 2027-01-21 10:00 to 11:00"),
    ],
)
def test_an_event_stands_as_its_changes_up_to_the_day_say(as_at: str, expected: str):
    state, day, starts, ends = queries.planned(event(history=MOVED), date.fromisoformat(as_at))

    assert f"{state} {day} {starts} to {ends}" == expected


def test_an_event_that_is_put_off_has_no_day_until_there_is_a_new_one():
    put_off = [{"date": "2026-11-10", "state": "postponed"}, {"date": "2026-11-20", "day": "2027-01-21"}]

    assert [queries.event_day(event(history=put_off[:number]), AS_AT) for number in (0, 1, 2)] == [
        date(2026, 12, 3),
        None,
        date(2027, 1, 21),
    ]


@pytest.mark.parametrize(
    ("fields", "as_at", "expected"),
    [
        ({}, "2026-12-03", True),
        ({}, "2026-12-04", False),
        ({"registration_closes": "2026-11-26"}, "2026-11-26", True),
        ({"registration_closes": "2026-11-26"}, "2026-11-27", False),
        ({"registration_closes": "2027-01-26"}, "2026-12-04", False),
        ({"registration_address": None}, "2026-11-23", False),
        ({"history": [{"date": "2026-11-20", "state": "full"}]}, "2026-11-20", False),
        ({"history": [{"date": "2026-11-20", "state": "full"}]}, "2026-11-19", True),
        ({"history": [{"date": "2026-11-20", "state": "cancelled"}]}, "2026-11-20", False),
        ({"history": [{"date": "2026-11-20", "state": "postponed"}]}, "2026-11-20", False),
        ({"history": [{"date": "2026-11-20", "state": "postponed", "day": "2027-01-21"}]}, "2027-01-21", True),
    ],
)
def test_users_can_register_until_registration_closes_or_the_day_comes(fields: Any, as_at: str, *, expected: bool):
    everything = catalogue(activity(events=[{**DAY, "registration_address": REGISTER, **fields}]))
    (found,) = everything.all(Event)

    assert queries.can_register(everything, found, date.fromisoformat(as_at)) is expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"opened": "2026-11-02", "closes": "2026-12-04"}, "open now"),
        ({"opened": "2027-01"}, "coming"),
        ({"events": [DAY]}, "coming"),
        ({"opened": "2026-03", "events": [DAY]}, "coming"),
        ({"events": [{**DAY, "day": "2026-11-22"}]}, "over"),
        ({"events": [{**DAY, "history": CANCELLED}]}, "cancelled"),
        ({"events": [{**DAY, "history": CANCELLED}, {**DAY, "id": "held", "day": "2026-05-05"}]}, "over"),
        ({"opened": "2026-03"}, "over"),
        ({"opened": "2027-01, cancelled", "events": [DAY]}, "cancelled"),
        ({"opened": "2026-11-23", "withdrawn": {"date": "2026-11-20"}}, "withdrawn"),
        ({}, "not dated"),
    ],
)
def test_an_activity_stands_as_its_dates_and_events_say(fields: Any, expected: str):
    everything = catalogue(activity(**fields))
    (found,) = everything.all(Activity)

    assert queries.activity_state(everything, found, AS_AT) == expected


def test_activities_are_listed_open_first_then_what_comes_next_then_the_newest():
    given = [
        activity(id="undated"),
        activity(id="older", opened="2025"),
        activity(id="called-off", opened="2027-01, cancelled"),
        activity(id="newer", events=[{**DAY, "day": "2026-11-22"}]),
        activity(id="later", opened="2027-05"),
        activity(id="sooner", events=[{**DAY, "id": "soon"}]),
        activity(id="open", opened="2026-11-02", closes="2026-12-04"),
        entry(Activity, "rail", id="drawn", title="Drawn", method="survey", opened="2026-11-02", continuous="true"),
        statement(id="rail", illustration="Not theirs."),
    ]
    everything = catalogue(*given)
    listed = queries.listed_activities(everything, everything.all(Activity), AS_AT)

    assert [(word, each.id) for word, each in listed] == [
        ("open now", "open"),
        ("coming", "sooner"),
        ("coming", "later"),
        ("past", "newer"),
        ("past", "older"),
        ("past", "undated"),
        ("cancelled", "called-off"),
        ("from illustrations", "drawn"),
    ]


def test_a_group_is_heard_on_the_day_of_an_event_that_was_for_it():
    councils = user_group()
    days = [
        {**DAY, "day": "2026-05-05"},
        {**DAY, "id": "off", "day": "2026-06-06", "history": CANCELLED},
        {**DAY, "id": "to-come"},
    ]
    everything = catalogue(councils, activity(user_groups=["councils"], events=days))
    voice = queries.last_heard(everything, councils, AS_AT)

    assert voice is not None
    assert voice.moment.day == date(2026, 5, 5)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"day": "2026-05-05"}, date(2026, 5, 5)),
        ({"day": "2026-05-05", "history": [{"date": "2026-05-01", "day": "2026-07-07"}]}, date(2026, 7, 7)),
        ({"day": "2026-05-05", "history": [{"date": "2026-05-01", "state": "postponed"}]}, None),
        ({"day": "2026-07-07", "history": CANCELLED}, None),
        ({}, None),
    ],
    ids=["held", "moved", "put off", "cancelled", "to come"],
)
def test_an_event_is_evidence_on_the_day_it_took_place(fields: Any, expected: date | None):
    given = activity(events=[{**DAY, **fields}])

    assert queries.last_evidence(given, catalogue(given), AS_AT) == expected


def test_what_ended_is_in_use_no_more_and_a_forum_says_when_it_meets_next():
    meetings = [{"date": day} for day in ("2026-10-07", "2027-09-01", "2027-03-10")]
    forum = entry(UserForum, id="counts", title="Counts group", meetings=meetings)
    ended = entry(UserForum, id="ended", title="Ended group", active_to="2026-11-22")
    (page,) = get_involved_page.outputs(publication([forum, ended]))

    assert queries.next_meeting(forum, AS_AT) == date(2027, 3, 10)
    assert queries.next_meeting(ended, AS_AT) is None
    assert ("Counts group" in page.body, "Ended group" in page.body) == (True, False)


def test_the_list_of_activities_is_cut_into_pages():
    given = [activity(id=f"survey-{number:03}", opened="2026-01") for number in range(101)]
    pages = [each for each in activity_pages.outputs(publication(given)) if isinstance(each, Page)]
    lists = [each for each in pages if each.title.startswith("Activities with users")]

    assert [each.path for each in lists] == ["activities/index.md", "activities/page-2/index.md"]
    assert len(pages) == 103


def test_links_that_led_to_an_activity_on_the_page_of_its_statement_still_do():
    pages = {each.path: each for each in statement_pages.outputs(publication([activity()]))}
    body = pages["statements/bus/index.md"].body

    assert 'id="activity-reader-survey"' in body
    assert '<a href="../../activities/bus/reader-survey/">Reader survey</a>' in body
