"""The hand-written pages, taken apart for tests of what they say."""

import re
from collections.abc import Iterator
from pathlib import Path

from user_engagement.model import Part

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
_SHOWN = re.compile(r'^--8<-- "(.+)"\n', re.MULTILINE)


def read(page: str) -> str:
    """The Markdown of the page with this file name, with the files that it shows."""
    (path,) = DOCS.rglob(page)
    return _whole(path)


def _whole(path: Path) -> str:
    return _SHOWN.sub(lambda match: (ROOT / match[1]).read_text("utf-8"), path.read_text("utf-8"))


def sections(page: str) -> dict[str, str]:
    """The sections of a page: heading and text."""
    return dict(re.findall(r"^## (.+)\n((?:(?!## ).*\n?)*)", read(page), re.MULTILINE))


def blocks(language: str) -> dict[str, str]:
    """Every block of code in a language in the documentation, by its page and number."""
    return {
        f"{page.name}-{number}": block
        for page in sorted(DOCS.rglob("*.md"))
        for number, block in enumerate(
            re.findall(rf"^```{language}\n(.*?)^```$", _whole(page), re.MULTILINE | re.DOTALL), start=1
        )
    }


def kinds() -> dict[str, type[Part]]:
    """Everything with fields that an author fills in, by its name."""
    return {kind.__name__: kind for kind in _below(Part)}


def _below(kind: type[Part]) -> Iterator[type[Part]]:
    for each in kind.__subclasses__():
        yield from (each, *_below(each))
