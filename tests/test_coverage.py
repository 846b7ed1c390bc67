"""What statements show of each practice, what has aged, and where the gaps are."""

import re
from collections import Counter
from datetime import date
from typing import Any

import pytest
from tests.canary import fields
from tests.catalogues import (
    AS_AT,
    action,
    activity,
    catalogue,
    commitment,
    entry,
    need,
    organisation,
    outcome,
    publication,
    published,
    statement,
    user_group,
)
from tests.hosts import ROOT
from tests.pages import kinds

from user_engagement import as_at, frameworks, queries
from user_engagement.model import (
    CaseStudy,
    Channel,
    Collaboration,
    Entry,
    Outcome,
    PlannedChange,
    Requirement,
    Review,
    TradeOff,
)
from user_engagement.model.day import Day
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.outputs import code_page, coverage_pages
from user_engagement.outputs.output import Page
from user_engagement.queries import Standing
from user_engagement.queries.evidence import EVIDENCE
from user_engagement.site import Settings, build

PRACTICE = "act-explain-unmet"
FRAMEWORK = [practice for area in frameworks.osr_framework().practice_areas for practice in area.practices]
AHEAD = {"due", "fix_due", "target_due", "response_due", "review_due", "revisit", "name_expires"}
NOTHING_DONE = {
    "AccessibilityStatement.prepared",
    "AccessibilityTest.tested",
    "CaseStudy.published",
    "Change.date",
    "Channel.active_to",
    "Collaboration.active_to",
    "CommitmentChange.date",
    "Decision.approved",
    "DecisionChange.approved",
    "DecisionTerms.approved",
    "Event.announced",
    "Event.registration_closes",
    "EventChange.date",
    "EventChange.day",
    "Framework.published",
    "Label.applied",
    "PlannedChange.effective",
    "PlannedChange.views_close",
    "PlannedChangeStep.effective",
    "PlannedChangeStep.views_close",
    "Predecessor.until",
    "Quote.consent_recorded",
    "Requirement.published",
    "RequirementChange.date",
    "Source.retrieved",
    "Statement.published",
    "Statement.reviewed",
    "UserForum.active_to",
    "Withdrawal.date",
}
"""Dates that tell of something written down, of a formality or of an end. A new date belongs here or in EVIDENCE."""


def claiming(**given: Any) -> dict[str, Any]:
    return {"practices": [PRACTICE], **given}


def standing(*entries: Entry, within: str = "bus", practice: str = PRACTICE, day: date = AS_AT) -> Standing:
    """How a practice of the framework stands with a statement, as the public may know."""
    coverage = queries.covered(published(*entries, as_at=day), day).frameworks[0].coverage
    (found,) = (each for each in coverage.standings[within] if each.practice.id == practice)
    return found


def change(**fields: Any) -> PlannedChange:
    return entry(PlannedChange, id="zones", title="Zones", **fields)


def requirement(**fields: Any) -> Requirement:
    return entry(Requirement, id="ask", title="Ask", **fields)


def judged(verdict: str) -> Requirement:
    return requirement(parts=[{"wording": "Ask.", "history": [{"date": "2026-03-02", "verdict": verdict}]}])


def study(**fields: Any) -> CaseStudy:
    return entry(CaseStudy, id="search", title="Search", task="Nobody found it.", **fields)


