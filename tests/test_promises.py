"""Dates that were promised stay in sight, and every page says of them what a person would say on the day."""

import re
from datetime import date, datetime, time, timedelta
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from tests import hosts
from tests.catalogues import action, activity, catalogue, commitment, need, outcome, publication, statement

from user_engagement import as_at as moments
from user_engagement import queries
from user_engagement.loading import load
from user_engagement.model import Action, Activity, Commitment, Entry, Statement
from user_engagement.outputs import commitment_page, need_pages, outcome_pages, statement_pages, unmet_need_page
from user_engagement.outputs.publication import Here, Publication
from user_engagement.problems import Place
from user_engagement.rendering import environment
from user_engagement.visibility import public
from user_engagement.words.files import english

RECORDED = Path(__file__).parent / "days.txt"

ACTION = """
{%- from "parts/actions.html" import action_line, action_history %}{{ action_line(here, entry, q.name(entry)) }}"""
HISTORY = '{% from "parts/actions.html" import action_history %}{{ action_history(here, entry) }}'
COMMITMENT = """
{%- from "parts/promises.html" import due_words, timing %}{{ q.name(entry) }}
{{ q.delivery(entry, here.as_at) | first_up }}
{{- timing(here, entry) }} {{ due_words(here, entry) }}"""
RESPONSE = """
{%- from "parts/responses.html" import response_words %}{{ q.name(entry) }}:
{% set response = q.response(here.catalogue, entry, here.as_at) %}
{% if response.due or response.published %}{{ response_words(here, entry, response) }}{% endif %}"""
REVIEW = """
{%- from "parts/about.html" import about %}{{ about(here) }}"""


def day(written: str) -> date:
    return date.fromisoformat(written)


