"""The report tells an office what is overdue, what waits and what is missing, and marks what is internal."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests import hosts
from tests.catalogues import (
    action,
    activity,
    commitment,
    entry,
    need,
    organisation,
    outcome,
    statement,
    user_group,
)
from tests.reports import MOMENT, NINETY, everything, loaded, report, text
from tests.strategies import Files, as_yaml, statements

from user_engagement import frameworks, reporting
from user_engagement.loading import load
from user_engagement.model import Catalogue, Entry, PlannedChange, Requirement, Review
from user_engagement.problems import Place
from user_engagement.reporting.matter import KINDS, TOPICS
from user_engagement.site import Settings, build, check

GAP = "coverage gap"
INTERNAL = {"visibility": "internal"}
EMBARGOED = {"visibility": "embargoed until 2026-12-08"}


def told(*entries: Entry, on: str = "2026-11-23", within: int = 90) -> list[tuple[str, str]]:
    """Return kinds and words of what is told of entries, gaps aside."""
    found = report(*entries, on=date.fromisoformat(on), within=within).matters
    return [(each.kind, each.words) for each in found if each.kind != GAP]


REVIEWED = statement(reviewed="2026-01-31", review_due="2026-11-30")
TWICE_PROMISED = action(
    due="2026-06",
    owner="Head of dissemination",
    lead="travel",
    waiting_on="the map office",
    history=[
        {"date": "2026-03-02", "delivery": "in progress"},
        {"date": "2026-07-01", "due": "2026-09-30", "note": "The lists came late."},
    ],
)
CONSULTATION = activity(method="consultation", opened="2026-03-02", closes="2026-05-31")


@pytest.mark.parametrize(
    ("of", "on", "kind", "words"),
    [
        pytest.param(
            [REVIEWED], "2026-12-02", "review overdue", "Due: 30 November 2026, overdue by 2 days.", id="review overdue"
        ),
        pytest.param(
            [REVIEWED], "2026-11-30", "review due", "Due: 30 November 2026, today is the last day.", id="review today"
        ),
        pytest.param([REVIEWED], "2026-11-29", "review due", "Due: 30 November 2026, 1 day left.", id="review due"),
        pytest.param(
            [statement(reviewed="2024-10-01")],
            "2026-11-23",
            "review due",
            "Last reviewed on 1 October 2024. No day is set for the next review.",
            id="reviewed long ago",
        ),
        pytest.param(
            [statement(published="2024-10-01")],
            "2026-11-23",
            "review due",
            "Published on 1 October 2024, never reviewed. No day is set for the next review.",
            id="never reviewed",
        ),
        pytest.param(
            [entry(Review, id="first", title="First", reviewed="2025-11-01", review_due="2026-11-22")],
            "2026-11-23",
            "review overdue",
            "Due: 22 November 2026, overdue by 1 day. Engagement is to be reviewed again.",
            id="engagement reviewed",
        ),
        pytest.param(
            [entry(Review, id="first", title="First", reviewed="2025-11-01", review_due="2026-12-01")],
            "2026-11-23",
            "review due",
            "Due: 1 December 2026, 8 days left. Engagement is to be reviewed again.",
            id="engagement to be reviewed",
        ),
        pytest.param(
            [commitment(due="2026-10", owner="Deputy director")],
            "2026-11-23",
            "commitment overdue",
            "Due: October 2026, overdue by 23 days. Owner: Deputy director.",
            id="commitment overdue",
        ),
        pytest.param(
            [commitment(due="2026-12", history=[{"date": "2026-11-02", "delivery": "partly delivered"}])],
            "2026-11-23",
            "commitment due",
            "Due: December 2026, 38 days left. Delivery: partly delivered.",
            id="commitment due",
        ),
        pytest.param(
            [TWICE_PROMISED],
            "2026-11-23",
            "action overdue",
            "Due: 30 September 2026, overdue by 54 days. Delivery: in progress. First promised for June 2026. "
            "Owner: Head of dissemination. Lead: Department of Travel. Waiting on: the map office.",
            id="action overdue again",
        ),
        pytest.param(
            [TWICE_PROMISED],
            "2026-06-30",
            "action due",
            "Due: June 2026, today is the last day. Delivery: in progress. Owner: Head of dissemination. "
            "Lead: Department of Travel. Waiting on: the map office.",
            id="action before its date moved",
        ),
        pytest.param(
            [action(due="2027", milestones=[{"title": "Draft the codes", "due": "2026-10"}])],
            "2026-11-23",
            "step overdue",
            "Due: October 2026, overdue by 23 days. Step: Draft the codes.",
            id="step not reached",
        ),
        pytest.param(
            [entry(Requirement, id="tell", title="Tell", published="2026-01-05", due="2026-11", required_by="travel")],
            "2026-12-01",
            "requirement overdue",
            "Due: November 2026, overdue by 1 day. Required by: Department of Travel.",
            id="requirement overdue",
        ),
        pytest.param(
            [entry(Requirement, id="tell", title="Tell", published="2026-01-05", due="2026-11-30")],
            "2026-11-23",
            "requirement due",
            "Due: 30 November 2026, 7 days left.",
            id="requirement due",
        ),
        pytest.param(
            [entry(PlannedChange, id="new", title="New", state="confirmed", effective="2026-10")],
            "2026-11-23",
            "change overdue",
            "Due: October 2026, overdue by 23 days. Nobody said whether it happened.",
            id="change not told",
        ),
        pytest.param(
            [outcome(decisions=[{"decision": "rejected", "decided": "2025-10-01", "revisit": "2026-10"}])],
            "2026-11-23",
            "revisit overdue",
            "Due: October 2026, overdue by 23 days. We said we would look again.",
            id="decision to look at again",
        ),
        pytest.param(
            [need(met="not met", revisit="2026-12")],
            "2026-11-23",
            "revisit due",
            "Due: December 2026, 38 days left. We said we would look again.",
            id="need to look at again",
        ),
        pytest.param([outcome()], "2026-11-23", "feedback waiting", "No decision yet.", id="nothing decided"),
        pytest.param(
            [outcome(decisions=[{"decision": "none yet"}])],
            "2026-11-23",
            "feedback waiting",
            "No decision yet.",
            id="said to be open",
        ),
        pytest.param(
            [outcome(decisions=[{"decision": "accepted", "decided": "2026-11-24"}])],
            "2026-11-23",
            "feedback waiting",
            "No decision yet.",
            id="decided the day after",
        ),
        pytest.param(
            [outcome(decisions=[{"decision": "under consideration", "decided": "2026-03-02"}])],
            "2026-11-23",
            "feedback waiting",
            "Under consideration since 2 March 2026.",
            id="considered",
        ),
        pytest.param(
            [outcome(decisions=[{"decision": "under consideration"}])],
            "2026-11-23",
            "feedback waiting",
            "Under consideration.",
            id="considered since nobody knows when",
        ),
        pytest.param(
            [
                outcome(
                    feedback=[{"id": "one", "said": "One."}, {"id": "two", "said": "Two."}],
                    decisions=[{"decision": "accepted", "decided": "2026-03-02", "answers": ["one"]}],
                )
            ],
            "2026-11-23",
            "feedback waiting",
            "A part of the feedback has no decision.",
            id="decided in part",
        ),
        pytest.param(
            [activity(opened="2026-02", closes="2026-03"), outcome(activities=["reader-survey"])],
            "2026-11-23",
            "feedback waiting",
            "No decision yet. Heard: March 2026.",
            id="heard in an activity",
        ),
        pytest.param(
            [activity(response_due="2026-11-20", delay_reason="The lists came late.")],
            "2026-11-23",
            "response overdue",
            "Due: 20 November 2026, overdue by 3 days. The reason for the delay is told.",
            id="response overdue",
        ),
        pytest.param(
            [CONSULTATION],
            "2026-08-24",
            "response overdue",
            "Due: 23 August 2026, overdue by 1 day. That is 12 weeks after closing.",
            id="consultation not answered",
        ),
        pytest.param(
            [CONSULTATION],
            "2026-08-22",
            "response due",
            "Due: 23 August 2026, 1 day left. That is 12 weeks after closing.",
            id="consultation to be answered",
        ),
        pytest.param(
            [user_group()], "2026-11-23", "group not heard", "No entry tells that they were heard.", id="never heard"
        ),
        pytest.param(
            [user_group(), activity(opened="2024-10", user_groups=["councils"])],
            "2026-11-23",
            "group not heard",
            "Last heard: October 2024.",
            id="heard long ago",
        ),
        pytest.param(
            [
                statement(
                    summary={"en": "New.", "cy": "Hen.", "changed": "2026-10-01", "translated": "2025-01-01"},
                )
            ],
            "2026-11-23",
            "translation behind",
            "Summary: The original changed on 1 October 2026, after it was translated on 1 January 2025. "
            "Translate it again and set “translated”.",
            id="translation behind",
        ),
        pytest.param(
            [statement(title={"en": "Buses", "cy": "Bysiau"}, summary="How we work.")],
            "2026-11-23",
            "translation missing",
            "There is no Welsh for: summary. Readers see it in another language.",
            id="translation missing",
        ),
    ],
)
def test_what_is_to_be_done_is_told_in_words(of: list[Entry], on: str, kind: str, words: str):
    entries = (*frameworks.entries(), organisation(), *([] if of[0].section == "statements" else [statement()]), *of)
    made = reporting.report(everything(Catalogue(entries)), datetime.combine(date.fromisoformat(on), time.max), NINETY)

    assert [(each.kind, each.words) for each in made.matters if each.kind != GAP] == [(kind, words)]


DONE = [{"date": "2026-07-01", "delivery": "delivered"}]
ENDED = {"withdrawn": {"date": "2026-07-01", "reason": "Over."}}


@pytest.mark.parametrize(
    "of",
    [
        pytest.param(action(due="2026-06", history=DONE), id="an action that is done"),
        pytest.param(action(due="2026-06", **ENDED), id="an action that was withdrawn"),
        pytest.param(action(), id="an action without a date"),
        pytest.param(action(due="not known"), id="an action without a known date"),
        pytest.param(action(due="2027-02-22"), id="an action due in 91 days"),
        pytest.param(commitment(due="2026-06", history=DONE), id="a commitment that is kept"),
        pytest.param(
            action(due="2027", milestones=[{"title": "Draft", "due": "2026-10", "reached": "2026-09-30"}]),
            id="a step that was reached",
        ),
        pytest.param(
            action(due="2027", milestones=[{"title": "Draft", "due": "2026-10"}, {"title": "Print"}], **ENDED),
            id="a step of an action that was withdrawn",
        ),
        pytest.param(outcome(decisions=[{"decision": "rejected", "revisit": "2026-06"}], **ENDED), id="an old outcome"),
        pytest.param(outcome(feedback=[{"said": "Thanks.", "kind": "praise"}]), id="praise"),
        pytest.param(need(met="met", revisit="2026-06"), id="a need that is met"),
        pytest.param(activity(response_due="2026-06-30", response_published="2026-07-31"), id="a late response"),
        pytest.param(activity(response_due="2026-06-30", **ENDED), id="an activity that was withdrawn"),
        pytest.param(activity(opened="2026-05, cancelled", response_due="2026-06-30"), id="an activity called off"),
        pytest.param(user_group(**ENDED), id="a group that is no longer one"),
        pytest.param(
            entry(Review, id="later", title="Later", reviewed="2026-12-01", review_due="2026-12-02"),
            id="a review after the day",
        ),
    ],
)
def test_nothing_is_told_of(of: Entry):
    assert told(of) == []


def test_a_promise_is_told_as_soon_as_it_is_near_enough():
    assert told(action(due="2026-12-03"), within=9) == []
    assert told(action(due="2026-12-03"), within=10) == [
        ("action due", "Due: 3 December 2026, 10 days left. Delivery: not started.")
    ]


def test_a_step_is_not_told_beside_its_action():
    late = action(due="2026-11", milestones=[{"title": "Draft", "due": "2026-10"}])

    assert [kind for kind, _ in told(late, on="2026-12-01")] == ["action overdue"]
    assert [kind for kind, _ in told(late, on="2026-11-30")] == ["step overdue", "action due"]


def test_practices_that_nothing_names_are_gaps():
    first, *rest = [practice for area in frameworks.osr_framework().practice_areas for practice in area.practices]
    found = report(action(practices=[first.id])).matters

    assert [(each.kind, each.entry.id, each.words) for each in found] == [
        (GAP, each.id, "Named by no entry (A Framework for User Engagement).") for each in rest
    ]
    assert {each.place for each in found} == {Place("bus")}


def test_what_is_told_on_a_day_does_not_know_what_came_later():
    known = statement(reviewed="2026-12-01", review_due="2026-06-30")
    found = reporting.report(everything(Catalogue((organisation(), known))), MOMENT, NINETY)

    assert [each.kind for each in found.matters] == []


@pytest.mark.parametrize("hidden", [INTERNAL, EMBARGOED], ids=["internal", "under an embargo"])
def test_what_the_public_site_does_not_show_is_marked(hidden: dict[str, Any]):
    found = report(action(due="2026-06", **hidden), action(id="other", title="Other", due="2026-06")).matters
    marks = {each.entry.id: each.internal for each in found if each.kind == "action overdue"}
    line = "- Action overdue [internal]: Add area codes. Due: June 2026"

    assert marks == {"add-codes": True, "other": False}
    assert line in text(action(due="2026-06", **hidden))
    assert "[internal]:" not in text(action(due="2026-06"))


@pytest.mark.parametrize(
    "of",
    [
        pytest.param(action(due="2026-06", internal_fields=["due"]), id="a hidden date"),
        pytest.param(action(due="2026-06", owner="Deputy", internal_fields=["owner"]), id="a hidden owner"),
        pytest.param(
            action(due="2027", milestones=[{"title": "Draft", "due": "2026-10", **INTERNAL}]), id="a hidden step"
        ),
        pytest.param(
            action(due="2026-12", history=[{"date": "2026-10-01", "due": "2026-11-01", **INTERNAL}]), id="a hidden move"
        ),
    ],
)
def test_what_follows_from_something_hidden_is_marked_too(of: Entry):
    assert [each.internal for each in report(of).matters if each.kind != GAP] == [True]


def test_everything_about_an_internal_statement_is_marked():
    hidden = statement(id="tram", title="Trams", **INTERNAL)
    found = report(hidden, entry(type(action()), "tram", id="a", title="A", due="2026-06")).matters

    assert {each.internal for each in found if each.statement and each.statement.id == "tram"} == {True}
    assert {each.internal for each in found if each.statement and each.statement.id == "bus"} == {False}


def test_nothing_internal_that_is_told_gets_into_the_site(tmp_path: Path):
    plan = "actions:\n  - id: quokka\n    title: Count quokkas\n    due: 2026-06\n    visibility: internal\n"
    folder = hosts.project(tmp_path, {"statements/bus/plan.yml": plan}) / "statements"
    made = reporting.report(load(folder), MOMENT, NINETY)
    site = build(folder, Settings(MOMENT))

    assert [form for form, write in reporting.FORMATS.items() if b"Count quokkas" not in write(made)] == []
    assert site.outputs
    assert [each.path for each in site.outputs if "quokka" in str(getattr(each, "body", None) or each)] == []


@pytest.mark.parametrize("where", ["statement", "organisation"])
def test_illustrations_are_left_out(where: str):
    notice = {"illustration": "They did not publish this."}
    made = Catalogue(
        (
            *frameworks.entries(),
            organisation(**(notice if where == "organisation" else {})),
            statement(**(notice if where == "statement" else {})),
            action(due="2026-06"),
        )
    )

    assert reporting.report(everything(made), MOMENT, NINETY).organisations == ()


def test_statements_that_have_ended_are_left_out():
    made = report(
        statement(id="tram", title="Trams", **ENDED), entry(type(action()), "tram", id="a", title="A", due="2026")
    )

    assert [(each.organisation.id, each.statements) for each in made.organisations] == [("travel", 1)]
    assert {each.statement.id for each in made.matters if each.statement} == {"bus"}


def test_what_an_organisation_says_of_itself_is_told_last():
    names = {"en": "Parks", "cy": "Parciau"}
    parks = organisation(id="parks", name=names, mission="Parks for all.")
    made = report(parks, statement(id="tram", title={"en": "Trams", "cy": "Tramiau"}, organisation="parks"))

    assert (
        "The organisation itself: Translations behind: 1.\n- Translation missing: Parks."
        in reporting.FORMATS["text"](made).decode()
    )
    assert [each.about.id for each in made.organisations[0].accounts] == ["tram", "parks"]


def test_translations_of_what_belongs_to_no_organisation_are_left_to_check():
    names = {"en": "Walks", "cy": "Teithiau", "changed": "2026-10-01", "translated": "2025-01-01"}
    own = entry(frameworks.methods()[0].__class__, "", id="walks", name=names, summary="Walk.")

    assert told(own) == []


TEAMS = [
    statement(id="late", title="Late"),
    entry(type(action()), "late", id="one", title="One", due="2026-06"),
    entry(type(action()), "late", id="two", title="Two", due="2026-03"),
    statement(id="later", title="Later"),
    entry(type(action()), "later", id="one", title="One", due="2026-06"),
    statement(id="tram", title="Trams"),
    entry(type(user_group()), "tram", id="all", name="All"),
    entry(type(user_group()), "tram", id="more", name="More"),
    statement(id="waits", title="Waits"),
    entry(type(outcome()), "waits", id="asked", title="Asked"),
]


def test_the_worst_comes_first():
    made = report(
        *TEAMS, organisation(id="ports", name="Ports"), statement(id="quay", title="Quays", organisation="ports")
    )

    assert [each.organisation.id for each in made.organisations] == ["travel", "ports"]
    assert [each.about.id for each in made.organisations[0].accounts] == ["late", "later", "waits", "tram", "bus"]
    assert [each.entry.id for each in made.matters[:2]] == ["two", "one"]
    assert "\n- Late: 2 late. Promises overdue: 2. Coverage gaps: 22.\n" in reporting.FORMATS["text"](made).decode()


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        pytest.param([], ["travel", "ports", "harbour"], id="all"),
        pytest.param(["ports"], ["ports", "harbour"], id="one with the body below it"),
        pytest.param(["harbour"], ["harbour"], id="one below"),
        pytest.param(["harbour", "travel"], ["travel", "harbour"], id="several"),
    ],
)
def test_a_report_can_be_about_some_organisations(ids: list[str], expected: list[str]):
    found = loaded(
        *TEAMS,
        organisation(id="ports", name="Ports"),
        statement(id="quay", title="Quays", organisation="ports"),
        organisation(id="harbour", name="Harbour board", parent="ports"),
        statement(id="pier", title="Piers", organisation="harbour"),
        entry(type(user_group()), "quay", id="all", name="All"),
    )
    made = reporting.report(found, MOMENT, NINETY, ids)

    assert [each.organisation.id for each in made.organisations] == expected


def test_every_kind_is_counted_once_and_what_is_overdue_as_late():
    late = [kind for topic in TOPICS if topic.is_late for kind in topic.kinds]

    assert len(KINDS) == len(set(KINDS))
    assert late == [kind for kind in KINDS if kind.endswith(" overdue")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose files every example writes anew."""
    return tmp_path_factory.mktemp("statements")


