"""The stylesheet of all pages."""

from collections.abc import Iterator
from importlib.resources import files

from user_engagement.outputs.output import Asset
from user_engagement.outputs.publication import Publication

PATH = "assets/user-engagement/user-engagement.css"


def outputs(publication: Publication) -> Iterator[Asset]:
    """Yield the stylesheet."""
    yield Asset(PATH, files("user_engagement").joinpath("assets/user-engagement.css").read_bytes())