DONE = [{"date": "2026-03-02", "delivery": "delivered"}]
DATED: list[tuple[str, Entry, str | None]] = [
    ("an outcome without dates", outcome(), None),
    ("an outcome on the day it was published", outcome(published="2026-03-02"), "2026-03-02"),
    (
        "an outcome by its decision",
        outcome(decisions=[{"decision": "accepted", "decided": "2026-03-02"}]),
        "2026-03-02",
    ),
    (
        "an outcome by its newest decision",
        outcome(
            decisions=[
                {
                    "decision": "deferred",
                    "reason": "Cost.",
                    "decided": "2025-03-02",
                    "history": [{"date": "2026-03-02", "decision": "accepted"}],
                }
            ]
        ),
        "2026-03-02",
    ),
    ("no decision yet", outcome(decisions=[{"decision": "none yet", "decided": "2026-03-02"}]), None),
    ("an outcome by its action", outcome(actions=[{"id": "do", "title": "Do", "history": DONE}]), "2026-03-02"),
    ("an activity by its newest day that has passed", activity(opened="2026-03-01", closes="2026-03-02"), "2026-03-02"),
    ("an activity that has not closed", activity(opened="2026-03-02", closes="2027-03-02"), "2026-03-02"),
    ("an activity to come", activity(opened="2027-03-02"), None),
    ("an activity in a month counts from its first day", activity(opened="2026-03"), "2026-03-01"),
    ("an activity that was called off", activity(opened="2026-03-02, cancelled"), None),
    ("an activity that may have been", activity(opened="2026-03-02, provisional"), None),
    ("a response", activity(response_published="2026-03-02"), "2026-03-02"),
    ("a response that is due", activity(response_due="2026-03-02"), None),
    (
        "an activity that goes on, by when it was last counted",
        activity(opened="2019-01-01", continuous="true", heard=[{"amount": "9 letters", "as_at": "2026-03-02"}]),
        "2026-03-02",
    ),
    ("a promise", commitment(due="2026-03-02"), None),
    ("a promise in other words", commitment(history=[{"date": "2026-03-02", "wording": "We answer."}]), None),
    (
        "a promise with a result",
        commitment(
            measures=[{"id": "share", "title": "Share", "results": [{"date": "2026-03-02", "amount": "9 letters"}]}]
        ),
        "2026-03-02",
    ),
    ("a promise with proof", commitment(evidence=[{"title": "A report", "dated": "2026-03-02"}]), "2026-03-02"),
    ("a promise with a report without a date", commitment(evidence=[{"title": "A report"}]), None),
    ("an action in work", action(history=[{"date": "2026-03-02", "delivery": "in progress"}]), "2026-03-02"),
    ("an action put off", action(history=[{"date": "2026-03-02", "delivery": "delayed"}]), None),
    ("an action given up", action(history=[{"date": "2026-03-02", "delivery": "cancelled"}]), None),
    ("an action due on another day", action(history=[{"date": "2026-03-02", "due": "2026-05-01"}]), None),
    ("an action so far", action(history=[{"date": "2026-03-02", "progress": "40% of tables"}]), "2026-03-02"),
    ("a step not reached", action(milestones=[{"title": "Step", "due": "2026-03-02"}]), None),
    ("a step reached", action(milestones=[{"title": "Step", "reached": "2026-03-02"}]), "2026-03-02"),
    ("a need that was raised", need(first_raised="2026-03-02"), "2026-03-02"),
    ("a need that was met", need(history=[{"date": "2026-03-02", "met": "met"}]), "2026-03-02"),
    ("a channel", entry(Channel, id="talks", title="Talks", active_from="2026-03-02"), "2026-03-02"),
    (
        "a trade-off",
        entry(TradeOff, id="early", title="Early", choice="Early.", reason="Use.", approved="2026-03-02"),
        "2026-03-02",
    ),
    ("a change that was announced", change(announced="2026-03-02", effective="2026-09-01"), "2026-03-02"),
    ("a change without a day of its own", change(effective="2026-03-02"), None),
    ("a change that was confirmed", change(history=[{"date": "2026-03-02", "state": "confirmed"}]), "2026-03-02"),
    ("a change that was dropped", change(history=[{"date": "2026-03-02", "state": "dropped"}]), "2026-03-02"),
    ("a change that was put off", change(history=[{"date": "2026-03-02", "effective": "2027"}]), None),
    ("a change proposed once more", change(history=[{"date": "2026-03-02", "state": "proposed"}]), None),
    ("a review", entry(Review, id="year", title="Year", reviewed="2026-03-02"), "2026-03-02"),
    ("a requirement", requirement(published="2026-03-02"), None),
    (
        "a requirement that was answered",
        requirement(parts=[{"wording": "Ask.", "responses": [{"wording": "Done.", "date": "2026-03-02"}]}]),
        "2026-03-02",
    ),
    ("a requirement found met", judged("met"), "2026-03-02"),
    ("a requirement found partly met", judged("partly met"), "2026-03-02"),
    ("a requirement found not met", judged("not met"), None),
    ("a collaboration", entry(Collaboration, id="desk", title="Desk", active_from="2026-03-02"), "2026-03-02"),
    ("a case study without anything to tell of", study(published="2026-03-02"), None),
    ("a user group", user_group(), None),
    ("a statement, whenever it was reviewed", statement(published="2025-01-15", reviewed="2026-03-02"), None),
]


@pytest.mark.parametrize(("given", "expected"), [pytest.param(each, day, id=name) for name, each, day in DATED])
def test_evidence_is_the_newest_day_on_which_something_was_done(given: Entry, expected: str | None):
    found = queries.last_evidence(given, catalogue(given), AS_AT)

    assert found == (date.fromisoformat(expected) if expected else None)


