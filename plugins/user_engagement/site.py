"""The only pipeline: a folder of statements becomes a site."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from user_engagement import checks
from user_engagement.loading import load
from user_engagement.outputs import KINDS
from user_engagement.outputs.output import Output, Page
from user_engagement.outputs.publication import Publication
from user_engagement.problems import Problem
from user_engagement.rendering import environment
from user_engagement.visibility import public


@dataclass(frozen=True)
class Settings:
    """How a site is built.

    `as_at` is the moment for which it is true (UK time). `shown_as` is the folder's name in messages
    and edit links; `templates` a folder of templates that come before ours; `edit_url` an address
    with {file} and {line} in it; `index` is what addresses of pages end in: nothing, or "index.html";
    `site_url` is the address of the home page and `licence` a sentence about the data.
    """

    as_at: datetime
    shown_as: str | None = None
    templates: Path | None = None
    edit_url: str = ""
    index: str = ""
    site_url: str = ""
    licence: str = ""


@dataclass(frozen=True)
class Site:
    """What came of a build: what to publish (nothing where there are errors), and the problems by place."""

    outputs: tuple[Output, ...]
    problems: tuple[Problem, ...]
    publication: Publication | None

    @cached_property
    def pages(self) -> dict[str, Page]:
        """The pages among the outputs, by path."""
        return {output.path: output for output in self.outputs if isinstance(output, Page)}

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems because of which nothing is published."""
        return tuple(problem for problem in self.problems if problem.level == "error")


def check(folder: Path, as_at: datetime, shown_as: str | None = None) -> tuple[Problem, ...]:
    """Return all problems of a folder of statements, sorted by place."""
    loaded = load(folder, shown_as)
    return tuple(sorted((*loaded.problems, *checks.run(loaded, as_at.date()))))


@contextmanager
def _out_of_the_collectors_way() -> Iterator[None]:
    """Spare Python's garbage collector what is built: it would walk through every entry again and again.

    What an earlier build in the same process left is collected first.
    """
    was_on = gc.isenabled()
    gc.unfreeze()
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


@_out_of_the_collectors_way()
def build(folder: Path, settings: Settings) -> Site:
    """Turn a folder of statements into what is published at the moment `as_at`."""
    problems, publication = _publication(folder, settings)
    outputs = tuple(output for kind in KINDS for output in kind(publication)) if publication else ()
    return Site(outputs, problems, publication)


def _publication(folder: Path, settings: Settings) -> tuple[tuple[Problem, ...], Publication | None]:
    """Return all problems and, where there are no errors, what may be published; nothing else is kept in memory."""
    loaded = load(folder, settings.shown_as)
    problems = tuple(sorted((*loaded.problems, *checks.run(loaded, settings.as_at.date()))))
    if any(problem.level == "error" for problem in problems):
        return problems, None
    places = {address: origin.place() for address, origin in loaded.origins.items()}
    return problems, Publication(
        catalogue=public(loaded.catalogue, settings.as_at),
        as_at=settings.as_at.date(),
        templates=environment(settings.templates),
        place=lambda entry: places[entry.section, entry.key],
        edit_url=settings.edit_url,
        index=settings.index,
        site_url=settings.site_url,
        licence=settings.licence,
    )
