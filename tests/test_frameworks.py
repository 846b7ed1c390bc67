"""Frameworks that a site defines itself: of whom they ask something, who may see them, where they stand."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests import hosts
from tests.catalogues import AS_AT, entry, organisation, outcome, publication, published, statement

from user_engagement import as_at, outputs, queries
from user_engagement.model import Entry, Framework, Outcome, Statement
from user_engagement.outputs.output import Asset, Page
from user_engagement.site import Settings, build, check

AREA: dict[str, Any] = {"id": "answer", "name": "Answer", "practices": [{"id": "read-back", "heading": "Read it back"}]}


def framework(**fields: Any) -> Framework:
    return entry(Framework, "", **{"id": "listening", "title": "Listening", "practice_areas": [AREA], **fields})


def asked(*practices: dict[str, Any], **fields: Any) -> Framework:
    area = {**AREA, "practices": [{"heading": "Some practice", **each} for each in practices]}
    return framework(practice_areas=[area], **fields)


def covered(*entries: Entry) -> dict[str, queries.FrameworkCoverage]:
    """What the public may know of how statements stand with each framework."""
    return {each.framework.id: each for each in queries.covered(published(*entries), AS_AT).frameworks}


def bodies(*entries: Entry) -> dict[str, str]:
    given = publication(entries)
    pages = (page for kind in outputs.KINDS for page in kind(given) if isinstance(page, Page))
    return {page.path.removesuffix("/index.md"): page.body for page in pages}


@pytest.mark.parametrize(
    ("organisations", "held"),
    [
        ([], ["bus", "tram", "canal"]),
        (["travel"], ["bus", "tram"]),
        (["trams"], ["tram"]),
        (["water", "trams"], ["tram", "canal"]),
    ],
)
def test_statements_of_the_bodies_named_and_of_bodies_below_them_are_held_against_it(
    organisations: list[str], held: list[str]
):
    found = covered(
        framework(organisations=organisations),
        organisation(id="trams", parent="travel"),
        organisation(id="water"),
        statement(id="tram", organisation="trams"),
        statement(id="canal", organisation="water"),
    )

    assert list(found["listening"].coverage.standings) == held
    assert list(found["osr-framework"].coverage.standings) == ["bus", "tram", "canal"]


def test_what_is_inherited_may_come_from_a_statement_that_is_not_held_against_it():
    found = covered(
        framework(organisations=["trams"]),
        organisation(id="trams"),
        statement(id="tram", organisation="trams", adopts=["bus"]),
        outcome(practices=["read-back"], published="2026-03-02"),
    )
    (standing,) = found["listening"].coverage.standings["tram"]

    assert (standing.state, standing.through and standing.through.id) == ("inherited", "bus")


def test_a_framework_for_hidden_bodies_is_not_held_against_everybody():
    secret = organisation(id="secret", visibility="internal")

    assert list(covered(framework(organisations=["secret"]), secret)) == ["osr-framework"]
    assert list(covered(framework(organisations=["secret", "travel"]), secret)) == ["osr-framework", "listening"]


HIDDEN = [
    pytest.param(framework(visibility="internal"), id="framework"),
    pytest.param(framework(visibility="embargoed until 2026-12-01"), id="framework under embargo"),
    pytest.param(framework(practice_areas=[{**AREA, "visibility": "internal"}]), id="area"),
    pytest.param(asked({"id": "read-back", "visibility": "internal"}), id="practice"),
]


@pytest.mark.parametrize("given", HIDDEN)
def test_a_hidden_practice_is_named_by_nothing(given: Framework):
    judged = [{"practice": "read-back", "reason": "Nobody speaks to us."}]
    shown = published(
        given, statement(id="rail", not_applicable=judged), outcome(practices=["read-back", "act-review"])
    )

    assert [each.practices for each in shown.all(Outcome)] == [("act-review",)]
    assert [each.not_applicable for each in shown.all(Statement)] == [(), ()]
    assert list(covered(given)) == ["osr-framework"]


def test_a_practice_that_was_withdrawn_is_no_gap_and_keeps_its_place():
    given = asked({"id": "read-back"}, {"id": "send-letters", "withdrawn": {"date": "2026-11-23"}})
    pages = bodies(given)

    assert [each.id for each in covered(given)["listening"].coverage.practices] == ["read-back"]
    assert 'id="practice-send-letters"' in pages["framework/listening"]
    assert "asks for 1 practice in 1 area" in pages["framework/listening"]
    assert [path for path, body in pages.items() if path.startswith("coverage") and "send-letters" in body] == []


def test_a_framework_that_was_withdrawn_keeps_its_page_and_is_held_against_nobody():
    pages = bodies(framework(withdrawn={"date": "2026-11-23", "reason": "Nobody read it."}))

    assert "Nobody read it." in pages["framework/listening"]
    assert "coverage" not in pages["framework/listening"]
    assert [path for path, body in pages.items() if path.startswith("coverage") and "listening" in path + body] == []


def test_every_framework_has_a_page_to_which_that_of_the_first_leads():
    pages = bodies(framework(), framework(id="other", title="Other", practice_areas=[]))

    assert '<a href="../framework/listening/">Listening</a>' in pages["framework"]
    assert '<a href="../framework/other/">Other</a>' in pages["framework"]
    assert "Ways of engaging" in pages["framework"]
    assert "Ways of engaging" not in pages["framework/listening"]


def test_one_entry_may_show_practices_of_several_frameworks():
    shown = outcome(practices=["act-review", "read-back"], published="2026-03-02")
    page = bodies(framework(), shown)["outcomes/bus/area-codes"]

    assert "../../../framework/#practice-act-review" in page
    assert "../../../framework/listening/#practice-read-back" in page


def test_areas_of_two_frameworks_may_have_the_same_id():
    other = framework(id="act", title="Acts", practice_areas=[{**AREA, "practices": [{"id": "go", "heading": "Go"}]}])
    page = bodies(framework(), other)["coverage/bus"]

    assert [page.count(f'id="{anchor}"') for anchor in ("area-listening--answer", "area-act--answer", "area-act")] == [
        1,
        1,
        1,
    ]


def test_the_data_tell_to_which_framework_a_practice_belongs():
    files = {
        each.path: each for kind in outputs.ONCE for each in kind(publication([framework()])) if isinstance(each, Asset)
    }
    told = json.loads(files["data/catalogue.json"].content)

    assert [each["key"] for each in told["frameworks"]] == ["osr-framework", "listening"]
    assert told["frameworks"][1]["practice_areas"] == [{"id": "answer", "name": "Answer", "practices": ["read-back"]}]
    assert told["practices"][-1] == {
        "key": "read-back",
        "id": "read-back",
        "page": "framework/listening/#practice-read-back",
        "within": "frameworks/listening",
        "heading": "Read it back",
    }


def test_a_file_of_frameworks_that_cannot_be_read_is_told_once(tmp_path: Path):
    files = {
        "shared.yml": "organisations:\n  - id: travel\n    name: Travel\n",
        "frameworks.yml": "frameworks:\n  - id: [listening\n",
        "bus/statement.yml": "statement:\n  title: Bus\n  organisation: travel\n  practices: [read-back]\n",
    }
    problems = check(hosts.write(tmp_path, files), as_at.moment("2026-11-23"))

    assert [problem.place.file.rpartition("/")[2] for problem in problems] == ["frameworks.yml"]


def test_the_made_up_framework_is_held_against_made_up_bodies_only_and_shows_every_state_it_can():
    site = build(hosts.ROOT / "statements", Settings(as_at=as_at.moment("2026-11-23")))
    assert site.publication is not None
    (found,) = queries.covered(site.publication.catalogue, AS_AT).frameworks[1:]
    told = {standing.state for each in found.coverage.standings.values() for standing in each}

    assert {"defra", "food-statistics-pocketbook"} & set(found.coverage.standings) == set()
    assert told == set(queries.STATES) - {"no reference", "our reading only"}
