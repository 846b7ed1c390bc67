"""Questions asked of entries, and how the answer changes from day to day."""

from datetime import date
from typing import Any

import pytest
from tests.catalogues import AS_AT, action, activity, catalogue, need, outcome

from user_engagement import queries
from user_engagement.model import Decision


def day(written: str) -> date:
    return date.fromisoformat(written)


def changed(*changes: tuple[str, str]) -> list[dict[str, str]]:
    """The history of an action whose delivery changed on these days."""
    return [{"date": when, "delivery": delivery} for when, delivery in changes]


@pytest.mark.parametrize(
    ("history", "as_at", "expected"),
    [
        pytest.param([], "2026-06-30", "not started", id="an action without history is not started"),
        pytest.param(changed(("2026-06-30", "in progress")), "2026-06-29", "not started", id="not before the day"),
        pytest.param(changed(("2026-06-30", "in progress")), "2026-06-30", "in progress", id="from the day itself"),
        pytest.param(
            changed(("2026-07-02", "delivered"), ("2026-07-01", "in progress")),
            "2026-07-03",
            "delivered",
            id="the newest is in force, in whatever order they are written",
        ),
        pytest.param(
            [*changed(("2026-07-01", "paused")), {"date": "2026-07-02", "note": "Still waiting."}],
            "2026-07-03",
            "paused",
            id="a change without a delivery leaves it",
        ),
    ],
)
def test_the_delivery_of_an_action_is_its_newest_change(history: list[Any], as_at: str, expected: str):
    assert queries.delivery(action(history=history), day(as_at)) == expected


DONE_LATE = {"due": "2026-06-30", "history": changed(("2026-07-01", "delivered"))}
REOPENED = {"due": "2026-06-30", "history": changed(("2026-06-20", "delivered"), ("2026-07-10", "in progress"))}
EXTENDED = {"due": "2026-06-30", "history": [{"date": "2026-07-15", "due": "2026-09-30"}]}
CANCELLED = {"due": "2026-06-30", "history": changed(("2026-07-10", "cancelled"))}
BROUGHT_FORWARD = {"due": "2026-09-30", "history": [{"date": "2026-05-01", "due": "2026-06-30"}]}


@pytest.mark.parametrize(
    ("fields", "as_at", "expected"),
    [
        pytest.param({"due": "2026-06-30"}, "2026-01-01", False, id="long before it is due"),
        pytest.param({"due": "2026-06-30"}, "2026-06-30", False, id="on the day it is due"),
        pytest.param({"due": "2026-06-30"}, "2026-07-01", True, id="on the day after"),
        pytest.param({}, "2026-07-01", False, id="without a due date"),
        pytest.param(DONE_LATE, "2026-07-01", False, id="done on the day it became overdue"),
        pytest.param({**DONE_LATE, "due": "2026-06-29"}, "2026-06-30", True, id="the day before it was done"),
        pytest.param(REOPENED, "2026-07-05", False, id="done in time"),
        pytest.param(REOPENED, "2026-07-10", True, id="done in time and taken up again later"),
        pytest.param(EXTENDED, "2026-07-14", True, id="before its date was moved"),
        pytest.param(EXTENDED, "2026-07-15", False, id="from the day its date was moved"),
        pytest.param(EXTENDED, "2026-10-01", True, id="after the moved date"),
        pytest.param(BROUGHT_FORWARD, "2026-07-01", True, id="after a date that was brought forward"),
        pytest.param(CANCELLED, "2026-07-09", True, id="before it was cancelled"),
        pytest.param(CANCELLED, "2026-07-10", False, id="from the day it was cancelled"),
        pytest.param(
            {"due": "2026-06-30", "history": changed(("2026-06-01", "paused"))}, "2026-07-01", True, id="while paused"
        ),
        pytest.param({"due": "2026-06"}, "2026-06-30", False, id="on the last day of a month"),
        pytest.param({"due": "2026-06"}, "2026-07-01", True, id="after the month"),
        pytest.param({"due": "2026"}, "2026-12-31", False, id="on the last day of a year"),
        pytest.param({"due": "2026-05 to 2026-06"}, "2026-06-15", False, id="within a range"),
        pytest.param({"due": "2026-06 or 2026-04"}, "2026-05-15", False, id="before the later of two dates"),
        pytest.param({"due": "2026-06-30, provisional"}, "2026-07-01", True, id="after a provisional date"),
        pytest.param({"due": "2026-06-30, cancelled"}, "2026-07-01", False, id="where the date was dropped"),
        pytest.param({"due": "not known"}, "2026-07-01", False, id="where the date is not known"),
        pytest.param({"due": "after outcomes/area-codes"}, "2026-07-01", False, id="where it waits for something"),
    ],
)
def test_an_action_is_overdue_when_it_should_have_been_done_and_is_not(
    fields: dict[str, Any], as_at: str, *, expected: bool
):
    assert queries.is_overdue(action(**fields), day(as_at)) is expected


