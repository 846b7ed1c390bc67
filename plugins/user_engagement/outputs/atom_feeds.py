"""What became of feedback as Atom feeds (RFC 4287): of the whole site, and of each statement."""

from collections.abc import Iterator, Sequence
from datetime import date

from user_engagement import prose, queries
from user_engagement.model import Outcome, Statement
from user_engagement.outputs.atom import NEWEST, Afar, FeedEntry, afar, entry, feed
from user_engagement.outputs.output import Asset, Link
from user_engagement.outputs.publication import Publication


def outputs(publication: Publication) -> Iterator[Asset]:
    """Yield the feeds. Illustrations have none and are in none: the bodies they name did not publish them."""
    catalogue = publication.catalogue
    statements = [each for each in catalogue.all(Statement) if not queries.illustration(catalogue, each)]
    own: dict[str, list[Outcome]] = {each.id: [] for each in statements}
    newest = [each for each in queries.newest_outcomes(catalogue, publication.as_at) if each.statement_id in own]
    for outcome in newest:
        own[outcome.statement_id].append(outcome)
    yield _feed(publication, publication.feeds.outcomes(), "outcomes", newest)
    for each in publication.told(statements):
        yield _feed(publication, publication.feeds.outcomes(each), f"statements/{each.id}", own[each.id])


def _feed(publication: Publication, own: Link, page: str, outcomes: Sequence[Outcome]) -> Asset:
    here = afar(publication, own)
    dated = [each for each in outcomes if queries.updated(each, here.as_at) > date.min][:NEWEST]
    updated = queries.updated(dated[0], here.as_at) if dated else None
    return feed(here, own, page, updated, (entry(here, _entry(here, each)) for each in dated))


def _entry(here: Afar, outcome: Outcome) -> FeedEntry:
    return FeedEntry(
        path=f"outcomes/{outcome.key}",
        title=outcome.title,
        updated=queries.updated(outcome, here.as_at),
        published=outcome.published,
        about=outcome,
        summary=prose.plain(outcome.summary) if outcome.summary else "",
        content=_content(here, outcome),
    )


def _content(here: Afar, outcome: Outcome) -> str:
    done = queries.actions_of(here.catalogue, outcome)
    return here.publication.templates.get_template("feeds/outcome.html").render(here=here, entry=outcome, done=done)
