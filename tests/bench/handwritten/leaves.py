"""The pages of an outcome and of a need."""

from datetime import date

from tests.bench.handwritten import states
from tests.bench.handwritten.listings import action_list, outcome_list
from tests.bench.handwritten.sheet import HOME, Sheet, bullets, facts
from tests.bench.handwritten.written import Written
from tests.bench.phrases import Fields, first_up

from user_engagement import frameworks
from user_engagement.style import day


def outcome(statement: Written, entry: Fields) -> Sheet:
    """Return the page of an outcome: we asked, you said, we decided, we did."""
    crumbs = [HOME, ("Outcomes of feedback", "outcomes"), (statement.title, f"outcomes/{statement.id}")]
    sheet = Sheet(f"outcomes/{statement.id}/{entry['id']}", entry["title"], crumbs)
    sheet.add(" ".join(states.tag(word) for word in (states.decision(entry), states.outcome_delivery(entry)) if word))
    sheet.add(entry["summary"])
    sheet.heading(2, "asked", "We asked")
    sheet.add(bullets(_asked(sheet, statement, name) for name in entry["activities"]))
    sheet.heading(2, "said", "You said")
    sheet.add(bullets((_said(sheet, statement, each) for each in entry["feedback"]), "1."))
    _decision(sheet, entry["decisions"][0])
    if "actions" in entry:
        sheet.heading(2, "did", "We did")
        sheet.add(action_list(sheet, statement, entry["actions"]))
    if "next" in entry:
        sheet.heading(2, "next", "What happens next")
        sheet.add(entry["next"])
    sheet.heading(2, "related", "Related")
    related = (("Needs", "needs"), ("Commitments", "commitments"))
    sheet.add(facts(*((label, statement.found(sheet, name, entry.get(name, []))) for label, name in related)))
    statement.about(sheet)
    return sheet


def _asked(sheet: Sheet, statement: Written, name: str) -> str:
    activity = statement.find("activities", name)
    method = next(each.name for each in frameworks.methods() if each.id == activity["method"])
    dates = f"{day(activity['opened'])} to {day(activity['closes'])}"
    link = statement.link(sheet, "activities", activity)
    return f"{link} ({method.lower()}, {dates}): {activity['heard'][0]['amount']}"


def _said(sheet: Sheet, statement: Written, feedback: Fields) -> str:
    groups = statement.found(sheet, "user_groups", feedback["user_groups"])
    known = ["Request", *([feedback["how_many"]] if "how_many" in feedback else []), f"from {groups}"]
    return f"{feedback['said']}\n\n{', '.join(known)}"


def _decision(sheet: Sheet, decision: Fields) -> None:
    sheet.heading(2, "decided", "We decided")
    sheet.add(f"{states.tag(decision['decision'])} on {day(decision['decided'])}")
    again = states.when(decision["revisit"]) if "revisit" in decision else ""
    sheet.add(facts(("Reason", decision.get("reason", "")), ("We will look again", again)))


def need(statement: Written, entry: Fields) -> Sheet:
    """Return the page of a need with its journey."""
    crumbs = [HOME, ("Needs", "needs"), (statement.title, f"needs/{statement.id}")]
    sheet = Sheet(f"needs/{statement.id}/{entry['id']}", entry["title"], crumbs)
    sheet.add(states.tag(states.met(entry)), entry.get("wording", ""))
    sheet.add(
        facts(
            ("Needed by", statement.found(sheet, "user_groups", entry["user_groups"])),
            ("What stands in the way", first_up(entry.get("constraint", ""))),
            ("Why it is not met in full", entry.get("reason", "")),
        )
    )
    outcomes = statement.referring("outcomes", "needs", entry)
    sheet.heading(2, "journey", "The journey of this need")
    sheet.add("\n".join(f"1. {day(when)} {step}" for when, step in sorted(_journey(sheet, statement, entry, outcomes))))
    sheet.heading(2, "outcomes", "Outcomes of feedback about it")
    sheet.add(outcome_list(sheet, [(statement, each) for each in outcomes], with_statement=False))
    statement.about(sheet)
    return sheet


def _journey(sheet: Sheet, statement: Written, entry: Fields, outcomes: list[Fields]) -> list[tuple[date, str]]:
    activities = [statement.find("activities", name) for name in entry["raised_in"]]
    decided = [(each["decisions"][0]["decided"], each) for each in outcomes]
    return [
        *((each["opened"], f"Raised in {statement.link(sheet, 'activities', each)}") for each in activities),
        *(
            (when, f"Decision ({states.decision(each)}): {statement.link(sheet, 'outcomes', each)}")
            for when, each in decided
        ),
        *((change["date"], first_up(change["met"])) for change in entry["history"]),
    ]
