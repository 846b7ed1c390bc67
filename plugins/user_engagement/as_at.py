"""The day for which a site is true: given from outside, or now. Nothing below reads a clock."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

_UK = ZoneInfo("Europe/London")


def moment(written: str | date | None) -> datetime:
    """Return the moment for a date, a date with a time, or now, as UK time without a time zone.

    A date without a time is its first minute, so that what is embargoed until that day stays hidden.
    Raises ValueError where the text is neither.
    """
    if written is None or written == "":
        return datetime.now(_UK).replace(tzinfo=None, second=0, microsecond=0)
    moment = written if isinstance(written, datetime) else datetime.fromisoformat(str(written))
    return moment.astimezone(_UK).replace(tzinfo=None) if moment.tzinfo else moment
