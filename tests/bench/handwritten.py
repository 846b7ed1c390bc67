"""The pages that the plugin publishes, as a person would write them: plain Markdown, word for word the same."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from textwrap import indent

from user_engagement.outputs.output import Page

_SPECIAL = re.compile(r"([\\`*_\[\]|])")
_INLINE = {"a", "abbr", "b", "br", "code", "em", "i", "small", "span", "strong", "sub", "sup", "time"}
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_VOID = {"br", "hr", "img", "input"}


@dataclass
class _Element:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["_Element | str"] = field(default_factory=list)

    def all(self, *tags: str) -> Iterator["_Element"]:
        for child in self.children:
            if isinstance(child, _Element):
                if child.tag in tags:
                    yield child
                else:
                    yield from child.all(*tags)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [_Element("body")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = _Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def markdown(page: Page) -> str:
    """Return a page as Markdown with headings, paragraphs, lists, tables and links to other Markdown files."""
    reader = _Reader()
    reader.feed(page.body)
    text = "\n\n".join(_Writer(page.path).blocks(reader.open[0])) + "\n"
    return text if page.searched else f"---\nsearch:\n  exclude: true\n---\n\n{text}"


class _Writer:
    def __init__(self, path: str) -> None:
        self._folder = posixpath.dirname(path)

    def blocks(self, parent: _Element) -> Iterator[str]:
        """Yield what stands in an element, block by block; words that stand loose between blocks are a paragraph."""
        loose: list[_Element | str] = []
        for child in parent.children:
            if isinstance(child, str) or child.tag in _INLINE:
                loose.append(child)
            else:
                yield from self._paragraph(loose, {})
                loose = []
                yield from self._block(child)
        yield from self._paragraph(loose, {})

    def _block(self, element: _Element) -> Iterator[str]:
        match element.tag:
            case "h1" | "h2" | "h3":
                yield f"{'#' * int(element.tag[1])} {self._words(element.children)}{_anchor(element.attributes)}"
            case "p":
                yield from self._paragraph(element.children, element.attributes)
            case "nav" if "ue-breadcrumbs" in element.attributes["class"]:
                yield " / ".join(self._words(each.children) for each in element.all("li"))
            case "ul" | "ol":
                mark = "-" if element.tag == "ul" else "1."
                yield _listing(mark, [self._item(each) for each in element.all("li")])
            case "dl":
                yield _listing("-", list(self._definitions(element)))
            case "table":
                yield from self._table(element)
            case "blockquote":
                yield indent("\n\n".join(self.blocks(element)), "> ", lambda line: True)
            case _:
                yield from self.blocks(element)

    def _paragraph(self, children: Iterable["_Element | str"], attributes: dict[str, str]) -> Iterator[str]:
        if words := self._words(children):
            yield words + _anchor(attributes, "\n")

    def _item(self, element: _Element) -> list[str]:
        first, *rest = self.blocks(element)
        return [first + _anchor(element.attributes, "\n"), *rest]

    def _definitions(self, element: _Element) -> Iterator[list[str]]:
        """Yield each term in bold, with what is said of it."""
        for each in element.all("dt", "dd"):
            if each.tag == "dt":
                term = f"**{self._words(each.children)}**"
            else:
                first, *rest = self.blocks(each)
                yield [term, first, *rest] if first.startswith(("-", "1.")) else [f"{term} {first}", *rest]

    def _table(self, element: _Element) -> Iterator[str]:
        yield from (self._words(caption.children) for caption in element.all("caption"))
        rows = [[self._words(cell.children) for cell in row.all("th", "td")] for row in element.all("tr")]
        rows.insert(1, ["---"] * len(rows[0]))
        yield "\n".join(f"| {' | '.join(row)} |" for row in rows)

    def _words(self, children: Iterable["_Element | str"]) -> str:
        return " ".join("".join(map(self._inline, children)).split())

    def _inline(self, child: "_Element | str") -> str:
        if isinstance(child, str):
            return _SPECIAL.sub(r"\\\1", child).replace("&", "&amp;").replace("<", "&lt;")
        if child.tag == "code":
            return f"`{''.join(map(str, child.children))}`"
        words = "".join(map(self._inline, child.children))
        if child.tag == "a":
            return f"[{words}]({self._address(child.attributes['href'])})"
        mark = "**" if "ue-status" in child.attributes.get("class", "") else _MARKS.get(child.tag, "")
        return f"{mark}{words.strip()}{mark}" if mark else words if child.tag in _INLINE - {"br"} else f" {words} "

    def _address(self, href: str) -> str:
        """Return a link as MkDocs checks it: the way to the Markdown file instead of the page's address."""
        way, hash_mark, anchor = href.partition("#")
        if ":" in way or not way:
            return href
        file = posixpath.join(way, "index.md") if way.endswith("/") else way
        return posixpath.relpath(posixpath.join("/", self._folder, file), f"/{self._folder}") + hash_mark + anchor


def _listing(mark: str, items: list[list[str]]) -> str:
    gap = "\n" if all(len(item) == 1 for item in items) else "\n\n"
    return gap.join(f"{mark:<4}{indent(gap.join(item), '    ').lstrip()}" for item in items)


def _anchor(attributes: dict[str, str], before: str = " ") -> str:
    return f"{before}{{ #{attributes['id']} }}" if "id" in attributes else ""
