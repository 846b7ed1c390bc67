"""What is new as Atom feeds (RFC 4287): on the whole site, and for each user group."""

from collections.abc import Iterator, Sequence

from user_engagement import queries
from user_engagement.model import UserGroup
from user_engagement.outputs.atom import NEWEST, FeedEntry, afar, entry, feed
from user_engagement.outputs.output import Asset, Link
from user_engagement.outputs.publication import Publication
from user_engagement.queries import News

FOR_A_GROUP = 20
"""How many entries the feed for one user group has: more than happens to it in a year."""

_Written = dict[tuple[str, str], str]
"""Entries that are XML already, by the way home and their own path: most are in several feeds."""


def outputs(publication: Publication) -> Iterator[Asset]:
    """Yield the feeds. Illustrations have none: the bodies they name did not publish them."""
    catalogue, written = publication.catalogue, _Written()
    yield _feed(publication, publication.feeds.news(), "whats-new", publication.changes.news[:NEWEST], written)
    by_entry: dict[str, list[News]] = {}
    for each in publication.changes.news:
        by_entry.setdefault(queries.news_key(each.entry), []).append(each)
    for group in publication.told(catalogue.all(UserGroup)):
        if not queries.illustration(catalogue, group):
            found = queries.news_for(catalogue, group, by_entry)[:FOR_A_GROUP]
            yield _feed(publication, publication.feeds.news(group), f"users/{group.key}", found, written)


def _feed(publication: Publication, own: Link, page: str, newest: Sequence[News], written: _Written) -> Asset:
    here = afar(publication, own)
    template = publication.templates.get_template("feeds/news.html")
    in_words = publication.templates.get_template("parts/news.html").module.in_words  # type: ignore[attr-defined]
    entries = []
    for each in newest:
        path = f"whats-new/{queries.news_key(each.entry)}/{each.date.isoformat()}"
        if (here.base, path) not in written:
            title = (
                f"{queries.name(queries.subject(publication.catalogue, each.entry))}: {in_words(here, each).unescape()}"
            )
            content = template.render(here=here, news=each)
            given = FeedEntry(path, title, each.date, each.entry, content, published=each.date)
            written[here.base, path] = entry(here, given)
        entries.append(written[here.base, path])
    return feed(here, own, page, newest[0].date if newest else None, entries)
