"""What was and is done with users: a list of all activities, and a page for each with its events and results."""

from collections.abc import Iterator

from user_engagement import queries
from user_engagement.model import Activity, Need, Outcome, Survey
from user_engagement.model.survey import Question
from user_engagement.outputs.addresses import Target, survey, target
from user_engagement.outputs.browsing import Crumb, home_crumb
from user_engagement.outputs.csv_tables import written
from user_engagement.outputs.data import described
from user_engagement.outputs.output import Asset, Output, Page
from user_engagement.outputs.publication import Publication

CRUMB = Crumb("Activities", Target("activities"))
COLUMNS = ("activity", "wave", "question_number", "question", "kind", "asked_of", "base", "answer", "amount")


def outputs(publication: Publication) -> Iterator[Output]:
    """Yield the list of activities, a page for each, and the results of each survey as CSV."""
    catalogue, as_at = publication.catalogue, publication.as_at
    activities = catalogue.all(Activity)
    listed = queries.listed_activities(catalogue, activities, as_at)
    yield from publication.paged("activities", "activities", "Activities with users", listed, crumbs=[home_crumb()])
    for activity in activities:
        yield _page(publication, activity)
        if activity.survey and activity.survey.questions:
            yield Asset(survey(activity), _results(activity, activity.survey))


def _page(publication: Publication, activity: Activity) -> Page:
    catalogue, as_at = publication.catalogue, publication.as_at
    statement = catalogue.statement_of(activity)
    held = queries.past_events(catalogue, [activity], as_at)
    coming = queries.coming_events(catalogue, [activity], as_at)
    return publication.page(
        target(catalogue, activity).page,
        "activity",
        activity.title,
        kind="activity",
        crumbs=[home_crumb(), CRUMB, Crumb(statement.title, Target(f"statements/{statement.id}", "activities"))],
        description=activity.summary or "",
        entry=activity,
        coming=coming,
        held=held,
        cancelled=[each for each in activity.events if each not in (*coming, *held)],
        needs=catalogue.referring_to(activity, Need),
        outcomes=catalogue.referring_to(activity, Outcome),
        described=described.results(publication, activity),
        followed_by=[each for each in catalogue.referring_to(activity, Activity) if each.continues == activity.key],
    )


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
