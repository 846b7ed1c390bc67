"""The stylesheet of all pages."""

from collections.abc import Iterator

from user_engagement.accent import STYLESHEET
from user_engagement.outputs.output import Asset
from user_engagement.outputs.publication import Publication

PATH = "assets/user-engagement/user-engagement.css"
_OWN = """
/* The colour that this site sets, and a lighter one for dark screens. */
:root {{ --ue-accent: {}; }}
@media screen and (prefers-color-scheme: dark) {{
  :root {{ --ue-accent: {}; }}
}}
"""


def outputs(publication: Publication) -> Iterator[Asset]:
    """Yield the stylesheet, with the site's own accent where it has one."""
    own = _OWN.format(*publication.accent) if publication.accent else ""
    yield Asset(PATH, STYLESHEET.read_bytes() + own.encode())
