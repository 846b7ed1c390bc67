"""The accessibility statement says what the law asks for, in its words, and how old it is."""

import re
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests import hosts
from tests.catalogues import entry, organisation, publication, published

from user_engagement import frameworks, queries, yaml_source
from user_engagement.editors import shared_schema
from user_engagement.model import AccessibilityStatement
from user_engagement.model.criterion import Criterion
from user_engagement.outputs import accessibility_page, organisation_pages

AS_AT = date(2026, 11, 23)
ON_THE_LIST = {"what": "Something.", "kind": "non-compliance"}
EXEMPT = {"what": "Something else.", "kind": "out of scope", "reason": "It is live."}
TEST = {"tested": "2026-05-04", "tested_by": "Travel", "evaluation": "self-evaluation", "method": "By keyboard."}

WEBSITE = """\
accessibility_statement:
  website: Bus numbers
  organisation: travel
  applies_to: https://example.org/
  status: fully compliant
  wcag: "2.2"
  known_problems: []
  prepared: 2026-05-04
  tests:
    - {tested: 2026-05-04, tested_by: Travel, evaluation: self-evaluation, method: By keyboard.}
  contact: {role: Travel, email: travel@example.org}
  enforced_in: Great Britain
"""


def accessibility(**fields: Any) -> AccessibilityStatement:
    least = {
        "id": "accessibility-statement",
        "website": "Bus numbers",
        "organisation": "travel",
        "applies_to": "example.org",
        "status": "partially compliant",
        "wcag": "2.2",
        "known_problems": [ON_THE_LIST],
        "prepared": "2026-05-04",
        "contact": {"role": "Travel statistics team"},
        "enforced_in": "Great Britain",
    }
    return entry(AccessibilityStatement, "", **least | fields)


def body(**fields: Any) -> str:
    """The HTML of the page about a statement."""
    (page,) = accessibility_page.outputs(publication([accessibility(**fields)]))
    return page.body


def words(**fields: Any) -> str:
    """What is read on it, on one line."""
    return " ".join(unescape(re.sub("<[^>]*>", "", body(**fields))).split())


@pytest.mark.parametrize(
    ("status", "problems", "sentence"),
    [
        ("fully compliant", [], "is fully compliant with the {} AA standard."),
        (
            "partially compliant",
            [ON_THE_LIST],
            "is partially compliant with the {} AA standard, due to the non-compliances listed below.",
        ),
        (
            "partially compliant",
            [EXEMPT],
            "is partially compliant with the {} AA standard, due to the exemptions listed below.",
        ),
        (
            "partially compliant",
            [EXEMPT, ON_THE_LIST],
            "is partially compliant with the {} AA standard, due to the non-compliances and exemptions listed below.",
        ),
        (
            "not compliant",
            [ON_THE_LIST],
            "is not compliant with the {} AA standard. The non-compliances are listed below.",
        ),
        ("not compliant", [EXEMPT], "is not compliant with the {} AA standard. The exemptions are listed below."),
        (
            "not compliant",
            [ON_THE_LIST, EXEMPT],
            "is not compliant with the {} AA standard. The non-compliances and exemptions are listed below.",
        ),
    ],
)
@pytest.mark.parametrize("wcag", ["2.1", "2.2"])
def test_the_status_is_said_in_the_words_of_the_model(
    status: str, problems: list[dict[str, str]], sentence: str, wcag: str
):
    told = re.findall(
        r"This website (is .*?) (?:Non-accessible content|Preparation)",
        words(status=status, known_problems=problems, wcag=wcag),
    )

    assert told == [sentence.format(f"Web Content Accessibility Guidelines version {wcag}")]


NAME = "the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018"
REGULATIONS = f"{NAME} (the \u2018accessibility regulations\u2019)"
UNHAPPY = "If you\u2019re not happy with how we respond to your complaint, contact the"
EHRC = (
    f"The Equality and Human Rights Commission (EHRC) is responsible for enforcing {REGULATIONS}. "
    f"{UNHAPPY} Equality Advisory and Support Service (EASS)."
)
ECNI = (
    f"The Equality Commission for Northern Ireland (ECNI) is responsible for enforcing {REGULATIONS} in Northern "
    f"Ireland. {UNHAPPY} Equality Commission for Northern Ireland (ECNI)."
)


