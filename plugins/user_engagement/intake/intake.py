"""From a file of responses to a draft, with all that is wrong on the way."""

from dataclasses import dataclass, field
from pathlib import Path

from user_engagement.intake import coding, counting, drafting, feedback, fitting, guessing, mapping, responses
from user_engagement.intake.mapping import SurveyAs
from user_engagement.intake.responses import Responses
from user_engagement.intake.services import OTHER
from user_engagement.problems import Problem
from user_engagement.writing import append

_NO_MAPPING = (
    "It cannot be told which service wrote this. Give a mapping with --mapping; "
    "--suggest-mapping prints one to begin with."
)


@dataclass
class Intake:
    """Responses with the mapping they are read by, and every fault of both; `before` counts those of all days."""

    responses: Responses
    survey: SurveyAs
    faults: list[str] = field(default_factory=list)
    before: int = 0


@dataclass(frozen=True)
class Draft:
    """What is drafted, by section; `hidden` says how many numbers are not shown."""

    entries: dict[str, drafting.Fields]
    hidden: int
    faults: list[str]

    @property
    def text(self) -> str:
        """The draft as YAML."""
        text = ""
        for section, entry in self.entries.items():
            text = append(text, (section,), entry)
        return text


def begin(path: Path, mapped: Path | None) -> Intake:
    """Read responses with a mapping, or with the one that is suggested. Raises OSError and CannotRead."""
    survey: SurveyAs | None = None
    problems: tuple[Problem, ...] = ()
    places: list[str] = []
    if mapped:
        content = mapped.read_bytes()
        survey, problems = mapping.load(content, mapped.as_posix())
        places = mapping.places(content, mapped.as_posix()) if survey else []
    found, faults = responses.load(path, survey.heading_rows if survey else None)
    if problems or faults:
        return Intake(found, SurveyAs(questions=()), [*map(str, problems), *faults])
    if survey is None and found.service is OTHER:
        return Intake(found, SurveyAs(questions=()), [f"{found.file}: {_NO_MAPPING}"])
    faults = fitting.faults(found, survey, places) if survey else []
    survey = survey or guessing.guess(found)[1]
    kept, wrong = fitting.in_time(found, survey)
    return Intake(kept, survey, [*faults, *fitting.unshowable(found, survey), *wrong], len(found.rows))


def draft(intake: Intake, themes: Path | None) -> Draft:
    """Count, protect and draft. Raises OSError and CannotRead."""
    survey = intake.survey
    questions, faults = counting.counted(intake.responses, survey)
    coded = coding.Coded((), ())
    if themes:
        coded, wrong = coding.read(themes, intake.responses, survey)
        faults += wrong
    respondents = len(intake.responses.rows)
    if respondents < survey.threshold:
        message = f"Fewer than {survey.threshold} responses count, so no number of this survey may be shown."
        faults.append(f"{intake.responses.file}: {message} Tell in words what you heard.")
    if faults:
        return Draft({}, 0, faults)
    shown = drafting.shown([*questions, *coded.questions], survey.threshold)
    entries = {"activities": drafting.activity(survey, respondents, shown)}
    if coded.said:
        entries["outcomes"] = feedback.outcome(survey, coded.said, shown)
    return Draft(entries, sum(each.counts.count(None) for each in shown), [])
