"""The entries of a synthetic statement: what an author writes between one hyphen and the next.

Ids only count: `need-3` is the third need of its statement.
"""

from datetime import date, timedelta
from typing import Any

from tests.bench.phrases import Phrases, first_up

Fields = dict[str, Any]

PRACTICES = ("plan-open-commitment", "listen-dialogue", "act-explain-unmet", "promote-changes", "understand-gaps")
CODES = ("2.1 V1.2", "2.1 V1.4", "2.1 V1.5", "3.0 2.4")
METHODS = ("survey", "workshop", "interview", "webinar", "usability-test")
ROLES = ("Head of dissemination", "Bulletin editor", "User research lead", "Data manager")
DUE = ("2026-08", "2027-03-31", "2027-06", "2027", "2027-01 or 2027-04", "2027-05-14, provisional")
STARTED = ("in progress", "not started", "delayed")
ENDED = ("delivered", "partly delivered", "in progress", "delivered")
DECISIONS = ("accepted", "accepted", "kept as is")
REFUSALS = ("accepted in part", "rejected", "deferred")


def statistic(number: int, say: Phrases, topic: str) -> Fields:
    """Return a series of statistics."""
    return {
        "id": f"statistic-{number}",
        "title": f"{first_up(topic)}: {('yearly', 'monthly')[number - 1]} figures",
        "summary": say.text("about"),
        "frequency": ("every year in June", "every month")[number - 1],
        "labels": [{"label": "accredited official statistics", "applied": say.day(date(2012, 1, 1), 3000)}],
    }


def use(number: int, say: Phrases) -> Fields:
    """Return what a group does with the statistics."""
    return {"id": f"use-{number}", "wording": say.text("use"), **_of(number)}


def need(number: int, say: Phrases) -> Fields:
    """Return a need; every other one is still unmet, with a reason."""
    change = {"date": say.day(date(2026, 7, 1), 120), "met": ("met", "partly met")[number % 2], "note": say.text("note")}
    unmet = {"constraint": say.pick(("cost", "legal", "quality")), "reason": say.text("reason")}
    return {
        "id": f"need-{number}",
        "title": say.title("need"),
        "wording": say.text("need"),
        **_of(number),
        "met": say.pick(("not met", "partly met")),
        **(unmet if number % 2 else {}),
        "first_raised": say.day(date(2024, 1, 1), 500),
        "raised_in": [f"activity-{number % 3 + 1}"],
        "history": [change],
    }


def activity(number: int, say: Phrases) -> Fields:
    """Return something that was done with users, closed and answered in time."""
    opened = say.day(date(2025, 9, 1), 60)
    return {
        "id": f"activity-{number}",
        "title": say.title("activity"),
        "method": say.pick(METHODS),
        "summary": say.text("do"),
        **_of(number),
        "opened": opened,
        "closes": opened + timedelta(days=28),
        "heard": [{"amount": f"{12 + 7 * number} respondents"}],
        "findings": [{"wording": say.text("said")}],
        "response_due": opened + timedelta(days=112),
        "response_published": opened + timedelta(days=90),
    }


def commitment(number: int, say: Phrases, actions: list[Fields]) -> Fields:
    """Return a promise; every third one is a service standard that is measured."""
    target = f"{3 + number} working days"
    result = {"date": say.day(date(2026, 6, 1), 120), "amount": f"{2 + number} working days"}
    measure = {"id": f"measure-{number}", "title": "Time to reply", "target": target, "results": [result]}
    standard = {"kind": "service standard", "standard": target, "measures": [measure]}
    return {
        "id": f"commitment-{number}",
        "title": say.title("promise"),
        "wording": say.text("promise"),
        **(standard if number % 3 == 0 else {}),
        "owner": say.pick(ROLES),
        "practices": say.some(PRACTICES, 2),
        "code": [say.pick(CODES)],
        "actions": actions,
    }


def action(number: int, say: Phrases) -> Fields:
    """Return something that is done, with two changes since; what is overdue is explained."""
    started = {"date": say.day(date(2026, 3, 1), 150), "delivery": say.pick(STARTED)}
    newest = {"date": say.day(date(2026, 9, 1), 80), "delivery": say.pick(ENDED), "note": say.text("note")}
    return {
        "id": f"action-{number}",
        "title": say.title("action"),
        "summary": say.text("do"),
        "owner": say.pick(ROLES),
        "due": say.pick(DUE),
        "history": [started, newest],
    }


def outcome(number: int, say: Phrases, actions: list[Fields]) -> Fields:
    """Return what became of feedback; every other one says no in part, with the reason."""
    decided = say.day(date(2026, 2, 1), 90)
    return {
        "id": f"outcome-{number}",
        "title": say.title("outcome"),
        "summary": say.text("decided"),
        "published": decided + timedelta(days=21),
        "activities": [f"activity-{number % 3 + 1}"],
        "statistics": [f"statistic-{number % 2 + 1}"],
        "needs": [f"need-{number % 6 + 1}"],
        "commitments": [f"commitment-{number % 6 + 1}"],
        "feedback": [_feedback(number, say), _feedback(number + 1, say)],
        "decisions": [_decision(number, say, decided)],
        **({"actions": actions} if actions else {}),
        "next": say.text("next"),
    }


def _feedback(number: int, say: Phrases) -> Fields:
    many = f"{say.pick(range(2, 40))} respondents"
    return {"said": say.text("said"), "user_groups": [f"group-{number % 3 + 1}"], "how_many": many}


def _decision(number: int, say: Phrases, decided: date) -> Fields:
    if number % 2:
        return {"decision": say.pick(DECISIONS), "decided": decided, "wording": say.text("decided")}
    refusal = {"decision": say.pick(REFUSALS), "decided": decided, "reason": say.text("reason")}
    return {**refusal, "alternative": say.text("instead"), "revisit": "2027-06"}


def _of(number: int) -> Fields:
    return {"user_groups": [f"group-{number % 3 + 1}"], "statistics": [f"statistic-{number % 2 + 1}"]}
