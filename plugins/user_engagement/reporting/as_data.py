"""The report for spreadsheets and programs."""

import json
from typing import Any

from user_engagement import queries
from user_engagement.outputs import csv_tables
from user_engagement.reporting.lines import TITLE, one_line
from user_engagement.reporting.matter import TOPICS, Matter
from user_engagement.reporting.report import Account, OfOrganisation, Report, counts, late

VERSION = "1"
"""Goes up when programs that read the report have to change; a new field is no such change."""


def as_csv(report: Report) -> bytes:
    """Return a row for each matter, in the form of the tables of the site."""
    records = [_record(each) for each in report.matters]
    return csv_tables.written(_COLUMNS, [[_cell(each[name]) for name in _COLUMNS] for each in records])


def as_json(report: Report) -> bytes:
    """Return the numbers of each organisation and statement, and everything that is to be done."""
    content = {
        "title": TITLE,
        "version": VERSION,
        "as_at": report.as_at.isoformat(),
        "due_until": report.until.isoformat(),
        "statements": report.statements,
        "late": late(report.matters),
        "counts": counts(report.matters),
        "organisations": [_organisation(each) for each in report.organisations],
        "matters": [_record(each) for each in report.matters],
    }
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()


_COLUMNS = (
    "organisation",
    "organisation_name",
    "statement",
    "statement_title",
    "topic",
    "kind",
    "section",
    "entry",
    "entry_title",
    "date",
    "words",
    "internal",
    "file",
    "line",
)


def _organisation(found: OfOrganisation) -> dict[str, Any]:
    return {
        "id": found.organisation.id,
        "name": str(found.organisation.name),
        "statements": found.statements,
        "late": late(found.matters),
        "counts": counts(found.matters),
        "by_statement": [_account(each) for each in found.accounts if each.about is not found.organisation],
    }


def _account(account: Account) -> dict[str, Any]:
    return {
        "id": account.about.id,
        "title": queries.name(account.about),
        "late": late(account.matters),
        "counts": counts(account.matters),
    }


def _record(matter: Matter) -> dict[str, Any]:
    return {
        "organisation": matter.organisation.id,
        "organisation_name": one_line(matter.organisation.name),
        "statement": matter.statement.id if matter.statement else "",
        "statement_title": one_line(matter.statement.title) if matter.statement else "",
        "topic": next(topic.key for topic in TOPICS if matter.kind in topic.kinds),
        "kind": matter.kind,
        "section": matter.entry.section,
        "entry": matter.entry.key,
        "entry_title": one_line(queries.name(matter.entry)),
        "date": matter.date.isoformat() if matter.date else "",
        "words": one_line(matter.words),
        "internal": matter.internal,
        "file": matter.place.file,
        "line": matter.place.line,
    }


def _cell(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
