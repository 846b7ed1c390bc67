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
CONSTRAINTS = ("cost", "legal", "quality")


def use(number: int, say: Phrases) -> Fields:
    """Return what a group does with the statistics."""
    return {"id": f"use-{number}", "wording": say.text("use"), "user_groups": _ref("group", number, 3)}


def need(number: int, say: Phrases) -> Fields:
    """Return a need; every other one is still unmet in part, with a reason."""
    change = {"date": say.day(date(2026, 7, 1), 120), "met": ("met", "partly met")[number % 2]}
    unmet = {"constraint": say.pick(CONSTRAINTS), "reason": say.text("reason")}
    return {
        "id": f"need-{number}",
        "title": say.title("need"),
        **({"wording": say.text("need")} if number % 2 == 0 else unmet),
        "user_groups": _ref("group", number, 3),
        "met": "not met",
        "first_raised": say.day(date(2024, 1, 1), 500),
        "raised_in": _ref("activity", number, 3),
        "history": [change],
    }


def activity(number: int, say: Phrases) -> Fields:
    """Return something that was done with users, closed and answered in time."""
    opened = say.day(date(2025, 9, 1), 60)
    return {
        "id": f"activity-{number}",
        "title": say.title("activity"),
        "method": say.pick(METHODS),
        "user_groups": _ref("group", number, 3),
        "statistics": _ref("statistic", number, 2),
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
        "practices": say.some(PRACTICES, 2),
        "code": [say.pick(CODES)],
        "actions": actions,
    }


def action(number: int, say: Phrases) -> Fields:
    """Return something that is done; what is overdue is explained, every fourth is told more about."""
    due = DUE[number % len(DUE)]
    change = {"date": say.day(date(2026, 9, 1), 80), "delivery": say.pick(DELIVERIES)}
    return {
        "id": f"action-{number}",
        "title": say.title("action"),
        **({"summary": say.text("do"), "owner": say.pick(ROLES)} if number % 4 == 0 else {}),
        "due": due,
        "history": [{**change, "note": say.text("note")} if due == OVERDUE else change],
    }


def outcome(number: int, say: Phrases, actions: list[Fields]) -> Fields:
    """Return what became of feedback; every other one says no in part, with the reason."""
    decided = say.day(date(2026, 2, 1), 90)
    return {
        "id": f"outcome-{number}",
        "title": say.title("outcome"),
        "summary": say.text("decided"),
        "published": decided + timedelta(days=21),
        "activities": _ref("activity", number, 3),
        "needs": _ref("need", number, 6),
        **(
            {"commitments": _ref("commitment", number, 6)}
            if number % 2
            else {"statistics": _ref("statistic", number, 2)}
        ),
        "feedback": [_feedback(number, say)],
        "decisions": [_decision(number, say, decided)],
        **({"actions": actions} if actions else {}),
        **({"next": say.text("next")} if number % 3 == 0 else {}),
    }


def _feedback(number: int, say: Phrases) -> Fields:
    many = f"{say.pick(range(2, 40))} respondents"
    return {"said": say.text("said"), "user_groups": _ref("group", number, 3), "how_many": many}


def _decision(number: int, say: Phrases, decided: date) -> Fields:
    if number % 2:
        return {"decision": say.pick(DECISIONS), "decided": decided}
    return {"decision": say.pick(REFUSALS), "decided": decided, "reason": say.text("reason"), "revisit": "2027-06"}


def _ref(word: str, number: int, of: int) -> list[str]:
    return [f"{word}-{number % of + 1}"]