def words(html: str) -> str:
    """Return what a reader reads, on one line."""
    return re.sub(r" ([,.:)])|(\() ", r"\1\2", " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split()))


def told(template: str, ready: Publication, entry: Entry) -> str:
    """Return what a part of a page says of an entry."""
    here = Here(ready, f"statements/{entry.statement_id}", "", (), entry)
    return words(environment(english()).from_string(template).render(here=here, entry=entry))


def said(template: str, entry: Entry, on: str) -> str:
    """Return what is said of an entry on a day, all others aside."""
    ready = publication([entry], day(on))
    (found,) = ready.catalogue.all(type(entry))
    return told(template, ready, found)


def page(kind: Any, path: str, *entries: Entry, on: str) -> str:
    """Return what a page says on a day."""
    return words(next(each.body for each in kind.outputs(publication(entries, day(on))) if each.path == path))


def changed(*changes: tuple[str, str]) -> list[dict[str, str]]:
    return [{"date": when, "delivery": delivery} for when, delivery in changes]


DONE_AS_IT_BECAME_OVERDUE = action(due="2026-06-30", history=changed(("2026-07-01", "delivered")))
REOPENED = action(
    due="2026-06-30",
    history=changed(("2026-06-20", "delivered"), ("2026-06-25", "in progress"), ("2026-07-02", "delivered")),
)
EXTENDED = action(due="2026-06-30", history=[{"date": "2026-07-15", "due": "2026-09", "note": "The lists came late."}])
BY_THE_MONTH = action(due="2026-06", history=changed(("2026-05-04", "in progress")))
CANCELLED = action(due="2026-06-30", history=changed(("2026-07-10", "cancelled")))
STARTED_LATER = action(due="2026-06-30", history=changed(("2026-03-02", "in progress")))


@pytest.mark.parametrize(
    ("entry", "on", "expected"),
    [
        pytest.param(
            DONE_AS_IT_BECAME_OVERDUE, "2026-05-30", "Not started Due: 30 June 2026", id="more than 30 days before"
        ),
        pytest.param(
            DONE_AS_IT_BECAME_OVERDUE, "2026-05-31", "Not started Due soon Due: 30 June 2026", id="30 days before"
        ),
        pytest.param(
            DONE_AS_IT_BECAME_OVERDUE, "2026-06-30", "Not started Due today Due: 30 June 2026", id="the last day"
        ),
        pytest.param(
            DONE_AS_IT_BECAME_OVERDUE,
            "2026-07-01",
            "Delivered Delivered on 1 July 2026, 1 day after the date promised (30 June 2026)",
            id="became overdue and done on the same day",
        ),
        pytest.param(
            REOPENED,
            "2026-06-20",
            "Delivered Delivered on 20 June 2026, by the date promised (30 June 2026)",
            id="done before due",
        ),
        pytest.param(REOPENED, "2026-06-25", "In progress Due soon Due: 30 June 2026", id="and reopened"),
        pytest.param(
            REOPENED,
            "2026-07-01",
            "In progress Overdue Due: 30 June 2026, overdue since 1 July 2026",
            id="and then overdue",
        ),
        pytest.param(
            REOPENED,
            "2026-07-02",
            "Delivered Delivered on 2 July 2026, 2 days after the date promised (30 June 2026)",
            id="and done again",
        ),
        pytest.param(
            EXTENDED,
            "2026-07-14",
            "Not started Overdue Due: 30 June 2026, overdue since 1 July 2026",
            id="the day before it was extended",
        ),
        pytest.param(
            EXTENDED, "2026-07-15", "Not started Due: September 2026, first promised for 30 June 2026", id="extended"
        ),
        pytest.param(
            EXTENDED,
            "2026-10-01",
            "Not started Overdue Due: September 2026, overdue since 1 October 2026, first promised for 30 June 2026",
            id="overdue again",
        ),
        pytest.param(BY_THE_MONTH, "2026-06-01", "In progress Due soon Due: June 2026", id="the first of the month"),
        pytest.param(BY_THE_MONTH, "2026-06-30", "In progress Due soon Due: June 2026", id="the last of the month"),
        pytest.param(
            BY_THE_MONTH,
            "2026-07-01",
            "In progress Overdue Due: June 2026, overdue since 1 July 2026",
            id="after the month",
        ),
        pytest.param(
            CANCELLED,
            "2026-07-09",
            "Not started Overdue Due: 30 June 2026, overdue since 1 July 2026",
            id="before it was cancelled",
        ),
        pytest.param(
            CANCELLED,
            "2026-07-10",
            "Cancelled Cancelled on 10 July 2026, 10 days after the date promised (30 June 2026)",
            id="cancelled while overdue",
        ),
        pytest.param(STARTED_LATER, "2026-01-01", "Not started Due: 30 June 2026", id="before the first date"),
    ],
)
def test_an_action_says_how_it_stands_to_its_date(entry: Action, on: str, expected: str):
    assert said(ACTION, entry, on) == f"Add area codes {expected}"


@pytest.mark.parametrize(
    ("entry", "on", "expected"),
    [
        (EXTENDED, "2026-07-14", ""),
        (
            EXTENDED,
            "2026-07-15",
            (
                "First promised for 30 June 2026 15 July 2026 Now due September 2026, "
                "moved 15 days after the date before had passed The lists came late."
            ),
        ),
        (REOPENED, "2026-06-26", "20 June 2026 Delivered 25 June 2026 In progress"),
    ],
    ids=["nothing has happened", "the first date and its move", "what was done and taken up again"],
)
def test_every_move_of_a_date_stays_with_its_day_and_reason(entry: Action, on: str, expected: str):
    assert said(HISTORY, entry, on) == expected


def test_something_embargoed_until_its_deadline_is_there_from_half_past_nine():
    everything = catalogue(action(due="2026-12-01", visibility="embargoed until 2026-12-01 09:30"))

    def listed(moment: str) -> list[str]:
        seen = public(everything, moments.moment(moment))
        ready = Publication(seen, day("2026-12-01"), environment(english()), lambda entry: Place(entry.key))
        return [told(ACTION, ready, each) for each in seen.all(Action)]

    assert listed("2026-12-01 09:29") == []
    assert listed("2026-12-01 09:30") == ["Add area codes Not started Due today Due: 1 December 2026"]


def test_a_withdrawn_commitment_is_not_overdue():
    gone = commitment(due="2026-06", withdrawn={"date": "2026-07-10", "reason": "Nobody asks."})

    assert [queries.timing(gone, day(on)) for on in ("2026-07-09", "2026-07-10")] == ["overdue", ""]


MAPS = commitment(
    title="Maps",
    kind="time-bound",
    due="2026-06",
    history=[
        {"date": "2026-05-04", "due": "2026-09", "note": "Paper is *dear*."},
        {"date": "2026-10-05", "due": "2026-10", "note": "One is left."},
        {"date": "2026-10-20", "delivery": "delivered"},
    ],
)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-05-03", "Time-bound. Due: June 2026"),
        ("2026-09-01", "Due soon Time-bound. Due: September 2026, first promised for June 2026"),
        (
            "2026-10-04",
            "Overdue Time-bound. Due: September 2026, overdue since 1 October 2026, first promised for June 2026",
        ),
        ("2026-10-05", "Due soon Time-bound. Due: October 2026, first promised for June 2026"),
        (
            "2026-10-20",
            (
                "Delivered Time-bound. Delivered on 20 October 2026, by the date promised (October 2026), "
                "first promised for June 2026"
            ),
        ),
    ],
)
def test_a_commitment_says_how_it_stands_to_its_date(on: str, expected: str):
    text = page(statement_pages, "statements/bus/index.md", MAPS, on=on)

    assert f"We answer every question. {expected}" in text


