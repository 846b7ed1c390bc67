"""Dates, numbers and lists as the GOV.UK style guide writes them, in the words of a language."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Literal

from markupsafe import Markup

from user_engagement.model.clock import Clock
from user_engagement.model.fuzzy_date import FuzzyDate, Period
from user_engagement.model.language import TextByLanguage, in_language_of
from user_engagement.model.quantity import Qualifier, Quantity
from user_engagement.words import BEFORE_A_VOWEL, MAIN, Words

QUALIFIED: dict[Qualifier, str] = {
    "about": "about {amount}",
    "over": "over {amount}",
    "under": "under {amount}",
    "at least": "at least {amount}",
    "at most": "at most {amount}",
    "nearly": "nearly {amount}",
}
JOINED = {"and": "{first} and {last}", "or": "{first} or {last}"}

_VOWELS = "aeiouwyâêîôûŵŷàèìòùáéíóú"


@lru_cache(maxsize=4096)
def day(value: date, words: Words) -> str:
    """Write a date: 4 June 2017."""
    return words.phrase("{day} {month} {year}", day=value.day, month=words.month(value.month), year=value.year)


def month(value: date, words: Words) -> str:
    """Write a month: June 2017."""
    return words.phrase("{month} {year}", month=words.month(value.month), year=value.year)


def when(value: FuzzyDate, words: Words) -> str:
    """Write a date as exactly as it is known: September 2026, January or April 2027, not known."""
    written = [_period(period, words) for period in value.periods]
    if len(written) > 1:
        written = _without_repeated_year(written)
    if value.joined == "to":
        joined = words.phrase("{first} to {last}", first=written[0], last=written[-1])
    else:
        joined = listing(written, "or", words=words)
    text = joined or words.phrase("after another step" if value.after else "not known")
    if value.certainty not in ("provisional", "cancelled"):
        return text
    return words.phrase("{text} ({certainty})", text=text, certainty=words.phrase(value.certainty))


def clock(value: Clock, words: Words) -> str:
    """Write a time of day: 9:30am, 2pm, midday."""
    if value.minute == 0 and value.hour % 12 == 0:
        return words.phrase("midday" if value.hour else "midnight")
    minutes = f":{value.minute:02}" if value.minute else ""
    half = "am" if value.hour < 12 else "pm"  # noqa: PLR2004 - the clock's
    return f"{value.hour % 12 or 12}{minutes}{words.phrase(half)}"


def listing(texts: Sequence[str], last: Literal["and", "or"] = "and", *, words: Words) -> str:
    """Write a list in a sentence: a, b and c. A language can have another word before a vowel, as Welsh has “ac”."""
    if len(texts) <= 1:
        return texts[0] if texts else ""
    joined = JOINED[last]
    if texts[-1][:1].lower() in _VOWELS and joined + BEFORE_A_VOWEL in words.phrases:
        joined += BEFORE_A_VOWEL
    return words.phrase(joined, first=_separated(texts[:-1]), last=texts[-1])


def amount(value: Quantity, words: Words) -> str:
    """Write a quantity: about 40% of 299 respondents. A unit that has no translation stays marked as English."""
    text = _with_unit(_number(value, words), value.unit, words)
    if value.base is not None or value.base_unit:
        base = words.number(f"{value.base:,f}") if value.base is not None else ""
        text = words.phrase("{part} of {whole}", part=text, whole=_with_unit(base, value.base_unit, words))
    return words.phrase(QUALIFIED[value.qualifier], amount=text) if value.qualifier else text


def lowered(text: str) -> str:
    """Write a text in small letters, as inside a sentence; what has a language has it."""
    return in_language_of(text, text.lower())


def first_up(text: str) -> str:
    """Write the first letter as a capital and leave the rest; what is HTML stays so, and what has a language has it."""
    return in_language_of(text, text[:1].upper() + text[1:])


def _separated(texts: Sequence[str]) -> str:
    is_html = any(hasattr(each, "__html__") for each in texts)
    return (Markup(", ") if is_html else ", ").join(texts)


def _number(value: Quantity, words: Words) -> str:
    return f"[{value.symbol}]" if value.symbol else words.number(f"{value.number:,f}{'%' * value.percent}")


def _with_unit(number: str, unit: str, words: Words) -> str:
    if not unit or not number:
        return number or unit
    if words.language == MAIN:
        return f"{number} {unit}"
    told = words.units.get(unit) or TextByLanguage({MAIN: unit}, words.language)
    return words.phrase("{number} {unit}", number=number, unit=told)


def _period(period: Period, words: Words) -> str:
    if period.first == period.last:
        return day(period.first, words)
    if period.first.month != period.last.month:
        return str(period.first.year)
    return month(period.first, words)


def _without_repeated_year(written: list[str]) -> list[str]:
    years = {text.rsplit(" ", 1)[-1] for text in written}
    if len(years) > 1 or any(" " not in text for text in written):
        return written
    return [text.rsplit(" ", 1)[0] for text in written[:-1]] + [written[-1]]
