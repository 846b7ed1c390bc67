"""The page of an organisation sees all its statements together, those of bodies below it included."""

from typing import Any

from tests.catalogues import AS_AT, action, catalogue, entry, organisation, outcome, statement
from tests.test_promises import page

from user_engagement import queries
from user_engagement.model import Action, Activity, Commitment, Entry, Organisation
from user_engagement.outputs import organisation_pages

AGENCY = organisation(id="agency", name="The agency", parent="travel")
OFFICE = organisation(id="office", name="The office", parent="agency")
RAIL = statement(id="rail", title="Rail statistics", organisation="agency", review_due="2026-10-01")
TRAM = statement(id="tram", title="Tram statistics", organisation="office", review_due="2027-03-01")


def at(name: str, *entries: Entry, on: str = "2026-11-23") -> str:
    return page(organisation_pages, f"organisations/{name}/index.md", AGENCY, OFFICE, RAIL, TRAM, *entries, on=on)


def consultation(name: str, closes: str, **fields: Any) -> Activity:
    return entry(Activity, "tram", id=name, title=name, method="consultation", closes=closes, **fields)


def test_reviews_that_are_due_come_first_then_the_next():
    text = at("travel")

    assert "As at 23 November 2026, in 3 statements, those of bodies that belong to it included." in text
    assert (
        "Reviews of statements Rail statistics: Review overdue 1 October 2026 Tram statistics: next review 1 March 2027"
    ) in text
    assert "As at 23 November 2026, in 2 statements, those of bodies that belong to it included." in at("agency")
    assert "As at 23 November 2026, in 1 statement." in at("office")


def test_progress_of_actions_and_dated_commitments_is_counted_once():
    dated = entry(
        Commitment,
        "rail",
        id="maps",
        wording="We map.",
        due="2026-12-01",
        history=[{"date": "2026-05-04", "delivery": "in progress"}],
    )
    carried = action(id="old", carried_to="add-codes", history=[{"date": "2026-03-02", "delivery": "carried forward"}])

    assert "Actions and dated commitments Not started 1 In progress 1 Overdue 1 Due soon 1 All" in at(
        "travel", dated, carried, action(due="2026-10")
    )


def test_outcomes_are_counted_by_decision():
    given = [outcome(id=f"n-{number}", decisions=[{"decision": "accepted"}]) for number in range(2)]

    assert "Outcomes of feedback by decision Accepted 2 None yet 1" in at("travel", *given, outcome())


def test_responses_are_counted_by_how_they_were_kept_with_the_time_they_took():
    given = [
        consultation("a", "2026-01-10", response_published="2026-02-09"),
        consultation("b", "2026-01-10", response_due="2026-02-01", response_published="2026-03-11"),
        consultation("c", "2026-01-10"),
        consultation("d", "2026-11-20"),
        entry(Activity, "tram", id="e", title="e", method="survey", response_published="2026-05-04"),
        entry(Activity, "tram", id="f", title="f", method="survey"),
    ]

    assert (
        "Responses to those who took part Published in time 1 Published late 1 Published, no day promised 1 "
        "Overdue 1 Not due yet 1 Half of the 2 responses to something with a closing date came within 45 days of it."
    ) in at("travel", *given)
    assert "Published in time 1 The response came 30 days after closing." in at("travel", given[0])


def test_what_there_is_nothing_of_is_left_out():
    bare = organisation(id="bare", name="Bare")
    text = page(organisation_pages, "organisations/bare/index.md", bare, on="2026-11-23")
    withdrawn = statement(id="old", organisation="bare", review_due="2020-01-01", withdrawn={"date": "2026-01-01"})

    assert "How it stands" not in text
    assert "How it stands" not in page(
        organisation_pages, "organisations/bare/index.md", bare, withdrawn, on="2026-11-23"
    )


def test_a_body_shows_what_it_does_for_others():
    own = entry(Action, "rail", id="own", title="Own", lead="agency")
    text = at("agency", own, action(lead="agency", due="2026-12-01"))

    assert (
        "What it does for others Add area codes Not started Due soon Due: 1 December 2026 For Bus statistics As at"
    ) in text


def test_bodies_that_belong_to_one_another_are_told_once():
    one, two = organisation(id="one", parent="two"), organisation(id="two", parent="one")
    everything = catalogue(one, two)
    found = everything.get("organisations", "one")
    assert isinstance(found, Organisation)

    assert [each.id for each in queries.bodies_below(everything, found)] == ["two"]
    assert queries.roll_up(everything, found, AS_AT).statements == []