def test_the_tracker_shows_the_first_promise_each_move_and_the_end():
    text = page(commitment_page, "commitments/index.md", MAPS, on="2026-11-23")

    assert (
        "Maps Commitment, time-bound Delivered on 20 October 2026, by the date promised (October 2026) "
        "First promised for June 2026 Moved 4 May 2026 to September 2026 Paper is dear. "
        "Moved 5 October 2026 to October 2026, 5 days after the date before had passed One is left. "
        "Delivered No actions"
    ) in text


def test_the_tracker_counts_what_is_late_and_what_is_due():
    late = [action(id=f"late-{number}", due="2026-10") for number in range(2)]
    text = page(commitment_page, "commitments/index.md", *late, action(due="2026-12-01"), on="2026-11-23")

    assert "Not started 3 Overdue 2 Due soon 1" in text


def test_a_step_that_was_missed_says_so_while_the_action_goes_on():
    steps = [
        {"title": "Draft", "due": "2026-03", "reached": "2026-04-02"},
        {"title": "Test", "due": "2026-05"},
        {"title": "Print", "due": "2026-12"},
    ]
    going_on = action(milestones=steps)
    over = action(milestones=steps, history=changed(("2026-06-05", "cancelled")))

    def steps_of(entry: Action, on: str) -> str:
        text = page(statement_pages, "statements/bus/index.md", entry, on=on)
        return text[text.index("Draft") : text.index("December 2026")]

    assert steps_of(going_on, "2026-03-31") == "Draft: due March 2026 Test: due May 2026 Print: due "
    assert steps_of(going_on, "2026-06-01") == "Draft: reached 2 April 2026 Test: due May 2026 Overdue Print: due "
    assert steps_of(over, "2026-06-05") == "Draft: reached 2 April 2026 Test: due May 2026 Print: due "


CONSULTATION: dict[str, Any] = {"method": "consultation", "opened": "2026-01-05", "closes": "2026-02-27"}