def test_a_case_study_shows_what_it_tells_of():
    told = study(published="2026-10-01", activities=["reader-survey"], outcomes=["area-codes"])
    everything = catalogue(told, activity(opened="2025-05-05"), outcome(published="2026-03-02"))

    assert queries.last_evidence(told, everything, AS_AT) == date(2026, 3, 2)
    assert queries.last_evidence(told, everything, date(2026, 3, 1)) == date(2025, 5, 5)


def test_an_action_elsewhere_is_evidence_of_the_commitment_that_it_names():
    promised = commitment()

    assert queries.last_evidence(
        promised, catalogue(promised, action(commitments=["answer"], history=DONE)), AS_AT
    ) == date(2026, 3, 2)


def test_every_date_of_the_model_is_evidence_or_known_to_be_none():
    named = {f"{kind.__name__}.{name}" for kind, names in EVIDENCE.items() for name in names}
    dates = {
        f"{kind.__name__}.{name}"
        for kind in kinds().values()
        for name, hint in fields(kind).items()
        if (hint == Day or hint is FuzzyDate) and name not in AHEAD
    }

    assert dates - named == NOTHING_DONE


@pytest.mark.parametrize(
    ("entries", "state"),
    [
        pytest.param([], "gap", id="nothing"),
        pytest.param([outcome(published="2026-03-02")], "gap", id="an entry that names no practice"),
        pytest.param([outcome(**claiming())], "claimed only", id="no date"),
        pytest.param([outcome(**claiming(published="2026-03-02"))], "evidenced", id="a date"),
        pytest.param([outcome(**claiming(published="2024-11-23"))], "evidenced", id="two years ago to the day"),
        pytest.param([outcome(**claiming(published="2024-11-22"))], "aged", id="two years and a day ago"),
        pytest.param(
            [outcome(**claiming(published="2020-01-01")), need(**claiming(first_raised="2026-01-01"))],
            "evidenced",
            id="the newest date tells",
        ),
        pytest.param(
            [outcome(**claiming(published="2020-01-01")), user_group(**claiming())], "aged", id="an old date and none"
        ),
        pytest.param([outcome(**claiming(visibility="internal"))], "gap", id="internal"),
        pytest.param([outcome(**claiming(visibility="embargoed until 2026-12-01"))], "gap", id="under embargo"),
        pytest.param(
            [outcome(**claiming(published="2026-03-02", internal_fields=["published"]))],
            "claimed only",
            id="an internal date",
        ),
        pytest.param([outcome(**claiming(withdrawn={"date": "2026-03-02"}))], "gap", id="withdrawn"),
        pytest.param([outcome(**claiming(withdrawn={"date": "2026-11-24"}))], "claimed only", id="to be withdrawn"),
        pytest.param(
            [outcome(withdrawn={"date": "2026-03-02"}, actions=[{"id": "do", "title": "Do", "practices": [PRACTICE]}])],
            "gap",
            id="inside what was withdrawn",
        ),
        pytest.param([outcome(code=["2.1 V1.5"], published="2026-03-02")], "our reading only", id="our reading"),
        pytest.param([outcome(code=["2.1 V1.1"])], "gap", id="a practice of the Code that supports others"),
        pytest.param([outcome(code=["3.0 8"])], "gap", id="edition 3.0, of which we have no reading"),
        pytest.param([outcome(**claiming(code=["2.1 V1.5"]))], "claimed only", id="named beats our reading"),
        pytest.param([organisation(id="agency", **claiming())], "gap", id="an entry of no statement"),
    ],
)
def test_the_state_of_a_practice_follows_from_the_public_entries(entries: list[Entry], state: str):
    assert standing(*entries).state == state


def test_an_entry_that_names_a_practice_is_not_read_into_it_as_well():
    found = standing(outcome(**claiming(code=["2.1 V1.5"])), need(code=["2.1 V1.5"]))

    assert [claim.entry.key for claim in found.claims] == ["bus/area-codes"]
    assert [claim.entry.key for claim in found.readings] == ["bus/small-areas"]


@pytest.mark.parametrize(
    ("day", "state"), [("2026-02-28", "evidenced"), ("2026-03-01", "aged"), ("2028-02-29", "aged")]
)
def test_evidence_of_a_leap_day_holds_for_two_years(day: str, state: str):
    assert standing(outcome(**claiming(published="2024-02-29")), day=date.fromisoformat(day)).state == state


@pytest.mark.parametrize(("published", "state"), [("2026-02-28", "evidenced"), ("2026-02-27", "aged")])
def test_on_a_leap_day_two_years_ago_is_the_last_of_february(published: str, state: str):
    assert standing(outcome(**claiming(published=published)), day=date(2028, 2, 29)).state == state


