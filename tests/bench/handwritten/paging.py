"""Long lists, cut into pages of 100 entries."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from tests.bench.content import AS_AT
from tests.bench.handwritten.sheet import Crumb, Sheet, facts

from user_engagement.outputs.publication import PAGE_SIZE
from user_engagement.style import day

T = TypeVar("T")


def paged(
    path: str, title: str, crumbs: Sequence[Crumb], entries: Sequence[T], write: Callable[[Sheet, Sequence[T]], None]
) -> Iterator[Sheet]:
    """Yield the pages of a list; `write` writes the share of the entries that stands on a page."""
    last = -(-len(entries) // PAGE_SIZE)
    for number in range(1, last + 1):
        name = title if number == 1 else f"{title} (page {number} of {last})"
        sheet = Sheet(_page(path, number), name, crumbs)
        write(sheet, entries[(number - 1) * PAGE_SIZE : number * PAGE_SIZE])
        sheet.add(_others(sheet, path, number, last), "---", as_at())
        yield sheet


def as_at() -> str:
    """Return the end of a page that belongs to no statement."""
    return facts(("As at", day(AS_AT)))


def _others(sheet: Sheet, path: str, number: int, last: int) -> str:
    if last == 1:
        return ""
    links = [sheet.link(str(each), _page(path, each)) for each in range(1, last + 1)]
    if number > 1:
        links.insert(0, sheet.link("Previous page", _page(path, number - 1)))
    if number < last:
        links.append(sheet.link("Next page", _page(path, number + 1)))
    return " ".join(links)


def _page(path: str, number: int) -> str:
    return path if number == 1 else f"{path}/page-{number}"
