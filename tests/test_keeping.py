"""What the editing page saves: the edit, and every other byte as it was."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import reduce
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.hosts import ROOT

from user_engagement import yaml_source

NODE = ROOT / "tests/node"
SOURCE = ROOT / "plugins/user_engagement/forms/admin/keeping.mjs"
FILES = sorted((ROOT / "statements").rglob("*.yml"))

Edit = dict[str, Any]
Save = Callable[..., str]

TEXTS = st.one_of(
    st.sampled_from(
        ["yes", "null", "~", "1.10", "2026-03-31", "# no comment", "a: b", "- a", "'", '"', "{a}", "word " * 40]
    ),
    st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=200).filter(str.strip),
    st.lists(st.text("ab: #'-", min_size=1, max_size=9).filter(str.strip), min_size=2, max_size=4).map("\n".join),
).map(str.strip)


@pytest.fixture(scope="module")
def save(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Save]:
    """Return what edits the form of a text, each edit a trail and a value, and returns what is saved."""
    node, esbuild = shutil.which("node"), NODE / "node_modules/.bin/esbuild"
    assert node, "This needs the program node."
    assert esbuild.exists(), "This needs `npm ci` in tests/node."
    bundled = tmp_path_factory.mktemp("keeping") / "keeping.mjs"
    bundle: list[str | Path] = [
        esbuild,
        SOURCE,
        "--bundle",
        "--format=esm",
        "--log-level=error",
        f"--outfile={bundled}",
    ]
    subprocess.run(bundle, check=True, env={"NODE_PATH": str(NODE / "node_modules")})
    command: list[str | Path] = [node, NODE / "keeping.mjs", bundled]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as running:

        def saved(text: str, *edits: Edit) -> str:
            print(json.dumps({"text": text, "edits": edits}), file=running.stdin, flush=True)
            return json.loads(running.stdout.readline())  # type: ignore[no-any-return,union-attr]

        yield saved


def edit(*trail: str | int, to: Any) -> Edit:
    return {"trail": trail, "value": to}


def test_what_nobody_changed_is_saved_to_the_last_byte(save: Save):
    assert [path for path in FILES if save(path.read_text("utf-8")) != path.read_text("utf-8")] == []


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_of_windows_stays_one(save: Save, mark: str, ends: str):
    text = f"{mark}# Ours{ends}needs:{ends}  - id: a  # first{ends}    title: 'A'{ends}"

    assert save(text, edit("needs", 0, "title", to="B")) == text.replace("'A'", "'B'")


WRITTEN = """\
# What users need
needs:

  - id: a   # the first
    title: Figures  # as they said
    summary: >-
      One line
      and another.
    met: not met
    sources: [{title: Talk}]

  # The second was heard twice.
  - id: b
    title: "Maps"
"""


def test_a_text_is_put_in_place_with_its_comment(save: Save):
    assert save(WRITTEN, edit("needs", 0, "title", to="Better: figures")) == WRITTEN.replace(
        "Figures  #", "'Better: figures' #"
    )


def test_a_long_text_is_folded(save: Save):
    saved = save(WRITTEN, edit("needs", 0, "summary", to="word " * 40 + "end."))

    assert max(map(len, saved.splitlines())) <= 120
    assert saved.count("word") == 40


def test_a_field_is_added_at_the_end_and_empty_ones_are_not(save: Save):
    entry = {"id": "b", "title": "Maps", "met": "met", "published": "", "sources": [], "withdrawn": {"date": ""}}

    assert save(WRITTEN, edit("needs", 1, to=entry)) == WRITTEN + "    met: met\n"


def test_an_entry_is_added_before_another_with_its_comment(save: Save):
    form = [{"id": "a", "title": "Figures"}, {"id": "c", "title": "New"}, {"id": "b", "title": "Maps"}]
    text = "needs:\n- id: a\n  title: Figures\n\n# Twice.\n- id: b\n  title: Maps\n"

    assert save(text, edit("needs", to=form)) == text.replace("\n# Twice.", "- id: c\n  title: New\n\n# Twice.")


def test_a_field_that_was_emptied_is_gone(save: Save):
    assert save(WRITTEN, edit("needs", 0, "met", to=None)) == WRITTEN.replace("    met: not met\n", "")


def test_a_text_in_two_languages_is_one_text_in_the_form_and_stays_in_its_layout(save: Save):
    title = "needs:\n  - id: a\n    title: {en: Lakes, cy: Llynnoedd}\n"
    text = title + "    summary:\n      en: Yes, all. # ours\n      cy: Pob un.\n"

    saved = save(
        text,
        edit("needs", 0, "title", to="{en: Ponds, cy: Llynnoedd}"),
        edit("needs", 0, "summary", to='{en: "No, none.", cy: Pob un.}'),
    )

    assert saved == text.replace("Lakes", "Ponds").replace("Yes, all.", "No, none.")


def leaves(value: Any, trail: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, dict | list):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inner, (*trail, step))
    else:
        yield trail


def comments(text: str) -> set[str]:
    return {line.partition("# ")[2] for line in text.splitlines() if "# " in line}


def is_in_languages(value: Any, trail: tuple[str | int, ...]) -> bool:
    return trail[-1] in {"en", "cy", "changed", "translated"}


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_any_text_can_be_written_anywhere_and_no_comment_is_lost(
    save: Save, tmp_path_factory: Any, data: st.DataObject
):
    path = data.draw(st.sampled_from(FILES))
    text = path.read_text("utf-8")
    before = yaml_source.read(path, "file").value
    trails = [trail for trail in leaves(before) if not is_in_languages(before, trail)]
    trail, new = data.draw(st.sampled_from(trails)), data.draw(TEXTS)

    saved = save(text, edit(*trail, to=new))

    after = tmp_path_factory.getbasetemp() / "after.yml"
    after.write_bytes(saved.encode())
    expected = deepcopy(before)
    reduce(lambda value, step: value[step], trail[:-1], expected)[trail[-1]] = new
    document = yaml_source.read(after, "file")
    assert (document.problems, document.value) == ([], expected)
    assert comments(text) <= comments(saved)
