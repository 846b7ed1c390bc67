"""Who was last heard, when and in what; what users can join; what they need and do not get."""

from datetime import date
from typing import Any

import pytest
from tests.catalogues import AS_AT, activity, catalogue, entry, need, outcome, publication, statement, statistic
from tests.catalogues import user_group as group

from user_engagement import queries, style
from user_engagement.model import Channel, Entry, Need, UserGroup
from user_engagement.outputs import get_involved_page, user_group_pages
from user_engagement.words.files import english

FOR_COUNCILS = {"user_groups": ["councils"]}
Fields = dict[str, Any]


def day(written: str) -> date:
    return date.fromisoformat(written)


def told(*entries: Entry, as_at: str = "2026-11-23", of: str = "councils") -> str:
    """When a group was last heard, in words, and in what; "never" where nothing is known."""
    everything = catalogue(group(), *entries)
    asked = next(each for each in everything.all(UserGroup) if each.id == of)
    voice = queries.last_heard(everything, asked, day(as_at))
    return f"{style.when(voice.moment.when, english())} in {voice.entry.id}" if voice else "never"


def channel(**fields: Any) -> Channel:
    return entry(Channel, **{"id": "mailbox", "title": "Mailbox", **fields})


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, "never", id="not named"),
        pytest.param({"opened": "2026-03-02"}, "never", id="not named, with a date"),
        pytest.param(FOR_COUNCILS, "never", id="without a date"),
        pytest.param({**FOR_COUNCILS, "opened": "not known"}, "never", id="with a date that is not known"),
        pytest.param({**FOR_COUNCILS, "opened": "2026-11-24"}, "never", id="yet to come"),
        pytest.param({**FOR_COUNCILS, "opened": "2026-03-02, cancelled"}, "never", id="cancelled"),
        pytest.param(
            {**FOR_COUNCILS, "opened": "2026-03-02", "withdrawn": {"date": "2026-03-01"}},
            "never",
            id="withdrawn before it began",
        ),
        pytest.param({**FOR_COUNCILS, "opened": "2026-11-23"}, "23 November 2026 in reader-survey", id="today"),
        pytest.param({**FOR_COUNCILS, "opened": "2026-03"}, "March 2026 in reader-survey", id="in some month"),
        pytest.param(
            {**FOR_COUNCILS, "opened": "2026-03-02", "closes": "2026-04-10"},
            "10 April 2026 in reader-survey",
            id="when it closed",
        ),
        pytest.param(
            {**FOR_COUNCILS, "opened": "2026-03-02", "closes": "2026-04-10", "extended_to": "2026-04-24"},
            "24 April 2026 in reader-survey",
            id="when it closed in the end",
        ),
        pytest.param(
            {**FOR_COUNCILS, "opened": "2026-11-02", "closes": "2026-12-10"},
            "2 November 2026 in reader-survey",
            id="when it opened, while it is open",
        ),
        pytest.param(
            {"opened": "2026-03-02", "heard": [{"amount": "9 letters", **FOR_COUNCILS}]},
            "2 March 2026 in reader-survey",
            id="named among those who took part",
        ),
        pytest.param(
            {"opened": "2026-03-02", "findings": [{"wording": "Codes are missing.", **FOR_COUNCILS}]},
            "2 March 2026 in reader-survey",
            id="named as the source of a finding",
        ),
        pytest.param(
            {**FOR_COUNCILS, "opened": "2026-03-02", "not_heard": "Most councils."},
            "never",
            id="asked by an activity that says whom it did not reach",
        ),
        pytest.param(
            {
                **FOR_COUNCILS,
                "opened": "2026-03-02",
                "not_heard": "Small firms.",
                "heard": [{"amount": "9 letters", **FOR_COUNCILS}],
            },
            "2 March 2026 in reader-survey",
            id="reached by an activity that did not reach others",
        ),
    ],
)
def test_a_group_is_heard_in_activities_that_name_and_reach_it(fields: Fields, expected: str):
    assert told(activity(**fields)) == expected


CONTINUOUS = activity(
    opened="2024-01-10",
    continuous="true",
    user_groups=["councils", "firms"],
    heard=[
        {"amount": "20 replies", "as_at": "2025-06-30"},
        {"amount": "90 replies", "as_at": "2026-06-30"},
        {"amount": "5 replies", "as_at": "2026-09-30", "user_groups": ["firms"]},
    ],
)


@pytest.mark.parametrize(
    ("as_at", "expected"),
    [
        ("2024-01-09", "never"),
        ("2024-01-10", "10 January 2024 in reader-survey"),
        ("2025-06-29", "10 January 2024 in reader-survey"),
        ("2025-06-30", "30 June 2025 in reader-survey"),
        ("2026-06-29", "30 June 2025 in reader-survey"),
        ("2026-11-23", "30 June 2026 in reader-survey"),
    ],
)
def test_a_survey_without_an_end_was_heard_when_it_last_counted(as_at: str, expected: str):
    assert told(CONTINUOUS, group(id="firms", name="Firms"), as_at=as_at) == expected


