"""The benchmark compares like with like: its statements are valid, always the same, and of the promised size."""

import re
from html import unescape
from pathlib import Path

import pytest
from markdown import Markdown
from mkdocs.utils.meta import get_data
from tests.bench import content, machine, measure, sites
from tests.bench.handwritten import markdown

from user_engagement.as_at import moment
from user_engagement.outputs.output import Page
from user_engagement.site import check


@pytest.fixture(scope="module")
def statements(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bench") / "statements"
    content.write(content.content(3), folder)
    return folder


@pytest.fixture(scope="module")
def pages(statements: Path) -> list[Page]:
    return [output for output in sites.published(statements) if isinstance(output, Page)]


def test_the_statements_have_no_problems(statements: Path):
    assert check(statements, moment(content.AS_AT)) == ()


def test_what_it_was_measured_on_is_told():
    told = dict(machine.about())

    assert set(told) == {"Date", "Processors", "System", "Versions", "Load when started"}
    assert all(told.values())


def test_a_seed_always_gives_the_same_statements():
    assert content.content(2) == content.content(2)


def test_another_seed_gives_other_statements():
    assert content.content(1, seed=1) != content.content(1, seed=2)


def test_more_statements_leave_the_first_as_they_are():
    few, many = content.content(2).statements, content.content(12).statements

    assert few == {name: many[name] for name in few}


def test_a_statement_has_about_13_kb_of_yaml(statements: Path):
    folders = [folder for folder in statements.iterdir() if folder.is_dir()]
    sizes = [sum(file.stat().st_size for file in folder.iterdir()) for folder in folders]

    assert [round(size, -3) for size in sizes] == [13_000] * len(folders)


def test_a_statement_has_as_many_entries_as_promised():
    (sections,) = content.content(1).statements.values()
    holders = [*sections["commitments"], *sections["outcomes"], sections]
    counts = {name: len(sections[name]) for name in ("commitments", "outcomes", "uses", "needs")}

    assert counts == {"commitments": 6, "outcomes": 10, "uses": 6, "needs": 6}
    assert sum(len(holder.get("actions", [])) for holder in holders) == 18


def test_pages_written_by_hand_say_the_same_with_the_same_headings_and_links(pages: list[Page]):
    written = {page.path: told(rendered(markdown(page))) for page in pages}

    assert written == {page.path: told(page.body) for page in pages}


def test_links_in_pages_written_by_hand_lead_to_files(pages: list[Page]):
    links = {link for page in pages for link in re.findall(r"\]\(([^)]+)\)", markdown(page))}
    inside = {link.partition("#")[0] for link in links if ":" not in link and not link.startswith("#")}

    assert {Path(link).suffix for link in inside} <= {".md", ".csv", ".json", ".atom", ".ics", ".ods"}


def rendered(text: str) -> str:
    return Markdown(extensions=["attr_list", "tables"]).convert(get_data(text)[0])


def told(html: str) -> tuple[list[str], list[str], int]:
    """The words of a page, the anchors of its headings, and the number of its links."""
    words = re.findall(r"\w+", unescape(re.sub(r"<[^>]+>", " ", html)))
    return words, re.findall(r'<h[123](?: id="([^"]*)")?[^>]*>', html), html.count("<a ")


@pytest.mark.parametrize("side", sites.SIDES)
def test_both_sites_can_be_built(side: str, tmp_path: Path):
    sites.write(tmp_path, 1)
    measure.build(tmp_path / side)

    assert (tmp_path / side / "site/index.html").exists()