@pytest.mark.parametrize(
    ("nation", "procedure"),
    [("Great Britain", EHRC), ("Northern Ireland", ECNI), ("United Kingdom", f"{EHRC} {ECNI}")],
)
def test_who_enforces_the_regulations_depends_on_the_nation(nation: str, procedure: str):
    assert f"Enforcement procedure {procedure} Technical" in words(enforced_in=nation)


def test_the_body_commits_itself_in_the_words_of_the_model():
    assert f"Department of Travel is committed to making its website accessible, in accordance with {NAME}." in words()


def test_each_kind_of_problem_has_its_heading_and_kinds_without_problems_have_none():
    burden = {"what": "Old charts.", "kind": "disproportionate burden", "reason": "They cost more than they bring."}
    shown = [re.findall(r"<h3 [^>]*>(.*?)</h3>", body(known_problems=each)) for each in ([burden], [EXEMPT, burden])]

    assert shown == [
        ["Compliance status", "Disproportionate burden"],
        [
            "Compliance status",
            "Disproportionate burden",
            "Content that\u2019s not within the scope of the accessibility regulations",
        ],
    ]


def test_a_criterion_is_shown_with_its_name_and_leads_to_its_text():
    problem = {**ON_THE_LIST, "criteria": ["1.4.3", "2.5.8"]}

    assert (
        '<a href="https://www.w3.org/TR/WCAG22/#contrast-minimum">1.4.3 Contrast (Minimum)</a> (level AA), '
        '<a href="https://www.w3.org/TR/WCAG22/#target-size-minimum">2.5.8 Target Size (Minimum)</a> (level AA)'
    ) in body(known_problems=[problem])


def test_each_version_of_wcag_has_its_criteria():
    new, old = frameworks.success_criteria("2.2"), frameworks.success_criteria("2.1")

    assert (len(new), len(old)) == (55, 50)
    assert {str(each) for each in old.keys() - new.keys()} == {"4.1.1"}
    assert {str(each) for each in new.keys() - old.keys()} == {"2.4.11", "2.5.7", "2.5.8", "3.2.6", "3.3.7", "3.3.8"}
    assert Criterion("2.4.8") not in new


@pytest.mark.parametrize(
    ("reviews", "told", "overdue"),
    [
        ([], "2025-11-23", False),
        (["2026-01-12"], "2026-01-12", False),
        (["2026-01-12", "2026-03-02"], "2026-03-02", False),
        (["2026-11-24"], "2025-11-23", False),
    ],
)
def test_the_last_review_is_the_newest_and_preparing_it_was_the_first(reviews: list[str], told: str, *, overdue: bool):
    statement = accessibility(prepared="2025-11-23", reviews=[{"date": each} for each in reviews])

    assert queries.last_reviewed(statement, AS_AT) == date.fromisoformat(told)
    assert queries.is_review_overdue(statement, AS_AT) is overdue


def test_a_statement_says_by_itself_that_its_review_and_its_test_are_overdue():
    aged = words(prepared="2025-11-22", tests=[{**TEST, "tested": "2025-11-22"}])
    fresh = words(prepared="2025-11-23", tests=[{**TEST, "tested": "2025-11-23"}])

    assert "It was last reviewed on 22 November 2025. Review overdue We should have reviewed it again" in aged
    assert "carried out by Travel. Overdue We should have tested it again within a year." in aged
    assert "verdue" not in fresh


def test_a_website_that_was_never_tested_says_so():
    assert "We have not tested this website yet." in words()
    assert "not tested" not in words(tests=[TEST])