def test_a_count_of_one_group_says_nothing_of_another():
    assert told(CONTINUOUS, group(id="firms", name="Firms"), of="firms") == "30 September 2026 in reader-survey"


SAID = {"said": "Use codes.", **FOR_COUNCILS}
DECIDED = [{"decision": "accepted", "decided": "2026-09-01"}]


@pytest.mark.parametrize(
    ("fields", "asked", "expected"),
    [
        pytest.param({"activities": ["reader-survey"]}, "2026-03-02", "2 March 2026 in reader-survey", id="asked"),
        pytest.param({}, "2026-03-02", "1 September 2026 in area-codes", id="nobody asked: by the first answer"),
        pytest.param(
            {"activities": ["reader-survey"]}, "not known", "1 September 2026 in area-codes", id="asked without a date"
        ),
        pytest.param({"published": "2026-08-01"}, "not known", "1 August 2026 in area-codes", id="by publication"),
        pytest.param(
            {"activities": ["another"], "feedback": [{**SAID, "activities": ["reader-survey"]}]},
            "2026-03-02",
            "2 March 2026 in reader-survey",
            id="asked in another activity than the rest",
        ),
        pytest.param({"feedback": [{"said": "Use codes."}]}, "2026-03-02", "never", id="others said so"),
        pytest.param({"decisions": []}, "2026-03-02", "never", id="without an answer"),
        pytest.param({"decisions": [{**DECIDED[0], "decided": "2026-11-24"}]}, "2026-03-02", "never", id="yet to come"),
    ],
)
def test_a_group_that_gave_feedback_was_heard_when_it_was_asked_not_when_it_was_answered(
    fields: Fields, asked: str, expected: str
):
    given = outcome(**{"feedback": [SAID], "decisions": DECIDED, **fields})

    assert told(given, activity(opened=asked), activity(id="another", opened="2026-05-05")) == expected


def test_the_newest_of_several_is_the_last():
    older, newer = activity(id="old", opened="2025-01-01", **FOR_COUNCILS), activity(opened="2026", **FOR_COUNCILS)

    assert told(newer, older) == "2026 in reader-survey"


def test_a_smaller_group_speaks_for_the_wider_one_and_not_the_other_way_round():
    villages = group(id="villages", name="Villages", parent="councils")
    hamlets = group(id="hamlets", name="Hamlets", parent="villages")
    meeting = activity(opened="2026-03-02", user_groups=["villages"])
    everything = catalogue(group(parent="hamlets"), villages, hamlets, meeting)
    voice = queries.last_heard(everything, everything.all(UserGroup)[0], AS_AT)

    assert voice is not None
    assert voice.group == villages
    assert told(villages, hamlets, meeting, of="hamlets") == "never"


@pytest.mark.parametrize(
    ("opened", "as_at", "expected"),
    [
        pytest.param("2024-11-23", "2026-11-23", True, id="exactly two years ago"),
        pytest.param("2024-11-22", "2026-11-23", False, id="a day longer"),
        pytest.param("2024-11", "2026-11-23", True, id="in a month that may have been late enough"),
        pytest.param("2024-10", "2026-11-23", False, id="in a month that cannot"),
        pytest.param("2026-02-28", "2028-02-29", True, id="on a leap day"),
        pytest.param("2026-02-27", "2028-02-29", False, id="on a leap day, a day longer"),
        pytest.param("2026-11-24", "2026-11-23", False, id="tomorrow"),
    ],
)
def test_a_group_is_heard_lately_for_two_years(opened: str, as_at: str, *, expected: bool):
    everything = catalogue(group(), activity(opened=opened, **FOR_COUNCILS))

    assert queries.is_heard_lately(everything, group(), day(as_at)) is expected


def test_a_year_that_ended_before_the_closing_day_does_not_make_it_later():
    asked = activity(opened="2024", closes="2024-11-22", **FOR_COUNCILS)

    assert queries.is_heard_lately(catalogue(group(), asked), group(), AS_AT) is False


def test_groups_not_heard_come_first_and_those_of_illustrations_last():
    groups = [
        group(where="outside"),
        group(id="firms", name="Firms"),
        entry(UserGroup, "rail", id="riders", name="Riders"),
    ]
    rail = statement(id="rail", illustration="Nobody published this.")
    everything = catalogue(rail, *groups, activity(opened="2026-01-01", **FOR_COUNCILS))
    listed = queries.by_voice(everything, groups, AS_AT)

    assert [(word, [each.id for each in found]) for word, found in listed] == [
        ("not heard in the last 2 years", ["firms"]),
        ("users outside government", ["councils"]),
        ("from illustrations", ["riders"]),
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, True),
        ({"active_from": "2026-11-23", "active_to": "2026-11-23"}, True),
        ({"active_from": "2026-11-24"}, False),
        ({"active_to": "2026-11-22"}, False),
    ],
)
def test_a_channel_is_in_use_from_its_first_to_its_last_day(fields: Fields, *, expected: bool):
    assert bool(queries.in_use([channel(**fields)], AS_AT)) is expected


