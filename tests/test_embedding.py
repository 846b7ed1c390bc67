"""Links to entries, and lists of them, in pages that people write by hand."""

import re
from textwrap import dedent

import pytest
from tests.catalogues import need, outcome, publication, statement, user_group

from user_engagement.embedding import Embedded, embed

ENTRIES = publication(
    [
        outcome(decisions=[{"decision": "accepted", "decided": "2026-03-02"}]),
        outcome(
            id="older", title="Older", decisions=[{"decision": "rejected", "reason": "No.", "decided": "2025-03-02"}]
        ),
        need(),
        user_group(),
        statement(id="rail", title="Rail statistics"),
        need(id="secret", title="Secret", visibility="internal"),
    ]
)


def filled(markdown: str, file: str = "about/index.md") -> Embedded:
    return embed(dedent(markdown), ENTRIES, file, file.rpartition("/")[0])


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("entry:bus/outcomes/area-codes", "../outcomes/bus/area-codes/index.md"),
        ("entry:bus/needs/small-areas", "../needs/bus/small-areas/index.md"),
        ("entry:bus/user_groups/councils", "../statements/bus/index.md#user-group-councils"),
        ("entry:statements/bus", "../statements/bus/index.md"),
        ("entry:organisations/travel", "../organisations/travel/index.md"),
        ("entry:practices/act-explain-unmet", "../framework/index.md#practice-act-explain-unmet"),
        ("entry:methods/survey", "../framework/index.md#method-survey"),
    ],
)
def test_a_link_to_an_entry_leads_to_the_page_it_is_on(written: str, expected: str):
    assert filled(f"See [this]({written}).") == Embedded(f"See [this]({expected}).", ())


def test_a_link_on_the_home_page_needs_no_steps_up():
    assert filled("[x](entry:statements/bus)", "index.md").markdown == "[x](statements/bus/index.md)"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("bus/outcomes/area-code", "bus/outcomes/area-codes"),
        ("bus/need/small-areas", "bus/needs/small-areas"),
        ("statement/bus", "statements/bus"),
        ("bus-statistics", None),
        ("bus/needs/secret", None),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_what_may_be_meant(written: str, meant: str | None):
    result = filled(f"One.\n\nTwo [ok](entry:statements/bus), [not](entry:{written}).")

    assert [str(problem.place) for problem in result.problems] == ["about/index.md:3:45"]
    assert [(each.code, each.level) for each in result.problems] == [("dangling-reference", "warning")]
    assert result.markdown.endswith("[not](#).")
    assert "secret" not in re.sub(re.escape(written), "", result.problems[0].message)
    if meant:
        assert result.problems[0].message == f"There is no entry {written} to show here. Did you mean {meant}?"


@pytest.mark.parametrize(
    "code",
    [
        "`[x](entry:nowhere/needs/nothing)`",
        "``a ` b [x](entry:nowhere/needs/nothing)``",
        "```markdown\n[x](entry:nowhere/needs/nothing)\n```",
        "~~~\n[x](entry:nowhere/needs/nothing)\n~~~",
        "````markdown\n```user-engagement\nlist: nonsense\n```\n````",
        "- one\n\n    ```yaml\n    a: [x](entry:nowhere/needs/nothing)\n    ```",
    ],
)
def test_code_stays_as_it_is(code: str):
    assert filled(code) == Embedded(code, ())


def titles(markdown: str) -> list[str]:
    return re.findall(r"<a [^>]+>([^<]+)</a>", filled(markdown).markdown)


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("list: outcomes", ["Area codes", "Older"]),
        ("list: outcomes\nnewest: 1", ["Area codes"]),
        ("list: outcomes\nstatement: rail", []),
        ("list: needs\nstatement: bus", ["Figures for small areas"]),
        ("list: statements", ["Bus statistics", "Rail statistics"]),
    ],
)
def test_a_block_becomes_a_list(block: str, expected: list[str]):
    assert titles(f"Before.\n\n```user-engagement\n{block}\n```\n\nAfter.") == expected


def test_a_list_links_from_the_page_it_is_on_and_leaves_the_rest():
    result = filled("Before.\n\n```user-engagement\nlist: statements\n```\n\nAfter.\n")

    assert result.markdown.startswith("Before.\n\n<ul")
    assert result.markdown.endswith("</ul>\n\nAfter.\n")
    assert 'href="../statements/bus/"' in result.markdown
    assert "\n\n<" not in result.markdown.partition("<ul")[2]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("list: outcome", "about/index.md:5:7: warning: list: "),
        ("list: outcomes\nnewest: many", "about/index.md:6:9: warning: newest: "),
        ("list: outcomes\nnewest: 0", "about/index.md:6:9: warning: newest: "),
        ("list: outcomes\nstatment: bus", "about/index.md:6:1: warning: statment: "),
        ("list: outcomes\nstatement: buss", "about/index.md:6:12: warning: There is no entry statements/buss"),
        ("list: fields\nsection: nonsense", "about/index.md:6:10: warning: section: "),
        ("outcomes", "about/index.md:5:1: warning: "),
        ('list: "outcomes', "about/index.md:5:7: warning: "),
    ],
)
def test_a_block_that_cannot_be_understood_is_told_by_its_line(block: str, expected: str):
    result = filled(f"# About\n\nText.\n```user-engagement\n{block}\n```\n")

    assert [str(problem)[: len(expected)] for problem in result.problems] == [expected]


def test_lines_are_counted_past_other_blocks():
    result = filled("```\none\ntwo\n```\n\n```user-engagement\nlist: needs\n```\n[x](entry:bus/needs/nothing)\n")

    assert [problem.place.line for problem in result.problems] == [9]


def test_a_list_of_fields_tells_what_can_be_written():
    result = filled("```user-engagement\nlist: fields\nsection: outcomes\n```")

    assert result.problems == ()
    assert all(f"<code>{name}</code>" in result.markdown for name in ("title", "decisions", "conditional_on"))
