"""A mapping for a file of responses, as far as it can be told without giving away what people wrote.

Answers become words in it only if they are steps of a known scale, stand among the headings, or were given by as
many as a number needs to be shown. All others are "another answer" until the author lists them.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from user_engagement.intake import dates, scales
from user_engagement.intake.fitting import answered
from user_engagement.intake.mapping import THRESHOLD, SurveyAs, is_line
from user_engagement.intake.responses import Column, Responses
from user_engagement.intake.services import is_personal

OTHER = "Another answer"
_LONGEST_ANSWER = 80
_POINTS, _TEN = 5, 10
_TEN_IN_BANDS = ((0, 6), (7, 8), (9, 10))

Fields = dict[str, Any]


def guess(responses: Responses) -> tuple[Fields, SurveyAs]:
    """Return a mapping, as it is written and as it is understood."""
    fields: Fields = {"activity": "survey-of-users", "title": "Survey of users", **_time(responses)}
    fields |= {"sampling": "not known", "threshold": THRESHOLD, "questions": _questions(responses)}
    return fields, SurveyAs.model_validate(fields)


def _time(responses: Responses) -> Fields:
    column = answered(responses)
    in_order = dates.order(column.cells) if column else None
    if column is None or in_order is None:
        return {}
    days = sorted(day for cell in column.cells if (day := dates.day(cell, in_order)))
    return {"opened": str(days[0]), "closes": str(days[-1]), "dates": in_order} if days else {}


def _questions(responses: Responses) -> list[Fields]:
    found: list[Fields] = []
    for heading, group in groupby(responses.columns, key=lambda column: column.heading):
        columns = list(group)
        if len(columns) > 1 and _is_one_question(columns):
            found.append({"column": heading, "kind": "multiple", "answers": [each.below for each in columns]})
        else:
            found += [{"column": each.name, **_kind(responses, each)} for each in columns]
    return found


def _is_one_question(columns: Sequence[Column]) -> bool:
    """Say whether each of the columns is an answer that one could choose; one of them may hold what people wrote."""
    own = sum(all(cell in {"", each.below} for cell in each.cells) for each in columns)
    return all(is_line(each.below) for each in columns) and own >= max(1, len(columns) - 1)


def _kind(responses: Responses, column: Column) -> Fields:
    given = [cell for cell in column.cells if cell]
    if column.heading.lower() in responses.service.besides or is_personal(column.name, column.cells) or not given:
        return {"kind": "ignore"}
    if known := scales.scale(given):
        steps, off_scale = known
        return {
            "kind": "scale",
            "answers": [*steps, *({"wording": each, "off_scale": "true"} for each in off_scale)],
        }
    if choices := scales.choices(given):
        return {"kind": "choice", "answers": choices}
    if all(cell.isdecimal() for cell in given):
        return _number([int(cell) for cell in given])
    return _choice(given, responses.service.separators)


def _number(given: Sequence[int]) -> Fields:
    if min(given) >= 1 and max(given) <= _POINTS:
        return {"kind": "scale", "answers": [str(step) for step in range(1, _POINTS + 1)]}
    if max(given) <= _TEN:
        bands = [{"wording": f"{low} to {high}", "least": str(low), "most": str(high)} for low, high in _TEN_IN_BANDS]
        return {"kind": "number", "answers": bands}
    return {"kind": "ignore"}


def _choice(given: Sequence[str], separators: Sequence[str]) -> Fields:
    whole = _often(given)
    parts = [part.strip() for cell in given for part in _split(cell, separators) if part.strip()]
    single = _often(parts)
    several = len(parts) > len(given) or all(cell.endswith(separators[0]) for cell in given)
    if (
        several
        and single
        and sum(single.values()) * 2 >= len(parts)
        and len(single) <= max(len(whole), len(set(given)))
    ):
        return {"kind": "multiple", "answers": sorted(single, key=str.casefold), "other": OTHER}
    if whole and sum(whole.values()) * 2 >= len(given):
        return {"kind": "choice", "answers": sorted(whole, key=str.casefold), "other": OTHER}
    return {"kind": "free text"}


def _split(cell: str, separators: Sequence[str]) -> list[str]:
    return cell.split(next((each for each in separators if each in cell), separators[0]))


def _often(given: Sequence[str]) -> dict[str, int]:
    """Return the answers that so many gave that their number would be shown."""
    return {
        answer: count
        for answer, count in Counter(given).items()
        if count >= THRESHOLD and len(answer) <= _LONGEST_ANSWER and is_line(answer) and answer != OTHER
    }
