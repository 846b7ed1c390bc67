"""What an organisation has to show: its statements and those of the bodies below it, seen together."""

from collections.abc import Sequence
from datetime import date
from statistics import median
from typing import NamedTuple, TypeVar, get_args

from user_engagement.model import Action, Activity, Catalogue, Commitment, Entry, Organisation, Outcome, Statement
from user_engagement.model.action import Delivery
from user_engagement.queries.carrying import counted_once
from user_engagement.queries.overview import counted, outcomes_by_decision
from user_engagement.queries.promises import timing
from user_engagement.queries.relations import bodies_below, statements_of
from user_engagement.queries.reviews import ResponseStanding, ReviewStanding, response, review
from user_engagement.queries.state import delivery, is_withdrawn

E = TypeVar("E", bound=Entry)

KEPT = ("published in time", "published late", "published, no day promised", "overdue", "not due yet")
"""How responses to those who took part can stand."""

Counts = list[tuple[str, int]]


class RollUp(NamedTuple):
    """The statements in force of a body and of those below it: reviews, promises, decisions and responses.

    `days_to_respond` is the median from closing to the published response, of as many as `responded`.
    """

    statements: list[Statement]
    reviews: list[tuple[Statement, ReviewStanding]]
    next_reviews: list[Statement]
    progress: Counts
    timing: Counts
    decisions: Counts
    responses: Counts
    days_to_respond: int | None
    responded: int


def roll_up(catalogue: Catalogue, organisation: Organisation, as_at: date) -> RollUp:
    """Return how everything stands that an organisation and the bodies below it answer for."""
    bodies = [organisation, *bodies_below(catalogue, organisation)]
    everything = (each for body in bodies for each in statements_of(catalogue, body))
    statements = [each for each in everything if not is_withdrawn(each, as_at)]
    reviews = [(each, told) for each in statements if (told := review(catalogue, each, as_at))]
    told_of = {each.id for each, _ in reviews}
    rest = [each for each in statements if each.review_due and each.id not in told_of]
    actions = counted_once(catalogue, _of(catalogue, Action, statements), as_at)
    promised: list[Action | Commitment] = [*actions, *_of(catalogue, Commitment, statements)]
    responses = [(each, response(catalogue, each, as_at)) for each in _of(catalogue, Activity, statements)]
    days = [taken for each, given in responses if (taken := _days_taken(each, given)) is not None]
    return RollUp(
        statements,
        sorted(reviews, key=lambda pair: pair[1].date),
        sorted(rest, key=lambda each: each.review_due or date.max),
        counted((delivery(each, as_at) for each in promised), get_args(Delivery)),
        counted((timing(each, as_at) for each in promised), ("overdue", "due today", "due soon")),
        outcomes_by_decision(_of(catalogue, Outcome, statements), as_at),
        counted((_kept(given) for _, given in responses if given.due or given.published), KEPT),
        round(median(days)) if days else None,
        len(days),
    )


def led_for_others(catalogue: Catalogue, organisation: Organisation) -> list[Action]:
    """Return the actions in statements of other bodies that an organisation leads."""
    own = {each.id for each in statements_of(catalogue, organisation)}
    named = catalogue.referring_to(organisation, Action)
    return [each for each in named if each.lead == organisation.id and each.statement_id not in own]


def _of(catalogue: Catalogue, kind: type[E], statements: Sequence[Statement]) -> list[E]:
    return [entry for statement in statements for entry in catalogue.all(kind, statement)]


def _days_taken(activity: Activity, told: ResponseStanding) -> int | None:
    closed = activity.extended_to or activity.closes
    return (told.published - closed.latest).days if told.published and closed and closed.latest else None


def _kept(told: ResponseStanding) -> str:
    if told.published:
        return "published, no day promised" if not told.due else "published late" if told.days_late else KEPT[0]
    return "overdue" if told.words == "overdue" else "not due yet"
