"""The results of each survey as CSV."""

from collections.abc import Iterator

from user_engagement.model import Activity, Survey
from user_engagement.model.survey import Question
from user_engagement.outputs.addresses import survey
from user_engagement.outputs.csv_tables import written
from user_engagement.outputs.output import Asset
from user_engagement.outputs.publication import Publication

COLUMNS = ("activity", "wave", "question_number", "question", "kind", "asked_of", "base", "answer", "amount")


def outputs(publication: Publication) -> Iterator[Asset]:
    """Yield a file for each survey of which results are published."""
    for activity in publication.catalogue.all(Activity):
        if activity.survey and activity.survey.questions:
            yield Asset(survey(activity), _results(activity, activity.survey))


def _results(activity: Activity, given: Survey) -> bytes:
    """Return what was answered as CSV, with all that is known of each question beside each answer."""
    rows = [
        [*_told(activity, given, number, question), answer.wording, str(answer.amount)]
        for number, question in enumerate(given.questions, start=1)
        for answer in question.answers
    ]
    return written(COLUMNS, rows)


def _told(activity: Activity, given: Survey, number: int, question: Question) -> list[str]:
    base = str(question.base or given.base or "")
    return [activity.key, given.wave or "", str(number), question.wording, question.kind, question.asked_of or "", base]
