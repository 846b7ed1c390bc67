"""The editing page at /admin/: Sveltia CMS, which is in this package, and what it has to know of the model."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

from user_engagement.forms.fields import OWN, SHARED, Field, section
from user_engagement.model import SECTIONS, SHARED_SECTIONS, Entry, Statement

FOLDER = "admin"
"""Where the page is on the site."""

_FILES = Path(__file__).parent / "admin"
_ICONS, _MONO, _SANS = "material-symbols-outlined", "noto-mono", "source-sans-3"
_PROGRAM = "sveltia-cms.js"
_SHIPPED = (
    "start.js",
    "page.js",
    "sveltia-cms.LICENSE.txt",
    "yaml.LICENSE.txt",
    *(f"fonts/{font}.{end}" for font in (_ICONS, _MONO, _SANS) for end in ("woff2", "LICENSE.txt")),
)
_FONT = re.compile(rf"https://cdn\.jsdelivr\.net/fontsource/fonts/({_ICONS}|{_MONO}|{_SANS})[^)/]*/[\w-]+\.woff2")


@dataclass(frozen=True)
class Repository:
    """Where the files are edited: `name` is "owner/repository" on GitHub.

    `sign_in` is the address of a service that signs people in at GitHub. Without one they sign in with an access token.
    """

    name: str
    branch: str = "main"
    sign_in: str = ""


def files(repository: Repository, folder: str, statements: Iterable[str]) -> Mapping[str, str | Path]:
    """Return the files of the editing page by path, each as its text or where it is.

    `folder` is the folder of statements, as it is called in the repository, and `statements` the ids of those that
    can be edited. Nothing else that anybody wrote is in these files: the page asks for it once somebody signed in.
    """
    shipped = {f"{FOLDER}/{name}": _FILES / name for name in _SHIPPED}
    config = json.dumps(configuration(repository, folder, statements), indent=1, ensure_ascii=False) + "\n"
    made = {"index.html": _page(repository, folder), "config.json": config, _PROGRAM: _program()}
    return {**{f"{FOLDER}/{name}": content for name, content in made.items()}, **shipped}


def configuration(repository: Repository, folder: str, statements: Iterable[str]) -> Field:
    """Return what the page has to know: the collection of a statement, the ids for it, and the rest as Sveltia has it.

    All statements have the same fields, so they are told once. The page makes a collection for each.
    """
    return {"statements": list(statements), "collection": _statement(folder), "rest": _rest(repository, folder)}


def _rest(repository: Repository, folder: str) -> Field:
    return {
        "load_config_file": False,
        "backend": _backend(repository),
        "publish_mode": "editorial_workflow",
        "media_folder": folder,
        "show_preview_links": False,
        "app_title": "Edit the statements",
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": True},
        "collections": [_shared(folder)],
    }


def _backend(repository: Repository) -> Field:
    told: Field = {"name": "github", "repo": repository.name, "branch": repository.branch}
    if repository.sign_in:
        return told | {"base_url": repository.sign_in, "auth_methods": ["oauth", "token"]}
    return told | {"auth_methods": ["token"]}


def _statement(folder: str) -> Field:
    kinds: dict[str, type[Entry]] = {"statement": Statement, **SECTIONS}
    return _collection(OWN, OWN, f"{folder}/{OWN}") | {
        "nested": {"subfolders": False},
        "fields": [section(name, kind) for name, kind in kinds.items()],
    }


def _shared(folder: str) -> Field:
    fields = [section(name, kind) for name, kind in SHARED_SECTIONS.items()]
    return _collection(SHARED, "What statements share", folder) | {"fields": fields}


def _collection(name: str, label: str, folder: str) -> Field:
    """Return a collection of files. New ones are made by the command: here they would need a name and a folder."""
    told = {"name": name, "label": label, "folder": folder, "extension": "yml", "format": "statements"}
    return told | {"create": False, "delete": False, "thumbnail": False, "summary": "{{filename}}"}


def _page(repository: Repository, statements: str) -> str:
    files = f"https://github.com/{repository.name}/tree/{repository.branch}/{statements}"
    return (_FILES / "index.html").read_text(encoding="utf-8").replace("{files}", escape(files))


@cache
def _program() -> str:
    """Return Sveltia CMS with the fonts of this package in place of those of another server."""
    return _FONT.sub(r"fonts/\1.woff2", (_FILES / _PROGRAM).read_text(encoding="utf-8"))
