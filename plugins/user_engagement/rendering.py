"""Jinja, set up once: escaped, strict, overridable. The headings of what it wrote."""

import re
from collections.abc import Iterable, MutableMapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined
from markupsafe import Markup

from user_engagement import charts, queries, style
from user_engagement.model import (
    Activity,
    CaseStudy,
    Collaboration,
    Commitment,
    Entry,
    Framework,
    Measure,
    Need,
    Outcome,
    PlannedChange,
    Requirement,
    Review,
    Use,
    UserGroup,
)
from user_engagement.model.language import TextByLanguage
from user_engagement.problems import Problem
from user_engagement.words import MAIN, Words
from user_engagement.words.files import english

_HEADING = re.compile(r'^<h([23]) id="([^"]+)"(?: data-search-exclude)?>(.+)</h\1>$', re.MULTILINE)

_REFERRING: tuple[type[Entry], ...] = (
    *(
        Activity,
        CaseStudy,
        Collaboration,
        Commitment,
        Entry,
        Framework,
        Measure,
        Need,
        Outcome,
        PlannedChange,
        Requirement,
    ),
    *(Review, Use, UserGroup),
)
"""The kinds of entries of which templates ask for all, or what refers to something."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page: its level (2 or 3), its anchor, its words as HTML."""

    level: int
    anchor: str
    html: str


class _Environment(Environment):
    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Share the globals: Jinja's own copy in layers, which no template here needs, takes a tenth of the time."""
        return super().make_globals(d) if d else self.globals


@lru_cache(maxsize=4)
def environment(words: Words, overrides: Path | None = None) -> Environment:
    """Return the environment for all templates in one language; files in the overrides folder come before ours.

    Compiled templates are kept from build to build; changed overrides are read again. Words are put into templates
    when they are compiled, so that translating costs nothing afterwards.
    """
    ours = PackageLoader("user_engagement", "templates")
    env = _Environment(
        loader=ChoiceLoader([FileSystemLoader(overrides), ours]) if overrides else ours,
        autoescape=True,
        auto_reload=overrides is not None,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {
        "t": words.phrase,
        "day": partial(_day, words=words),
        "when": partial(style.when, words=words),
        "clock": partial(style.clock, words=words),
        "month": partial(style.month, words=words),
        "listing": partial(style.listing, words=words),
        "amount": partial(style.amount, words=words),
        "first_up": style.first_up,
        "lowered": style.lowered,
        "english": partial(_english, words=words),
    }
    env.globals |= {"q": queries, "charts": charts, "count": words.count}
    env.globals |= {kind.__name__: kind for kind in _REFERRING}
    return env


def headings(body: str) -> tuple[Heading, ...]:
    """Return the headings of a rendered page; all come from one macro, each on a line of its own."""
    return tuple(Heading(int(level), anchor, html) for level, anchor, html in _HEADING.findall(body))


def _day(value: date, words: Words) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), style.day(value, words))


def _english(text: str, words: Words) -> str:
    """Return what the package itself tells in English only, such as the practices of the Code, marked as English."""
    return text if words.language == MAIN else TextByLanguage({MAIN: text}, words.language)


def problem_list(problems: Iterable[Problem]) -> str:
    """Return problems as HTML, for a preview of what cannot be published yet: for authors, in English."""
    return environment(english()).get_template("problems.html").render(problems=list(problems))
