"""The end of an entry, whose address stays."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from user_engagement.editing.texts import Texts
from user_engagement.loading import Loaded
from user_engagement.model import Entry
from user_engagement.writing import Text


def withdrawal(folder: Path, loaded: Loaded, entry: Entry, told: Mapping[str, Any]) -> Mapping[Path, Text]:
    """Return the files that say that an entry ended: `told` are the fields of a withdrawal, empty ones left out.

    Raises OSError and CannotEdit.
    """
    texts = Texts(folder, loaded)
    texts.put(entry, ("withdrawn",), {name: value for name, value in told.items() if value})
    return texts.changed