JUDGED = {"not_applicable": [{"practice": PRACTICE, "reason": "Every need is met."}]}


@pytest.mark.parametrize(
    ("entries", "state"),
    [
        pytest.param([], "not applicable", id="a judgement"),
        pytest.param([outcome(code=["2.1 V1.5"])], "not applicable", id="a judgement comes before our reading"),
        pytest.param([outcome(**claiming())], "claimed only", id="what is written comes before a judgement"),
    ],
)
def test_what_was_judged_not_applicable_keeps_its_reason(entries: list[Entry], state: str):
    found = standing(statement(**JUDGED), *entries)

    assert (found.state, found.reason) == (state, "Every need is met.")


POLICY = statement(id="policy", title="Policy")
THERE = entry(Outcome, "policy", id="there", title="There", practices=[PRACTICE], published="2020-01-01")


@pytest.mark.parametrize(
    "relation",
    [
        {"adopts": ["policy"]},
        {"supplements": ["policy"]},
        {"varies": [{"statement": "policy", "differences": "One."}]},
        {"adopts": ["between"]},
    ],
)
def test_a_practice_is_inherited_from_a_statement_that_is_followed(relation: dict[str, Any]):
    between = statement(id="between", adopts=["policy"])
    found = standing(POLICY, between, THERE, statement(id="rail", **relation), within="rail")

    assert (found.state, found.through, [claim.entry.key for claim in found.claims]) == (
        "inherited",
        POLICY,
        ["policy/there"],
    )


def test_what_is_inherited_fills_gaps_and_our_readings_only():
    rail = {"id": "rail", "adopts": ["policy"]}
    own = entry(Outcome, "rail", id="own", title="Own", practices=[PRACTICE])
    read = entry(Outcome, "rail", id="own", title="Own", code=["2.1 V1.5"])

    assert standing(POLICY, THERE, statement(**rail), own, within="rail").state == "claimed only"
    assert standing(POLICY, THERE, statement(**rail), read, within="rail").state == "inherited"
    assert standing(POLICY, THERE, statement(**rail, **JUDGED), within="rail").state == "not applicable"


def test_nothing_is_inherited_from_a_statement_that_was_withdrawn():
    gone = statement(id="policy", title="Policy", withdrawn={"date": "2026-01-01"})

    assert standing(gone, THERE, statement(id="rail", adopts=["policy"]), within="rail").state == "gap"


def test_a_judgement_is_not_inherited():
    policy = statement(id="policy", title="Policy", **JUDGED)

    assert standing(policy, statement(id="rail", adopts=["policy"]), within="rail").state == "gap"


def test_statements_that_follow_one_another_end_somewhere():
    one, other = statement(id="one", adopts=["other"]), statement(id="other", adopts=["one"])

    assert [each.id for each in queries.followed(catalogue(one, other), one, AS_AT)] == ["other"]


@pytest.mark.parametrize(
    ("practice", "references", "state"),
    [
        ("2", ["3.0 2.4"], "evidenced"),
        ("2.4", ["3.0 2.4"], "evidenced"),
        ("2.4", ["3.0 2"], "no reference"),
        ("2", ["2.1 V1.5"], "no reference"),
    ],
)
def test_a_practice_within_a_standard_counts_for_the_standard(practice: str, references: list[str], state: str):
    coverage = queries.covered(published(outcome(code=references, published="2026-03-02")), AS_AT).code["3.0"]
    (found,) = (each for each in coverage.standings["bus"] if each.practice.id == practice)

    assert found.state == state


def moves(*entries: Entry) -> list[tuple[str, list[str], bool | None]]:
    found = queries.moves(published(*entries), AS_AT)["bus"]
    return [
        (str(each.reference), [new.id for new in each.passage.new], each.passage.row.verified)
        if each.passage
        else (str(each.reference), [], None)
        for each in found
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({"code": ["2.1 T4.1"]}, [("2.1 T4.1", ["2", "5"], True)], id="by its principle"),
        pytest.param({"code": ["2.1 V4.7"]}, [("2.1 V4.7", ["8"], False)], id="by a row of its own"),
        pytest.param({"code": ["2.1 Q1.2"]}, [("2.1 Q1.2", [], None)], id="without a mapping"),
        pytest.param({"code": ["2.1 V1.5", "3.0 8"]}, [], id="looked at already"),
        pytest.param({"code": ["3.0 8"]}, [], id="never of edition 2.1"),
        pytest.param({"code": ["2.1 V1.5"], "withdrawn": {"date": "2026-01-01"}}, [], id="withdrawn"),
        pytest.param({"code": ["2.1 V1.5"], "visibility": "internal"}, [], id="internal"),
    ],
)
def test_what_to_look_at_again_is_what_refers_only_to_the_old_edition(fields: dict[str, Any], expected: list[Any]):
    assert moves(outcome(**fields)) == expected


