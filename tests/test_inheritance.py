"""Statements that follow others show what they take over, in what they differ, and how far each team is."""

from datetime import date
from typing import Any

import pytest
from tests.catalogues import AS_AT, action, catalogue, commitment, entry, organisation, statement
from tests.test_promises import page

from user_engagement import queries
from user_engagement.model import Action, Commitment, Entry, Progress, Statement, UserGroup
from user_engagement.outputs import commitment_page, statement_pages

POLICY = statement(id="policy", title="The policy")
REPLY = entry(Commitment, "policy", id="reply", title="We reply", wording="We reply within 5 days.")
NOTICE = entry(Commitment, "policy", id="notice", title="We give notice", wording="You hear of changes before.")
GONE = entry(
    Commitment,
    "policy",
    id="digest",
    title="A digest",
    wording="We print.",
    withdrawn={"date": "2026-01-05", "reason": "Dear."},
)
THERE = (POLICY, REPLY, NOTICE, GONE)


def rail(**fields: Any) -> Statement:
    return statement(id="rail", title="Rail statistics", **fields)


def progress(within: str = "rail", **fields: Any) -> Progress:
    return entry(Progress, within, **{"id": "replies", "commitment": "policy/reply", **fields})


def at(path: str, *entries: Entry, on: str = "2026-11-23") -> str:
    return page(statement_pages, f"statements/{path}/index.md", *THERE, *entries, on=on)


MEASURED = {"date": "2026-02-02", "amount": "93% of 41 emails"}


def test_a_team_that_adopts_shows_the_commitments_with_its_own_progress():
    text = at(
        "rail",
        rail(adopts=["policy"]),
        progress(
            summary="By rota.",
            measures=[
                {"id": "in-time", "title": "In time", "results": [{"date": "2026-02-02", "amount": "93% of 41 emails"}]}
            ],
            history=[
                {"date": "2026-01-12", "delivery": "in progress"},
                {"date": "2026-03-02", "delivery": "delivered", "note": "Since the rota."},
            ],
        ),
        entry(Action, "rail", id="rota", title="A rota", commitments=["policy/reply"]),
    )

    assert (
        "Our commitments We keep the commitments of The policy. How we are getting on with them: "
        "We reply Delivered on 2 March 2026 Since the rota. By rota. In time 2 February 2026 93% of 41 emails "
        "At other times: 12 January 2026 In progress What we do about it: A rota "
        "We give notice"
    ) in text
    assert "A digest" not in text


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2026-01-11", "We reply We give"), ("2026-01-12", "We reply In progress on 12 January 2026 We give")],
)
def test_progress_is_that_of_the_day(on: str, expected: str):
    told = progress(history=[{"date": "2026-01-12", "delivery": "in progress"}])

    assert f"getting on with them: {expected} notice" in at("rail", rail(adopts=["policy"]), told, on=on)


def test_a_team_that_varies_says_in_what_beside_what_it_varies_from():
    differing = [
        {"statement": "policy", "commitments": ["policy/reply"], "differences": "We take 8 days."},
        {"statement": "policy", "differences": "We have no press desk."},
    ]

    assert (
        "We keep the commitments of The policy, with these differences: We have no press desk. "
        "We reply We reply within 5 days. What is different here We take 8 days. They are: We reply We give notice"
    ) in at("rail", rail(varies=differing))


def test_a_team_that_supplements_shows_the_groups_it_takes_over_beside_its_own():
    groups = [
        entry(UserGroup, "policy", id="councils", name="Councils"),
        entry(UserGroup, "policy", id="media", name="Media"),
        entry(UserGroup, "rail", id="planners", name="Planners", parent="policy/councils"),
    ]
    text = at("rail", rail(supplements=["policy"]), *groups)

    assert (
        "User groups of The policy We add to that statement, so these groups are ours as well. "
        "Councils Inherited here as Planners Media Inherited"
    ) in text
    assert "We keep the commitments of The policy and add our own." in text
    assert "Inherited" not in at("rail", rail(adopts=["policy"]), *groups)


