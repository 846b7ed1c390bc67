"""Planned changes are told as they stand on the day: whether views are open follows from dates, not from words."""

from datetime import date
from typing import Any

import icalendar
import pytest
from tests.catalogues import AS_AT, activity, catalogue, entry, publication, published, statement, statistic, user_group

from user_engagement import queries
from user_engagement.checks.time import changes_are_told
from user_engagement.model import Entry, PlannedChange
from user_engagement.outputs import (
    calendars,
    get_involved_page,
    home_page,
    planned_change_pages,
    statement_pages,
    user_group_pages,
)
from user_engagement.outputs.output import Page
from user_engagement.outputs.publication import PAGE_SIZE

OPEN: dict[str, Any] = {
    "id": "zones",
    "title": "Fares by zone",
    "announced": "2026-09-01",
    "state": "open for views",
    "views_close": "2026-11-23",
    "effective": "2027-01",
}


def change(**fields: Any) -> PlannedChange:
    return entry(PlannedChange, **{**OPEN, **fields})


def steps(**days: str) -> list[dict[str, str]]:
    return [{"date": day, "state": state} for state, day in days.items()]


def moved(views_close: str) -> list[dict[str, str]]:
    return [{"date": "2026-10-30", "views_close": views_close}]


def page(path: str, kind: Any, *entries: Entry, as_at: date = AS_AT) -> Page:
    (found,) = (each for each in kind.outputs(publication(entries, as_at)) if each.path == path)
    assert isinstance(found, Page)
    return found


def own_page(*entries: Entry, as_at: date = AS_AT) -> str:
    return page("planned-changes/bus/zones/index.md", planned_change_pages, *entries, as_at=as_at).body


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-09-01", "open for views"),
        ("2026-11-22", "open for views"),
        ("2026-11-23", "open for views"),
        ("2026-11-24", "views closed"),
        ("2027-06-01", "views closed"),
    ],
)
def test_views_are_open_up_to_and_including_the_last_day(day: str, expected: str):
    assert queries.change_state(catalogue(change()), change(), date.fromisoformat(day)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"state": "proposed"}, "proposed"),
        ({"state": "proposed", "views_close": "2026-11-01"}, "proposed"),
        ({"views_close": None}, "open for views"),
        ({"views_close": "2026-11-01"}, "views closed"),
        (
            {"views_close": "2026-11-01", "history": moved("2026-12-01")},
            "open for views",
        ),
        (
            {"views_close": "2026-12-01", "history": moved("2026-11-01")},
            "views closed",
        ),
        ({"history": steps(confirmed="2026-11-23")}, "confirmed"),
        ({"history": steps(confirmed="2026-11-24")}, "open for views"),
        ({"history": steps(confirmed="2026-10-01", dropped="2026-11-02")}, "dropped"),
        ({"history": steps(done="2026-10-01"), "withdrawn": {"date": "2026-11-01", "reason": "Old."}}, "done"),
        ({"withdrawn": {"date": "2026-11-01", "reason": "Old."}}, "withdrawn"),
        ({"withdrawn": {"date": "2026-11-24", "reason": "Old."}}, "open for views"),
    ],
)
def test_the_last_step_up_to_the_day_says_how_a_change_stands(fields: dict[str, Any], expected: str):
    given = change(**fields)

    assert queries.change_state(catalogue(given), given, AS_AT) == expected
    assert queries.is_open_for_views(catalogue(given), given, AS_AT) == (expected == "open for views")


def test_nobody_can_have_a_say_when_the_statement_has_ended():
    old = statement(id="rail", title="Rail", withdrawn={"date": "2026-11-01", "reason": "Merged."})
    given = entry(PlannedChange, "rail", **OPEN)

    assert queries.change_state(catalogue(old, given), given, AS_AT) == "withdrawn"


@pytest.mark.parametrize(
    ("fields", "day", "untold"),
    [
        ({"effective": "2026-11-23"}, "2026-11-23", False),
        ({"effective": "2026-11-23"}, "2026-11-24", True),
        ({"effective": "2026-11"}, "2026-11-30", False),
        ({"effective": "2026-11"}, "2026-12-01", True),
        ({"effective": "2026-10 or 2027-01"}, "2026-12-01", False),
        ({"effective": "2026-10, cancelled"}, "2026-12-01", False),
        ({"effective": "after actions/pilot"}, "2036-12-01", False),
        ({"effective": None}, "2036-12-01", False),
        ({"effective": "2026-10", "history": steps(done="2026-11-20")}, "2026-11-19", True),
        ({"effective": "2026-10", "history": steps(done="2026-11-20")}, "2026-11-20", False),
        ({"effective": "2026-10", "history": steps(dropped="2026-11-20")}, "2026-11-20", False),
        ({"effective": "2026-10", "history": [{"date": "2026-09-30", "effective": "2027-01"}]}, "2026-12-01", False),
        ({"effective": "2026-10", "withdrawn": {"date": "2026-11-01", "reason": "Old."}}, "2026-12-01", False),
    ],
)
def test_a_change_is_overdue_from_the_day_after_it_was_planned(fields: dict[str, Any], day: str, *, untold: bool):
    given, as_at = change(**fields), date.fromisoformat(day)

    assert queries.is_untold(catalogue(given), given, as_at) is untold
    assert [finding.code for finding in changes_are_told(catalogue(given), as_at)] == untold * ["change-not-told"]


