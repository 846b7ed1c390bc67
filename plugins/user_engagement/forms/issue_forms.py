"""The forms of GitHub issues: feedback by the public, and small corrections by teams."""

from collections.abc import Iterable
from typing import Any

from user_engagement.model import Catalogue, Organisation, Statement, Statistic, UserGroup
from user_engagement.model.contact import Contact

Form = dict[str, Any]

ELSE = "Something else, or I do not know"
OTHERS = "None of these groups"
NOT_SAID = "I would rather not say"

_PUBLIC = (
    "**Everybody can read what you write here, with your name on GitHub, now and later.** Do not write anything "
    "personal or confidential, about yourself or others."
)
_YES_NO = ("Yes", "No")
_KNOWN = "I know that everybody can read this."


def forms(catalogue: Catalogue, site_url: str) -> dict[str, Form]:
    """Return the forms by the names of their files in .github/ISSUE_TEMPLATE, and the page where one is chosen.

    `catalogue` has only what may be published. `site_url` is the address of the site, for those who would rather
    write an email. Every dropdown has what people can choose once, as GitHub wants it.
    """
    return {
        "feedback.yml": _feedback(catalogue),
        "correction.yml": _correction(catalogue),
        "config.yml": _chooser(site_url),
    }


def _statements(catalogue: Catalogue) -> list[Statement]:
    """Return the statements to write about: those that are no illustration of what another body could publish."""
    return [each for each in catalogue.all(Statement) if not each.illustration]


def _feedback(catalogue: Catalogue) -> Form:
    statements = _statements(catalogue)
    statistics = [each.title for statement in statements for each in catalogue.all(Statistic, statement)]
    groups = [each.name for statement in statements for each in catalogue.all(UserGroup, statement)]
    return _form(
        "Tell us what you need",
        "Say what you need of our statistics, what is wrong with them, or what works well.",
        "feedback",
        [
            _words(f"{_PUBLIC}\n\n{_emails(catalogue)}"),
            _choice("statistics", "Which statistics is it about?", [*statistics, ELSE]),
            _choice("groups", "Who are you as a user of statistics?", [*groups, OTHERS, NOT_SAID], several=True),
            _text("need", "What do you need, or what is the matter?", "One thing in each form is easiest to answer."),
            _text("use", "What would it help you to do or decide?", "", required=False),
            _choice(
                "paraphrase", "May we tell others what you said, in our words and without your name?", ["Yes", "No"]
            ),
            _agreement(),
        ],
    )


def _correction(catalogue: Catalogue) -> Form:
    statements = [each.title for each in _statements(catalogue)]
    return _form(
        "Correct something small",
        "For teams: a date, a link, a name or a sentence of a statement that is wrong or out of date.",
        "correction",
        [
            _words(_PUBLIC),
            _choice("statement", "Which statement is it in?", [*statements, ELSE]),
            _line("page", "Which page is it on?", "Copy the address of the page."),
            _text("now", "What does it say now?", "Copy the words."),
            _text("instead", "What should it say?", "Write the words as they should be."),
            _line("source", "How do you know?", "A link to what shows it, if there is one.", required=False),
            _agreement(),
        ],
    )


def _chooser(site_url: str) -> Form:
    link = {
        "name": "Write an email, or take part in another way",
        "url": f"{site_url}get-involved/",
        "about": "You need no account on GitHub for that, and only the team reads it.",
    }
    return {"blank_issues_enabled": False, "contact_links": [link]}


def _emails(catalogue: Catalogue) -> str:
    """Return where else to write to, for each statement."""
    contacts = [(each.title, each.contact or _first(catalogue, each)) for each in _statements(catalogue)]
    told = [f"- {title}: [{each.email}](mailto:{each.email})" for title, each in contacts if each and each.email]
    return "\n".join(["To tell only us, write an email instead:", "", *told]) if told else ""


def _first(catalogue: Catalogue, statement: Statement) -> Contact | None:
    body = catalogue.find(statement.organisation)
    return next(iter(body.contacts), None) if isinstance(body, Organisation) else None


def _form(name: str, description: str, label: str, body: list[Form]) -> Form:
    return {"name": name, "description": description, "labels": [label], "body": body}


def _words(text: str) -> Form:
    return {"type": "markdown", "attributes": {"value": text.strip()}}


def _choice(key: str, label: str, options: Iterable[str], *, several: bool = False) -> Form:
    return _asked("dropdown", key, {"label": label, "multiple": several, "options": _distinct(options)}, required=True)


def _text(key: str, label: str, description: str, *, required: bool = True) -> Form:
    return _asked("textarea", key, {"label": label, "description": description}, required=required)


def _line(key: str, label: str, description: str, *, required: bool = True) -> Form:
    return _asked("input", key, {"label": label, "description": description}, required=required)


def _asked(kind: str, key: str, attributes: Form, *, required: bool) -> Form:
    told = {name: value for name, value in attributes.items() if value not in ("", False)}
    return {"type": kind, "id": key, "attributes": told, "validations": {"required": required}}


def _agreement() -> Form:
    options = [{"label": _KNOWN, "required": True}]
    return {"type": "checkboxes", "id": "public", "attributes": {"label": "Before you send it", "options": options}}


def _distinct(options: Iterable[str]) -> list[str]:
    """Return each option once, whatever its case; GitHub refuses a choice between equals, and “None” alone."""
    found: dict[str, str] = {}
    for option in options:
        if option.casefold() != "none":
            found.setdefault(option.casefold(), str(option))
    return list(found.values())
