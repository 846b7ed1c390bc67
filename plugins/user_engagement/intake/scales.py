"""Scales that are so common that their steps are known, with their order."""

from collections.abc import Iterable

_SCALES = tuple(
    tuple(line.split(", "))
    for line in (
        "Very satisfied, Satisfied, Neither satisfied nor dissatisfied, Dissatisfied, Very dissatisfied",
        "Very satisfied, Fairly satisfied, Neither satisfied nor dissatisfied, Fairly dissatisfied, Very dissatisfied",
        "Strongly agree, Agree, Neither agree nor disagree, Disagree, Strongly disagree",
        "Strongly agree, Agree, Neutral, Disagree, Strongly disagree",
        "Very useful, Fairly useful, Not very useful, Not at all useful",
        "Very useful, Somewhat useful, Of little use, Of no use",
        "Very easy, Fairly easy, Neither easy nor difficult, Fairly difficult, Very difficult",
        "Very easy, Easy, Neither easy nor difficult, Difficult, Very difficult",
        "Very good, Good, Neither good nor poor, Poor, Very poor",
        "Excellent, Good, Fair, Poor, Very poor",
        "Always, Often, Sometimes, Rarely, Never",
    )
)
_CHOICES = (("Yes", "No"), ("Yes", "In part", "No"), ("Yes", "Partly", "No"))
_OFF_SCALE = ("Don't know", "Not sure", "No opinion", "Not applicable", "Prefer not to say")
_FEWEST_STEPS = 2


def scale(answers: Iterable[str]) -> tuple[list[str], list[str]] | None:
    """Return the steps of the known scale to which all answers belong, and those of them that are no steps."""
    return _known(answers, _SCALES)


def choices(answers: Iterable[str]) -> list[str] | None:
    """Return the known choices to which all answers belong, in their order."""
    found = _known(answers, _CHOICES)
    return [*found[0], *found[1]] if found else None


def _known(answers: Iterable[str], known: Iterable[tuple[str, ...]]) -> tuple[list[str], list[str]] | None:
    given = set(answers)
    off_scale = [each for each in _OFF_SCALE if each in given]
    rest = given - set(off_scale)
    fitting = (each for each in known if len(rest) >= _FEWEST_STEPS and rest <= set(each))
    return next(((list(steps), off_scale) for steps in fitting), None)
