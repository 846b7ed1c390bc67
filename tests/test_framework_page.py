"""Each practice and way of engaging has its fields and its pages in the table of docs/writing/practices.md."""

import re

import pytest
from tests.pages import read

from user_engagement import frameworks
from user_engagement.model import SECTIONS, SHARED_SECTIONS, Entry, Statement

PAGE = read("practices.md")
ROWS = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in PAGE.splitlines() if line.startswith("| ")]
HEADS = ("Practice", "Way", "What the framework names")
KINDS: dict[str, type[Entry]] = {"statement": Statement, **SECTIONS, **SHARED_SECTIONS}


def named(pattern: str) -> list[str]:
    """What the rows are about: the first cell of each row whose link is of this form."""
    return [found[1] for row in ROWS if (found := re.search(pattern, row[0]))]


def test_every_practice_of_the_framework_has_one_row():
    areas = frameworks.osr_framework().practice_areas

    assert named(r"entry:practices/([a-z-]+)") == [practice.id for area in areas for practice in area.practices]


def test_every_way_of_engaging_in_the_framework_has_one_row():
    assert named(r"entry:methods/([a-z-]+)") == [method.id for method in frameworks.methods() if method.in_seed]


def test_every_practice_of_the_code_that_the_framework_quotes_has_one_row():
    assert named(r"\[([TV][0-9.]+)\]") == [practice.id for practice in frameworks.code("2.1").practices]


@pytest.mark.parametrize("illustration", ["defra", "people-and-nature-survey", "food-statistics-pocketbook"])
def test_every_case_of_the_framework_is_shown(illustration: str):
    assert f"entry:statements/{illustration})" in PAGE


@pytest.mark.parametrize("written", sorted(set(re.findall(r"`([a-z_]+\.[a-z_]+)`", PAGE))))
def test_every_field_that_is_named_exists(written: str):
    section, _, field = written.partition(".")

    assert field in KINDS[section].model_fields


def test_every_row_says_where_to_write_and_where_to_read():
    told = [row for row in ROWS if row[0] not in HEADS and not row[0].startswith("---")]

    assert [row for row in told if not (row[1].startswith("`") and "](" in row[2])] == []
    assert len(told) == 22 + 11 + 9 + 14
