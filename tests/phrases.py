"""Every phrase of the interface, found where it is said: in templates, pages, and lists of words."""

import ast
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from jinja2 import Environment, nodes
from tests.canary import entry_kinds
from tests.hosts import ROOT

from user_engagement.outputs import calendars, outcome_pages
from user_engagement.outputs.organisation_pages import QUESTIONS
from user_engagement.outputs.unmet_need_page import LISTS
from user_engagement.queries.coverage import STATES
from user_engagement.queries.news import DATED
from user_engagement.queries.roll_up import KEPT
from user_engagement.queries.surveys import CAVEATS, SYMBOLS
from user_engagement.queries.unmet import NO_CONSTRAINT, NO_STATISTIC
from user_engagement.queries.users import kinds_of_user
from user_engagement.queries.voices import ILLUSTRATED, NOT_LATELY
from user_engagement.rendering import environment
from user_engagement.style import JOINED, QUALIFIED
from user_engagement.words.files import english

PACKAGE = ROOT / "plugins" / "user_engagement"
SAYING = {"phrase", "say", "Crumb", "Step"}
"""What takes a phrase."""
NOT_SAID = {
    *(
        "page",
        "true",
        "AA",
        "to",
        "or",
        "low",
        "code",
        "inside",
        "outside",
        "given",
        "not asked",
    ),
    *(
        "about",
        "under",
        "at least",
        "at most",
        "nearly",
        "single",
        "multiple",
        "scale",
        "ranking",
        "coded text",
    ),
    *("probability", "quota", "all users", "chosen by the team", "self-selected", "registration", "closing", "views"),
    *("tentative", "adapt", "continue", "discontinue", "provide by other means", "user"),
    *("disproportionate burden", "non-compliance"),
    *("Great Britain", "Northern Ireland", "United Kingdom", "fully compliant", "partially compliant", "not compliant"),
    "not dated",
}
"""Words that choose what is said, and are not said themselves."""
LISTING = ("model", "queries")
"""Folders whose types list words that readers see."""
COMPUTED = (
    *("progress", "wording changed", "changed", "verdict", "decided", "first raised", "gaps", "overall"),
    *("overdue", "due today", "due soon", "review overdue", "review due today", "review due soon"),
    *("inside government", "outside government", "open", "met", "late"),
)
"""Words that queries put together."""
LISTED: list[Iterable[str]] = [
    JOINED.values(),
    QUALIFIED.values(),
    calendars.TITLES.values(),
    outcome_pages.LEDES.values(),
    [question or "" for _, question in QUESTIONS],
    [label for label, _ in LISTS],
    *(words.values() for words in DATED.values()),
    STATES,
    KEPT,
    CAVEATS.values(),
    SYMBOLS.values(),
    kinds_of_user(),
    [kind.word.replace("-", " ") for kind in entry_kinds().values()],
    COMPUTED,
    (NO_CONSTRAINT, NO_STATISTIC, NOT_LATELY, ILLUSTRATED),
]
"""Words that are chosen by what is so."""


def everywhere() -> list[str]:
    """Return every phrase, those of templates first, each once."""
    templates = chain.from_iterable(_in_template(path) for path in _templates())
    modules = chain.from_iterable(_in_module(path) for path in sorted(PACKAGE.rglob("*.py")))
    return [
        each
        for each in dict.fromkeys(chain(templates, *LISTED, modules))
        if re.search("[A-Za-z]{2}", each) and each not in NOT_SAID
    ]


def _templates() -> list[Path]:
    shown = [path for path in (PACKAGE / "templates").rglob("*.html") if path.parent.name != "embeds"]
    frame = [path for path in (PACKAGE / "theme").rglob("*.html") if path.parent.name != "languages"]
    return [*sorted(shown), *sorted(frame)]


def _in_template(path: Path) -> Iterator[str]:
    tree = _environment().parse(path.read_text("utf-8"))
    for filtered in tree.find_all(nodes.Filter):
        if filtered.name == "t" and filtered.node:
            yield from _said(filtered.node)
    for words in tree.find_all(nodes.Dict):
        of_status = path.name == "status.html"
        yield from (
            each.value for pair in words.items if isinstance(each := pair.key if of_status else pair.value, nodes.Const)
        )
    for given in tree.find_all(nodes.Call):
        if isinstance(given.node, nodes.Name) and given.node.name in ("status", "gap_list"):
            yield from chain.from_iterable(_said(each) for each in given.args)
    for named in tree.find_all(nodes.Assign):
        yield from _said(named.node)


def _said(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, nodes.CondExpr):
        yield from _said(node.expr1)
        yield from _said(node.expr2) if node.expr2 else ()


def _environment() -> Environment:
    made = environment(english()).overlay()
    made.filters |= {"url": str, "script_tag": str}
    return made


def _in_module(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and _name(node.func) in SAYING:
            yield from chain.from_iterable(_constants(each) for each in node.args if isinstance(each, ast.Constant))
        elif isinstance(node, ast.Subscript) and _name(node.value) == "Literal" and path.parent.name in LISTING:
            yield from _constants(node.slice)


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _constants(node: ast.expr) -> Iterator[str]:
    return (each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str))
