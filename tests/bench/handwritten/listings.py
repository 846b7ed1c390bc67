"""Lists of what is done and of what became of feedback, as they stand on several pages."""

from collections.abc import Iterable

from tests.bench.handwritten import states
from tests.bench.handwritten.sheet import Sheet, bullets
from tests.bench.handwritten.written import Written, anchor
from tests.bench.phrases import Fields, first_up

from user_engagement.style import day


def action_list(sheet: Sheet, statement: Written, actions: Iterable[Fields]) -> str:
    """Return actions in full, each with an anchor."""
    return bullets(_action(sheet, statement, action) for action in actions)


def _action(sheet: Sheet, statement: Written, action: Fields) -> str:
    title = f"**{action['title']}** {states.progress(action)}\n{{ #{anchor('actions', action)} }}"
    due = f"Due: {states.when(action['due'])}" if states.delivery(action) not in states.FINISHED else ""
    owner = f"Seen through by: {action['owner']}" if "owner" in action else ""
    history = bullets(_change(change) for change in action.get("history", []))
    serves = statement.found(sheet, "commitments", action.get("commitments", []))
    blocks = (title, due, action.get("summary", ""), owner, history, f"For: {serves}" if serves else "")
    return "\n\n".join(block for block in blocks if block)


def _change(change: Fields) -> str:
    note = f"\n\n{change['note']}" if "note" in change else ""
    return f"{day(change['date'])} {first_up(change['delivery'])}{note}"


def outcome_list(sheet: Sheet, outcomes: Iterable[tuple[Written, Fields]], *, with_statement: bool = True) -> str:
    """Return outcomes with the decision beside the title."""
    return bullets(_outcome(sheet, *each, with_statement=with_statement) for each in outcomes)


def _outcome(sheet: Sheet, statement: Written, outcome: Fields, *, with_statement: bool) -> str:
    delivery = states.outcome_delivery(outcome)
    known = [f"Updated {day(states.updated(outcome))}.", f"Delivery: {delivery}." if delivery else ""]
    known.append(f"{statement.title}." if with_statement else "")
    title = f"{statement.link(sheet, 'outcomes', outcome)} {states.tag(states.decision(outcome))}"
    return "\n\n".join((title, outcome["summary"], " ".join(word for word in known if word)))


def need_list(sheet: Sheet, needs: Iterable[tuple[Written, Fields]], *, with_statement: bool = True) -> str:
    """Return needs with how far each is met beside the title."""
    return bullets(_need(sheet, *each, with_statement=with_statement) for each in needs)


def _need(sheet: Sheet, statement: Written, need: Fields, *, with_statement: bool) -> str:
    groups = statement.found(sheet, "user_groups", need["user_groups"])
    known = f"{f'{statement.title}. ' if with_statement else ''}Needed by: {groups}."
    return f"{statement.link(sheet, 'needs', need)} {states.tag(states.met(need))}\n\n{known}"
