"""Edits of one YAML text: everything outside of what is edited stays, to the byte.

PyYAML says where things stand and writes what is new; the rest is cut and pasted. Each edit reads its
result and compares it with what was wanted, so that it is right or does not happen.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from yaml.nodes import SequenceNode

from user_engagement.writing import data, nodes, splices
from user_engagement.writing.splices import CannotEdit
from user_engagement.yaml_source import Trail


def put(text: str, trail: Trail, value: Any) -> str:
    """Return the text with this value at the trail; what is not there yet comes last in its mapping.

    Mappings and lists are compared with what is there: only what differs is written anew. Raises CannotEdit.
    """
    return _checked(splices.put(text, trail, _to_write(value)), data.put(splices.read(text), trail, data.plain(value)))


def append(text: str, trail: Trail, value: Any) -> str:
    """Return the text with another item at the end of the list at the trail, which is made where there is none.

    Comments behind the last item that are indented further than its hyphen stay with it. Raises CannotEdit.
    """
    there = nodes.find(text, trail)
    length = len(there.value) if isinstance(there, SequenceNode) else 0
    return insert(text, (*trail, length), value)


def insert(text: str, trail: Trail, value: Any) -> str:
    """Return the text with an item in a list, before the one that has this trail now. Raises CannotEdit."""
    return _checked(
        splices.insert(text, trail, _to_write(value)), data.insert(splices.read(text), trail, data.plain(value))
    )


def remove(text: str, trail: Trail) -> str:
    """Return the text without what is at the trail, and the comments that belong to it.

    A list or mapping of which nothing would be left goes as well. Raises CannotEdit.
    """
    return _checked(splices.remove(text, trail), data.remove(splices.read(text), trail))


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
