"""What a survey asked, who was asked, and how many gave each answer."""

from typing import Literal

from pydantic import Field

from user_engagement.model.entry import Part
from user_engagement.model.quantity import Quantity
from user_engagement.model.text import Line, Text

Sampling = Literal["probability", "quota", "all users", "chosen by the team", "self-selected", "not known"]
QuestionKind = Literal["single", "multiple", "scale", "ranking", "coded text"]


class Answer(Part):
    """One answer to a question, and how many gave it."""

    wording: Line = Field(description="The answer.")
    amount: Quantity = Field(description="How many gave it: 24 respondents, 41%, or [c] where it is not shown.")
    off_scale: bool = Field(
        False, description="Whether it is no step of the scale, as “no opinion” is none. The chart then leaves it out."
    )


class Question(Part):
    """One question, with its answers."""

    wording: Line = Field(description="The question as it was asked.")
    kind: QuestionKind = Field(
        "single", description="How it was answered; coded text is free text that you sorted afterwards."
    )
    asked_of: Line | None = Field(None, description="Who was asked, where not all were.")
    base: Quantity | None = Field(None, description="How many answered it, where not all who took part did.")
    answers: tuple[Answer, ...] = Field((), description="The answers, in the order to show them in.")
    note: Text | None = Field(None, description="What to know about this question.")


class Survey(Part):
    """The results of a survey, with what is needed to judge them."""

    sampling: Sampling = Field("not known", description="How those who answered came to be asked.")
    invited: Quantity | None = Field(None, description="How many were asked to take part.")
    base: Quantity | None = Field(None, description="How many answered, for example 134 respondents.")
    wave: Line | None = Field(None, description="Which of several waves it is, for example second of 3.")
    rounding: Text | None = Field(None, description="How figures were rounded.")
    missing: Text | None = Field(None, description="What was done with missing answers.")
    comparability: Text | None = Field(None, description="How far the results can be compared with other waves.")
    questions: tuple[Question, ...] = Field((), description="The questions, in the order they were asked.")
