"""The report as plain text, in lines that read well aloud."""

from collections.abc import Iterator
from textwrap import wrap

from user_engagement.reporting.lines import TITLE, Line, introduction, lines, number_words, one_line, title
from user_engagement.reporting.report import OfOrganisation, Report
from user_engagement.words.files import english

WIDTH = 100


def as_text(report: Report) -> str:
    """Return the report as text: numbers first, then what is to be done, organisation by organisation."""
    told = [TITLE, "", *introduction(report), "", *_overview(report)]
    for position, each in enumerate(report.organisations, start=1):
        told += ["", "", f"Organisation {position} of {len(report.organisations)}: {one_line(each.organisation.name)}"]
        told += _of_organisation(each)
    return "\n".join(told) + "\n"


def _overview(report: Report) -> Iterator[str]:
    yield from _wrapped(f"All {english().count(report.statements, 'statement')}: {number_words(report.matters)}", "")
    for each in report.organisations:
        number = english().count(each.statements, "statement")
        yield ""
        yield from _wrapped(f"{one_line(each.organisation.name)}, {number}: {number_words(each.matters)}", "")
        for account in each.accounts:
            yield from _wrapped(f"{title(account)}: {number_words(account.matters)}", "- ")


def _of_organisation(found: OfOrganisation) -> Iterator[str]:
    for account in found.accounts:
        if account.matters:
            yield ""
            yield from _wrapped(f"{title(account)}: {number_words(account.matters)}", "")
            for line in lines(account.matters):
                yield from _wrapped(_sentence(line), "- ")


def _sentence(line: Line) -> str:
    about = line.about if line.about.endswith((".", "?", "!", "…")) else f"{line.about}."
    start = f"{line.kind}: {about}" if line.about else f"{line.kind}."
    return one_line(f"{start} {line.words} ({line.places})")


def _wrapped(text: str, bullet: str) -> list[str]:
    return wrap(
        text,
        WIDTH,
        initial_indent=bullet,
        subsequent_indent=" " * len(bullet),
        break_long_words=False,
        break_on_hyphens=False,
    )
