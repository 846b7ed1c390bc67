"""Edits of one YAML text: everything outside of what is edited stays, to the byte.

PyYAML says where things stand and writes what is new; the rest is cut and pasted. Each edit reads its
result and compares it with what was wanted, so that it is right or does not happen.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from user_engagement.writing import data, nodes, splices
from user_engagement.writing.splices import CannotEdit
from user_engagement.yaml_source import Trail


def put(text: str, trail: Trail, value: Any) -> str:
    """Return the text with this value at the trail; what is not there yet comes last in its mapping.

    Mappings and lists are compared with what is there: only what differs is written anew. Raises CannotEdit.
    """
    wanted = data.put(splices.read(text), trail, data.plain(value))
    return _checked(splices.put(text, trail, _to_write(value)), wanted)


def append(text: str, trail: Trail, value: Any) -> str:
    """Return the text with another item at the end of the list at the trail, which is made where there is none.

    Comments behind the last item that are indented further than its hyphen stay with it. Raises CannotEdit.
    """
    there = data.at(splices.read(text), trail)
    return insert(text, (*trail, len(there) if isinstance(there, list) else 0), value)


def insert(text: str, trail: Trail, value: Any) -> str:
    """Return the text with an item in a list, before the one that has this trail now. Raises CannotEdit."""
    wanted = data.insert(splices.read(text), trail, data.plain(value))
    return _checked(splices.insert(text, trail, _to_write(value)), wanted)


def remove(text: str, trail: Trail) -> str:
    """Return the text without what is at the trail, and the comments that belong to it.

    A list or mapping of which nothing would be left goes as well. Raises CannotEdit.
    """
    wanted = data.remove(splices.read(text), trail)
    return _checked(splices.remove(text, trail), wanted)


def comment(text: str, trail: Trail, lines: Sequence[str]) -> str:
    """Return the text with lines of comments below what is at the trail, in the column of its fields.

    Raises CannotEdit where it has no lines of its own.
    """
    node = nodes.find(text, trail)
    if node is None or nodes.is_flow(node):
        raise CannotEdit
    position = nodes.line_end(text, nodes.end(text, node))
    newline = splices.newline(text)
    new = "".join(f"{newline}{' ' * node.start_mark.column}# {line}" for line in lines)
    return _checked(text[:position] + new + text[position:], splices.read(text))


def _to_write(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _to_write(each) for key, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_to_write(each) for each in value]
    return str(value) if isinstance(value, date) else value


def _checked(result: str, wanted: Any) -> str:
    if splices.read(result) != wanted:
        raise CannotEdit
    return result
