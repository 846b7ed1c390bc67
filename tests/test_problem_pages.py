"""Every message has a section that says what to do, with an example that is really told."""

import os
import re
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError
from tests.catalogues import publication
from tests.codes import codes, computed
from tests.pages import ROOT, kinds, sections

from user_engagement import messages, yaml_source
from user_engagement.embedding import Embedder
from user_engagement.loading import load
from user_engagement.problems import Problem
from user_engagement.words.files import words

ODD = ("x y", "Ab", "0", "101", "2026-02-30", "''", "~", "[a]", "[[a]]", "{a: b}", "[{a: b}]", '"\\u200b"')
"""What somebody might write where something else is wanted."""


def told(problem: Problem) -> str:
    """What is told, without the place."""
    return str(problem).removeprefix(f"{problem.place}: ")


def words_told(folder: Path, content: str) -> tuple[Problem, ...]:
    """The problems of a file of French words."""
    file = folder / "words" / "fr.yml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(content, "utf-8")
    os.utime(file, (len(content), len(content)))
    return words("fr", folder)[1]


def all_words_but(count: int) -> str:
    """A file of words that lacks the first phrases of the interface."""
    document = yaml.safe_load((ROOT / "plugins/user_engagement/words/en.yml").read_text("utf-8"))
    return yaml.safe_dump({"phrases": {each: each for each in [*document["phrases"]][count:]}}, allow_unicode=True)


def told_without_a_folder(folder: Path) -> list[str]:
    """The problems that no recorded folder can show."""
    block = "```user-engagement\nlist: outcomes\nnewest: 0\n```\n"
    problems = [
        *yaml_source.parse(b" " * (yaml_source.MAX_BYTES + 1), "large.yml").problems,
        *yaml_source.read(folder / "gone.yml", "gone.yml").problems,
        *load(folder / "gone").problems,
        *Embedder(publication([]), "about/index.md", block, "").lists(block).problems,
        *words_told(folder, "sentences: {}"),
        *words_told(folder, "phrases:\n  due {day}: le {jour}"),
        *words_told(folder, "phrases:\n  Nothing decided yet.: Pas encore de décision."),
        *words_told(folder, all_words_but(12)),
        *words_told(folder, "names: {}"),
        *words_told(folder, "counted:\n  outcome: résultats"),
    ]
    return [told(problem) for problem in problems]


def test_every_code_has_a_section_and_every_section_is_a_code():
    assert list(sections("problems.md")) == sorted(codes())


def test_no_code_is_put_together():
    assert computed() == []


@pytest.mark.parametrize("written", ODD)
def test_whatever_is_written_in_a_field_its_problem_has_a_section(written: str):
    documented, found = sections("problems.md"), set()
    for name, kind in kinds().items():
        for field in kind.model_fields:
            document = yaml_source.parse(f"{field}: {written}\n".encode(), "file.yml")
            with pytest.raises(ValidationError) as raised:
                kind.model_validate({**document.value, "no such field": ""}, context={"statement": "bus"})
            problems = messages.problems(raised.value.errors(), document, (), kind)
            found |= {(name, field, problem.code) for problem in problems if problem.code not in documented}

    assert found == set()


def test_every_example_of_a_message_is_what_is_told(tmp_path: Path):
    recorded = [path.read_text("utf-8") for path in (ROOT / "tests" / "invalid").glob("*/problems.txt")]
    lines = [line for text in recorded for line in text.splitlines()]
    known = {re.sub(r"^.+?:\d+:\d+: ", "", line) for line in lines} | set(told_without_a_folder(tmp_path))
    examples = {
        code: re.findall(r"^```text\n\S.*?:\d+:\d+: (.+)\n```$", text, re.MULTILINE)
        for code, text in sections("problems.md").items()
    }

    assert {code: found for code, found in examples.items() if len(found) != 1 or found[0] not in known} == {}
    assert {code: found for code, found in examples.items() if not found[0].endswith(f" [{code}]")} == {}