@settings(max_examples=40, deadline=None)
@given(statements(hidden=4), st.dates(date(2015, 1, 1), date(2035, 1, 1)), st.integers(0, 400))
def test_whatever_there_is_and_on_any_day_each_matter_stands_somewhere(
    folder: Path, files: Files, day: date, within: int
):
    hosts.write(folder, {path: data if isinstance(data, bytes) else as_yaml(data) for path, data in files.items()})
    moment = datetime.combine(day, time.min)
    assume(not any(problem.level == "error" for problem in check(folder, moment)))
    made = reporting.report(load(folder), moment, timedelta(days=within))

    for each in made.matters:
        assert each.place.line <= len(Path(each.place.file).read_text("utf-8").splitlines())
        assert each.kind in KINDS
        if each.date and each.kind.endswith("overdue"):
            assert each.date < day
        if each.date and each.kind.endswith("due") and each.words.startswith("Due"):
            assert each.date <= made.until


def test_a_statement_with_nothing_to_do_is_in_the_numbers_only():
    practices = [each.id for area in frameworks.osr_framework().practice_areas for each in area.practices]
    small = statement(
        id="tram", title="Trams", not_applicable=[{"practice": each, "reason": "No."} for each in practices]
    )

    assert text(small).count("Trams") == 1
    assert "\n- Trams: Nothing to do.\n" in text(small)
    assert reporting.FORMATS["markdown"](report(small)).decode().count("Trams") == 1


def test_the_last_days_of_the_calendar_are_days_too():
    assert report(on=date.max).as_at == date.max
