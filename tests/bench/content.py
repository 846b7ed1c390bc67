"""Synthetic statements of realistic size: the same number and seed give the same content on every machine.

A statement has 6 commitments, 18 actions, 10 outcomes, 6 uses and 6 needs: about 13 kB of YAML. What is made up are
the very mappings that authors write.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml
from tests.bench import about, entries
from tests.bench.phrases import Fields, Phrases, first_up
from tests.bench.words import PLACES, SLOTS, TOPICS

AS_AT = date(2026, 11, 23)

TEAMS = 10
"""How many statements an organisation has."""

FILES = {
    "statement.yml": ("statement", "statistics", "channels", "activities"),
    "users.yml": ("user_groups", "uses", "needs"),
    "commitments.yml": ("commitments", "actions"),
    "outcomes.yml": ("outcomes",),
}
"""The files of a statement's folder, and the sections in each."""


@dataclass(frozen=True)
class Content:
    """What authors wrote: the organisations, and the sections of each statement by its id."""

    organisations: list[Fields]
    statements: dict[str, Fields]


def content(statements: int, seed: int = 2026) -> Content:
    """Return so many statements, and an organisation for every ten of them."""
    bodies = range(-(-statements // TEAMS))
    return Content(
        [about.organisation(number, Phrases(f"{seed} body {number}")) for number in bodies],
        {_id(number): _statement(number, seed) for number in range(statements)},
    )


def write(made: Content, folder: Path) -> None:
    """Write the YAML as authors keep it: a folder for each statement, with four files."""
    _write(folder / "organisations.yml", {"organisations": made.organisations})
    for name, sections in made.statements.items():
        for file, kept in FILES.items():
            _write(folder / name / file, {section: sections[section] for section in kept})


def _write(path: Path, sections: Fields) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(sections, Dumper=yaml.CSafeDumper, sort_keys=False, default_flow_style=None, width=110)
    path.write_text(text, encoding="utf-8")


def _statement(number: int, seed: int) -> Fields:
    topic, place = TOPICS[number % len(TOPICS)], _place(number)
    say = Phrases(f"{seed} statement {number}", topic=topic, place=place)
    title = f"{first_up(topic)} statistics for {place}"
    groups = say.some(SLOTS["group"], 3)
    action = [entries.action(each, say) for each in range(1, 19)]
    return {
        "statement": about.header(number, say, title, _id(number - number % TEAMS), TEAMS),
        "statistics": [about.statistic(each, say, topic) for each in (1, 2)],
        "channels": [about.channel(say, number)],
        "activities": [entries.activity(each, say) for each in (1, 2)],
        "user_groups": [about.user_group(each, say, name) for each, name in enumerate(groups, 1)],
        "uses": [entries.use(each, say) for each in range(1, 7)],
        "needs": [entries.need(each, say) for each in range(1, 7)],
        "commitments": [entries.commitment(each, say, action[2 * each - 2 : 2 * each]) for each in range(1, 7)],
        "actions": [{**each, "commitments": ["commitment-1"]} for each in action[12:14]],
        "outcomes": [entries.outcome(each, say, action[13 + each : 14 + each]) for each in range(1, 11)],
    }


def _id(number: int) -> str:
    words = f"{TOPICS[number % len(TOPICS)]} in {_place(number)} {number + 1}"
    return re.sub(r"\W+", "-", words.lower())


def _place(number: int) -> str:
    return PLACES[number // len(TOPICS) % len(PLACES)]
