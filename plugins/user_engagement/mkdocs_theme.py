"""What templates of the theme can ask: for its files, for words and pages in the language of a page."""

from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache, cached_property

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link
from mkdocs.structure.pages import Page

from user_engagement.model.language import TextByLanguage
from user_engagement.site import Site
from user_engagement.words import Words
from user_engagement.words.files import english


@dataclass(frozen=True)
class Theme:
    """The theme's view of a site and of the files that MkDocs has."""

    site: Site
    files: Files

    def equip(self, env: Environment) -> Environment:
        """Return an environment whose templates know these questions, the `folders` of languages and the filter `t`."""
        env.globals |= {"theme_file": cache(self.theme_file), "translated": self.translated}
        env.globals["accessibility_statement"] = self.accessibility_statement
        env.globals["folders"] = [each.folder for each in self.site.publications if each.folder]
        env.filters |= {"t": self.phrase, "named": self.named}
        return env

    def theme_file(self, pattern: str) -> str:
        """Return the path of the theme's file that matches a pattern such as "assets/stylesheets/main.*.min.css"."""
        found = next((file.url for file in self.files if fnmatch(file.src_uri, pattern)), None)
        if found is None:
            raise PluginError(f"The theme has no file {pattern}. This release needs mkdocs-material 9.8.")
        return found

    @pass_context
    def phrase(self, context: Context, english: str, /, **places: object) -> str:
        """Return a phrase in the language of the page that is being written."""
        return self._words(_language(context)).phrase(english, **places)

    @pass_context
    def named(self, context: Context, name: str) -> str:
        """Return as HTML what the site, or a page written by hand, is called in the language of the page."""
        told = self._words(_language(context)).named(name)
        return told.__html__() if isinstance(told, TextByLanguage) else told

    @pass_context
    def translated(self, context: Context, wanted: Page | Link | None) -> str:
        """Return the address of a page in the language of the one being written, or its own where it has none."""
        ours = self.site.pages.get(wanted.file.src_uri) if isinstance(wanted, Page) else None
        language = _language(context)
        for each in ours.alternates if ours else ():
            if each.language == language and (file := self.files.get_file_from_path(f"{each.target.page}/index.md")):
                return file.url
        return wanted.url if wanted else ""

    @pass_context
    def accessibility_statement(self, context: Context) -> str:
        """Return the address of the accessibility statement: as the site says, or of the page where one should be."""
        named: str = context["config"].extra.get("accessibility_statement", "")
        own = next((each.folder for each in self.site.publications if each.words.tag == _language(context)), "")
        places = (f"{folder}accessibility{end}" for folder in (own, "") for end in ("/index.html", ".html"))
        found = map(self._urls.get, places)
        return named or next(filter(None, found), "")

    @cached_property
    def _urls(self) -> dict[str, str]:
        return {file.dest_uri: file.url for file in self.files.documentation_pages()}

    def _words(self, language: str) -> Words:
        found = [each.words for each in self.site.publications]
        return next((words for words in found if words.tag == language), found[0] if found else english())


def _language(context: Context) -> str:
    page = context.get("page")
    return str(page.meta.get("language", "")) if page else ""