LATER = [
    {"date": "2026-05-01", "decision": "deferred", "note": "There is no money this year."},
    {"date": "2026-09-01", "decision": "accepted"},
]


@pytest.mark.parametrize(
    ("as_at", "expected"),
    [
        ("2026-04-30", ("rejected", "2026-03-01", "Too dear.")),
        ("2026-05-01", ("deferred", "2026-05-01", "There is no money this year.")),
        ("2026-09-01", ("accepted", "2026-09-01", None)),
    ],
)
def test_the_newest_decision_is_in_force_with_its_own_day_and_reason(as_at: str, expected: tuple[str, str, str | None]):
    given = Decision.model_validate(
        {"decision": "rejected", "decided": "2026-03-01", "reason": "Too dear.", "history": LATER}
    )
    decided = queries.decided(given, day(as_at))

    assert (queries.decision(given, day(as_at)), str(decided), queries.reason(given, day(as_at))) == expected


def test_earlier_decisions_are_remembered_in_their_order():
    given = Decision.model_validate({"decision": "rejected", "reason": "Too dear.", "history": LATER})

    assert [each.decision for each in queries.earlier_decisions(given, AS_AT)] == ["rejected", "deferred"]
    assert [each.decision for each in queries.earlier_decisions(given, day("2026-05-01"))] == ["rejected"]
    assert queries.earlier_decisions(given, day("2026-04-30")) == []


def test_an_outcome_without_a_decision_says_none_yet():
    assert queries.decisions(outcome(), AS_AT) == ["none yet"]


@pytest.mark.parametrize(
    ("deliveries", "expected"),
    [
        ([], None),
        (["in progress"], "in progress"),
        (["delivered", "delivered"], "delivered"),
        (["delivered", "cancelled"], "delivered"),
        (["cancelled", "carried forward"], "carried forward"),
        (["delivered", "not started"], "partly delivered"),
        (["delivered", "delayed"], "partly delivered"),
        (["delayed", "in progress"], "delayed"),
        (["partly delivered", "not started"], "partly delivered"),
        (["in progress", "paused"], "in progress"),
        (["paused", "not started"], "paused"),
        (["cancelled", "not started"], "not started"),
    ],
)
def test_the_delivery_of_an_outcome_tells_of_all_its_actions(deliveries: list[str], expected: str | None):
    actions = [
        {"id": f"step-{number}", "title": "A step", "history": changed(("2026-01-01", delivery))}
        for number, delivery in enumerate(deliveries)
    ]
    answered = outcome(actions=actions)

    assert queries.outcome_delivery(catalogue(answered), answered, AS_AT) == expected


def test_actions_written_elsewhere_count_for_the_outcome_they_name():
    answered = outcome(actions=[{"id": "inside", "title": "Inside"}])
    naming = need(actions=[{"id": "elsewhere", "title": "Elsewhere", "outcomes": ["area-codes"]}])
    alone = action(id="alone", outcomes=["area-codes"])
    found = queries.actions_of(catalogue(answered, naming, alone), answered)

    assert [each.id for each in found] == ["inside", "elsewhere", "alone"]


WANTED = need(
    met="not met",
    reason="We have no codes.",
    first_raised="2025-11-03",
    raised_in=["reader-survey"],
    actions=[{"id": "pilot", "title": "A pilot", "history": changed(("2026-06-01", "in progress"))}],
    history=[
        {"date": "2026-10-01", "met": "partly met", "note": "For towns."},
        {"date": "2027-02-01", "met": "met", "note": "For villages."},
    ],
)
ANSWER = outcome(
    needs=["small-areas"],
    decisions=[
        {
            "decision": "deferred",
            "decided": "2026-01-15",
            "reason": "We have no staff.",
            "history": [{"date": "2026-05-20", "decision": "accepted"}],
        }
    ],
)


