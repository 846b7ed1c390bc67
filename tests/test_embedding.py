"""Links to entries, and lists of them, in pages that people write by hand."""

import re

import pytest
from markdown import Markdown
from tests.catalogues import need, outcome, publication, statement, user_group

from user_engagement.embedding import Embedder
from user_engagement.problems import Problem

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


def page(written: str, file: str = "about/index.md") -> tuple[str, list[Problem]]:
    """Return a page as MkDocs makes it, and what was told about it."""
    embedder = Embedder(ENTRIES, file, written, file.rpartition("/")[0])
    html = Markdown(extensions=["fenced_code", "meta"]).convert(embedder.lists(written).text)
    filled = embedder.links(html)
    return filled.text, list(filled.problems)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("entry:bus/outcomes/area-codes", "../outcomes/bus/area-codes/"),
        ("entry:bus/needs/small-areas", "../needs/bus/small-areas/"),
        ("entry:bus/user_groups/councils", "../users/bus/councils/"),
        ("entry:statements/bus", "../statements/bus/"),
        ("entry:organisations/travel", "../organisations/travel/"),
        ("entry:practices/act-explain-unmet", "../framework/#practice-act-explain-unmet"),
        ("entry:frameworks/osr-framework", "../framework/"),
        ("entry:methods/survey", "../framework/#method-survey"),
    ],
)
@pytest.mark.parametrize("link", ["[this]({})", "[this][1]\n\n[1]: {}", '[this]({} "A title")'])
def test_a_link_to_an_entry_leads_to_where_it_is_shown(link: str, written: str, expected: str):
    html, problems = page(link.format(written))

    assert f'<a href="{expected}"' in html
    assert problems == []


def test_a_link_on_the_home_page_needs_no_steps_up():
    assert page("[x](entry:statements/bus)", "index.md") == ('<p><a href="statements/bus/">x</a></p>', [])


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
    html, (problem,) = page(f"---\ntitle: One\n---\n\nTwo [ok](entry:statements/bus), [not](entry:{written}).")

    assert (str(problem.place), problem.code, problem.level) == ("about/index.md:5:45", "dangling-reference", "warning")
    assert '<a href="#">not</a>' in html
    assert "secret" not in problem.message.replace(written, "")
    if meant:
        assert problem.message == f"There is no entry {written} to show here. Did you mean {meant}?"


def test_each_link_that_leads_nowhere_is_told_where_it_stands():
    lines = [
        "[ok](entry:bus/needs/small-areas)",
        "",
        "[a](entry:bus/needs/small) [b](entry:bus/needs/no)",
        "[c](entry:bus/needs/no)",
    ]
    _, problems = page("\n".join(lines))

    assert [str(problem.place) for problem in problems] == [
        "about/index.md:3:11",
        "about/index.md:3:38",
        "about/index.md:4:11",
    ]


@pytest.mark.parametrize(
    "code",
    [
        "`[x](entry:nowhere/needs/nothing)`",
        "``a ` b [x](entry:nowhere/needs/nothing)``",
        "```markdown\n[x](entry:nowhere/needs/nothing)\n```",
        "~~~\n[x](entry:nowhere/needs/nothing)\n~~~",
        "````markdown\n```user-engagement\nlist: nonsense\n```\n````",
        "Text.\n\n    [x](entry:nowhere/needs/nothing)",
        "- one\n\n    ```yaml\n    a: [x](entry:nowhere/needs/nothing)\n    ```",
    ],
)
def test_code_stays_as_it_is(code: str):
    assert page(code) == (Markdown(extensions=["fenced_code", "meta"]).convert(code), [])


def titles(markdown: str) -> list[str]:
    return re.findall(r"<a [^>]+>([^<]+)</a>", page(markdown)[0])


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
    html, problems = page("Before.\n\n```user-engagement\nlist: statements\n```\n\n*After.*\n")

    assert problems == []
    assert html.startswith("<p>Before.</p>\n<ul")
    assert html.endswith("</ul>\n\n<p><em>After.</em></p>")
    assert 'href="../statements/bus/"' in html


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("list: outcome", "about/index.md:5:7: warning: list: "),
        ("list: outcomes\nnewest: many", "about/index.md:6:9: warning: newest: "),
        ("list: outcomes\nnewest: 0", "about/index.md:6:9: warning: newest: "),
        ("list: outcomes\nstatementt: bus", "about/index.md:6:1: warning: statementt: "),
        ("list: outcomes\nstatement: buses", "about/index.md:6:12: warning: There is no entry statements/buses"),
        ("list: fields\nsection: nonsense", "about/index.md:6:10: warning: section: "),
        ("outcomes", "about/index.md:5:1: warning: "),
        ('list: "outcomes', "about/index.md:5:7: warning: "),
    ],
)
def test_a_block_that_cannot_be_understood_is_told_by_its_line(block: str, expected: str):
    _, problems = page(f"# About\n\nText.\n```user-engagement\n{block}\n```\n")

    assert [str(problem)[: len(expected)] for problem in problems] == [expected]


def test_a_list_of_fields_tells_what_can_be_written():
    html, problems = page("```user-engagement\nlist: fields\nsection: outcomes\n```")

    assert problems == []
    assert [name for name in ("title", "decisions", "conditional_on") if f"<code>{name}</code>" not in html] == []
