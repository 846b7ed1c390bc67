"""A MkDocs hook that gives the site written by hand what our theme asks of the plugin."""

from typing import Any

from user_engagement.mkdocs_theme import Theme
from user_engagement.site import Site


def on_env(env: Any, config: Any, files: Any) -> Any:
    """Let templates find files of the theme and say phrases, as they do where the plugin runs."""
    return Theme(Site((), ()), files).equip(env)
