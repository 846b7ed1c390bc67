"""MkDocs and ProperDocs: options, events, a log. Thin enough to read aloud."""

import re
from datetime import date
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils.templates import TemplateContext

from user_engagement import collector, embedding
from user_engagement.forms import editing_page
from user_engagement.mkdocs_options import UserEngagementConfig
from user_engagement.mkdocs_theme import Theme
from user_engagement.model import Statement
from user_engagement.outputs import output, stylesheet
from user_engagement.problems import Problem
from user_engagement.rendering import Heading, problem_list
from user_engagement.searching import searched
from user_engagement.site import Settings, Site, build

log = get_plugin_logger(__name__)

NOTHING_YET = Site((output.Page("index.md", "Preview", "", (), ""),), ())
"""What is previewed when the first build has errors: a page to show them on."""

EARLIEST = date(1970, 1, 1)
"""MkDocs counts the newest day of the sitemap in seconds from here, and none before it."""

THEME = Path(__file__).parent / "theme"
_ANCHOR = re.compile(r' id="([^"]+)"')


class UserEngagementPlugin(BasePlugin[UserEngagementConfig]):
    """Publishes user engagement statements from a folder of YAML."""

    _serving = False
    _site = NOTHING_YET
    """The last build without errors."""
    _errors: tuple[Problem, ...] = ()
    """What is wrong now, while previewing."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether somebody is previewing; MkDocs then keeps this object from build to build."""
        self._serving = command == "serve"

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add our overrides of Material, after the site's own, and our stylesheet, before the site's own."""
        if config.theme.name == "material" and str(THEME) not in config.theme.dirs:
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        if stylesheet.PATH not in config.extra_css:
            config.extra_css.insert(0, stylesheet.PATH)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Build before MkDocs empties the site folder, so that errors leave the earlier site whole."""
        self._as_at = self.config.moment()
        with collector.spared():
            site = build(_beside(config, self.config.statements), self._settings(config))
        self._report(site)
        self._site = self._site if site.errors else site

    @event_priority(50)
    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add what is published; a page that people wrote by hand at the same address stays."""
        by_hand = {file.dest_uri for file in files}
        for file in (*(_file(each, config) for each in self._site.outputs), *self._editing_page(config)):
            if file.dest_uri not in by_hand:
                files.append(file)
        return files

    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Give our pages their title; fill links and lists into pages that people wrote by hand."""
        page.update_date = self._as_at.date().isoformat()
        if self._site.publication:
            page.meta["feeds"] = self._site.publication.feeds.here(None, None)
        if ours := self._ours(page):
            page.meta.update(title=ours.title, description=ours.description, feeds=ours.feeds)
            page.meta.update(language=ours.language, alternates=self._alternates(ours))
            if ours.changed is None or ours.changed >= EARLIEST:
                page.update_date = ours.changed.isoformat() if ours.changed else ""
            page.edit_url = None
            if not ours.searched:
                page.meta["search"] = {"exclude": True}
            return ""
        embedder = self._embedder(page)
        return _told(embedder.lists(markdown)) if embedder else markdown

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put our HTML in place, with its headings for the table of contents and its anchors for link checks."""
        if ours := self._ours(page):
            html = ours.body
            page.toc = get_toc(_toc(ours.headings))
            page.present_anchor_ids = set(_ANCHOR.findall(html))
        elif embedder := self._embedder(page):
            html = _told(embedder.links(html))
        return problem_list(self._errors) + html if self._errors else html

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Spare MkDocs the work of rendering our pages, whose HTML is ready, as Markdown."""
        unlisted = self._site.pages.keys() - {page.file.src_uri for page in nav.pages}
        for file in files.documentation_pages():
            if file.abs_src_path is None and file.src_uri in unlisted:
                _Rendered(None, file, config)
        return nav

    @event_priority(100)
    def _before_search(self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        self._content = page.content
        if ours := self._ours(page):
            page.content = searched(page.content or "", _key(ours))

    @event_priority(-100)
    def _after_search(self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        page.content = self._content

    on_page_context = CombinedEvent(_before_search, _after_search)
    """Let the search, which reads pages in between, read words instead of parsing our HTML again."""

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Let our theme templates find files, words and translations."""
        return Theme(self._site, files).equip(env)

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Build again when a statement or a template changes."""
        for folder in filter(None, (self.config.statements, self.config.templates)):
            server.watch(str(_beside(config, folder)))
        return server

    def _editing_page(self, config: MkDocsConfig) -> list[File]:
        repository, publication = self.config.edited(), self._site.publication
        if repository is None or publication is None:
            return []
        statements = [each.id for each in publication.catalogue.all(Statement)]
        made = editing_page.files(repository, self.config.statements, statements)
        return [_made(config, path, what) for path, what in made.items()]

    def _embedder(self, page: Page) -> embedding.Embedder | None:
        if self._site.publication is None:
            return None
        file = page.file
        return embedding.Embedder(
            self._site.publication, file.src_uri, file.content_string, file.url.rpartition("/")[0]
        )

    def _alternates(self, ours: output.Page) -> list[tuple[str, str]]:
        publication = self._site.publication
        return [(each.language, publication.address(each.target)) for each in ours.alternates] if publication else []

    def _settings(self, config: MkDocsConfig) -> Settings:
        return Settings(
            as_at=self._as_at,
            shown_as=self.config.statements,
            templates=_beside(config, self.config.templates) if self.config.templates else None,
            edit_url=self.config.edit_url,
            index="" if config.use_directory_urls else "index.html",
            site_url=config.site_url or "",
            accent=self.config.accent,
            licence=Markup(config.copyright or "").striptags(),  # noqa: S704 - only to take tags out
            languages=self.config.codes(),
        )

    def _report(self, site: Site) -> None:
        for problem in site.problems:
            if problem.level == "warning":
                log.warning(str(problem))
        self._errors = site.errors if self._serving else ()
        if site.errors:
            told = "\n".join(["The statements have errors:", *map(str, site.errors)])
            if not self._serving:
                raise PluginError(told)
            log.error(told)

    def _ours(self, page: Page) -> output.Page | None:
        return self._site.pages.get(page.file.src_uri) if page.file.abs_src_path is None else None


class _Rendered(Page):
    """A page whose HTML is ready; MkDocs takes a page that a plugin has set as it is."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render nothing."""
        self.content = ""


def _told(embedded: embedding.Embedded) -> str:
    for problem in embedded.problems:
        log.warning(str(problem))
    return embedded.text


def _key(page: output.Page) -> str:
    """Return the key of the entry a page is about, by which data files name it."""
    return page.path.partition("/")[2].removesuffix("index.md").removesuffix("/")


def _file(each: output.Output, config: MkDocsConfig) -> File:
    content = "" if isinstance(each, output.Page) else each.content
    return File.generated(config, each.path, content=content, inclusion=InclusionLevel.NOT_IN_NAV)


def _made(config: MkDocsConfig, path: str, what: str | Path) -> File:
    if isinstance(what, Path):
        return File.generated(config, path, abs_src_path=str(what), inclusion=InclusionLevel.NOT_IN_NAV)
    return File.generated(config, path, content=what, inclusion=InclusionLevel.NOT_IN_NAV)


def _beside(config: MkDocsConfig, folder: str) -> Path:
    return Path(config.config_file_path).parent / folder


def _toc(headings: tuple[Heading, ...]) -> list[Any]:
    """Return headings as Python-Markdown's toc extension tells them: nested by level."""
    tokens: list[Any] = []
    for heading in headings:
        token = {"level": heading.level, "id": heading.anchor, "name": heading.html, "children": []}
        inner = tokens[-1]["children"] if tokens and heading.level > 2 else tokens  # noqa: PLR2004 - h3 inside h2
        inner.append(token)
    return tokens
