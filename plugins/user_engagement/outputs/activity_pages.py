"""What was and is done with users: a list of all activities, and a page for each with its events and results."""

from collections.abc import Iterator

from user_engagement import queries
from user_engagement.model import Activity, Need, Outcome
from user_engagement.outputs.addresses import Target, survey, target
from user_engagement.outputs.browsing import Crumb, home_crumb
from user_engagement.outputs.data import described
from user_engagement.outputs.output import Page
from user_engagement.outputs.publication import Publication

CRUMB = Crumb("Activities", Target("activities"))


def outputs(publication: Publication) -> Iterator[Page]:
    """Yield the list of activities and a page for each."""
    catalogue, as_at = publication.catalogue, publication.as_at
    activities = catalogue.all(Activity)
    listed = queries.listed_activities(catalogue, activities, as_at)
    yield from publication.paged(
        "activities", "activities", publication.phrase("Activities with users"), listed, crumbs=[home_crumb()]
    )
    for activity in publication.told(activities):
        yield _page(publication, activity)


def _page(publication: Publication, activity: Activity) -> Page:
    catalogue, as_at = publication.catalogue, publication.as_at
    statement = catalogue.statement_of(activity)
    held = queries.past_events(catalogue, [activity], as_at)
    coming = queries.coming_events(catalogue, [activity], as_at)
    return publication.page(
        target(catalogue, activity).page,
        "activity",
        activity.title,
        kind=publication.phrase("activity"),
        crumbs=[home_crumb(), CRUMB, Crumb(statement.title, Target(f"statements/{statement.id}", "activities"))],
        description=activity.summary or "",
        entry=activity,
        results=survey(activity),
        coming=coming,
        held=held,
        cancelled=[each for each in activity.events if each not in (*coming, *held)],
        needs=catalogue.referring_to(activity, Need),
        outcomes=catalogue.referring_to(activity, Outcome),
        described=described.results(publication, activity) if publication.translations.is_first else "",
        followed_by=[each for each in catalogue.referring_to(activity, Activity) if each.continues == activity.key],
    )
