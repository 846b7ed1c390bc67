"""What users said, as an outcome that waits for a decision."""

from collections.abc import Sequence
from typing import Any

from user_engagement.intake.coding import Said
from user_engagement.intake.drafting import Shown, amount
from user_engagement.intake.mapping import SurveyAs

Fields = dict[str, Any]


def outcome(survey: SurveyAs, said: Sequence[Said], questions: Sequence[Shown]) -> Fields:
    """Return an outcome with what was approved, internal until its author has read it.

    The first thing of a theme says how many spoke of it, unless that is hidden.
    """
    numbers = {
        wording: count
        for each in questions
        if each.counted.kind == "coded text"
        for wording, count in zip(each.counted.wordings, each.counts, strict=True)
        if count is not None
    }
    return {
        "id": f"{survey.activity}-feedback",
        "title": f"What users said: {survey.title}",
        "visibility": "internal",
        "activities": [survey.activity],
        "feedback": [_feedback(each, numbers) for each in said],
        "decisions": [{"decision": "none yet"}],
    }


def _feedback(said: Said, numbers: dict[str, int]) -> Fields:
    fields: Fields = {"said": said.paraphrase}
    theme = said.themes[0] if len(said.themes) == 1 else ""
    if theme in numbers:
        fields["how_many"] = amount(numbers.pop(theme))
    if said.quote:
        fields["quotes"] = [{"words": said.quote, "consent": "given", "consent_recorded": said.consent}]
    return fields
