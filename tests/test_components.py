"""The parts of pages: one file of examples is what the documentation shows and what these tests run."""

import re
from datetime import datetime
from pathlib import Path

import pytest
import yaml
from tests.hosts import ROOT, write

from user_engagement import components
from user_engagement.model import SHARED_SECTIONS
from user_engagement.rendering import environment
from user_engagement.site import check
from user_engagement.words.files import english

PACKAGE = ROOT / "plugins" / "user_engagement"
RECORDED = Path(__file__).parent / "components.html"
COMPONENTS = list(components.components(environment(english())))
EXAMPLES = {
    f"{component.name} {number}": example
    for component in COMPONENTS
    for number, example in enumerate(component.examples, start=1)
}
CLASS = re.compile(r"\bue-[a-z]+(?:--[a-z]+)?(?![\w-])")
FRAME = {"ue-about", "ue-problems", "ue-example"}
"""What stands around every page, above every page of a preview, and around every example."""

WORDS = {"ue-lede", "ue-meta", "ue-entries"}
"""A class on an ordinary paragraph or list, for which a macro would say more than it saves."""


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_an_author_writes_in_an_example_has_no_problem(name: str, tmp_path: Path):
    around = yaml.safe_load(components.FILE.read_text("utf-8"))["around"]
    sections = {**yaml.safe_load(around), **(yaml.safe_load(EXAMPLES[name].write) or {})}
    shared = {section: value for section, value in sections.items() if section in SHARED_SECTIONS}
    own = {section: value for section, value in sections.items() if section not in SHARED_SECTIONS}
    write(tmp_path, {"shared.yml": yaml.safe_dump(shared), f"{components.STATEMENT}/all.yml": yaml.safe_dump(own)})

    assert check(tmp_path, datetime(2026, 11, 23, 9, 30)) == ()  # noqa: DTZ001 - UK time


def test_every_example_looks_as_recorded(update_golden: bool):  # noqa: FBT001 - pytest passes it
    found = "".join(f"<!-- {name} -->\n{example.html.strip()}\n" for name, example in EXAMPLES.items())
    if update_golden:
        RECORDED.write_text(found, "utf-8")

    assert found == RECORDED.read_text("utf-8")


def test_every_part_that_has_a_look_has_an_example():
    styled = re.findall(rf"(?<=\.){CLASS.pattern[2:]}", (PACKAGE / "assets/user-engagement.css").read_text("utf-8"))
    shown = CLASS.findall("".join(example.html for example in EXAMPLES.values()))

    assert set(styled) - FRAME - set(shown) == set()


def test_no_example_is_empty():
    assert [name for name, example in EXAMPLES.items() if not CLASS.search(example.html)] == []


def test_each_part_is_written_in_one_template():
    written: dict[str, set[str]] = {}
    for path in sorted((PACKAGE / "templates").rglob("*.html")):
        for name in re.findall(r'class="(ue-[a-z]+)(?![a-z_])', path.read_text("utf-8")):
            written.setdefault(name, set()).add(path.relative_to(PACKAGE / "templates").as_posix())

    # A survey's table stands beside its drawing.
    assert written.pop("ue-table") - {"parts/survey.html"} == {"parts/boxes.html"}
    assert {name: paths for name, paths in written.items() if len(paths) > 1 and name not in WORDS} == {}


def test_the_documentation_shows_every_example():
    page = components.markdown(environment(english()))

    assert re.findall(r"^## (.+)$", page, re.MULTILINE) == [component.name for component in COMPONENTS]
    assert [name for name, example in EXAMPLES.items() if f"```jinja\n{example.template}```" not in page] == []
    assert [name for name, example in EXAMPLES.items() if example.write not in page] == []
    assert "```user-engagement\nlist: components\n```" in (ROOT / "docs/about/components.md").read_text("utf-8")