def test_the_journey_of_a_need_tells_what_happened_in_order_up_to_the_day():
    steps = queries.journey(catalogue(WANTED, ANSWER, activity(opened="2025-12-01")), WANTED, AS_AT)
    told = [
        (
            str(step.date),
            step.words.format(state=step.state).strip(":"),
            step.entry.id if step.entry else step.note or getattr(step.terms, "reason", None),
        )
        for step in steps
    ]

    assert told == [
        ("2025-11-03", "first raised", None),
        ("2025-11-03", "at first not met", "We have no codes."),
        ("2025-12-01", "raised in", "reader-survey"),
        ("2026-01-15", "decision (deferred)", "area-codes"),
        ("2026-05-20", "decision (accepted)", "area-codes"),
        ("2026-06-01", "in progress", "pilot"),
        ("2026-10-01", "partly met", "For towns."),
    ]


def test_what_has_no_date_comes_first_in_a_journey():
    steps = queries.journey(catalogue(WANTED, ANSWER, activity()), WANTED, AS_AT)

    assert (steps[0].date, steps[0].words) == (None, "raised in")


def dated(name: str, decided: str, **fields: Any) -> Any:
    return outcome(id=name, decisions=[{"decision": "accepted", "decided": decided}], **fields)


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        pytest.param([dated("a", "2026-01-01"), dated("b", "2026-02-01")], ["b", "a"], id="by decision"),
        pytest.param([dated("b", "2026-01-01"), dated("a", "2026-01-01")], ["a", "b"], id="by id on the same day"),
        pytest.param([outcome(id="a"), dated("b", "2020-01-01")], ["b", "a"], id="without a date last"),
        pytest.param(
            [dated("a", "2026-01-01", published="2026-06-01"), dated("b", "2026-02-01")],
            ["a", "b"],
            id="by publication",
        ),
        pytest.param(
            [
                dated("a", "2026-01-01", actions=[{**DONE_LATE, "id": "x", "title": "X"}]),
                dated("b", "2026-02-01"),
            ],
            ["a", "b"],
            id="by the last thing done",
        ),
        pytest.param(
            [
                dated(
                    "a", "2026-01-01", actions=[{"id": "x", "title": "X", "history": changed(("2027-01-01", "paused"))}]
                ),
                dated("b", "2026-02-01"),
            ],
            ["b", "a"],
            id="whatever happens later",
        ),
    ],
)
def test_outcomes_come_newest_first(outcomes: list[Any], expected: list[str]):
    assert [each.id for each in queries.newest_outcomes(catalogue(*outcomes), AS_AT)] == expected


@pytest.mark.parametrize(
    ("fields", "as_at", "expected"),
    [
        pytest.param({}, "2026-06-01", False, id="without dates"),
        pytest.param({"opened": "2026-06-01", "closes": "2026-06-30"}, "2026-05-31", False, id="the day before"),
        pytest.param({"opened": "2026-06-01", "closes": "2026-06-30"}, "2026-06-30", True, id="on the last day"),
        pytest.param({"opened": "2026-06-01", "closes": "2026-06-30"}, "2026-07-01", False, id="the day after"),
        pytest.param(
            {"opened": "2026-06-01", "closes": "2026-06-30", "extended_to": "2026-07"},
            "2026-07-31",
            True,
            id="extended",
        ),
        pytest.param({"opened": "2026-06-01"}, "2026-06-02", False, id="a single day is over on the next"),
        pytest.param({"opened": "2026-06-01"}, "2026-06-01", True, id="a single day is open on that day"),
        pytest.param({"opened": "2026-06-01", "continuous": "true"}, "2030-01-01", True, id="without an end"),
    ],
)
def test_users_can_take_part_between_opening_and_closing(fields: dict[str, Any], as_at: str, *, expected: bool):
    assert queries.is_open(activity(**fields), day(as_at)) is expected
