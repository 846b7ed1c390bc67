"""Our own fictitious statements in a second language in which every phrase of the interface stands in brackets.

What authors wrote stays English and is marked as such. Whatever else has letters outside brackets was not translated.
"""

import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml
from tests.hosts import ROOT

from user_engagement.words.files import COUNTED, PHRASES, SHIPPED, UNITS

LANGUAGE = "eo"
OPEN, CLOSE = "⟦", "⟧"
_VOID = {"br", "hr", "img", "input", "link", "meta", "rect", "circle", "line"}


def write(folder: Path) -> tuple[Path, Path]:
    """Write the statements, each with its title in both languages, and the words; return both folders."""
    statements, templates = folder / "statements", folder / "templates"
    shutil.copytree(ROOT / "statements", statements)
    for path in statements.rglob("*.yml"):
        content = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
        named = [(content["statement"], "title")] if "statement" in content else []
        named += [(each, "name") for each in content.get("organisations", ())]
        for entry, field in named:
            texts = entry[field] if isinstance(entry[field], dict) else {"en": entry[field]}
            entry[field] = {**texts, LANGUAGE: _in_brackets(texts["en"])}
        path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")
    (templates / "words").mkdir(parents=True)
    (templates / "words" / f"{LANGUAGE}.yml").write_text(yaml.safe_dump(_words(), allow_unicode=True), "utf-8")
    return statements, templates


def _words() -> dict[str, Any]:
    english = yaml.safe_load((SHIPPED / "en.yml").read_text("utf-8"))
    counted = {
        noun: {form: _in_brackets(text) for form, text in forms.items()} for noun, forms in english[COUNTED].items()
    }
    return {PHRASES: {phrase: _in_brackets(phrase) for phrase in english[PHRASES]}, COUNTED: counted, UNITS: {}}


def _in_brackets(phrase: str) -> str:
    return f"{OPEN}{phrase}{CLOSE}"


class Shown(HTMLParser):
    """Gathers what a page shows in its own language: its text without what is marked as being in another."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._open: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember whether what begins is in another language, or for programs."""
        given = dict(attrs)
        if tag not in _VOID:
            self._open.append(given.get("lang", LANGUAGE) != LANGUAGE or tag in ("code", "script"))
        if not any(self._open):
            self.text += f" {given.get('aria-label') or ''} "

    def handle_endtag(self, tag: str) -> None:
        """Forget what ends."""
        if tag not in _VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Keep what is in the language of the page."""
        if not any(self._open):
            self.text += data


def outside_brackets(body: str) -> str:
    """Return what a page shows that is not a phrase."""
    shown = Shown()
    shown.feed(body)
    depth, kept = 0, ""
    for letter in shown.text:
        depth += (letter == OPEN) - (letter == CLOSE)
        kept += letter if depth == 0 and letter != CLOSE else " "
    return kept
