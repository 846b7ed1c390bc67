"""Edits of several files of a folder of statements, collected before any is written."""

from pathlib import Path
from typing import Any

from user_engagement.loading import Loaded
from user_engagement.model import Entry
from user_engagement.model.entry import Trail
from user_engagement.writing import Text, put, text_of


class Texts:
    """The files that are changed, by their paths below the folder."""

    def __init__(self, folder: Path, loaded: Loaded) -> None:
        self._folder, self._loaded = folder, loaded
        self.changed: dict[Path, Text] = {}

    def put(self, entry: Entry, trail: Trail, value: Any) -> None:
        """Write a value at a trail inside an entry. Raises OSError and CannotEdit."""
        origin = self._loaded.origins[entry.section, entry.key]
        path = Path(origin.places.file).relative_to(self._folder.as_posix())
        there = self.changed.get(path) or text_of(self._folder / path)
        self.changed[path] = Text(put(there.text, (*origin.trail, *trail), value), there.marked)