@pytest.mark.parametrize(("day", "codes"), [("2026-11-30", ["change-not-told"]), ("2026-12-02", [])])
def test_a_note_after_the_day_explains_a_late_change_to_its_author_and_not_away(day: str, codes: list[str]):
    given = change(effective="2026-11-01", history=[{"date": "2026-12-02", "note": "The supplier is late."}])
    as_at = date.fromisoformat(day)

    assert [finding.code for finding in changes_are_told(catalogue(given), as_at)] == codes
    assert "we have not said yet whether it happened" in own_page(given, as_at=as_at)


def test_changes_are_listed_open_first_then_coming_by_date_then_earlier_ones_newest_first():
    everything = (
        change(id="far", effective="2028"),
        change(id="near", state="confirmed", effective="2027-02"),
        change(id="some-day", state="proposed", effective="not known"),
        change(id="closed", views_close="2026-11-22", effective="2027-03"),
        change(id="late", state="confirmed", effective="2026-10"),
        change(id="soon", views_close="2026-11-24"),
        change(id="old", state="done", announced="2020-01-01", history=steps(done="2020-06-01")),
        change(id="new", state="confirmed", history=steps(dropped="2026-11-20")),
    )
    listed = queries.listed_changes(published(*everything), everything, AS_AT)

    assert [(word, each.id) for word, each in listed] == [
        ("open for views", "far"),
        ("open for views", "soon"),
        ("coming", "late"),
        ("coming", "near"),
        ("coming", "closed"),
        ("coming", "some-day"),
        ("earlier", "new"),
        ("earlier", "old"),
    ]


def test_a_change_of_an_illustration_is_listed_last_and_nobody_is_asked_for_views():
    shown = [
        statement(id="rail", title="Rail", illustration="Not theirs."),
        entry(PlannedChange, "rail", **OPEN),
        change(),
    ]
    body = page("planned-changes/index.md", planned_change_pages, *shown).body

    assert body.index("From illustrations") > body.index("Open for views")
    assert "rail" not in page("get-involved/index.md", get_involved_page, *shown).body
    assert "rail" not in page("index.md", home_page, *shown).body.partition("Illustrations")[0]


def test_a_long_list_of_changes_is_cut_into_pages():
    given = [change(id=f"change-{number:03}") for number in range(PAGE_SIZE + 1)]
    paths = [each.path for each in planned_change_pages.outputs(publication(given)) if "page-" in each.path]

    assert paths == ["planned-changes/page-2/index.md"]


def test_a_change_is_on_every_page_where_users_can_have_a_say_and_only_as_long():
    given = change(views_address="mailto:fares@example.org")
    for path, kind in (("index.md", home_page), ("get-involved/index.md", get_involved_page)):
        assert "planned-changes/bus/zones/" in page(path, kind, given).body
        assert "planned-changes/bus/zones/" not in page(path, kind, given, as_at=date(2026, 11, 24)).body
        assert "until <time" not in page(path, kind, change(views_close=None)).body


def test_a_change_is_not_known_before_it_is_announced():
    given = change()

    assert published(given, as_at=date(2026, 8, 31)).all(PlannedChange) == ()
    assert published(given, as_at=date(2026, 9, 1)).all(PlannedChange) == (given,)


EFFECTS: list[dict[str, Any]] = [
    {"wording": "Yours ends.", "user_groups": ["councils"]},
    {"wording": "Files get a column."},
    {"wording": "Readers see a map.", "user_groups": ["readers"]},
]


@pytest.mark.parametrize(
    ("group", "told"),
    [
        (user_group(), ["Yours ends.", "Files get a column."]),
        (user_group(id="towns", name="Towns", parent="councils"), ["Yours ends.", "Files get a column."]),
        (user_group(id="papers", name="Papers"), ["Files get a column."]),
    ],
    ids=["named", "part of a wider group", "everybody"],
)
def test_a_group_is_told_what_a_change_means_for_it(group: Any, told: list[str]):
    given = change(effects=EFFECTS)
    others = [each for each in (user_group(), user_group(id="readers", name="Readers")) if each.id != group.id]
    body = page(f"users/bus/{group.id}/index.md", user_group_pages, given, group, *others).body

    assert [each["wording"] for each in EFFECTS if each["wording"] in body] == told


