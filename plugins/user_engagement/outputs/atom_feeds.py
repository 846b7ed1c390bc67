"""What became of feedback as Atom feeds (RFC 4287): of the whole site, and of each statement."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from markupsafe import Markup

from user_engagement import prose, queries
from user_engagement.model import Entry, Outcome, Statement
from user_engagement.outputs.addresses import Target, below, root, target
from user_engagement.outputs.output import Asset, Link
from user_engagement.outputs.publication import Here, Publication

NEWEST = 100
"""How many outcomes a feed has."""

SINCE = date(2026, 1, 1)
"""The day from which ids are given out; a feed that has no outcome yet says that it is as of that day."""

_NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOWHERE = "https://example.invalid/"


@dataclass(frozen=True)
class Afar(Here):
    """What is read away from the site: a template writes addresses in full, where that of the site is known."""

    @property
    def base(self) -> str:
        """The way to the home page."""
        return self.publication.site_url or root(self.path)

    def to(self, page: str, anchor: str = "") -> str:
        """Return the address of a page by its path."""
        return below(self.base, Target(page, anchor), self.publication.index)

    def link(self, entry: Entry) -> str:
        """Return the address at which an entry is shown."""
        return below(self.base, target(self.catalogue, entry), self.publication.index)

    def prose(self, text: str) -> Markup:
        """Return an author's text as safe HTML."""
        return prose.to_html(text, self.base)

    def href(self, written: str) -> str:
        """Return an author's address for a link."""
        return prose.address(written, self.base)


def outputs(publication: Publication) -> Iterator[Asset]:
    """Yield the feeds. Illustrations have none and are in none: the bodies they name did not publish them."""
    catalogue = publication.catalogue
    statements = [each for each in catalogue.all(Statement) if not queries.illustration(catalogue, each)]
    own: dict[str, list[Outcome]] = {each.id: [] for each in statements}
    newest = [each for each in queries.newest_outcomes(catalogue, publication.as_at) if each.statement_id in own]
    for outcome in newest:
        own[outcome.statement_id].append(outcome)
    yield _feed(publication, publication.feeds()[0], "outcomes", newest)
    for each in statements:
        yield _feed(publication, publication.feeds(each)[0], f"statements/{each.id}", own[each.id])


def tag(publication: Publication, path: str) -> str:
    """Return a permanent id (RFC 4151) for what is at a path: the same on every day and in every build."""
    site = urlsplit(publication.site_url or _NOWHERE)
    return f"tag:{site.hostname},{SINCE.year}:{site.path.lstrip('/')}{path}"


def _feed(publication: Publication, own: Link, page: str, outcomes: Sequence[Outcome]) -> Asset:
    here = Afar(publication, own.path.rpartition("/")[0], own.title, (), None)
    dated = [each for each in outcomes if queries.updated(each, here.as_at) > date.min][:NEWEST]
    feed = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "en-GB"})
    _add(feed, "id", tag(publication, own.path))
    _add(feed, "title", own.title)
    _add(feed, "updated", _moment(queries.updated(dated[0], here.as_at) if dated else SINCE))
    _add(feed, "link", rel="self", type="application/atom+xml", href=f"{here.base}{own.path}")
    _add(feed, "link", rel="alternate", type="text/html", href=here.to(page))
    if publication.licence:
        _add(feed, "rights", publication.licence)
    for outcome in dated:
        feed.append(_entry(here, outcome))
    ET.indent(feed)
    return Asset(own.path, ET.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n")


def _entry(here: Afar, outcome: Outcome) -> ET.Element:
    entry = ET.Element("entry")
    _add(entry, "id", tag(here.publication, f"outcomes/{outcome.key}"))
    _add(entry, "title", outcome.title)
    _add(entry, "updated", _moment(queries.updated(outcome, here.as_at)))
    if outcome.published:
        _add(entry, "published", _moment(outcome.published))
    _add(entry, "link", rel="alternate", type="text/html", href=here.link(outcome))
    organisation = here.catalogue.find(here.catalogue.statement_of(outcome).organisation)
    _add(_add(entry, "author"), "name", queries.name(organisation))
    if outcome.summary:
        _add(entry, "summary", prose.plain(outcome.summary))
    _add(entry, "content", _content(here, outcome), type="html")
    return entry


def _content(here: Afar, outcome: Outcome) -> str:
    done = queries.actions_of(here.catalogue, outcome)
    return here.publication.templates.get_template("feeds/outcome.html").render(here=here, entry=outcome, done=done)


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, name, attributes)
    child.text = _NOT_IN_XML.sub("", text) or None
    return child


def _moment(day: date) -> str:
    """Return the first moment of a day; nothing is known more exactly than by its day."""
    return f"{day.isoformat()}T00:00:00Z"
