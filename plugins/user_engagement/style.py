"""Dates, numbers and lists as the GOV.UK style guide writes them."""

from collections.abc import Sequence
from datetime import date

from user_engagement.model.clock import Clock
from user_engagement.model.fuzzy_date import FuzzyDate, Period

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(value: date) -> str:
    """Write a date: 4 June 2017."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def month(value: date) -> str:
    """Write a month: June 2017."""
    return f"{_MONTHS[value.month - 1]} {value.year}"


def when(value: FuzzyDate) -> str:
    """Write a date as exactly as it is known: September 2026, January or April 2027, not known."""
    written = [_period(period) for period in value.periods]
    if len(written) > 1:
        written = _without_repeated_year(written)
    joined = " to ".join(written) if value.joined == "to" else listing(written, "or")
    text = joined or ("after another step" if value.after else "not known")
    return f"{text} ({value.certainty})" if value.certainty in ("provisional", "cancelled") else text


def clock(value: Clock) -> str:
    """Write a time of day: 9:30am, 2pm, midday."""
    if value.minute == 0 and value.hour % 12 == 0:
        return "midday" if value.hour else "midnight"
    minutes = f":{value.minute:02}" if value.minute else ""
    return f"{value.hour % 12 or 12}{minutes}{'am' if value.hour < 12 else 'pm'}"  # noqa: PLR2004 - the clock's


def listing(words: Sequence[str], last: str = "and") -> str:
    """Write a list in a sentence: a, b and c."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def count(number: int, word: str, plural: str = "") -> str:
    """Write how many: 1 outcome, 2 outcomes, 1,024 outcomes."""
    return f"{number:,} {word if number == 1 else plural or word + 's'}"


def first_up(text: str) -> str:
    """Write the first letter as a capital and leave the rest; what is HTML stays so."""
    return text[:1].upper() + text[1:]


def _period(period: Period) -> str:
    if period.first == period.last:
        return day(period.first)
    year = str(period.first.year)
    return year if period.first.month != period.last.month else f"{_MONTHS[period.first.month - 1]} {year}"


def _without_repeated_year(written: list[str]) -> list[str]:
    years = {text.rsplit(" ", 1)[-1] for text in written}
    if len(years) > 1 or any(" " not in text for text in written):
        return written
    return [text.rsplit(" ", 1)[0] for text in written[:-1]] + [written[-1]]
