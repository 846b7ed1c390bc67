"""Synthetic statements of realistic size: the same number and seed give the same content on every machine.

A statement has 6 commitments, 18 actions, 10 outcomes, 6 uses and 6 needs: about 13 kB of YAML. What is made up are
the very mappings that authors write.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from tests.bench import entries
from tests.bench.entries import Fields
from tests.bench.phrases import Phrases, first_up
from tests.bench.words import PLACES, SLOTS, TOPICS

AS_AT = date(2026, 11, 23)

TEAMS = 10
"""How many statements an organisation has; the first of them is the policy that the others add to."""

FILES = {
    "statement.yml": ("statement", "statistics"),
    "users.yml": ("user_groups", "uses", "needs"),
    "commitments.yml": ("commitments", "actions"),
    "outcomes.yml": ("channels", "activities", "outcomes"),
}
"""The files of a statement's folder, and the sections in each."""


@dataclass(frozen=True)
class Content:
    """What authors wrote: the organisations, and the sections of each statement by its id."""

    organisations: list[Fields]
    statements: dict[str, Fields]


def content(statements: int, seed: int = 2026) -> Content:
    """Return so many statements, and an organisation for every ten of them."""
    bodies = [_organisation(number, Phrases(f"{seed} body {number}")) for number in range(-(-statements // TEAMS))]
    return Content(bodies, {_id(number): _statement(number, seed) for number in range(statements)})


def write(written: Content, folder: Path) -> None:
    """Write the YAML as its authors keep it: a folder for each statement, with four files."""
    folder.mkdir(parents=True)
    (folder / "organisations.yml").write_text(as_yaml({"organisations": written.organisations}), encoding="utf-8")
    for name, sections in written.statements.items():
        (folder / name).mkdir()
        for file, kept in FILES.items():
            text = as_yaml({section: sections[section] for section in kept})
            (folder / name / file).write_text(text, encoding="utf-8")


def as_yaml(sections: Fields) -> str:
    """Return sections as YAML, wrapped like text that people type."""
    return yaml.dump(sections, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=110)


def _organisation(number: int, say: Phrases) -> Fields:
    contact = {"role": "Statistics enquiries", "email": f"enquiries.{number + 1}@example.org"}
    return {
        "id": f"office-{number + 1}",
        "name": f"Office for {PLACES[number % len(PLACES)].removeprefix('the ')} Statistics",
        "kind": "agency",
        "mission": say.text("mission", "mission"),
        "contacts": [{**contact, "reply_within": "5 working days"}],
    }


def _statement(number: int, seed: int) -> Fields:
    topic, place = _topic(number), _place(number)
    say = Phrases(f"{seed} statement {number}", topic=topic, place=place)
    groups = say.some(SLOTS["group"], 3)

    def action(first: int, last: int) -> list[Fields]:
        return [entries.action(each, say) for each in range(first, last + 1)]

    def many(kind: Callable[[int, Phrases], Fields], last: int) -> list[Fields]:
        return [kind(each, say) for each in range(1, last + 1)]

    return {
        "statement": _header(number, say),
    }
