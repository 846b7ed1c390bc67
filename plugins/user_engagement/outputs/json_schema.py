"""The JSON Schemas of what authors write, published for editors."""

from collections.abc import Iterator
from functools import cache

from user_engagement.editors import schemas
from user_engagement.outputs.output import Asset
from user_engagement.outputs.publication import Publication


def outputs(publication: Publication) -> Iterator[Asset]:
    """Yield a schema for the files of a statement and one for the files beside the statements."""
    yield from _assets()


@cache
def _assets() -> tuple[Asset, ...]:
    return tuple(Asset(f"schema/{name}", content) for name, content in schemas().items())