def test_references_to_practices_that_are_not_listed_are_told():
    found = queries.unlisted_references(published(outcome(code=["2.1 T3.1", "2.1 V1.5", "3.0 8.3", "V1.5", "1.0 V1"])))

    assert [(str(reference), [each.key for each in entries]) for reference, entries in found] == [
        ("1.0 V1", ["bus/area-codes"]),
        ("2.1 T3.1", ["bus/area-codes"]),
        ("V1.5", ["bus/area-codes"]),
    ]


def bodies(*entries: Entry) -> dict[str, str]:
    given = publication(entries)
    pages = [*coverage_pages.outputs(given), *code_page.outputs(given)]
    return {page.path.removesuffix("/index.md"): page.body for page in pages}


def test_an_illustration_is_in_the_table_but_not_counted_by_practice():
    body = bodies(statement(id="shown", title="Shown", illustration="From public sources."))["coverage"]
    table, _, rest = body.partition("Practice by practice")

    assert ("../coverage/shown/" in table, "shown/" in rest) == (True, False)
    assert "Illustrations are not counted here" in rest


def test_a_withdrawn_statement_keeps_its_page_and_is_in_no_list():
    pages = bodies(statement(id="gone", title="Gone", withdrawn={"date": "2026-01-01"}))

    assert [path for path, body in pages.items() if "gone/" in body and path != "coverage/gone"] == []
    assert "Withdrawn on" in pages["coverage/gone"]


@pytest.fixture(scope="module")
def site() -> dict[str, Page]:
    """The pages about coverage of the repository's own site."""
    pages = build(ROOT / "statements", Settings(as_at=as_at.moment("2026-11-23"))).pages.values()
    return {page.path: page for page in pages if page.path.startswith(("coverage", "code/"))}


def test_every_practice_stands_once_on_every_page(site: dict[str, Page]):
    shipped = {practice.anchor for practice in FRAMEWORK}
    own = {"practice-" + each for each in ("ask-once", "go-to-people", "answer-first", "explain-refusals")}
    own |= {"practice-check-answers", "practice-show-drafts"}
    found = {path: Counter(re.findall(r' id="(practice-[^"]+)"', page.body)) for path, page in site.items()}
    shown = {path: set(anchors) for path, anchors in found.items() if path.startswith("coverage")}

    assert {count for anchors in found.values() for count in anchors.values()} == {1}
    assert shown.pop("coverage-of-frameworks/marland-standard/index.md") == own
    assert shown.pop("coverage/rivers-and-bridges/index.md") == shipped | own
    assert shown.pop("coverage-of-organisations/mfta/index.md") == shipped | own
    assert shown.pop("coverage/defra/index.md") == shipped
    assert {path for path, anchors in shown.items() if anchors not in (shipped, shipped | own)} == set()


def test_every_listed_practice_of_both_editions_stands_once_on_the_page_of_the_code(site: dict[str, Page]):
    anchors = re.findall(r' id="(code-[^"]+)"', site["code/index.md"].body)
    numbers = [
        f"{edition} {practice.id}" for edition in frameworks.EDITIONS for practice in frameworks.code(edition).practices
    ]

    assert anchors == ["code-" + re.sub(r"[. ]", "-", number.lower()) for number in numbers]


def test_what_is_not_verified_says_so(site: dict[str, Page]):
    table = site["code/index.md"].body.partition("</table>")[0]
    rows = re.findall(r"<tr><th scope=\"row\">(.+?)</th>.*?</tr>", table, re.DOTALL)
    doubtful = re.findall(r"<tr><th scope=\"row\">([^<]+)</th>(?:(?!</tr>).)*Not verified", table, re.DOTALL)

    assert [f"2.1 {name}" for name in rows] == [row.source for row in frameworks.code_mapping()]
    assert [f"2.1 {name}" for name in doubtful] == [row.source for row in frameworks.code_mapping() if not row.verified]


def test_no_page_is_a_score(site: dict[str, Page]):
    assert [path for path, page in site.items() if re.search(r"\d\s*%", re.sub(r"<a .*?</a>", "", page.body))] == []
