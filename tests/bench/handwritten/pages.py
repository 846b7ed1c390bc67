"""The pages that the plugin publishes, as a person writes them: Markdown with headings, lists, tables and links."""

from collections.abc import Iterator

from tests.bench.content import Content
from tests.bench.handwritten import front, leaves, lists, outcomes, statement
from tests.bench.handwritten.sheet import Sheet
from tests.bench.handwritten.written import Written, written


def pages(made: Content) -> Iterator[tuple[str, str]]:
    """Yield each page: its Markdown file and its text."""
    for sheet in _sheets(made, written(made)):
        yield (f"{sheet.path}/index.md" if sheet.path else "index.md"), str(sheet)


def _sheets(made: Content, statements: list[Written]) -> Iterator[Sheet]:
    yield front.home(made, statements)
    yield front.framework(statements)
    yield from front.organisations(made, statements)
    yield from lists.statements(statements)
    yield from outcomes.sheets(statements)
    yield from lists.needs(statements)
    yield from lists.commitments(statements)
    for each in statements:
        yield statement.page(each, statements)
        yield from (leaves.outcome(each, outcome) for outcome in each.outcomes)
        yield from (leaves.need(each, need) for need in each.needs)
