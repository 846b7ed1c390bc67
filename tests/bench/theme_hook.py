"""A MkDocs hook that gives the site written by hand what our theme asks of the plugin: where the theme's files are."""

from fnmatch import fnmatch
from functools import cache
from typing import Any


def on_env(env: Any, config: Any, files: Any) -> Any:
    """Let templates find a file of the theme by its pattern, each pattern once."""

    @cache
    def theme_file(pattern: str) -> str:
        return str(next(file.url for file in files if fnmatch(file.src_uri, pattern)))

    env.globals["theme_file"] = theme_file
    return env
