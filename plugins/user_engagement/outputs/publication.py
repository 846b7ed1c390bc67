"""What every kind of page and file is made from."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from textwrap import shorten
from typing import Any, TypeVar

from jinja2 import Environment
from markupsafe import Markup

from user_engagement import prose, queries
from user_engagement.model import Activity, Entry, Framework, Organisation, Statement, UserGroup
from user_engagement.outputs.addresses import (
    Target,
    below,
    calendar,
    coverage_of,
    feed,
    news_feed,
    relative,
    root,
    survey,
    target,
)
from user_engagement.outputs.browsing import Crumb, Pager
from user_engagement.outputs.changes import Changes
from user_engagement.outputs.output import Link, Page
from user_engagement.problems import Place
from user_engagement.rendering import headings
from user_engagement.visibility import PublicCatalogue

PAGE_SIZE = 100
"""How many entries a page of a long list shows."""

MAX_GIST = 160
"""How many characters of a text a list shows."""

T = TypeVar("T")


@dataclass(frozen=True)
class Publication:
    """Everything that may be published, on one day, and how it is written.

    `place` tells where an entry stands; `edit_url` is an address with {file} and {line} in it, or empty;
    `index` is what addresses of pages end in: nothing, or "index.html"; `site_url` is the address of the
    site's home page and `licence` a sentence, each empty where it is not known.
    """

    catalogue: PublicCatalogue
    as_at: date
    templates: Environment
    place: Callable[[Entry], Place]
    edit_url: str = ""
    index: str = ""
    site_url: str = ""
    licence: str = ""

    @cached_property
    def changes(self) -> Changes:
        """What happened on which day."""
        return Changes(self.catalogue, self.as_at)

    def page(  # noqa: PLR0913 - what a page is made of
        self,
        path: str,
        template: str,
        title: str,
        *,
        kind: str = "",
        crumbs: Sequence["Crumb"] = (),
        description: str = "",
        entry: Entry | None = None,
        searched: bool = True,
        changed: date | None = None,
        **context: Any,
    ) -> Page:
        """Return a page at a path ("" is home), written by the template of this name in pages/.

        `kind` says in the window's title what kind of page it is, where titles alone do not tell pages apart.
        `changed` is the day of the newest thing on a page that is not about one entry; of anything if left out.
        """
        here = Here(self, path, title, tuple(crumbs), entry)
        body = self.templates.get_template(f"pages/{template}.html").render(here=here, entry=entry, **context)
        return Page(
            path=f"{path}/index.md" if path else "index.md",
            title=f"{title} ({kind})" if kind else title,
            body=body,
            headings=headings(body),
            description=prose.plain(description),
            place=self.place(entry) if entry else None,
            feeds=(*self._own_feed(entry), *self.feeds(here.statement)),
            searched=searched,
            changed=changed or self.changes.of([entry] if entry else ()),
        )

    def address(self, wanted: Target) -> str:
        """Return the full address of a page; its path where the address of the site is not known."""
        return below(self.site_url, wanted, self.index)

    def feeds(self, statement: Statement | None = None) -> tuple[Link, ...]:
        """Return the feeds that tell what is new: of the whole site, and of a statement. Illustrations have none."""
        site = (Link("Outcomes of feedback", feed()), self.news_feed())
        if statement is None or queries.illustration(self.catalogue, statement):
            return site
        return (Link(f"Outcomes of feedback: {statement.title}", feed(statement.id)), *site)

    def news_feed(self, group: UserGroup | None = None) -> Link:
        """Return the feed of what is new, on the whole site or for a user group."""
        if group is None:
            return Link("What is new", news_feed())
        return Link(f"What is new for {group.name} ({self.catalogue.statement_of(group).title})", news_feed(group.key))

    def _own_feed(self, entry: Entry | None) -> tuple[Link, ...]:
        if not isinstance(entry, UserGroup) or queries.illustration(self.catalogue, entry):
            return ()
        return (self.news_feed(entry),)

    def paged(self, path: str, template: str, title: str, entries: Sequence[T], **context: Any) -> Iterator[Page]:
        """Yield the pages of a long list; the template finds its share in `entries` and the rest in `pager`.

        A search does not lead to them, since it leads to what they list.
        """
        last = max(1, -(-len(entries) // PAGE_SIZE))
        changed = self.changes.of(entries)
        for number in range(1, last + 1):
            share = entries[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
            pager = Pager(path, number, last, len(entries))
            name = title if number == 1 else f"{title} (page {number} of {last})"
            yield self.page(
                pager.page(number),
                template,
                name,
                entries=share,
                pager=pager,
                searched=False,
                changed=changed,
                **context,
            )


@dataclass(frozen=True)
class Here:
    """The page being written, for its template: where it is and what is the way to other pages."""

    publication: Publication
    path: str
    title: str
    crumbs: tuple[Crumb, ...]
    entry: Entry | None

    @property
    def as_at(self) -> date:
        """The day for which the page is true."""
        return self.publication.as_at

    @property
    def catalogue(self) -> PublicCatalogue:
        """Everything that may be published."""
        return self.publication.catalogue

    @property
    def statement(self) -> Statement | None:
        """The statement that the page is about or belongs to."""
        entry = self.entry
        return self.catalogue.statement_of(entry) if entry and entry.statement_id else None

    @property
    def organisation(self) -> Organisation | None:
        """The organisation that the page is about or belongs to."""
        if isinstance(self.entry, Organisation):
            return self.entry
        found = self.catalogue.find(self.statement.organisation) if self.statement else None
        return found if isinstance(found, Organisation) else None

    def to(self, page: str, anchor: str = "") -> str:
        """Return the way to a page by its path."""
        return relative(self.path, Target(page, anchor), self.publication.index)

    def link(self, entry: Entry) -> str:
        """Return the way to where an entry is shown."""
        return relative(self.path, target(self.catalogue, entry), self.publication.index)

    def edit(self, entry: Entry) -> str:
        """Return the address at which the YAML of an entry can be edited, empty where none is known."""
        place = self.publication.place(entry)
        return self.publication.edit_url.replace("{file}", place.file).replace("{line}", str(place.line))

    def prose(self, text: str) -> Markup:
        """Return an author's text as safe HTML."""
        return prose.to_html(text, root(self.path))

    def gist(self, text: str) -> str:
        """Return the beginning of an author's text on one line, for lists."""
        return shorten(prose.plain(text), width=MAX_GIST, placeholder=" …")

    def href(self, written: str) -> str:
        """Return an author's address for a link."""
        return prose.address(written, root(self.path))

    def results(self, activity: Activity) -> str:
        """Return the way to the file with the results of an activity's survey."""
        return self.href(survey(activity))

    def coverage(self, framework: Framework) -> str:
        """Return the way to what all statements show of a framework."""
        return relative(self.path, coverage_of(framework), self.publication.index)

    def calendar(self, statement: Statement | None = None) -> str:
        """Return the way to the calendar of the site, or of a statement; empty for an illustration, which has none."""
        if statement and queries.illustration(self.catalogue, statement):
            return ""
        return self.href(calendar(statement.id if statement else ""))
