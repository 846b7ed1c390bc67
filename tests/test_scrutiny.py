"""What reviewers require and find is told as it stands on the day, and so is what engagement itself shows."""

from datetime import date
from typing import Any

import pytest
from tests.catalogues import AS_AT, catalogue, entry, organisation, outcome, publication, statement

from user_engagement import queries
from user_engagement.checks.completeness import percentages_have_a_base
from user_engagement.checks.time import engagement_is_reviewed_again
from user_engagement.model import CaseStudy, Collaboration, Entry, Requirement, Review
from user_engagement.outputs import (
    case_study_page,
    organisation_pages,
    outcome_pages,
    requirement_page,
    statement_pages,
)
from user_engagement.outputs.output import Page


def part(*verdicts: tuple[str, str], letter: str = "a") -> dict[str, Any]:
    return {
        "letter": letter,
        "wording": f"Part {letter}.",
        "history": [{"date": day, "verdict": verdict} for day, verdict in verdicts],
    }


def requirement(*parts: dict[str, Any], **fields: Any) -> Requirement:
    return entry(Requirement, **{"id": "reach", "title": "Reach more users", "parts": parts, **fields})


def review(**fields: Any) -> Review:
    return entry(Review, **{"id": "year", "title": "The year", "reviewed": "2025-06-02", **fields})


def body(path: str, kind: Any, *entries: Entry, as_at: date = AS_AT) -> str:
    (found,) = (each for each in kind.outputs(publication(entries, as_at)) if each.path == path)
    assert isinstance(found, Page)
    return found.body


def on_statement(*entries: Entry, as_at: date = AS_AT) -> str:
    return body("statements/bus/index.md", statement_pages, *entries, as_at=as_at)


CHANGED = (("2026-03-02", "not met"), ("2026-09-07", "partly met"), ("2026-12-01", "met"))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-03-01", "no verdict yet"),
        ("2026-03-02", "not met"),
        ("2026-09-06", "not met"),
        ("2026-09-07", "partly met"),
        ("2026-11-30", "partly met"),
        ("2026-12-01", "met"),
    ],
)
def test_the_last_verdict_up_to_the_day_counts(day: str, expected: str):
    (given,) = requirement(part(*CHANGED)).parts

    assert queries.verdict(given, date.fromisoformat(day)) == expected


@pytest.mark.parametrize(
    ("given", "is_open"),
    [
        (requirement(), True),
        (requirement(part()), True),
        (requirement(part(("2026-03-02", "met"))), False),
        (requirement(part(("2026-03-02", "met")), part(("2026-03-02", "partly met"), letter="b")), True),
        (requirement(part(("2026-03-02", "met"), ("2026-05-04", "not met"))), True),
        (requirement(part(("2026-11-24", "met"))), True),
        (requirement(withdrawn={"date": "2026-05-04", "reason": "Settled."}), False),
    ],
    ids=["no parts", "no verdict", "met", "met in part", "no longer met", "met tomorrow", "withdrawn"],
)
def test_a_requirement_is_open_until_all_its_parts_are_met(given: Requirement, *, is_open: bool):
    assert queries.is_outstanding(given, AS_AT) is is_open


@pytest.mark.parametrize(
    ("fields", "day", "late"),
    [
        ({"due": "2026-10"}, "2026-10-31", False),
        ({"due": "2026-10"}, "2026-11-01", True),
        ({"due": "2026-10", "history": [{"date": "2026-09-01", "due": "2026-12"}]}, "2026-11-01", False),
        ({"due": "2026-10", "parts": [part(("2026-09-01", "met"))]}, "2026-11-01", False),
        ({"due": "not known"}, "2036-11-01", False),
        ({}, "2036-11-01", False),
    ],
)
def test_a_requirement_is_overdue_from_the_day_after_it_was_due(fields: dict[str, Any], day: str, *, late: bool):
    given, as_at = requirement(**{"parts": [part()], **fields}), date.fromisoformat(day)

    assert queries.is_past_due(given, as_at) is late
    assert ("Overdue" in on_statement(given, as_at=as_at)) is late


def test_the_first_date_of_a_requirement_stays_when_it_moves():
    moved = [{"date": "2026-09-01", "due": "2027-03", "note": "The board agreed."}]
    text = on_statement(requirement(part(), due="2026-10", history=moved))

    assert "<dt>To be met by</dt><dd>March 2027, first by October 2026</dd>" in text
    assert "The board agreed." in text


def test_requirements_are_counted_and_listed_with_the_open_ones_first():
    given = [
        requirement(part(("2026-03-02", "met")), part(*CHANGED, letter="b"), id="one", published="2024-01-08"),
        requirement(part(), id="two", title="Second", published="2025-01-06"),
        requirement(part(("2026-03-02", "met")), id="three", title="Third"),
    ]
    text = body("requirements/index.md", requirement_page, *given)

    assert [(word, each.id) for word, each in queries.listed_requirements(given, AS_AT)] == [
        ("open", "two"),
        ("open", "one"),
        ("closed", "three"),
    ]
    assert "3 requirements, 2 of them open." in text
    assert "Parts: 1 partly met, 1 met." in text
    assert [text.count(f"<dt>{word}</dt>") for word in ("Partly met", "Met", "No verdict yet", "Not met")] == [
        1,
        1,
        1,
        0,
    ]


def test_a_body_is_told_what_it_requires_and_works_on_with_us():
    board = organisation(id="board", name="Statistics Board")
    given = [
        requirement(part(), required_by="board"),
        collaboration(partners=[{"name": "Staff", "organisation": "board"}]),
    ]
    text = body("organisations/board/index.md", organisation_pages, board, *given)

    assert 'What it requires: <a href="../../statements/bus/#requirement-reach">Reach more users</a>' in text
    assert 'Works with us in: <a href="../../statements/bus/#collaboration-desk">Press desk</a>' in text


