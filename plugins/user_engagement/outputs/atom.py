"""Atom feeds (RFC 4287) and their entries, with ids and days that no build changes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from user_engagement import queries
from user_engagement.model import Entry
from user_engagement.outputs.addresses import Target, below, root
from user_engagement.outputs.output import Asset, Link
from user_engagement.outputs.publication import Here, Publication

NEWEST = 100
"""How many entries a feed has."""

SINCE = date(2026, 1, 1)
"""The day from which ids are given out; a feed that has nothing yet says that it is as of that day."""

_NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOWHERE = "https://example.invalid/"
_END = "</feed>\n"


@dataclass(frozen=True)
class Afar(Here):
    """What is read away from the site: a template writes addresses in full, where that of the site is known."""

    @property
    def base(self) -> str:
        """The way to the home page."""
        return self.publication.site_url or root(self.path)

    def way(self, wanted: Target) -> str:
        """Return the address of a page."""
        return below(self.base, wanted, self.publication.index)


@dataclass(frozen=True)
class FeedEntry:
    """An entry of a feed: where it is for good ("outcomes/bus/codes"), what it says, when, and of what."""

    path: str
    title: str
    updated: date
    about: Entry
    content: str
    published: date | None = None
    summary: str = ""


def afar(publication: Publication, own: Link) -> Afar:
    """Return the place of a feed, for templates."""
    return Afar(publication, own.path.rpartition("/")[0], own.title, (), None)


def tag(publication: Publication, path: str) -> str:
    """Return a permanent id (RFC 4151) for what is at a path: the same on every day and in every build."""
    site = urlsplit(publication.site_url or _NOWHERE)
    return f"tag:{site.hostname},{SINCE.year}:{site.path.lstrip('/')}{path}"


def feed(here: Afar, own: Link, page: str, updated: date | None, entries: Iterable[str]) -> Asset:
    """Return a feed at its path, with the page that it tells of, and entries that are XML already."""
    publication = here.publication
    root_element = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": publication.words.tag})
    _add(root_element, "id", tag(publication, own.path))
    _add(root_element, "title", own.title)
    _add(root_element, "updated", _moment(updated or SINCE))
    _add(root_element, "link", rel="self", type="application/atom+xml", href=f"{here.base}{own.path}")
    _add(root_element, "link", rel="alternate", type="text/html", href=here.to(page))
    if publication.licence:
        _add(root_element, "rights", publication.licence)
    ET.indent(root_element)
    head = ET.tostring(root_element, encoding="unicode").removesuffix(_END.strip())
    text = f"<?xml version='1.0' encoding='utf-8'?>\n{head}{''.join(entries)}{_END}"
    return Asset(own.path, text.encode())


def entry(here: Afar, given: FeedEntry) -> str:
    """Return an entry of a feed as XML."""
    element = ET.Element("entry")
    _add(element, "id", tag(here.publication, f"{here.publication.folder}{given.path}"))
    _add(element, "title", given.title)
    _add(element, "updated", _moment(given.updated))
    if given.published:
        _add(element, "published", _moment(given.published))
    _add(element, "link", rel="alternate", type="text/html", href=here.link(given.about))
    organisation = here.catalogue.find(here.catalogue.statement_of(given.about).organisation)
    _add(_add(element, "author"), "name", queries.name(organisation))
    if given.summary:
        _add(element, "summary", given.summary)
    _add(element, "content", given.content, type="html")
    ET.indent(element)
    return ET.tostring(element, encoding="unicode") + "\n"


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, name, attributes)
    child.text = _NOT_IN_XML.sub("", text) or None
    return child


def _moment(day: date) -> str:
    """Return the first moment of a day; nothing is known more exactly than by its day."""
    return f"{day.isoformat()}T00:00:00Z"
