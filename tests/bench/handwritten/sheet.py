"""A page of Markdown as a person writes it, block by block."""

import posixpath
from collections.abc import Iterable, Sequence
from textwrap import indent

Crumb = tuple[str, str]
"""The title and the path of a page that leads here."""

HOME: Crumb = ("Home", "")


class Sheet:
    """A page at a path such as "needs/bus/area-codes"; paths of other pages are written the same way, "" is home."""

    def __init__(self, path: str, title: str, crumbs: Sequence[Crumb] = ()) -> None:
        self.path = path
        self._blocks = [" / ".join(self.link(*crumb) for crumb in crumbs)] if crumbs else []
        self.add(f"# {title}")

    def __str__(self) -> str:
        return "\n\n".join(self._blocks) + "\n"

    def add(self, *blocks: str) -> None:
        """Write blocks at the end of the page."""
        self._blocks += [block for block in blocks if block]

    def heading(self, level: int, anchor: str, text: str) -> None:
        """Write a heading that can be linked to."""
        self.add(f"{'#' * level} {text} {{ #{anchor} }}")

    def link(self, title: str, path: str, anchor: str = "") -> str:
        """Return a link to another page, or to an anchor on it."""
        page = posixpath.join(path, "index.md")
        way = posixpath.relpath(page, self.path or ".") if path != self.path else ""
        return f"[{title}]({way}{f'#{anchor}' if anchor else ''})"


def bullets(items: Iterable[str], mark: str = "-") -> str:
    """Return a list; an item may have several paragraphs."""
    return "\n\n".join(f"{mark}   {indent(item, '    ').lstrip()}" for item in items)


def facts(*pairs: tuple[str, str]) -> str:
    """Return a list of labels, each with what there is to say; labels without are left out."""
    return "\n".join(f"- **{label}:** {said}" for label, said in pairs if said)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
