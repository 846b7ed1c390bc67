"""Exact dates as authors write them."""

import calendar
import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from user_engagement.model.scalar import mistake

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_ADVICE = "Write the date as year-month-day, for example 2026-03-31."


def _iso_date(value: object) -> object:
    if value is None or isinstance(value, date):
        return value
    if not isinstance(value, str) or not _ISO_DATE.fullmatch(value.strip()):
        raise mistake("date-format", _whole_day(str(value)) or _ADVICE)
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        raise mistake("impossible-date", "There is no such day in the calendar. Check the day and the month.") from None


def _whole_day(text: str) -> str:
    month = _MONTH.fullmatch(text.strip())
    if month is None:
        return ""
    last = calendar.monthrange(int(month[1]), int(month[2]))[1]
    return f"A whole day is needed here, such as the last one of that month: {month[0]}-{last}."


Day = Annotated[date, BeforeValidator(_iso_date), WithJsonSchema({"type": "string", "format": "date"})]
"""An exact date, written year-month-day (ISO 8601)."""
