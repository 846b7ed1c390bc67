"""The list of outcomes, and the lists to browse: by statement, decision, delivery and user group."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple, get_args

from tests.bench.handwritten import states
from tests.bench.handwritten.listings import outcome_list
from tests.bench.handwritten.paging import paged
from tests.bench.handwritten.sheet import HOME, Sheet
from tests.bench.handwritten.written import Written
from tests.bench.phrases import Fields, first_up

from user_engagement.model.action import Delivery
from user_engagement.model.outcome import DecisionWord
from user_engagement.style import count

Told = tuple[Written, Fields]
"""An outcome or a need, and the statement it belongs to."""

CRUMB = ("Outcomes of feedback", "outcomes")


class Choice(NamedTuple):
    """A list to browse: its path, its title, how the sentence about it goes on, and what is in it."""

    path: str
    title: str
    scope: str
    told: list[Told]


def newest(statements: list[Written]) -> list[Told]:
    """Return all outcomes, the one with the newest news first."""
    told = [(each, outcome) for each in statements for outcome in each.outcomes]
    return sorted(told, key=lambda each: states.updated(each[1]), reverse=True)


def sheets(statements: list[Written]) -> Iterator[Sheet]:
    """Yield the pages of all lists of outcomes."""
    everything = newest(statements)
    facets = {
        "Statement": [_of_statement(each) for each in statements],
        "Decision": _by_word("decision", get_args(DecisionWord), everything, states.decision),
        "Delivery": _by_word("delivery", get_args(Delivery), everything, states.outcome_delivery),
        "User group": [_of_group(each, group) for each in statements for group in each.sections["user_groups"]],
    }
    write = partial(_write, choice=Choice("outcomes", CRUMB[0], "", everything), facets=facets)
    yield from paged("outcomes", CRUMB[0], [HOME], everything, write)
    for choice in (each for choices in facets.values() for each in choices):
        write = partial(_write, choice=choice, facets={})
        yield from paged(choice.path, f"Outcomes: {choice.title}", [HOME, CRUMB], choice.told, write)


def _write(sheet: Sheet, share: Sequence[Told], choice: Choice, facets: dict[str, list[Choice]]) -> None:
    sheet.add(f"{count(len(choice.told), 'outcome')}{choice.scope}, newest first.")
    if facets:
        sheet.heading(2, "browse", "Browse")
        for label, choices in facets.items():
            sheet.add(f"{label}:", choice_list(sheet, choices))
        sheet.heading(2, "list", "All outcomes")
    sheet.add(outcome_list(sheet, share))


def choice_list(sheet: Sheet, choices: list[Choice]) -> str:
    """Return links to lists, each with how much is in it."""
    return "\n".join(f"- {sheet.link(first_up(each.title), each.path)} ({len(each.told)})" for each in choices)


def _of_statement(each: Written) -> Choice:
    return Choice(f"outcomes/{each.id}", each.title, f" of {each.title}", [(each, told) for told in each.outcomes])


def _of_group(each: Written, group: Fields) -> Choice:
    heard = each.heard_from(group)
    told = [(each, outcome) for outcome in each.outcomes if outcome in heard]
    scope = f" of feedback from {group['name']}"
    return Choice(f"outcomes-by-user-group/{each.id}/{group['id']}", group["name"], scope, told)


def _by_word(name: str, words: Sequence[str], told: list[Told], state: Callable[[Fields], str]) -> list[Choice]:
    found = {word: [each for each in told if state(each[1]) == word] for word in words}
    return [
        Choice(f"outcomes-by-{name}/{word.replace(' ', '-')}", word, f" with the {name} “{word}”", entries)
        for word, entries in found.items()
        if entries
    ]