@pytest.mark.parametrize(
    ("fields", "on", "expected"),
    [
        (
            {**CONSULTATION, "response_due": "2026-05-22", "response_published": "2026-06-30"},
            "2026-05-22",
            "Promised by 22 May 2026 Due today",
        ),
        (
            {**CONSULTATION, "response_due": "2026-05-22", "response_published": "2026-06-30"},
            "2026-05-23",
            "Promised by 22 May 2026 Overdue by 1 day",
        ),
        (
            {**CONSULTATION, "response_due": "2026-05-22", "response_published": "2026-06-30"},
            "2026-06-30",
            "Published 30 June 2026 (promised by 22 May 2026) Late by 39 days",
        ),
        (
            {**CONSULTATION, "response_due": "2026-05-22", "response_published": "2026-05-22"},
            "2026-06-30",
            "Published 22 May 2026 (promised by 22 May 2026)",
        ),
        (CONSULTATION, "2026-04-21", "Due by 22 May 2026, 12 weeks after closing"),
        (CONSULTATION, "2026-05-22", "Due by 22 May 2026, 12 weeks after closing Due today"),
        (CONSULTATION, "2026-05-23", "Due by 22 May 2026, 12 weeks after closing Overdue by 1 day"),
        (
            {**CONSULTATION, "extended_to": "2026-03-13"},
            "2026-05-23",
            "Due by 5 June 2026, 12 weeks after closing Due soon",
        ),
    ],
)
def test_a_response_says_when_it_was_due_and_how_late_it_is(fields: dict[str, Any], on: str, expected: str):
    assert said(RESPONSE, activity(**fields), on) == f"Reader survey: {expected}"


@pytest.mark.parametrize(
    ("header", "on", "expected"),
    [
        ({"review_due": "2026-11-30"}, "2026-10-30", "Next review due 30 November 2026"),
        ({"review_due": "2026-11-30"}, "2026-10-31", "Next review due 30 November 2026 (due soon)"),
        ({"review_due": "2026-11-30"}, "2026-11-30", "Next review due 30 November 2026 (due today)"),
        ({"review_due": "2026-11-30"}, "2026-12-01", "Next review due 30 November 2026 (overdue)"),
        (
            {"reviewed": "2024-11-30"},
            "2026-11-30",
            "Statement last reviewed 30 November 2024",
        ),
        (
            {"reviewed": "2024-11-30"},
            "2026-12-01",
            "Statement last reviewed 30 November 2024 Reviews Not reviewed since 30 November 2024",
        ),
        ({"published": "2024-11-30"}, "2026-11-30", ""),
        (
            {"published": "2024-11-30"},
            "2026-12-01",
            "Reviews Not reviewed since it was published on 30 November 2024",
        ),
        ({"published": "2024-11-30"}, "2020-01-01", ""),
        ({"reviewed": "2026-05-01", "review_due": "2028-05-01"}, "2026-04-30", "Next review due 1 May 2028"),
        ({"review_due": "2026-01-01", "withdrawn": {"date": "2026-06-01", "reason": "Merged."}}, "2026-06-01", ""),
        (
            {"review_due": "2026-01-01", "withdrawn": {"date": "2026-06-01", "reason": "Merged."}},
            "2026-05-31",
            "Next review due 1 January 2026 (overdue)",
        ),
        ({}, "2026-06-01", ""),
        ({"published": "2016-01-01", "illustration": "Put together from public sources."}, "2026-06-01", ""),
    ],
)
def test_a_page_says_how_the_reviews_of_its_statement_stand(header: dict[str, Any], on: str, expected: str):
    ready = publication([], day(on))
    header = {"id": "rail", "title": "Rail", **header}
    ready = publication([statement(**header)], day(on))
    rail = next(each for each in ready.catalogue.all(Statement) if each.id == "rail")
    text = told(REVIEW, ready, rail)

    assert re.sub(r"^As at [\d\w]+ \w+ \d+ ?|Something wrong.*$", "", text).strip() == expected


