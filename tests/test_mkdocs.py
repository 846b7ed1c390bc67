"""Sites as MkDocs really builds them."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from tests import hosts
from tests.hosts import SETTINGS, STATEMENT, build, project, run, tree

MISTAKES = STATEMENT.replace("title: Bus", "tytle: Bus").replace("met: not met", "met: never")
OVERDUE = STATEMENT.replace("organisation: travel", "organisation: travel\n  review_due: 2026-01-01")


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The repository's own site."""
    return tree(build(hosts.own_project(tmp_path_factory.mktemp("own"))))


def test_the_repositorys_own_site_has_every_index(own: dict[str, bytes]):
    names = ("", "statements/", "outcomes/", "needs/", "commitments/", "organisations/", "framework/", "about/")

    assert [name for name in names if f"{name}index.html" not in own] == []


def test_the_browser_is_sent_nowhere_else_for_files(own: dict[str, bytes]):
    pages = {path: content.decode() for path, content in own.items() if path.endswith(".html")}
    fetched = re.compile(
        r"<(?:script|img|iframe|source)[^>]+src=\"(?:https?:)?//|<link[^>]+rel=\"(?!canonical|alternate)[^>]+href=\"(?:https?:)?//"
    )

    assert [path for path, page in pages.items() if fetched.search(page)] == []


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    settings = SETTINGS.replace("2026-11-23", "2026-11-23\n      edit_url: https://example.org/edit/{file}#L{line}")
    return build(project(tmp_path_factory.mktemp("site"), settings=settings))


def test_a_page_has_its_title_description_and_address(site: Path):
    page = (site / "outcomes/bus/area-codes/index.html").read_text("utf-8")

    assert "<title>Area codes in all tables (outcome of feedback) - Engagement</title>" in page
    assert '<meta name="description" content="All tables now have area codes.">' in page
    assert '<link rel="canonical" href="https://example.org/site/outcomes/bus/area-codes/">' in page


@pytest.mark.parametrize(
    ("page", "place"),
    [
        ("statements/bus", "bus/statement.yml#L2"),
        ("needs/bus/small-areas", "bus/statement.yml#L7"),
        ("outcomes/bus/area-codes", "bus/statement.yml#L12"),
        ("organisations/travel", "organisations.yml#L2"),
    ],
)
def test_a_page_can_be_edited_at_its_line(site: Path, page: str, place: str):
    assert f'href="https://example.org/edit/statements/{place}"' in (site / page / "index.html").read_text("utf-8")


def test_a_page_about_many_entries_has_no_edit_link(site: Path):
    assert "https://example.org/edit/" not in (site / "outcomes/index.html").read_text("utf-8")


def test_statements_and_outcomes_are_found_by_search(site: Path):
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    found = {each["location"]: (each["title"], each["text"]) for each in index["docs"]}

    assert found["statements/bus/"][0] == "Bus statistics"
    assert "How we work with the users" in found["statements/bus/"][1]
    assert found["outcomes/bus/area-codes/"][0] == "Area codes in all tables (outcome of feedback)"
    assert "All tables now have area codes." in found["outcomes/bus/area-codes/"][1]
    assert "2 March 2026" in found["outcomes/bus/area-codes/"][1]
    assert "outcomes/bus/area-codes/#decided" not in found


def test_search_does_not_find_the_way_home_or_the_notes_about_a_page(site: Path):
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    ours = [each["text"] for each in index["docs"] if each["location"].startswith("outcomes/bus/area-codes/")]

    assert [text for text in ours if "Home" in text or "Edit the file" in text] == []


HOSTILE = "Fish & <script>alert('x')</script> \"chips\" {{ 6 * 7 }}"


def test_whatever_a_title_says_is_shown_and_not_obeyed(tmp_path: Path):
    text = STATEMENT.replace("Area codes in all tables", f"'{HOSTILE.replace(chr(39), chr(39) * 2)}'")
    site = build(
        project(
            tmp_path, {"statements/bus/statement.yml": text.replace("All tables now have", HOSTILE.replace("'", ""))}
        )
    )
    pages = {path: content.decode() for path, content in tree(site).items() if path.endswith(".html")}
    title, heading = re.search(
        r"<title>(.*)</title>.*<h1>(.*)</h1>", pages["outcomes/bus/area-codes/index.html"], re.DOTALL
    ).groups()  # type: ignore[union-attr]

    assert [path for path, page in pages.items() if "<script>alert" in page] == []
    assert unescape(title.partition(" - Engagement")[0]) == f"{HOSTILE} (outcome of feedback)"
    assert unescape(heading.partition("</h1>")[0]) == HOSTILE
    assert '<meta name="description" content="Fish &amp; &lt;script&gt;' in pages["outcomes/bus/area-codes/index.html"]


