"""The lists of statements, of needs and of commitments with their actions."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import get_args

from tests.bench.handwritten import states
from tests.bench.handwritten.listings import need_list
from tests.bench.handwritten.outcomes import Choice, Told, choice_list
from tests.bench.handwritten.paging import paged
from tests.bench.handwritten.sheet import HOME, Sheet, bullets, facts, table
from tests.bench.handwritten.written import Written
from tests.bench.phrases import Fields, first_up

from user_engagement.model.action import Delivery
from user_engagement.style import count, day

MET = ("partly met", "met")
Row = tuple[Written, str, Fields]
"""A commitment or an action: its statement, its section and itself."""


def statements(written: list[Written]) -> Iterator[Sheet]:
    """Yield the list of statements."""
    by_title = sorted(written, key=lambda each: each.title.lower())
    yield from paged("statements", "Statements", [HOME], by_title, _statements)


def _statements(sheet: Sheet, share: Sequence[Written]) -> None:
    sheet.add("They say who uses our statistics, what we promise our users and how we keep it.")
    sheet.add(bullets(_statement(sheet, each) for each in share))


def _statement(sheet: Sheet, each: Written) -> str:
    known = f"{each.organisation['name']}, {each.header['team']}. Last reviewed {day(each.header['reviewed'])}."
    return f"{sheet.link(each.title, each.page)}\n\n{each.header['summary']}\n\n{known}"


def needs(written: list[Written]) -> Iterator[Sheet]:
    """Yield the list of needs, and those by statement."""
    choices = [Choice(f"needs/{each.id}", each.title, "", _by_met([each])) for each in written]
    write = partial(_needs, told=_by_met(written), choices=choices)
    yield from paged("needs", "What users need", [HOME], _by_met(written), write)
    for choice in choices:
        write = partial(_needs, told=choice.told, choices=[])
        yield from paged(choice.path, f"Needs: {choice.title}", [HOME, ("Needs", "needs")], choice.told, write)


def _by_met(written: list[Written]) -> list[Told]:
    told = [(each, need) for each in written for need in each.needs]
    return sorted(told, key=lambda each: MET.index(states.met(each[1])))


def _needs(sheet: Sheet, share: Sequence[Told], told: list[Told], choices: list[Choice]) -> None:
    sheet.add("What users need of our statistics, and how far each need is met.")
    sheet.add(facts(*states.counts((states.met(need) for _, need in told), MET)))
    if choices:
        sheet.heading(2, "browse", "Browse by statement")
        sheet.add(choice_list(sheet, choices))
    for word, group in groupby(share, key=lambda each: states.met(each[1])):
        sheet.heading(2, word.replace(" ", "-"), first_up(word))
        sheet.add(need_list(sheet, group, with_statement=bool(choices)))


def commitments(written: list[Written]) -> Iterator[Sheet]:
    """Yield the tracker of commitments and actions."""
    rows = [row for each in written for row in _rows(each)]
    actions = [entry for _, section, entry in rows if section == "actions"]
    overdue = str(sum(states.is_overdue(action) for action in actions))
    counts = [*states.counts(map(states.delivery, actions), get_args(Delivery)), ("Overdue", overdue)]
    write = partial(_commitments, counts=counts)
    yield from paged("commitments", "Commitments and actions", [HOME], rows, write)


def _rows(each: Written) -> list[Row]:
    promised = each.sections["commitments"]
    holders = [*promised, {"actions": each.sections["actions"]}, *each.sections["outcomes"]]
    actions = [action for holder in holders for action in holder.get("actions", [])]
    return [*((each, "commitments", entry) for entry in promised), *((each, "actions", entry) for entry in actions)]


def _commitments(sheet: Sheet, share: Sequence[Row], counts: list[tuple[str, str]]) -> None:
    sheet.add("Everything we have promised and everything we are doing about it, with what is overdue.", facts(*counts))
    for name, rows in groupby(share, key=lambda row: row[0].title):
        sheet.heading(2, f"statement-{name.lower().replace(' ', '-')}", name)
        sheet.add(f"Commitments and actions of {name}")
        sheet.add(table(("What", "Kind", "Due", "Delivery"), [_cells(sheet, *row) for row in rows]))


def _cells(sheet: Sheet, statement: Written, section: str, entry: Fields) -> tuple[str, str, str, str]:
    link = statement.link(sheet, section, entry)
    if section == "actions":
        return link, "Action", states.when(entry["due"]), states.progress(entry)
    actions = count(len(statement.actions(entry)), "action")
    return link, f"Commitment, {entry.get('kind', 'ongoing')}", "Always", actions
