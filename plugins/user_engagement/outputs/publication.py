"""What every kind of page and file is made from."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from textwrap import shorten
from typing import Any, TypeVar

from jinja2 import Environment
from markupsafe import Markup

from user_engagement import prose, queries
from user_engagement.accent import Accent
from user_engagement.model import Entry, Framework, Organisation, Statement
from user_engagement.model.language import in_language_of
from user_engagement.outputs.addresses import (
    Target,
    below,
    calendar,
    coverage_of,
    relative,
    root,
    target,
)
from user_engagement.outputs.browsing import Crumb, Pager
from user_engagement.outputs.changes import Changes
from user_engagement.outputs.feeds import Feeds
from user_engagement.outputs.output import Alternate, Page
from user_engagement.outputs.translations import Translations
from user_engagement.problems import Place
from user_engagement.rendering import headings
from user_engagement.visibility import PublicCatalogue
from user_engagement.words import Words
from user_engagement.words.files import english

PAGE_SIZE = 100
"""How many entries a page of a long list shows."""

MAX_GIST = 160
"""How many characters of a text a list shows."""
T = TypeVar("T")
E = TypeVar("E", bound=Entry)


@dataclass(frozen=True)
class Publication:
    """Everything that may be published, on one day, and how it is written.

    `place` tells where an entry stands; `edit_url` is an address with {file} and {line} in it, or empty;
    `index` is what addresses of pages end in: nothing, or "index.html"; `site_url` is the address of the
    site's home page and `licence` a sentence, each empty where it is not known; `accent` is the site's own colour.
    `translations` tell in which language it is written, and in which others the site is.
    """

    catalogue: PublicCatalogue
    as_at: date
    templates: Environment
    place: Callable[[Entry], Place]
    edit_url: str = ""
    index: str = ""
    site_url: str = ""
    licence: str = ""
    accent: Accent | None = None
    translations: Translations = field(default_factory=lambda: Translations(english(), (english(),)))

    @property
    def words(self) -> Words:
        """The words of the language in which it is written."""
        return self.translations.words

    @property
    def phrase(self) -> Callable[..., str]:
        """Says a phrase of the interface in the language, with its places filled."""
        return self.words.phrase

    @property
    def folder(self) -> str:
        """The folder of the files in this language: none for the first language of the site, else for example "cy/"."""
        home = self.translations.place(Target("")).page
        return f"{home}/" if home else ""

    def told(self, entries: Iterable[E]) -> list[E]:
        """Return the entries that have a page in this language."""
        return [each for each in entries if self.translations.tells(self.catalogue, each)]

    def where(self, entry: Entry) -> Target:
        """Return where an entry is shown: in this language, or in the first one where it is not told in this."""
        found = target(self.catalogue, entry)
        return self.translations.place(found) if self.translations.tells(self.catalogue, entry) else found

    @cached_property
    def changes(self) -> Changes:
        """What happened on which day."""
        return Changes(self.catalogue, self.as_at)

    @cached_property
    def feeds(self) -> Feeds:
        """What programs can subscribe to."""
        return Feeds(self.catalogue, self.words, self.folder)

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
        translated: bool = True,
        changed: date | None = None,
        **context: Any,
    ) -> Page:
        """Return a page at a path ("" is home), written by the template of this name in pages/.

        `kind` says in the window's title what kind of page it is, where titles alone do not tell pages apart.
        `changed` is the day of the newest thing on a page that is not about one entry; of anything if left out.
        `translated` says whether the other languages of the site have it as well.
        """
        own = self.translations.place(Target(path)).page
        alternates = self.translations.alternates(self.catalogue, path, entry) if translated else ()
        here = Here(self, own, title, tuple(crumbs), entry, alternates)
        body = self.templates.get_template(f"pages/{template}.html").render(here=here, entry=entry, **context)
        return Page(
            path=f"{own}/index.md".lstrip("/"),
            title=self.words.phrase("{title} ({kind})", title=str(title), kind=kind) if kind else str(title),
            body=body,
            headings=headings(body),
            description=prose.plain(description),
            place=self.place(entry) if entry else None,
            feeds=self.feeds.here(entry, here.statement),
            searched=searched,
            changed=changed or self.changes.of([entry] if entry else ()),
            language=self.words.tag,
            alternates=alternates,
        )

    def address(self, wanted: Target) -> str:
        """Return the full address of a page; its path where the address of the site is not known."""
        return below(self.site_url, wanted, self.index)

    def paged(self, path: str, template: str, title: str, entries: Sequence[T], **context: Any) -> Iterator[Page]:
        """Yield the pages of a long list; the template finds its share in `entries` and the rest in `pager`.

        A search does not lead to them, since it leads to what they list.
        """
        last = max(1, -(-len(entries) // PAGE_SIZE))
        changed = self.changes.of(entries)
        for number in range(1, last + 1):
            share = entries[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
            pager = Pager(path, number, last, len(entries))
            name = title
            if number > 1:
                name = self.words.phrase("{title} (page {number} of {last})", title=title, number=number, last=last)
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
    alternates: tuple[Alternate, ...] = ()

    @property
    def base(self) -> str:
        """The way to the home page of the site."""
        return root(self.path)

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

    def way(self, wanted: Target) -> str:
        """Return the way to a page of any language."""
        return relative(self.path, wanted, self.publication.index)

    def to(self, page: str, anchor: str = "", of: Entry | None = None) -> str:
        """Return the way to a page by its path, in the same language if what it is `of` is told in that."""
        wanted, is_told = Target(page, anchor), of is None or self.publication.told([of])
        return self.way(self.publication.translations.place(wanted) if is_told else wanted)

    def link(self, entry: Entry) -> str:
        """Return the way to where an entry is shown."""
        return self.way(self.publication.where(entry))

    def edit(self, entry: Entry) -> str:
        """Return the address at which the YAML of an entry can be edited, empty where none is known."""
        place = self.publication.place(entry)
        return self.publication.edit_url.replace("{file}", place.file).replace("{line}", str(place.line))

    def prose(self, text: str) -> Markup:
        """Return an author's text as safe HTML."""
        return prose.to_html(text, self.base)

    def gist(self, text: str) -> str:
        """Return the beginning of an author's text on one line, for lists."""
        return in_language_of(text, shorten(prose.plain(text), width=MAX_GIST, placeholder=" …"))

    def href(self, written: str) -> str:
        """Return an author's address for a link."""
        return prose.address(written, self.base)

    def coverage(self, framework: Framework) -> str:
        """Return the way to what all statements show of a framework."""
        return self.way(self.publication.translations.place(coverage_of(framework)))

    def calendar(self, statement: Statement | None = None) -> str:
        """Return the way to the calendar of the site, or of a statement; empty for an illustration, which has none."""
        if statement and queries.illustration(self.catalogue, statement):
            return ""
        return self.href(self.publication.folder + calendar(statement.id if statement else ""))
