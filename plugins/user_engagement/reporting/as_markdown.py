"""The report as Markdown, with tables."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence

from user_engagement.reporting.lines import TITLE, introduction, lines, one_line, title
from user_engagement.reporting.matter import TOPICS, Matter
from user_engagement.reporting.report import OfOrganisation, Report, counts, late

_SPECIAL = re.compile(r"([\\`*_\[\]#|~])")
_TITLES = ["Late", *(topic.title for topic in TOPICS)]


def as_markdown(report: Report) -> str:
    """Return the report as Markdown: a table of organisations, then of statements and of what is to be done."""
    rows = [[each.organisation.name, f"{each.statements:,}", *_numbers(each.matters)] for each in report.organisations]
    rows += [["All", f"{report.statements:,}", *_numbers(report.matters)]] if len(rows) > 1 else []
    told = [f"# {TITLE}", *map(_escaped, introduction(report)), "## Organisations"]
    told += [_table(["Organisation", "Statements", *_TITLES], rows)]
    for each in report.organisations:
        told += _of_organisation(each)
    return "\n\n".join(told) + "\n"


def _of_organisation(found: OfOrganisation) -> Iterator[str]:
    yield f"## {_escaped(found.organisation.name)}"
    rows = [[title(each), *_numbers(each.matters)] for each in found.accounts]
    yield _table(["Statement", *_TITLES], rows)
    for account in found.accounts:
        if account.matters:
            yield f"### {_escaped(title(account))}"
            told = [[each.kind, each.about, each.words, each.places] for each in lines(account.matters)]
            yield _table(["What", "About", "In words", "File and line"], told)


def _numbers(found: Sequence[Matter]) -> list[str]:
    return [f"{number:,}" for number in (late(found), *counts(found).values())]


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(_row(row) for row in (heads, ["---"] * len(heads), *(map(_escaped, row) for row in rows)))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", html.escape(one_line(text), quote=False))
