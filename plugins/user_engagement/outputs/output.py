"""What is published: pages and files, each at its path."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from user_engagement.outputs.addresses import Target
from user_engagement.problems import Place
from user_engagement.rendering import Heading
from user_engagement.words import MAIN


class Link(NamedTuple):
    """A file of the site by its path, and what it is called."""

    title: str
    path: str


class Alternate(NamedTuple):
    """The same page in another language: its code, what it calls itself, and where the page is."""

    language: str
    name: str
    target: Target


@dataclass(frozen=True)
class Page:
    """A page of the site.

    `path` is its Markdown file as site engines know it ("outcomes/bus/area-codes.md"), `body` its
    HTML from the first heading on, `place` where the YAML behind it stands, if in one place, `feeds` what
    programs can subscribe to here, `searched` whether a search leads here, `changed` the day of the newest thing
    on it, where one is known. `language` is the code of the one it is written in, and `alternates` the same in others.
    """

    path: str
    title: str
    body: str
    headings: tuple[Heading, ...]
    description: str
    place: Place | None = None
    feeds: tuple[Link, ...] = ()
    searched: bool = True
    changed: date | None = None
    language: str = MAIN
    alternates: tuple[Alternate, ...] = ()


@dataclass(frozen=True)
class Asset:
    """A file of the site that is not a page."""

    path: str
    content: bytes


Output = Page | Asset
