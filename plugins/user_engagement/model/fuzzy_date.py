"""Dates as honestly known as they are: a day, a month, a year, a range, alternatives, or not known."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal, Self, cast

from user_engagement.model.scalar import Scalar, mistake

Certainty = Literal["provisional", "confirmed", "cancelled"]
Joined = Literal["to", "or", ""]

_PERIOD = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
_AFTER = r"(?:[a-z0-9-]+/)?[a-z_]+/[a-z0-9-]+"
_FUZZY = re.compile(
    rf"(?:(?P<unknown>not known)|after (?P<after>{_AFTER})|(?P<first>{_PERIOD})(?P<rest>(?: (?:to|or) {_PERIOD})*))"
    r"(?:,? (?P<certainty>provisional|confirmed|cancelled))?"
)
_ADVICE = (
    "Write a date as 2026-03-31, 2026-03, 2026, “2026-03 to 2026-05”, “2027-01 or 2027-04”, "
    "“after actions/some-action” or “not known”; “, provisional” may follow."
)


@dataclass(frozen=True)
class Period:
    """A day, a month or a year; `first` and `last` are its first and last day."""

    text: str
    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2026`, `2026-03` or `2026-03-31`; raise ValueError for a day that does not exist."""
        year, *rest = (int(number) for number in text.split("-"))
        if len(rest) == 2:  # noqa: PLR2004 - month and day
            day = date(year, *rest)
            return cls(text, day, day)
        first, last = (rest[0], rest[0]) if rest else (1, 12)
        return cls(text, date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))


@dataclass(frozen=True)
class FuzzyDate(Scalar):
    """When something is due or expected, no more exact than is known.

    `joined` tells how several `periods` belong together: one range ("to") or alternatives ("or").
    `after` names the entry that has to come first, as section/id.
    """

    periods: tuple[Period, ...] = ()
    joined: Joined = ""
    after: str = ""
    certainty: Certainty | None = None

    pattern: ClassVar[str] = f"^{_FUZZY.pattern}$".replace("?P<", "?<")
    examples: ClassVar[tuple[str, ...]] = ("2026-03-31", "2026-03", "2027-01 or 2027-04", "not known")

    @property
    def earliest(self) -> date | None:
        """The first day it can be, or None when no date is known."""
        return min((period.first for period in self.periods), default=None)

    @property
    def latest(self) -> date | None:
        """The last day it can be, or None when no date is known."""
        return max((period.last for period in self.periods), default=None)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the written form, for example "2027-01 or 2027-04, provisional"."""
        match = _FUZZY.fullmatch(text)
        words = re.findall(r" (to|or) ", match["rest"] or "") if match else []
        if match is None or len(set(words)) > 1 or words.count("to") > 1:
            raise mistake("date-format", _ADVICE)
        return cls(
            periods=_periods(match["first"], match["rest"], words),
            joined=cast("Joined", words[0] if words else ""),
            after=match["after"] or "",
            certainty=cast("Certainty | None", match["certainty"]),
        )

    def __str__(self) -> str:
        when = f" {self.joined} ".join(period.text for period in self.periods)
        when = when or (f"after {self.after}" if self.after else "not known")
        return f"{when}, {self.certainty}" if self.certainty else when


def _periods(first: str | None, rest: str | None, words: list[str]) -> tuple[Period, ...]:
    if first is None:
        return ()
    try:
        periods = tuple(Period.parse(text) for text in (first, *re.findall(_PERIOD, rest or "")))
    except ValueError:
        raise mistake("impossible-date", "There is no such day in the calendar. Check the day and the month.") from None
    if "to" in words and periods[1].last < periods[0].first:
        raise mistake("end-before-start", "The range ends before it starts. Put the earlier date first.")
    return periods