@pytest.mark.parametrize(
    ("fields", "later", "day", "late"),
    [
        ({"review_due": "2026-06-30"}, [], "2026-06-30", False),
        ({"review_due": "2026-06-30"}, [], "2026-07-01", True),
        ({"review_due": "2026-06-30"}, [{"reviewed": "2026-08-03"}], "2026-08-02", True),
        ({"review_due": "2026-06-30"}, [{"reviewed": "2026-08-03"}], "2026-08-03", False),
        ({"review_due": "2026-06-30"}, [{"reviewed": "2025-06-02"}], "2026-08-03", True),
        ({"review_due": "2026-06-30", "withdrawn": {"date": "2026-01-05", "reason": "Old."}}, [], "2026-08-03", False),
        ({}, [], "2036-08-03", False),
    ],
)
def test_engagement_is_to_be_reviewed_again_until_a_later_review_is_told(
    fields: dict[str, Any], later: list[dict[str, Any]], day: str, *, late: bool
):
    given, as_at = review(**fields), date.fromisoformat(day)
    everything = catalogue(given, *(review(id="next", **each) for each in later))
    shown = on_statement(*everything.all(Review), as_at=as_at)

    assert queries.is_next_review_late(everything, given, as_at) is late
    assert [finding.code for finding in engagement_is_reviewed_again(everything, as_at)] == late * ["next-review-due"]
    assert ("Overdue" in shown) is late


def test_a_review_of_another_statement_or_of_one_that_ended_is_not_waited_for():
    rail = statement(id="rail", title="Rail", withdrawn={"date": "2026-01-05", "reason": "Merged."})
    ended = entry(Review, "rail", id="year", title="Year", reviewed="2025-06-02", review_due="2026-01-30")
    own = review(review_due="2026-06-30")
    elsewhere = entry(Review, "rail", id="next", title="Next", reviewed="2026-08-03")
    everything = catalogue(rail, ended, own, elsewhere)

    assert [each.id for each in everything.all(Review) if queries.is_next_review_late(everything, each, AS_AT)] == [
        "year"
    ]
    assert not queries.is_next_review_late(everything, ended, AS_AT)


@pytest.mark.parametrize(
    ("satisfaction", "codes"),
    [
        ({"amount": "61%"}, ["no-base"]),
        ({"amount": "61%", "base": "58 respondents"}, []),
        ({"amount": "61% of 58 respondents"}, []),
        ({"amount": "35 respondents"}, []),
    ],
)
def test_satisfaction_in_percent_has_a_base(satisfaction: dict[str, str], codes: list[str]):
    given = catalogue(review(satisfaction=[satisfaction]))

    assert [finding.code for finding in percentages_have_a_base(given, AS_AT)] == codes


def test_satisfaction_is_told_by_dimension_with_its_base():
    given = review(
        satisfaction=[{"dimension": "clarity", "amount": "61%", "base": "58 respondents"}, {"amount": "9 letters"}]
    )

    assert "Clarity: 61% (base: 58 respondents)" in on_statement(given)
    assert "Overall: 9 letters" in on_statement(given)


def test_an_outcome_leads_to_whatever_tells_of_it():
    given = [
        outcome(),
        review(outcomes=["area-codes"]),
        requirement({"wording": "Answer.", "responses": [{"wording": "We did.", "outcomes": ["area-codes"]}]}),
        study(outcomes=["area-codes"]),
    ]
    text = body("outcomes/bus/area-codes/index.md", outcome_pages, *given)

    assert "statements/bus/#review-year" in text
    assert "statements/bus/#requirement-reach" in text
    assert "statements/bus/#case-study-search" in text


def test_a_collaboration_is_on_the_pages_of_the_statements_that_share_it():
    rail = statement(id="rail", title="Rail")
    given = collaboration(statements=["rail"])
    text = body("statements/rail/index.md", statement_pages, rail, given)

    assert 'Shared with other statements: <a href="../../statements/bus/#collaboration-desk">Press desk</a>' in text


def test_case_studies_of_all_statements_are_listed_with_the_newest_first():
    rail = statement(id="rail", title="Rail")
    gone = statement(id="tram", title="Tram", withdrawn={"date": "2026-01-05", "reason": "Merged."})
    given = [
        study(published="2025-03-03"),
        entry(CaseStudy, "rail", id="maps", title="Maps", task="Nobody saw them.", published="2026-03-02"),
        entry(CaseStudy, "tram", id="rails", title="Rails", task="Nobody asked.", published="2026-03-02"),
    ]
    text = body("case-studies/index.md", case_study_page, rail, gone, *given)

    assert text.index(">Maps<") < text.index(">Search<")
    assert ">Rails<" not in text


def test_there_are_ways_to_lists_that_have_something_in_them():
    links = ("case-studies", "requirements")
    some = body("statements/index.md", statement_pages, study(), requirement(part()))
    none = body("statements/index.md", statement_pages)

    assert [f'href="../{link}/"' in some for link in links] == [True, True]
    assert [f'href="../{link}/"' in none for link in links] == [False, False]


def collaboration(**fields: Any) -> Collaboration:
    return entry(Collaboration, **{"id": "desk", "title": "Press desk", **fields})


def study(**fields: Any) -> CaseStudy:
    return entry(CaseStudy, **{"id": "search", "title": "Search", "task": "Nobody found it.", **fields})