MET_LATER = need(
    met="not met",
    constraint="cost",
    reason="Too dear.",
    alternative="Ask us.",
    revisit="2026-06",
    first_raised="2025-02-03",
    history=[
        {"date": "2026-05-04", "met": "not met", "constraint": "quality", "reason": "Too few answers."},
        {"date": "2026-07-06", "met": "partly met", "note": "For towns."},
        {"date": "2026-12-01", "met": "met"},
    ],
)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (
            "2026-04-01",
            (
                "Not met What stands in the way Cost Why it is not met in full Too dear. "
                "What you can do meanwhile Ask us. We will look again June 2026"
            ),
        ),
        ("2026-05-04", "Not met What stands in the way Quality Why it is not met in full Too few answers."),
        ("2026-07-06", "Partly met What stands in the way Quality Why it is not met in full Too few answers."),
        ("2026-12-01", "Met"),
    ],
)
def test_why_a_need_is_not_met_moves_on_with_how_far_it_is_met(on: str, expected: str):
    text = page(need_pages, "needs/bus/small-areas/index.md", MET_LATER, on=on)

    assert f"Figures for small areas {expected} The journey of this need" in text


def test_the_journey_of_a_need_does_not_say_again_what_holds():
    text = page(need_pages, "needs/bus/small-areas/index.md", MET_LATER, on="2026-05-04")

    assert "We wanted to look again June 2026 4 May 2026 Not met As at" in text


def test_the_journey_of_a_need_keeps_every_reason():
    text = page(need_pages, "needs/bus/small-areas/index.md", MET_LATER, on="2026-12-01")

    assert (
        "3 February 2025 At first not met What stood in the way Cost Why Too dear. "
        "What you could do meanwhile Ask us. We wanted to look again June 2026 "
        "4 May 2026 Not met What stood in the way Quality Why Too few answers. "
        "6 July 2026 Partly met For towns. 1 December 2026 Met"
    ) in text


def test_a_list_of_unmet_needs_has_the_reason_in_force():
    text = page(unmet_need_page, "needs-not-met/index.md", MET_LATER, on="2026-05-04")

    assert "Quality Figures for small areas Not met Bus statistics Why Too few answers." in text


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2026-06-30", "We will look again June 2026"), ("2026-07-01", "We said we would look again June 2026 Overdue")],
)
def test_a_decision_that_was_to_be_looked_at_again_says_so_when_it_was_not(on: str, expected: str):
    refused = outcome(decisions=[{"decision": "rejected", "reason": "Dear.", "revisit": "2026-06"}])

    assert expected in page(outcome_pages, "outcomes/bus/area-codes/index.md", refused, on=on)


def _around(days: set[date]) -> set[date]:
    return {each + timedelta(days=step) for each in days for step in (-1, 0, 1)}


def _days(entry: Entry) -> set[date]:
    """Return the days around which something changes in what is said of an entry."""
    found: set[date | None] = set()
    if isinstance(entry, Action | Commitment):
        found = {queries.deadline(each.due) for each in queries.promises(entry, date.max)}
        found |= {change.date for change in entry.history} if found else set()
    if isinstance(entry, Activity):
        found = {entry.response_due, entry.response_published}
    if isinstance(entry, Statement):
        found = {entry.review_due}
    return _around({each for each in found if each})


TEMPLATES: dict[type[Entry], str] = {Action: ACTION, Commitment: COMMITMENT, Activity: RESPONSE, Statement: REVIEW}


def test_around_each_deadline_of_our_own_statements_pages_say_what_a_person_would(*, update_golden: bool):
    """The days before, of and after each deadline, move and end; `--update-golden` records them for review."""
    everything = load(hosts.ROOT / "statements").catalogue
    wanted = [(kind, entry.key, _days(entry)) for kind in TEMPLATES for entry in everything.all(kind)]
    lines = []
    for on in sorted({each for *_, days in wanted for each in days}):
        seen = public(everything, datetime.combine(on, time.max))
        ready = Publication(seen, on, environment(english()), lambda entry: Place(entry.key))
        for kind, key, days in wanted:
            entry = seen.get(kind.section, key)
            if on in days and entry:
                text = told(TEMPLATES[kind], ready, entry)
                lines.append(f"{on} {key}: {re.sub(r'^As at [^a-z]*[a-z]+ [0-9]+ | Contact .*$', '', text)}")
    if update_golden:
        RECORDED.write_text("\n".join(lines) + "\n", "utf-8")

    assert "\n".join(lines) + "\n" == RECORDED.read_text("utf-8")
