"""How things stand on the day of the site, told from what was written about them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from textwrap import shorten

from tests.bench.entries import OVERDUE
from tests.bench.phrases import Fields, first_up

from user_engagement import style
from user_engagement.model.fuzzy_date import FuzzyDate

FINISHED = ("delivered", "cancelled", "carried forward")


def delivery(action: Fields) -> str:
    """Say how far an action is."""
    return str(action["history"][-1]["delivery"]) if "history" in action else "not started"


def is_overdue(action: Fields) -> bool:
    """Say whether an action should be done and is not."""
    return action["due"] == OVERDUE and delivery(action) not in FINISHED


def progress(action: Fields) -> str:
    """Return how far an action is, as a tag."""
    return tag(delivery(action)) + (f" {tag('overdue')}" if is_overdue(action) else "")


def met(need: Fields) -> str:
    """Say how far a need is met."""
    return str(need["history"][-1]["met"])


def decision(outcome: Fields) -> str:
    """Return the decision about an outcome."""
    return str(outcome["decisions"][0]["decision"])


def outcome_delivery(outcome: Fields) -> str:
    """Say how far an outcome's action is, empty where there is none."""
    return next((delivery(action) for action in outcome.get("actions", [])), "")


def updated(outcome: Fields) -> date:
    """Return the day of the newest thing known about an outcome."""
    changes = [change for action in outcome.get("actions", []) for change in action.get("history", [])]
    days: list[date] = [outcome["decisions"][0]["decided"], *(change["date"] for change in changes)]
    return max(days)


def counts(words: Iterable[str], order: Sequence[str]) -> list[tuple[str, str]]:
    """Return how often each word occurs, in this order."""
    numbers = Counter(words)
    return [(first_up(word), str(numbers[word])) for word in order if numbers[word]]


def name(entry: Fields) -> str:
    """Return what an entry is called in a link."""
    return str(entry.get("title") or entry.get("name") or shorten(entry["wording"], width=80, placeholder=" …"))


def tag(word: str) -> str:
    """Return a state that stands out."""
    return f"**{first_up(word)}**"


def when(due: str) -> str:
    """Return a date written as exactly as it is known."""
    return style.when(FuzzyDate.parse(due))