@pytest.mark.parametrize("path", ["index.md", "statements/index.md", "statements/bus/index.md"])
def test_a_page_written_by_hand_takes_the_place_of_ours(tmp_path: Path, path: str):
    site = build(project(tmp_path, {f"docs/{path}": "# By hand\n\n```user-engagement\nlist: outcomes\n```\n"}))
    page = (site / path).with_suffix(".html").read_text("utf-8")

    assert "By hand</h1>" in page or '<h1 id="by-hand">By hand' in page
    assert "Area codes in all tables</a>" in page
    assert (site / "outcomes/bus/area-codes/index.html").exists()


def test_a_link_from_a_page_written_by_hand_is_checked_by_mkdocs(tmp_path: Path):
    text = "[a](../statements/bus/index.md#about)\n[b](entry:bus/needs/small-areas)\n"
    site = build(project(tmp_path, {"docs/about/index.md": text}))

    assert 'href="../needs/bus/small-areas/"' in (site / "about/index.html").read_text("utf-8")


def test_a_link_to_nothing_fails_a_strict_build_with_its_line(tmp_path: Path):
    text = "---\ntitle: About\n---\n\n# About\n\n[b](entry:bus/needs/small-area)\n"
    done = run("mkdocs", "build", "--strict", cwd=project(tmp_path, {"docs/about/index.md": text}))

    assert done.returncode == 1
    assert (
        "about/index.md:7:11: warning: There is no entry bus/needs/small-area to show here. Did you mean" in done.stdout
    )


def test_all_mistakes_are_told_at_once_and_the_earlier_site_stays(tmp_path: Path):
    folder = project(tmp_path)
    before = tree(build(folder))
    hosts.write(folder, {"statements/bus/statement.yml": MISTAKES})
    done = run("mkdocs", "build", cwd=folder)

    assert done.returncode == 1
    assert "Traceback" not in done.stdout
    assert re.findall(r"^statements/bus/statement\.yml:(\d+:\d+): (\w+):", done.stdout, re.MULTILINE) == [
        ("2:3", "tytle"),
        ("9:10", "met"),
    ]
    assert tree(folder / "site") == before


def test_a_missing_folder_is_told(tmp_path: Path):
    settings = SETTINGS.replace("      as_at", "      statements: nowhere\n      as_at")
    done = run("mkdocs", "build", cwd=project(tmp_path, settings=settings))

    assert (done.returncode, "Traceback" in done.stdout) == (1, False)
    assert "nowhere:1:1: There is no folder with this name." in done.stdout


def test_a_day_that_is_none_is_told(tmp_path: Path):
    done = run("mkdocs", "build", cwd=project(tmp_path, settings=SETTINGS.replace("2026-11-23", "soon")))

    assert (done.returncode, "Traceback" in done.stdout) == (1, False)
    assert "as_at: “soon” is not a date." in done.stdout


def test_a_warning_fails_a_strict_build_only(tmp_path: Path):
    folder = project(tmp_path, {"statements/bus/statement.yml": OVERDUE})
    lenient, strict = run("mkdocs", "build", cwd=folder), run("mkdocs", "build", "--strict", cwd=folder)

    assert (lenient.returncode, strict.returncode) == (0, 1)
    assert (
        "statements/bus/statement.yml:4:15: warning: review_due: The review was due on 1 January 2026." in strict.stdout
    )


def test_nothing_is_written_outside_the_site(tmp_path: Path):
    folder = project(tmp_path)
    before = tree(folder)
    build(folder)
    after = {path: content for path, content in tree(folder).items() if not path.startswith("site/")}

    assert after == before


def test_a_template_of_the_sites_own_comes_before_ours(tmp_path: Path):
    settings = SETTINGS.replace("      as_at", "      templates: ours\n      as_at")
    site = build(
        project(
            tmp_path, {"ours/parts/status.html": "{% macro status(word) %}<b>{{ word }}</b>{% endmacro %}"}, settings
        )
    )

    assert "<b>accepted</b>" in (site / "outcomes/bus/area-codes/index.html").read_text("utf-8")


def test_the_sites_own_stylesheet_comes_after_ours(tmp_path: Path):
    site = build(project(tmp_path, {"docs/own.css": "p {}"}, f"{SETTINGS}extra_css: [own.css]\n"))
    page = (site / "index.html").read_text("utf-8")

    assert 0 < page.index("user-engagement.css") < page.index("own.css")
