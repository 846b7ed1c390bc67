"""The page of a statement."""

from typing import get_args

from tests.bench.handwritten import states
from tests.bench.handwritten.listings import action_list, need_list, outcome_list
from tests.bench.handwritten.sheet import HOME, Sheet, bullets, facts
from tests.bench.handwritten.written import Written, anchor
from tests.bench.phrases import Fields, first_up

from user_engagement import frameworks
from user_engagement.model.outcome import DecisionWord
from user_engagement.style import day


def page(statement: Written, others: list[Written]) -> Sheet:
    """Return the page of a statement."""
    sheet = Sheet(statement.page, statement.title, [HOME, ("Statements", "statements")])
    sheet.add(statement.header["summary"])
    _introduction(sheet, statement)
    _commitments(sheet, statement, others)
    _users(sheet, statement)
    _needs(sheet, statement)
    _engagement(sheet, statement)
    _outcomes(sheet, statement)
    _statistics(sheet, statement)
    _about(sheet, statement, others)
    statement.about(sheet)
    return sheet


def _introduction(sheet: Sheet, statement: Written) -> None:
    sheet.heading(2, "introduction", "What this is for")
    sheet.add(statement.header["introduction"], "Our objective is:")
    sheet.add(bullets((objective["wording"] for objective in statement.header["objectives"]), "1."))


def _commitments(sheet: Sheet, statement: Written, others: list[Written]) -> None:
    sheet.heading(2, "commitments", "Our commitments")
    policies = statement.header.get("supplements", [])
    links = (sheet.link(other.title, other.page) for other in others if other.id in policies)
    sheet.add(*(f"We keep the commitments of {link}." for link in links))
    for commitment in statement.sections["commitments"]:
        sheet.heading(3, anchor("commitments", commitment), commitment["title"])
        sheet.add(commitment["wording"], _kind(commitment), *_measures(commitment), "What we do about it:")
        sheet.add(action_list(sheet, statement, statement.actions(commitment)))
        outcomes = statement.referring("outcomes", "commitments", commitment)
        sheet.add(_line("Outcomes", statement.links(sheet, "outcomes", outcomes)), _practices(sheet, commitment))


def _kind(commitment: Fields) -> str:
    return f"Service standard: {commitment['standard']}" if "standard" in commitment else "Ongoing"


def _measures(commitment: Fields) -> list[str]:
    if "measures" not in commitment:
        return []
    measure = commitment["measures"][0]
    results = [(day(each["date"]), each["amount"]) for each in measure["results"]]
    told = f"**{measure['title']}**\n\n{facts(('Target', measure['target']), *results)}"
    return ["How we tell whether we keep it:", bullets([told])]


def _practices(sheet: Sheet, commitment: Fields) -> str:
    areas = frameworks.osr_framework().practice_areas
    headings = {each.id: each.heading for area in areas for each in area.practices}
    named = commitment.get("practices", [])
    practices = [sheet.link(headings[each], "framework", f"practice-{each}") for each in named]
    editions = [f"edition {each.replace(' ', ', ')}" for each in commitment.get("code", [])]
    return facts(
        ("Framework practices", "; ".join(practices)), ("Code of Practice for Statistics", "; ".join(editions))
    )


def _users(sheet: Sheet, statement: Written) -> None:
    sheet.heading(2, "users", "Who our users are")
    for group in statement.sections["user_groups"]:
        sheet.heading(3, anchor("user_groups", group), group["name"])
        uses, needs = (statement.referring(section, "user_groups", group) for section in ("uses", "needs"))
        sheet.add(group["summary"], _line("Uses", statement.links(sheet, "uses", uses)))
        sheet.add(_line("Needs", statement.links(sheet, "needs", needs)))
        sheet.add(_line("Outcomes", statement.links(sheet, "outcomes", statement.heard_from(group))))
    sheet.heading(2, "uses", "What the statistics are used for")
    sheet.add(bullets(_use(sheet, statement, use) for use in statement.sections["uses"]))


def _use(sheet: Sheet, statement: Written, use: Fields) -> str:
    groups = statement.found(sheet, "user_groups", use["user_groups"])
    return f"{use['wording']}\n{{ #{anchor('uses', use)} }}\n\n**Used by:** {groups}"