def test_the_last_test_stands_before_earlier_ones():
    told = words(tests=[{**TEST, "tested": "2025-02-03"}, TEST])

    assert "last tested on 4 May 2026 against the WCAG 2.2 AA standard. The test was carried out by Travel." in told
    assert "Earlier tests 3 February 2025, carried out by Travel" in told


@pytest.mark.parametrize(
    ("due", "overdue"),
    [
        ("2026-10", True),
        ("2026-11", False),
        ("not known", False),
        ("2026-10, cancelled", False),
    ],
)
def test_a_problem_that_should_be_mended_by_now_is_marked(due: str, *, overdue: bool):
    assert ("Overdue" in words(known_problems=[{**ON_THE_LIST, "fix_due": due}], tests=[TEST])) is overdue


def test_a_statement_dated_later_is_not_published():
    assert published(accessibility(prepared="2026-11-24")).all(AccessibilityStatement) == ()


def test_a_statement_about_a_body_that_published_nothing_says_so():
    pages = publication([organisation(id="defra", illustration="Not theirs."), accessibility(organisation="defra")])
    (page,) = accessibility_page.outputs(pages)

    assert 'aria-label="Illustration"' in page.body


def test_the_body_leads_to_its_statement():
    pages = {page.path: page for page in organisation_pages.outputs(publication([accessibility()]))}

    assert '<a href="../../accessibility/">Accessibility statement</a>' in pages["organisations/travel/index.md"].body


def test_editors_accept_one_statement_without_an_id():
    schema = Draft202012Validator(shared_schema())
    written = yaml_source.parse(WEBSITE.encode(), "accessibility.yml").value["accessibility_statement"]

    assert schema.is_valid({"accessibility_statement": written})
    assert not schema.is_valid({"accessibility_statement": {**written, "id": "ours"}})
    assert not schema.is_valid({"accessibility_statement": [written]})
    assert not schema.is_valid({"accessibility_statement": {**written, "status": "good"}})


LINK = re.compile(r'<a href="([^"]*)">Accessibility statement</a>')
BY_HAND = "# By hand\n"
NAMED = "\nextra:\n  accessibility_statement: help/\n"


@pytest.mark.parametrize(
    ("files", "settings", "links", "title"),
    [
        pytest.param({}, "", [], None, id="none"),
        pytest.param(
            {"statements/accessibility.yml": WEBSITE},
            "",
            ["../accessibility/"],
            "Accessibility statement for Bus numbers",
            id="from YAML",
        ),
        pytest.param(
            {"statements/accessibility.yml": WEBSITE, "docs/accessibility.md": BY_HAND},
            "",
            ["../accessibility/"],
            "By hand",
            id="by hand, and stays",
        ),
        pytest.param({"docs/accessibility/index.md": BY_HAND}, "", ["../accessibility/"], "By hand", id="by hand"),
        pytest.param({"docs/help/index.md": BY_HAND}, NAMED, ["../help/"], None, id="elsewhere"),
        pytest.param(
            {"statements/accessibility.yml": WEBSITE, "docs/help/index.md": BY_HAND},
            NAMED,
            ["../help/"],
            "Accessibility statement for Bus numbers",
            id="elsewhere, although there is one",
        ),
        pytest.param(
            {"statements/accessibility.yml": WEBSITE},
            "\nuse_directory_urls: false\n",
            ["../accessibility/index.html"],
            "Accessibility statement for Bus numbers",
            id="addresses of files",
        ),
    ],
)
def test_every_page_leads_to_the_statement_where_there_is_one(
    files: dict[str, str], settings: str, links: list[str], title: str | None, tmp_path: Path
):
    site = hosts.build(hosts.project(tmp_path, files, hosts.SETTINGS + settings))
    page = site / "accessibility/index.html"
    footer = (site / "outcomes/index.html").read_text("utf-8").partition('<footer class="ue-footer')[2]

    assert LINK.findall(footer) == links
    assert (re.search(r"<h1[^>]*>([^<]*)", page.read_text("utf-8"))[1] if page.exists() else None) == title  # type: ignore[index]