def test_what_is_for_a_group_names_it_or_is_for_everybody_of_its_statement():
    named = channel(id="forum", **FOR_COUNCILS)
    others = channel(id="firms-only", user_groups=["firms"])
    elsewhere = entry(Channel, "rail", id="rail-mailbox", title="Mailbox")
    everything = catalogue(
        group(), group(id="firms", name="Firms"), statement(id="rail"), channel(), named, others, elsewhere
    )

    assert [each.id for each in queries.for_group(everything, Channel, group(), AS_AT)] == ["forum", "mailbox"]


def test_what_ended_is_for_nobody():
    ended = channel(withdrawn={"date": "2026-11-23"})

    assert queries.for_group(catalogue(group(), ended), Channel, group(), AS_AT) == []
    assert queries.going_on(catalogue(statement(withdrawn={"date": "2026-01-01"})), [need()], AS_AT) == [need()]


def test_activities_come_newest_first_and_those_without_a_date_last():
    undated = activity(id="undated")
    older, newer = activity(id="older", opened="2025"), activity(id="newer", opened="2026-01")
    coming = activity(id="coming", opened="2027")

    found = queries.begun([undated, older, coming, newer], AS_AT)
    assert [each.id for each in found] == ["newer", "older", "undated"]


@pytest.mark.parametrize(
    ("fields", "as_at", "expected"),
    [
        ({"met": "not met"}, "2026-11-23", True),
        ({"met": "partly met"}, "2026-11-23", True),
        ({"met": "met"}, "2026-11-23", False),
        ({"met": "not known"}, "2026-11-23", False),
        ({"met": "not known", "gap": "data gap"}, "2026-11-23", True),
        ({"met": "met", "gap": "data gap"}, "2026-11-23", False),
        ({"met": "not met", "history": [{"date": "2026-11-23", "met": "met"}]}, "2026-11-22", True),
        ({"met": "not met", "history": [{"date": "2026-11-23", "met": "met"}]}, "2026-11-23", False),
        ({"met": "not met", "withdrawn": {"date": "2026-11-23"}}, "2026-11-23", False),
    ],
)
def test_a_need_is_in_the_register_while_it_is_not_met(fields: Fields, as_at: str, *, expected: bool):
    assert bool(queries.unmet(catalogue(need(**fields)), day(as_at))) is expected


def test_needs_are_registered_by_what_stands_in_the_way_in_a_fixed_order():
    needs = [
        need(id="a"),
        need(id="b", constraint="legal"),
        need(id="c", constraint="cost"),
        need(id="d", constraint="legal"),
    ]
    listed = queries.under_headings(queries.by_constraint([[each] for each in needs], AS_AT))

    assert [(word, [each.id for each in found]) for word, found in listed] == [
        ("cost", ["c"]),
        ("legal", ["b", "d"]),
        ("nothing named", ["a"]),
    ]


def test_a_need_is_registered_under_each_of_its_statistics():
    needs = [need(id="a"), need(id="b", statistics=["late", "fares"])]
    everything = catalogue(statistic(), statistic(id="late", title="Late buses"), *needs)
    listed = queries.under_headings(queries.by_statistic(everything, [[each] for each in needs]))

    assert [(key, [each.id for each in found]) for key, found in listed] == [
        ("bus/fares", ["b"]),
        ("bus/late", ["b"]),
        ("no one statistic", ["a"]),
    ]


def test_a_need_that_many_teams_state_is_registered_once():
    statements = [statement(id=team) for team in ("bus", "ferry", "rail", "tram")]
    needs = [
        entry(Need, "bus", id="a", title="A need", same_as=["rail/c"]),
        entry(Need, "ferry", id="b", title="A need"),
        entry(Need, "rail", id="c", title="A need"),
        entry(Need, "tram", id="d", title="A need", same_as=["rail/c"]),
    ]
    everything = catalogue(*statements, *needs)

    assert [[each.key for each in group] for group in queries.once(everything, needs)] == [
        ["bus/a", "rail/c", "tram/d"],
        ["ferry/b"],
    ]
    assert [each.key for each in queries.same_needs(everything, needs[2])] == ["bus/a", "tram/d"]
    assert queries.same_needs(everything, needs[1]) == []


def test_only_the_first_of_many_pages_tells_what_is_open_and_what_was_heard():
    statements = [statement(id=f"team-{number:03}", taking_part="Write to us.") for number in range(101)]
    asked = activity(opened="2026-11-01", closes="2026-12-01", heard=[{"amount": "9 letters"}])
    first, second = get_involved_page.outputs(publication([*statements, asked]))

    assert [heading.anchor for heading in first.headings if heading.level == 2] == ["open", "help", "heard"]
    assert [heading.anchor for heading in second.headings] == ["help", "help-team-100"]


def test_the_page_of_a_group_whose_statement_ended_stays_and_the_list_leaves_it_out():
    ended = entry(UserGroup, "rail", id="riders", name="Riders")
    rail = statement(id="rail", withdrawn={"date": "2026-01-01"})
    pages = {page.path: page.body for page in user_group_pages.outputs(publication([rail, ended, group()]))}

    assert "users/rail/riders/index.md" in pages
    assert "Riders" not in pages["users/index.md"]
    assert "Local councils" in pages["users/index.md"]
