"""The smallest statements that show one thing, with what is published beside them.

`pytest tests/test_golden.py --update-golden` rewrites what is published; the diff is the review.
"""

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from tests.catalogues import outcome, publication
from tests.hosts import tree, write

from user_engagement import folder, outputs
from user_engagement.outputs.output import Page
from user_engagement.outputs.publication import PAGE_SIZE
from user_engagement.site import Settings, build

GOLDEN = Path(__file__).parent / "golden"
EVERYWHERE = ("framework/", "data/", "coverage", "code/")
"""Where pages tell of everything there is, so that they are different in every case."""

ABOUT = {"code": ("code/",), "coverage": ("coverage",), "own-framework": ("coverage", "framework/")}
"""The cases that are about such pages."""

SETTINGS = Settings(
    as_at=datetime(2026, 11, 23, 9, 30),  # noqa: DTZ001 - UK time
    shown_as="statements",
    edit_url="https://example.org/edit/{file}#L{line}",
)


def written(case: str, to: Path) -> dict[str, bytes]:
    """Write the pages of a case and return them by path."""
    site = build(GOLDEN / case / "statements", SETTINGS)
    assert site.problems == ()
    folder.write(tuple(output for output in site.outputs if isinstance(output, Page)), to)
    return {path: content for path, content in tree(to).items() if path.endswith(".md")}


@pytest.fixture(scope="module")
def minimal(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The pages of the minimal case."""
    return written("minimal", tmp_path_factory.mktemp("minimal"))


def own_pages(case: str, minimal: dict[str, bytes], to: Path) -> dict[str, bytes]:
    """Return the pages of a case that are not as in the minimal one.

    Those that differ in every case are in the minimal one, and in the case that is about them.
    """
    if case == "minimal":
        return minimal
    pages = written(case, to)
    elsewhere = tuple(each for each in EVERYWHERE if each not in ABOUT.get(case, ()))
    return {path: page for path, page in pages.items() if page != minimal.get(path) and not path.startswith(elsewhere)}


def as_text(pages: dict[str, bytes]) -> str:
    """Return pages as one text, so that what differs is told line by line."""
    return "".join(f"##### {path}\n{page.decode()}" for path, page in sorted(pages.items()))


@pytest.mark.parametrize("case", sorted(path.name for path in GOLDEN.iterdir()))
def test_the_pages_of_a_case_are_as_recorded(
    case: str, minimal: dict[str, bytes], tmp_path: Path, *, update_golden: bool
):
    pages, recorded = own_pages(case, minimal, tmp_path), GOLDEN / case / "site"
    if update_golden:
        shutil.rmtree(recorded, ignore_errors=True)
        write(recorded, pages)

    assert as_text(pages) == as_text(tree(recorded))


@pytest.mark.parametrize(
    "case", ["internal", "embargo", "hidden-sections", "coverage", "own-framework", "accessibility-statement"]
)
def test_what_a_case_hides_is_nowhere_in_its_pages(case: str, tmp_path: Path):
    assert [path for path, page in written(case, tmp_path).items() if b"HIDDEN" in page] == []


def test_sections_of_which_everything_is_hidden_are_left_out(minimal: dict[str, bytes], tmp_path: Path):
    assert written("hidden-sections", tmp_path) == minimal


def test_a_long_list_is_cut_into_pages_that_lead_to_one_another():
    entries = [outcome(id=f"outcome-{number:03}", title=f"Outcome {number}") for number in range(PAGE_SIZE + 1)]
    pages = {page.path: page for page in outputs.outcome_pages.outputs(publication(entries))}
    first, second = pages["outcomes/index.md"], pages["outcomes/page-2/index.md"]

    assert (first.title, second.title) == ("Outcomes of feedback", "Outcomes of feedback (page 2 of 2)")
    assert (first.body.count(">Outcome "), second.body.count(">Outcome ")) == (PAGE_SIZE, 1)
    assert '<a rel="next" href="../outcomes/page-2/">Next page</a>' in first.body
    assert '<a rel="prev" href="../../outcomes/">Previous page</a>' in second.body
    assert "outcomes/page-3/index.md" not in pages


def test_a_list_of_exactly_one_page_has_no_way_to_others():
    entries = [outcome(id=f"outcome-{number:03}", title=f"Outcome {number}") for number in range(PAGE_SIZE)]
    pages = {page.path: page for page in outputs.outcome_pages.outputs(publication(entries))}

    assert "outcomes/page-2/index.md" not in pages
    assert "ue-pagination" not in pages["outcomes/index.md"].body
