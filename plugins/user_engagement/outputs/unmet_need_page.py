"""The register of needs that are not met: by what stands in the way, and by statistic."""

from collections.abc import Iterator, Sequence

from user_engagement import queries
from user_engagement.outputs.browsing import home_crumb
from user_engagement.outputs.need_pages import CRUMB
from user_engagement.outputs.output import Page
from user_engagement.outputs.publication import Publication
from user_engagement.queries.unmet import Placed

PATH = "needs-not-met"
LISTS = [("By what stands in the way", PATH), ("By statistic", f"{PATH}/by-statistic")]


def outputs(publication: Publication) -> Iterator[Page]:
    """Yield both lists."""
    catalogue, as_at = publication.catalogue, publication.as_at
    groups = queries.once(catalogue, queries.unmet(catalogue, as_at))
    by_reason, by_statistic = (path for _, path in LISTS)
    yield from _list(
        publication, by_reason, publication.phrase("Needs that are not met"), queries.by_constraint(groups, as_at)
    )
    title = publication.phrase("Needs that are not met, by statistic")
    yield from _list(publication, by_statistic, title, queries.by_statistic(catalogue, groups))


def _list(publication: Publication, path: str, title: str, entries: Sequence[Placed]) -> Iterator[Page]:
    crumbs = [home_crumb(), CRUMB]
    yield from publication.paged(path, "unmet_needs", title, entries, crumbs=crumbs, current=path, lists=LISTS)
