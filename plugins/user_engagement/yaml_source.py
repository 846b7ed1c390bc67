"""YAML to plain values, each with its place: text stays what the author typed."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml import events

from user_engagement import yaml_syntax
from user_engagement.model.text import HIDDEN
from user_engagement.problems import Place, Problem

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 40

Trail = tuple[str | int, ...]

_PLAIN_NULLS = ("", "~", "null")
_LINE_END = re.compile(r"\r\n|\r|\n")
_HARD_SPACE = re.compile(r"^[ -]*\u00a0", re.MULTILINE)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_Position = tuple[int, int]
"""Line and column, counted from 1; a plain pair, since there are a hundred thousand of them in a large site."""


@dataclass
class Places:
    """Where the values in one file stand, by their trails."""

    file: str
    values: dict[Trail, _Position] = field(default_factory=dict)

    def place(self, trail: Trail) -> Place:
        """Return the place of the value at this trail, or of the closest thing around it."""
        while trail and trail not in self.values:
            trail = trail[:-1]
        return Place(self.file, *self.values.get(trail, ()))


@dataclass
class Document:
    """What stood in one file: text, None, lists and mappings, with the places of values and of keys."""

    places: Places
    value: Any = None
    keys: dict[Trail, _Position] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, trail: Trail) -> Place:
        """Return the place of the value at this trail, or of the closest thing around it."""
        return self.places.place(trail)

    def key_place(self, trail: Trail) -> Place:
        """Return the place of the key at this trail, or of the closest thing around it."""
        return Place(self.places.file, *self.keys[trail]) if trail in self.keys else self.place(trail)


class _Refused(Exception):  # noqa: N818 - it carries a problem, it is not one
    def __init__(self, code: str, message: str, mark: Any = None) -> None:
        super().__init__(message)
        self.code, self.message, self.mark = code, message, mark


def read(path: Path, file: str) -> Document:
    """Read one YAML file; `file` is its name in messages. Whatever is wrong is among the problems."""
    try:
        content = path.read_bytes()
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        return _failed(Document(Places(file)), "unreadable-file", message, Place(file))
    return parse(content, file)


def parse(content: bytes, file: str) -> Document:
    """Read YAML from bytes; `file` is its name in messages."""
    document = Document(Places(file))
    try:
        text = _decode(content)
        _Builder(document, text).build()
    except _Refused as refused:
        _failed(document, refused.code, refused.message, _place(file, refused.mark))
    except yaml.MarkedYAMLError as error:
        _failed(document, *yaml_syntax.explain(error, text), _place(file, _inside(text, yaml_syntax.where(error))))
    return document


def _failed(document: Document, code: str, message: str, place: Place) -> Document:
    document.value = None
    document.problems = [Problem(place, code, "", message)]
    return document


def _decode(content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise _Refused("file-too-large", "The file is larger than 1 MiB. Split it into several files.")
    content = content.removeprefix(BOM_UTF8)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        message = "The file is not in UTF-8. Save it again and choose the encoding UTF-8."
        raise _Refused("not-utf-8", message, _mark_after(content[: error.start].decode("utf-8"))) from None
    if found := HIDDEN.search(text) or yaml.reader.Reader.NON_PRINTABLE.search(text):
        message = f"Here is an invisible character (U+{ord(found[0]):04X}). Delete it and type the passage again."
        raise _Refused("hidden-character", message, _mark_after(text[: found.start()]))
    if found := _HARD_SPACE.search(text):
        message = "This line starts with a space that YAML does not know. Delete it and press the space bar."
        raise _Refused("hidden-character", message, _mark_after(text[: found.end() - 1]))
    return text


@dataclass(frozen=True)
class _Mark:
    line: int
    column: int


def _mark_after(text: str) -> _Mark:
    *lines, last = _LINE_END.split(text)
    return _Mark(len(lines), len(last))


def _inside(text: str, mark: Any) -> Any:
    """Return the mark, or the end of the text where the parser points behind it."""
    end = _mark_after(text)
    return end if mark and mark.line > end.line else mark


def _place(file: str, mark: Any) -> Place:
    return Place(file, *_position(mark)) if mark else Place(file)


def _position(mark: Any) -> _Position:
    return mark.line + 1, mark.column + 1


class _Builder:
    """Turns parser events into values; refuses what could be confusing or harmful on the way."""

    def __init__(self, document: Document, text: str) -> None:
        self._document = document
        self._events: Iterator[events.Event] = yaml.parse(text, Loader=_LOADER)

    def build(self) -> None:
        documents = 0
        for event in self._events:
            if isinstance(event, events.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _Refused(
                        "several-documents",
                        "A line of three hyphens starts a second document. Remove it, or use two files.",
                        event.start_mark,
                    )
            elif isinstance(event, events.NodeEvent):
                self._document.value = self._value(event, ())
        if self._document.value is None:
            raise _Refused("empty-file", "The file is empty. Write something in it or delete it.")

    def _value(self, event: events.Event, trail: Trail) -> Any:
        self._refuse(event, trail)
        self._document.places.values[trail] = _position(event.start_mark)
        if isinstance(event, events.MappingStartEvent):
            return self._mapping(trail)
        if isinstance(event, events.SequenceStartEvent):
            return self._sequence(trail)
        return _scalar(event)

    def _mapping(self, trail: Trail) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        while not isinstance(event := next(self._events), events.MappingEndEvent):
            key = self._key(event)
            value_trail = (*trail, key)
            if key not in mapping:
                self._document.keys[value_trail] = _position(event.start_mark)
                mapping[key] = self._value(next(self._events), value_trail)
            else:
                self._twice(_place(self._document.places.file, event.start_mark), value_trail)
        return mapping

    def _sequence(self, trail: Trail) -> list[Any]:
        sequence: list[Any] = []
        while not isinstance(event := next(self._events), events.SequenceEndEvent):
            sequence.append(self._value(event, (*trail, len(sequence))))
        return sequence

    def _key(self, event: events.Event) -> str:
        self._refuse(event, ())
        if not isinstance(event, events.ScalarEvent):
            raise _Refused(
                "not-a-key", "A field name must be plain text. Quote text that starts with { or [.", event.start_mark
            )
        if event.value == "<<":
            raise _Refused("merge-key", "Merge keys (<<) are not allowed. Write the fields out.", event.start_mark)
        if not event.value.isprintable():
            message = "A field name is one word of letters. Remove the special characters."
            raise _Refused("not-a-key", message, event.start_mark)
        return str(event.value)

    def _twice(self, place: Place, trail: Trail) -> None:
        line, _ = self._document.keys[trail]
        self._document.problems.append(
            Problem(
                place,
                "duplicate-key",
                str(trail[-1]),
                f"This field is here twice; the first is on line {line}. Keep one of them.",
            )
        )
        kept, self._document = self._document, Document(Places(self._document.places.file))
        self._value(next(self._events), trail)
        self._document = kept

    def _refuse(self, event: events.Event, trail: Trail) -> None:
        if isinstance(event, events.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused(
                "anchor",
                yaml_syntax.ANCHOR,
                event.start_mark,
            )
        if getattr(event, "tag", None) not in (None, "!"):
            raise _Refused("tag", yaml_syntax.TAG, event.start_mark)
        if len(trail) > MAX_DEPTH:
            raise _Refused(
                "too-deep",
                f"Lists and fields are nested more than {MAX_DEPTH} deep. Write it flatter.",
                event.start_mark,
            )


def _scalar(event: Any) -> str | None:
    """Return text as typed; nothing at all, ~ and null are None unless quoted."""
    return None if not event.style and event.value in _PLAIN_NULLS else event.value
