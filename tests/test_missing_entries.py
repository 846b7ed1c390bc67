"""What refers to entries that are not there is told, and nothing else goes wrong."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pages import ROOT

from user_engagement import checks
from user_engagement.loading import Loaded, load
from user_engagement.model import Catalogue, Entry

ALL = load(ROOT / "statements")
SECTIONS = sorted({entry.section for entry in ALL.catalogue.entries})
LATER = date(2030, 1, 1)
"""A day on which everything is late, so that all is told that can be."""


def without(gone: Iterable[Entry]) -> Loaded:
    missing = {(entry.section, entry.key) for entry in gone}
    kept = (entry for entry in ALL.catalogue.entries if (entry.section, entry.key) not in missing)
    return replace(ALL, catalogue=Catalogue(kept))


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_that_is_missing_is_told_and_breaks_no_check(section: str):
    found = checks.run(without(entry for entry in ALL.catalogue.entries if entry.section == section), LATER)

    assert {problem.code for problem in found} > {"review-overdue"} or section == "statements"


@given(st.sets(st.sampled_from(ALL.catalogue.entries), min_size=1, max_size=60))
def test_any_entries_may_be_missing(gone: set[Entry]):
    checks.run(without(gone), LATER)
