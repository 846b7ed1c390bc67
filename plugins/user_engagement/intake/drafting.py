"""The activity that a survey becomes, with its results; and what users said, as far as it was approved."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from user_engagement.intake.counting import Counted
from user_engagement.intake.mapping import SurveyAs
from user_engagement.intake.protecting import hidden

Fields = dict[str, Any]
_UNIT = "respondents"
HIDDEN = f"[c] {_UNIT}"


@dataclass(frozen=True)
class Shown:
    """A question as it may be shown: None where a number is hidden."""

    counted: Counted
    base: int | None
    counts: tuple[int | None, ...]


def shown(questions: Sequence[Counted], threshold: int) -> list[Shown]:
    """Return the questions with their small numbers hidden, and the numbers from which these could be worked out.

    Where only some were asked a question because of what they answered to another one, its base is the sum of
    some answers to that one. If that would tell apart what is hidden there, the whole question is hidden.
    """
    found: list[Shown] = []
    for question in questions:
        each = _protected(question, threshold)
        tells = each.base is not None and any(_tells(question, before) for before in found)
        found.append(Shown(question, None, (None,) * len(each.counts)) if tells else each)
    return found


def _protected(question: Counted, threshold: int) -> Shown:
    counts = [question.count(wording) for wording in question.wordings]
    one_each = question.kind in {"single", "scale"}
    is_hidden = hidden(counts, question.base, threshold, one_each=one_each)
    kept = tuple(None if away else count for count, away in zip(counts, is_hidden, strict=True))
    return Shown(question, question.base if question.base >= threshold else None, kept)


def _tells(asked: Counted, before: Shown) -> bool:
    """Say whether the base of a question tells apart what is hidden of an earlier one."""
    pairs = list(zip(before.counted.given, asked.given, strict=True))
    if before.base is None and all(one for one, other in pairs if other):
        return True
    if before.counted.kind not in {"single", "scale"}:
        return False
    away = {word for word, count in zip(before.counted.wordings, before.counts, strict=True) if count is None}
    condition = asked.question.asked_if
    if condition and condition.column == before.counted.question.column:
        return bool(away & {*condition.answers}) and bool(away - {*condition.answers})
    answers = {word for one, other in pairs if other for word in one}
    others = {word for one, _ in pairs for word in one} - answers
    return bool(away & answers) and bool(away & others)


def activity(survey: SurveyAs, respondents: int, questions: Sequence[Shown]) -> Fields:
    """Return an activity with the results of a survey, internal until its author has read it."""
    fields: Fields = {"id": survey.activity, "title": survey.title, "method": "survey", "visibility": "internal"}
    fields |= {name: str(day) for name in ("opened", "closes") if (day := getattr(survey, name))}
    base = f"{respondents:,} {_UNIT}"
    results: Fields = {"sampling": survey.sampling, "base": base}
    if any(None in each.counts for each in questions):
        results["rounding"] = (
            f"Numbers below {survey.threshold} are not shown, nor others from which they could be worked out."
        )
    results["missing"] = "Those who left a question out are not in its base."
    if questions:
        results["questions"] = [_question(each, respondents) for each in questions]
    return {**fields, "heard": [{"amount": base}], "survey": results}


def _question(each: Shown, respondents: int) -> Fields:
    asked = each.counted.question
    fields: Fields = {"wording": asked.wording or asked.column}
    if each.counted.kind != "single":
        fields["kind"] = each.counted.kind
    if asked.asked_of:
        fields["asked_of"] = asked.asked_of
    if each.base != respondents:
        fields["base"] = amount(each.base)
    off_scale = {answer.wording for answer in asked.answers if answer.off_scale}
    if asked.other and each.counted.kind == "scale":
        off_scale.add(asked.other)
    fields["answers"] = [
        {"wording": wording, "amount": amount(count), **({"off_scale": "true"} if wording in off_scale else {})}
        for wording, count in zip(each.counted.wordings, each.counts, strict=True)
    ]
    return {**fields, "note": asked.note} if asked.note else fields


def amount(count: int | None) -> str:
    """Return a number as the model writes it, or that it is not shown."""
    return HIDDEN if count is None else f"{count:,} {_UNIT}"
