"""One colour is a site's own, and the site is not built where it would be hard to read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.hosts import SETTINGS, build, project, run

from user_engagement.accent import COMFORTABLE, LEAST, accent, contrast

OPTION = f"{SETTINGS}      accent: "
GROUNDS = {"light": ((255, 255, 255), (0xF3, 0xF4, 0xF5)), "dark": ((0x14, 0x17, 0x1A), (0x22, 0x27, 0x2B))}
STYLESHEET = "assets/user-engagement/user-engagement.css"


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#ffffff", "#000000", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.00),
        ("#0000ff", "#ffffff", 8.59),
        ("#0a0a0a", "#ffffff", 19.80),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float):
    assert round(contrast(rgb(one), rgb(other)), 2) == round(contrast(rgb(other), rgb(one)), 2) == expected


@given(st.binary(min_size=3, max_size=3))
def test_whatever_colour_is_accepted_can_be_read_and_what_is_offered_instead_is_accepted(colour: bytes):
    try:
        found = accent(f"#{colour.hex()}")
    except ValueError as error:
        found = accent(str(error).rpartition("such as ")[2].strip("'."))

    assert min(contrast(rgb(found.light), ground) for ground in GROUNDS["light"]) >= LEAST
    assert min(contrast(rgb(found.dark), ground) for ground in GROUNDS["dark"]) >= COMFORTABLE


def test_the_sites_own_colour_and_a_lighter_one_end_the_stylesheet(tmp_path: Path):
    plain = (build(project(tmp_path / "plain")) / STYLESHEET).read_text("utf-8")
    own = (build(project(tmp_path / "own", settings=f"{OPTION}'#00625E'\n")) / STYLESHEET).read_text("utf-8")

    assert own.startswith(plain)
    assert own.removeprefix(plain).splitlines()[2:] == [
        ":root { --ue-accent: #00625e; }",
        "@media screen and (prefers-color-scheme: dark) {",
        "  :root { --ue-accent: #8fbab8; }",
        "}",
    ]


FORM = "is not a colour. Write it as '#00625e', with the quotation marks."
HARD = (
    "Links in {} would be hard to read. Their contrast with the {} is {} to 1, and 4.5 to 1 is needed. "
    "Choose a darker colour, such as '{}'."
)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("teal", f"“teal” {FORM}"),
        ("'#00625'", f"“#00625” {FORM}"),
        ("#00625e", f"“” {FORM}"),
        ("'#fd0'", HARD.format("#fd0", "page", 1.3, "#806e00")),
        ("'#757575'", HARD.format("#757575", "panel", 4.1, "#6f6f6f")),
    ],
)
def test_a_colour_that_cannot_be_used_is_told_with_what_to_do(tmp_path: Path, written: str, expected: str):
    told = run("mkdocs", "build", cwd=project(tmp_path, settings=f"{OPTION}{written}\n"))

    assert told.returncode == 1
    assert f"option 'accent': {expected}" in told.stdout


def test_a_logo_stands_beside_the_name_and_is_the_sites_own_file(tmp_path: Path):
    settings = SETTINGS.replace("  font: false\n", "  font: false\n  logo: own/logo.svg\n")
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
    site = build(project(tmp_path, {"docs/own/logo.svg": drawn}, settings))
    page = (site / "statements/bus/index.html").read_text("utf-8")

    assert '<img src="../../own/logo.svg" alt="">Engagement</a>' in page
    assert (site / "own/logo.svg").read_text("utf-8") == drawn
