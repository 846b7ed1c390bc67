"""Uses, needs, activities, promises and outcomes: what an author writes between one hyphen and the next.

Ids only count: `need-3` is the third need of its statement.
"""

from datetime import date, timedelta

from tests.bench.phrases import Fields, Phrases

PRACTICES = ("plan-open-commitment", "listen-dialogue", "act-explain-unmet", "promote-changes", "understand-gaps")
CODES = ("2.1 V1.2", "2.1 V1.4", "2.1 V1.5", "3.0 2.4")
METHODS = ("survey", "workshop", "interview", "webinar", "usability-test")
ROLES = ("Head of dissemination", "Bulletin editor", "User research lead", "Data manager")
OVERDUE = "2026-08"
DUE = (OVERDUE, "2027-03-31", "2027-06", "2027", "2027-01 or 2027-04", "2027-05-14, provisional")
DELIVERIES = ("delivered", "partly delivered", "in progress", "delivered", "delayed")
DECISIONS = ("accepted", "accepted", "kept as is")
REFUSALS = ("accepted in part", "rejected", "deferred")


def use(number: int, say: Phrases) -> Fields:
    """Return what a group does with the statistics."""
    return {"id": f"use-{number}", "wording": say.text("use"), "user_groups": _ref("group", number, 3)}


def need(number: int, say: Phrases) -> Fields:
    """Return a need; every other one is still met only in part, with a reason."""
    day = say.day(date(2026, 7, 1), 120)
    told = {"constraint": "cost", "reason": say.text("reason")} if number % 2 else {"wording": say.text("need")}
    return {
        "id": f"need-{number}",
        "title": say.title("need"),
        **told,
        "user_groups": _ref("group", number, 3),
        "met": "not met",
        "raised_in": _ref("activity", number, 2),
        "history": [{"date": day, "met": ("met", "partly met")[number % 2]}],
    }


def activity(number: int, say: Phrases) -> Fields:
    """Return something that was done with users, closed and answered."""
    opened = say.day(date(2025, 9, 1), 60)
    return {
        "id": f"activity-{number}",
        "title": say.title("activity"),
        "method": say.pick(METHODS),
        "user_groups": _ref("group", number, 3),
        "opened": opened,
        "closes": opened + timedelta(days=28),
        "heard": [{"amount": f"{12 + 7 * number} respondents"}],
        "findings": [{"wording": say.text("said")}],
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
        **({"practices": [say.pick(PRACTICES)]} if number % 2 else {"code": [say.pick(CODES)]}),
        "actions": actions,
    }


def action(number: int, say: Phrases) -> Fields:
    """Return something that is done; every other one has begun, and what is overdue is explained."""
    due = DUE[number % len(DUE)]
    change = {"date": say.day(date(2026, 9, 1), 80), "delivery": say.pick(DELIVERIES)}
    explained = {**change, "note": say.text("note")} if due == OVERDUE else change
    return {
        "id": f"action-{number}",
        "title": say.title("action"),
        **({"summary": say.text("do"), "owner": say.pick(ROLES)} if number % 6 == 3 else {}),
        "due": due,
        **({} if number % 2 else {"history": [explained]}),
    }


def outcome(number: int, say: Phrases, actions: list[Fields]) -> Fields:
    """Return what became of feedback; every other one says no in part, with the reason."""
    decided = say.day(date(2026, 2, 1), 90)
    return {
        "id": f"outcome-{number}",
        "title": say.title("outcome"),
        "summary": say.text("decided"),
        "activities": _ref("activity", number, 2),
        "needs": _ref("need", number, 6),
        **({"commitments": _ref("commitment", number, 6)} if number % 4 == 1 else {}),
        "feedback": [_feedback(number, say)],
        "decisions": [_decision(number, say, decided)],
        **({"actions": actions} if actions else {}),
        **({"next": say.text("next")} if number % 4 == 0 else {}),
    }


def _feedback(number: int, say: Phrases) -> Fields:
    return {"said": say.text("said"), "user_groups": _ref("group", number, 3)}


def _decision(number: int, say: Phrases, decided: date) -> Fields:
    if number % 2:
        return {"decision": say.pick(DECISIONS), "decided": decided}
    return {"decision": say.pick(REFUSALS), "decided": decided, "reason": say.text("reason"), "revisit": "2027-06"}


def _ref(word: str, number: int, of: int) -> list[str]:
    return [f"{word}-{number % of + 1}"]
