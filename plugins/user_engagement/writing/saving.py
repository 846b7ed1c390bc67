"""Writes files of a folder of statements, all of them or none, after a check of what the folder would be."""

import os
import shutil
import tempfile
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from user_engagement.problems import Problem
from user_engagement.site import check


class CannotSave(Exception):  # noqa: N818 - not a fault of the program
    """A file or folder cannot be written; nothing was changed. Says which and why."""


@dataclass(frozen=True)
class Text:
    """What stands in a file, and whether a byte order mark stands before it, as Windows' Notepad writes it."""

    text: str = ""
    marked: bool = False


def text_of(path: Path) -> Text:
    """Read a file for editing; it is empty if there is none. Raises OSError and UnicodeDecodeError."""
    found = path.read_bytes() if path.exists() else b""
    return Text(found.removeprefix(BOM_UTF8).decode("utf-8"), found.startswith(BOM_UTF8))


def content(text: Text) -> bytes:
    """Return the bytes of a file."""
    return BOM_UTF8 * text.marked + text.text.encode("utf-8")


def save(
    folder: Path, files: Mapping[Path, Text], moment: datetime, moved: Mapping[Path, Path] = MappingProxyType({})
) -> tuple[Problem, ...]:
    """Write files, by their paths below the folder, unless the folder would then have errors that it has not now.

    `moved` are folders in it that get another name before. Returns the errors, in which case nothing is written.
    Raises CannotSave.
    """
    if errors := new_errors(folder, files, moment, moved):
        return errors
    with _moved({folder / old: folder / new for old, new in moved.items()}):
        write({folder / path: content(text) for path, text in files.items()})
    return ()


@contextmanager
def _moved(folders: Mapping[Path, Path]) -> Iterator[None]:
    """Give folders other names, and the old ones again where what follows cannot be done."""
    done: list[tuple[Path, Path]] = []
    try:
        for old, new in folders.items():
            old.rename(new)
            done.append((old, new))
        yield
    except (OSError, CannotSave) as fault:
        for old, new in done:
            new.rename(old)
        if isinstance(fault, CannotSave):
            raise
        message = f"{fault.filename} cannot get another name: {fault.strerror}. Nothing was changed."
        raise CannotSave(message) from None


def new_errors(
    folder: Path, files: Mapping[Path, Text], moment: datetime, moved: Mapping[Path, Path] = MappingProxyType({})
) -> tuple[Problem, ...]:
    """Return the errors that a folder would have with these files, and has not now."""
    with tempfile.TemporaryDirectory() as temporary:
        copy = Path(temporary) / "statements"
        if folder.exists():
            shutil.copytree(folder, copy, ignore=shutil.ignore_patterns(".*"))
        before = Counter(_moved_in(_told(each), folder, moved) for each in _errors(folder, moment, folder))
        for old, new in moved.items():
            (copy / old).rename(copy / new)
        for path, text in files.items():
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            (copy / path).write_bytes(content(text))
        after = _errors(copy, moment, folder)
    found = []
    for problem in after:
        before[_told(problem)] -= 1
        found += [problem] if before[_told(problem)] < 0 else []
    return tuple(found)


def _moved_in(told: str, folder: Path, moved: Mapping[Path, Path]) -> str:
    """Return what was told of a problem, as it is told once folders have other names."""
    for old, new in moved.items():
        told = told.replace(f"{(folder / old).as_posix()}/", f"{(folder / new).as_posix()}/")
    return told


def _errors(folder: Path, moment: datetime, shown_as: Path) -> list[Problem]:
    if not folder.exists():
        return []
    return [problem for problem in check(folder, moment, shown_as.as_posix()) if problem.level == "error"]


def _told(problem: Problem) -> str:
    """Return what is the same about a problem when lines above it come or go."""
    return f"{problem.place.file} {problem.field} {problem.code} {problem.message}"


def write(files: Mapping[Path, bytes]) -> None:
    """Write all of these files, or leave them all as they were. Raises CannotSave."""
    waiting: dict[Path, Path] = {}
    before: dict[Path, bytes | None] = {}
    try:
        for path, data in files.items():
            waiting[path] = _beside(path, data)
        for path, temporary in waiting.items():
            before[path] = path.read_bytes() if path.exists() else None
            temporary.replace(path)
    except OSError as error:
        _put_back(before)
        raise CannotSave(
            f"{error.filename or 'A file'} cannot be written: {error.strerror}. Nothing was changed."
        ) from None
    finally:
        for temporary in waiting.values():
            temporary.unlink(missing_ok=True)


def _beside(path: Path, data: bytes) -> Path:
    """Write a file of another name beside a path, with the permissions that files have there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if path.exists():
            shutil.copymode(path, temporary)
        else:
            umask = os.umask(0)
            os.umask(umask)
            temporary.chmod(0o666 & ~umask)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _put_back(before: Mapping[Path, bytes | None]) -> None:
    for path, data in before.items():
        if data is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(data)
