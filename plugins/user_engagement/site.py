"""The only pipeline: a folder of statements becomes a site."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from user_engagement import checks
from user_engagement.accent import Accent
from user_engagement.loading import load
from user_engagement.model import Catalogue
from user_engagement.outputs import KINDS, ONCE
from user_engagement.outputs.output import Output, Page
from user_engagement.outputs.publication import Publication
from user_engagement.outputs.translations import Translations
from user_engagement.problems import Problem
from user_engagement.rendering import environment
from user_engagement.telling import told_in
from user_engagement.visibility import PublicCatalogue, public
from user_engagement.words import MAIN, Words
from user_engagement.words.files import words


@dataclass(frozen=True)
class Settings:
    """How a site is built.

    `as_at` is the moment for which it is true (UK time). `shown_as` is the folder's name in messages
    and edit links; `templates` a folder of templates that come before ours; `edit_url` an address
    with {file} and {line} in it; `index` is what addresses of pages end in: nothing, or "index.html";
    `site_url` is the address of the home page and `licence` a sentence about the data; `accent` is
    the site's own colour. `languages` are the codes of the languages in which it is told, the first one first.
    """

    as_at: datetime
    shown_as: str | None = None
    templates: Path | None = None
    edit_url: str = ""
    index: str = ""
    site_url: str = ""
    licence: str = ""
    languages: tuple[str, ...] = (MAIN,)
    accent: Accent | None = None


@dataclass(frozen=True)
class Site:
    """What came of a build: what to publish (nothing where there are errors), and the problems by place."""

    outputs: tuple[Output, ...]
    problems: tuple[Problem, ...]
    publications: tuple[Publication, ...] = ()
    """What may be published, in each language of the site."""

    @cached_property
    def pages(self) -> dict[str, Page]:
        """The pages among the outputs, by path."""
        return {output.path: output for output in self.outputs if isinstance(output, Page)}

    @property
    def publication(self) -> Publication | None:
        """What may be published, in the first language; nothing where there are errors."""
        return next(iter(self.publications), None)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems because of which nothing is published."""
        return tuple(problem for problem in self.problems if problem.level == "error")


def check(folder: Path, as_at: datetime, shown_as: str | None = None) -> tuple[Problem, ...]:
    """Return all problems of a folder of statements, sorted by place."""
    loaded = load(folder, shown_as)
    return tuple(sorted((*loaded.problems, *checks.run(loaded, as_at.date()))))


def build(folder: Path, settings: Settings) -> Site:
    """Turn a folder of statements into what is published at the moment `as_at`."""
    problems, publications = _publications(folder, settings)
    outputs = [output for each in publications for kind in KINDS for output in kind(each)]
    if publications:
        outputs += [output for kind in ONCE for output in kind(publications[0])]
    return Site(tuple(outputs), problems, tuple(publications))


def _publications(folder: Path, settings: Settings) -> tuple[tuple[Problem, ...], list[Publication]]:
    """Return all problems and, where there are no errors, what may be published in each language."""
    loaded = load(folder, settings.shown_as)
    found = [words(language, settings.templates) for language in settings.languages]
    of_words = [problem for _, problems in found for problem in problems]
    problems = tuple(sorted((*loaded.problems, *checks.run(loaded, settings.as_at.date()), *of_words)))
    if any(problem.level == "error" for problem in problems):
        return problems, []
    places = {address: origin.place() for address, origin in loaded.origins.items()}
    languages = tuple(each for each, _ in found)
    return problems, [
        Publication(
            catalogue=_public(loaded.catalogue, each, languages[0], settings.as_at),
            as_at=settings.as_at.date(),
            templates=environment(each, settings.templates),
            place=lambda entry: places[entry.section, entry.key],
            edit_url=settings.edit_url,
            index=settings.index,
            site_url=settings.site_url,
            licence=settings.licence,
            accent=settings.accent,
            translations=Translations(each, languages),
        )
        for each in languages
    ]


def _public(catalogue: Catalogue, words: Words, first: Words, moment: datetime) -> PublicCatalogue:
    """Return what may be read in a language; where it is English and the first, all texts are in it or marked."""
    if words is not first or first.language != MAIN:
        catalogue = told_in(catalogue, words.language, first.language)
    return public(catalogue, moment)