TEAMS = (
    rail(adopts=["policy"]),
    statement(id="tram", title="Tram statistics", adopts=["policy"]),
    progress(history=[{"date": "2026-03-02", "delivery": "delivered"}]),
    progress("tram", history=[{"date": "2026-04-06", "delivery": "in progress", "note": "From May."}]),
)


def test_the_policy_and_the_tracker_show_each_team():
    tracker = page(commitment_page, "commitments/index.md", *THERE, *TEAMS, on="2026-11-23")

    assert (
        "How teams are getting on: Rail statistics Delivered on 2 March 2026 What Rail statistics tells of it "
        "Tram statistics In progress on 6 April 2026 From May. What Tram statistics tells of it"
    ) in at("policy", *TEAMS)
    assert (
        "We reply Commitment, ongoing Always No actions "
        "Rail statistics Delivered on 2 March 2026 Tram statistics In progress on 6 April 2026 We give notice"
    ) in tracker


@pytest.mark.parametrize(
    ("adopted", "expected"),
    [("2026-02-02", "delivered"), ("2026-03-02", "delivered"), ("2026-04-06", "partly delivered")],
    ids=["the team said more later", "the team goes first on the same day", "the policy said more later"],
)
def test_the_newest_word_on_a_teams_progress_is_in_force_whoever_said_it(adopted: str, expected: str):
    promise = commitment(adoptions=[{"statement": "rail", "delivery": "partly delivered", "date": adopted}])
    own = progress(commitment="bus/answer", history=[{"date": "2026-03-02", "delivery": "delivered"}])
    everything = catalogue(promise, rail(), own)
    (team,) = queries.progress_by_team(everything, promise, AS_AT)
    mine = queries.own_progress(everything, team.statement, AS_AT)

    assert team.delivery == mine["bus/answer"].delivery == expected


def test_withdrawn_progress_does_not_count_any_more_and_keeps_its_place():
    told = progress(
        history=[{"date": "2026-03-02", "delivery": "delivered"}],
        withdrawn={"date": "2026-05-04", "reason": "We left."},
    )
    entries = (rail(adopts=["policy"]), told)

    assert "We reply Delivered on 2 March 2026 We give notice" in at("rail", *entries, on="2026-05-03")
    assert "We reply At other times: 2 March 2026 Delivered Withdrawn on 4 May 2026. We left. We give" in at(
        "rail", *entries
    )


def test_work_on_a_commitment_of_a_statement_that_is_not_followed_is_shown_as_well():
    text = at("rail", rail(), entry(Action, "rail", id="rota", title="A rota", commitments=["policy/reply"]))

    assert "Our commitments We also work on: We reply What we do about it: A rota" in text


OLD = action(id="old", title="Old", carried_to="new", history=[{"date": "2026-03-02", "delivery": "carried forward"}])
NEW = action(id="new", title="New")


def test_an_action_that_goes_on_is_linked_both_ways_though_one_says_so():
    text = page(statement_pages, "statements/bus/index.md", OLD, NEW, on="2026-11-23")

    assert "Old Carried forward Carried forward on 2 March 2026 2 March 2026 Carried forward Continued in: New" in text
    assert "New Not started Continued from: Old" in text


@pytest.mark.parametrize(("on", "expected"), [("2026-03-01", ["old"]), ("2026-03-02", ["new"])])
def test_an_action_that_goes_on_is_counted_once(on: str, expected: list[str]):
    everything = catalogue(OLD, NEW)
    counted = queries.counted_once(everything, everything.all(Action), date.fromisoformat(on))

    assert [each.id for each in counted] == expected


def test_the_tracker_says_which_other_body_does_something():
    body = organisation(id="councils", name="Assembly of Councils")
    text = page(commitment_page, "commitments/index.md", body, action(lead="councils"), on="2026-11-23")

    assert "Add area codes Action, led by Assembly of Councils No date Not started" in text