def _needs(sheet: Sheet, statement: Written) -> None:
    sheet.heading(2, "needs", "What users need")
    for word in ("partly met", "met"):
        sheet.heading(3, f"needs-{word.replace(' ', '-')}", first_up(word))
        needs = [(statement, need) for need in statement.needs if states.met(need) == word]
        sheet.add(need_list(sheet, needs, with_statement=False))
    sheet.add(sheet.link("All needs of this statement", f"needs/{statement.id}"))


def _engagement(sheet: Sheet, statement: Written) -> None:
    sheet.heading(2, "engagement", "How we engage and how to take part")
    for channel in statement.sections["channels"]:
        sheet.heading(3, anchor("channels", channel), channel["title"])
        where = f"[{channel['address']}]({channel['address']})"
        sheet.add(channel["summary"], facts(("Kind", _method(sheet, channel)), ("Where", where)))
    sheet.heading(2, "activities", "What we asked and heard")
    for activity in statement.sections["activities"]:
        _activity(sheet, statement, activity)


def _activity(sheet: Sheet, statement: Written, activity: Fields) -> None:
    sheet.heading(3, anchor("activities", activity), activity["title"])
    response = f"Published {day(activity['response_published'])}"
    sheet.add(
        facts(
            ("Kind", _method(sheet, activity)),
            ("When", f"{day(activity['opened'])} to {day(activity['closes'])}"),
            ("For", statement.found(sheet, "user_groups", activity["user_groups"])),
            ("Who took part", activity["heard"][0]["amount"]),
            ("What we heard", activity["findings"][0]["wording"]),
            ("Our response", response),
        )
    )
    raised = statement.referring("needs", "raised_in", activity)
    answered = statement.referring("outcomes", "activities", activity)
    sheet.add(_line("Needs raised", statement.links(sheet, "needs", raised)))
    sheet.add(_line("What became of it", statement.links(sheet, "outcomes", answered)))


def _outcomes(sheet: Sheet, statement: Written) -> None:
    outcomes = statement.outcomes
    counts = states.counts((states.decision(each) for each in outcomes), get_args(DecisionWord))
    sheet.heading(2, "outcomes", "What became of feedback")
    sheet.add(facts(*counts), outcome_list(sheet, [(statement, each) for each in outcomes[:5]], with_statement=False))
    sheet.add(sheet.link(f"All {len(outcomes)} outcomes of this statement", f"outcomes/{statement.id}"))


def _statistics(sheet: Sheet, statement: Written) -> None:
    sheet.heading(2, "statistics", "The statistics this is about")
    for statistic in statement.sections["statistics"]:
        sheet.heading(3, anchor("statistics", statistic), statistic["title"])
        sheet.add(statistic["summary"], facts(("Published", statistic["frequency"])))


def _about(sheet: Sheet, statement: Written, others: list[Written]) -> None:
    body, contact = statement.organisation, statement.organisation["contacts"][0]
    adds_to = [each for each in others if each.id in statement.header.get("supplements", [])]
    followed_by = [each for each in others if statement.id in each.header.get("supplements", [])]
    publisher = sheet.link(body["name"], f"organisations/{body['id']}")
    sheet.heading(2, "about", "About this statement")
    sheet.add(
        facts(
            ("Published by", f"{publisher}, {statement.header['team']}"),
            ("Kind", "Policy"),
            ("Adds to", ", ".join(sheet.link(each.title, each.page) for each in adds_to)),
            ("Followed by", ", ".join(sheet.link(each.title, each.page) for each in followed_by)),
            ("First published", day(statement.header["published"])),
        )
    )
    sheet.heading(2, "contact", "Contact")
    sheet.add(f"**{contact['role']}**", f"Email: [{contact['email']}](mailto:{contact['email']})")
    sheet.add(f"We reply within {contact['reply_within']}.")


def _method(sheet: Sheet, entry: Fields) -> str:
    names = {each.id: each.name for each in frameworks.methods()}
    return sheet.link(names[entry["method"]], "framework", f"method-{entry['method']}")


def _line(label: str, links: str) -> str:
    return f"{label}: {links}" if links else ""