def test_a_group_of_another_statement_is_told_only_of_changes_that_name_it():
    rail = [statement(id="rail", title="Rail"), user_group(id="councils")]
    outside = entry(type(rail[1]), "rail", id="riders", name="Riders")
    body = page("users/rail/riders/index.md", user_group_pages, *rail, outside, change(effects=EFFECTS[:2])).body

    assert "Fares by zone" not in body


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-23", "How to have a say"),
        ("2026-11-24", "How views were asked for"),
    ],
)
def test_the_page_of_a_change_asks_for_views_as_long_as_they_are_open(day: str, said: str):
    given = change(taking_part="Write a line.")

    assert f'<h2 id="views">{said}</h2>' in own_page(given, as_at=date.fromisoformat(day))


def test_the_page_says_what_was_decided_and_by_whom():
    last = {
        "date": "2026-11-20",
        "state": "confirmed",
        "course": "continue",
        "approved_by": "Chief",
        "note": "All wrote.",
    }
    body = own_page(change(course="discontinue", history=[last, {"date": "2026-11-22", "state": "done"}]))

    assert '<p>Confirmed on <time datetime="2026-11-20">20 November 2026</time>. Approved by: Chief</p>' in body
    assert "<dt>Decision</dt><dd>Continue the statistics as before</dd>" in body
    assert "<dt>Proposal</dt><dd>Discontinue the statistics</dd>" in own_page(change(course="discontinue"))
    assert "What was decided" not in own_page(change(course="discontinue"))
    assert '<p>Confirmed on <time datetime="2026-09-01">1 September 2026</time></p>' in own_page(
        change(state="confirmed")
    )


@pytest.mark.parametrize(
    ("tables", "said"),
    [([], "the statistics"), (["by-county"], "the table"), (["by-county", "by-town"], "the tables")],
)
def test_the_page_says_whether_statistics_or_tables_end(tables: list[str], said: str):
    both = [{"id": each, "title": each} for each in ("by-county", "by-town")]
    body = own_page(change(course="discontinue", tables=tables), statistic(tables=both))

    assert f"<dt>Proposal</dt><dd>Discontinue {said}</dd>" in body


def test_a_decision_that_was_taken_back_is_none():
    given = change(
        history=[{"date": "2026-10-01", "state": "confirmed"}, {"date": "2026-11-01", "state": "open for views"}]
    )

    assert queries.deciding_step(given, AS_AT) is None
    assert queries.deciding_step(given, date(2026, 10, 31)) is given.history[0]


def test_the_first_promise_stays_when_a_change_is_moved():
    later = [{"date": "2026-11-02", "effective": "2027-03", "note": "Councils need time."}]
    body = own_page(change(history=later))

    assert "<dt>Planned for</dt><dd>March 2027, first planned for January 2027</dd>" in body
    assert "Councils need time." in body


def test_a_statement_lists_its_changes():
    body = page("statements/bus/index.md", statement_pages, change()).body

    assert '<h2 id="planned-changes"' in body
    assert 'href="../../planned-changes/bus/zones/"' in body


def dates(given: PlannedChange, *others: Entry, as_at: date = AS_AT) -> list[tuple[str, str, str, int]]:
    files = {each.path: each.content for each in calendars.outputs(publication([given, *others], as_at))}
    found: list[Any] = icalendar.Calendar.from_ical(files["calendar.ics"]).walk("VEVENT")
    return [(each["summary"], each.start.isoformat(), str(each["status"]), each["sequence"]) for each in found]


def test_the_last_day_for_views_is_in_the_calendar():
    title = "Last day for views: Fares by zone"

    assert dates(change()) == [(title, "2026-11-23", "CONFIRMED", 0)]
    assert dates(change(), as_at=date(2027, 5, 1)) == [(title, "2026-11-23", "CONFIRMED", 0)]
    assert dates(change(history=moved("2026-12-01"))) == [(title, "2026-12-01", "CONFIRMED", 1)]
    assert dates(change(history=steps(dropped="2026-11-20"))) == [(title, "2026-11-23", "CANCELLED", 2)]
    assert dates(change(history=steps(dropped="2026-11-24")), as_at=date(2026, 11, 24)) == [
        (title, "2026-11-23", "CONFIRMED", 1)
    ]
    assert dates(change(state="proposed")) == []
    assert dates(change(views_close=None), activity()) == []
