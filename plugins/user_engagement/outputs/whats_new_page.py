"""What is new on the whole site, by month."""

from collections.abc import Iterator
from itertools import groupby

from user_engagement.outputs.atom import NEWEST
from user_engagement.outputs.browsing import home_crumb
from user_engagement.outputs.output import Page
from user_engagement.outputs.publication import Publication


def outputs(publication: Publication) -> Iterator[Page]:
    """Yield the page of the newest additions and changes."""
    newest = publication.changes.news[:NEWEST]
    months = groupby(newest, key=lambda each: each.date.replace(day=1))
    yield publication.page(
        "whats-new",
        "whats_new",
        publication.phrase("What is new"),
        crumbs=[home_crumb()],
        searched=False,
        months=[(month, list(group)) for month, group in months],
        newest=NEWEST,
        more=len(publication.changes.news) > NEWEST,
    )
