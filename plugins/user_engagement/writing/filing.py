"""The file to which a new entry is added."""

from pathlib import Path, PurePosixPath

from user_engagement.loading import Loaded

_OF_A_LIST = 2
"""The length of the trail to an entry that stands in a section, not inside another entry."""


def file_for(folder: Path, loaded: Loaded, section: str, statement: str, otherwise: str) -> PurePosixPath:
    """Return the file below the folder that has entries of a section already, the last one; or another.

    `statement` is the id of the statement, empty for what belongs to none; `otherwise` the name of a file in it.
    """
    files = [
        origin.place().file
        for (each, key), origin in loaded.origins.items()
        if each == section and len(origin.trail) == _OF_A_LIST and _is_of(key, statement)
    ]
    if files:
        return PurePosixPath(max(files)).relative_to(folder.as_posix())
    return PurePosixPath(statement) / otherwise


def _is_of(key: str, statement: str) -> bool:
    return key.partition("/")[0] == statement if statement else "/" not in key
