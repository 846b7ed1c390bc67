"""The forms in which a report can be written."""

from collections.abc import Callable

from user_engagement.reporting.as_data import as_csv, as_json
from user_engagement.reporting.as_markdown import as_markdown
from user_engagement.reporting.as_text import as_text
from user_engagement.reporting.report import Report

FORMATS: dict[str, Callable[[Report], bytes]] = {
    "text": lambda report: as_text(report).encode(),
    "markdown": lambda report: as_markdown(report).encode(),
    "csv": as_csv,
    "json": as_json,
}
