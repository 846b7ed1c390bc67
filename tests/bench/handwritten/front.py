"""The home page, the page of the framework, and the pages of the organisations."""

from collections.abc import Iterator, Sequence
from typing import get_args

from tests.bench.content import Content
from tests.bench.handwritten import states
from tests.bench.handwritten.listings import outcome_list
from tests.bench.handwritten.outcomes import newest
from tests.bench.handwritten.paging import as_at, paged
from tests.bench.handwritten.sheet import HOME, Sheet, bullets, facts
from tests.bench.handwritten.written import Written
from tests.bench.phrases import Fields

from user_engagement import frameworks
from user_engagement.model.outcome import DecisionWord
from user_engagement.style import count


def home(made: Content, statements: list[Written]) -> Sheet:
    """Return the home page."""
    sheet, told = Sheet("", "User engagement with our statistics"), newest(statements)
    sheet.add("What we do for the people who use our statistics, and what became of what they told us.")
    sheet.heading(2, "outcomes", "What became of your feedback")
    sheet.add(facts(*states.counts((states.decision(outcome) for _, outcome in told), get_args(DecisionWord))))
    sheet.add(outcome_list(sheet, told[:5]), sheet.link(f"All {len(told)} outcomes", "outcomes"))
    sheet.heading(2, "statements", "Our statements")
    sheet.add(bullets(f"{sheet.link(each.title, each.page)}\n\n{each.header['summary']}" for each in statements))
    sheet.add(sheet.link("All statements", "statements"))
    sheet.heading(2, "contact", "Who we are")
    for body in made.organisations:
        sheet.heading(3, f"organisation-{body['id']}", body["name"])
        sheet.add(body["mission"], sheet.link(f"More about {body['name']}", _page(body)), *_contact(body))
    sheet.add("---", as_at())
    return sheet


def framework(statements: list[Written]) -> Sheet:
    """Return the page of the framework, with what refers to each practice and each way of engaging."""
    known = frameworks.osr_framework()
    sheet = Sheet("framework", "The framework behind the statements", [HOME])
    asked = f"asks for {sum(area.size for area in known.practice_areas)} practices in {len(known.practice_areas)} areas"
    sheet.add(f"{known.title} ({known.source.publisher}, {known.source.published}) {asked}.")
    sheet.add("Under each stands what the statements say about it.", known.note or "")
    for area in known.practice_areas:
        sheet.heading(2, f"area-{area.id}", area.name)
        sheet.add(area.summary)
        for practice in area.practices:
            named = _naming(sheet, statements, ("commitments",), "practices", practice.id)
            sheet.add(bullets([_row(practice.anchor, practice.heading, practice.summary or "", named)]))
    sheet.heading(2, "methods", "Ways of engaging")
    for method in frameworks.methods():
        named = _naming(sheet, statements, ("channels", "activities"), "method", method.id)
        sheet.add(bullets([_row(method.anchor, method.name, method.summary or "", named)]))
    sheet.add("---", as_at())
    return sheet


def _row(anchor: str, title: str, summary: str, links: list[str]) -> str:
    more = f" and {len(links) - 10} more" if len(links) > 10 else ""
    named = f"{count(len(links), 'entry', 'entries')}: {', '.join(links[:10])}{more}" if links else ""
    return "\n\n".join(block for block in (f"**{title}**\n{{ #{anchor} }}", summary, named) if block)


def _naming(sheet: Sheet, statements: list[Written], sections: Sequence[str], field: str, name: str) -> list[str]:
    return [
        each.link(sheet, section, entry)
        for each in statements
        for section in sections
        for entry in each.sections[section]
        if name == entry.get(field) or [name] == entry.get(field)
    ]


def organisations(made: Content, statements: list[Written]) -> Iterator[Sheet]:
    """Yield the list of organisations and the page of each."""

    def write(sheet: Sheet, share: Sequence[Fields]) -> None:
        sheet.add(bullets(_organisation(sheet, body, statements) for body in share))

    yield from paged("organisations", "Organisations", [HOME], made.organisations, write)
    for body in made.organisations:
        yield _body(body, [each for each in statements if each.organisation is body])


def _organisation(sheet: Sheet, body: Fields, statements: list[Written]) -> str:
    number = sum(each.organisation is body for each in statements)
    return f"{sheet.link(body['name'], _page(body))}\n\n{count(number, 'statement')}."


def _body(body: Fields, own: list[Written]) -> Sheet:
    sheet = Sheet(_page(body), body["name"], [HOME, ("Organisations", "organisations")])
    sheet.add(body["mission"], facts(("Kind of body", "Agency")))
    sheet.heading(2, "statements", "Statements")
    sheet.add(bullets(_follows(sheet, each, own) for each in own))
    sheet.heading(2, "outcomes", "Newest outcomes of feedback")
    sheet.add(outcome_list(sheet, newest(own)[:5]))
    sheet.heading(2, "contact", "Contact")
    sheet.add(*_contact(body), "---", as_at())
    return sheet


def _follows(sheet: Sheet, statement: Written, own: list[Written]) -> str:
    link = sheet.link(statement.title, statement.page)
    followed = [each for each in own if each.id in statement.header.get("supplements", [])]
    return f"{link}\n\nFollows {sheet.link(followed[0].title, followed[0].page)}" if followed else link


def _contact(body: Fields) -> list[str]:
    contact = body["contacts"][0]
    email = f"Email: [{contact['email']}](mailto:{contact['email']})"
    return [f"**{contact['role']}**", email, f"We reply within {contact['reply_within']}."]


def _page(body: Fields) -> str:
    return f"organisations/{body['id']}"
