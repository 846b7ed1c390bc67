"""What each edit means for plain data: the text has to read like this afterwards."""

from collections.abc import Mapping, Sequence
from typing import Any

from user_engagement.yaml_source import Trail


def plain(value: Any) -> Any:
    """Return data as reading gives it back: text, None, lists and mappings."""
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(each) for each in value]
    if isinstance(value, bool):
        return str(value).lower()
    return value if value is None else str(value)


def at(data: Any, trail: Trail) -> Any:
    """Return what is at a trail, or None."""
    for step in trail:
        if isinstance(step, int):
            data = data[step] if isinstance(data, list) and step < len(data) else None
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data


def put(data: Any, trail: Trail, value: Any) -> Any:
    """Return the data with a value at the trail; what is around it is made where it is not there."""
    if not trail:
        return value
    step, rest = trail[0], trail[1:]
    if isinstance(step, int):
        items = list(data or [])
        items[step : step + 1] = [put(at(items, (step,)), rest, value)]
        return items
    return {**(data or {}), step: put((data or {}).get(step), rest, value)}


def insert(data: Any, trail: Trail, value: Any) -> Any:
    """Return the data with an item in a list, before the one that has this trail now."""
    *holder, position = trail
    items = list(at(data, tuple(holder)) or [])
    items.insert(int(position), value)
    return put(data, tuple(holder), items)


def remove(data: Any, trail: Trail) -> Any:
    """Return the data without what is at the trail, and without what would be empty then."""
    if not trail:
        return None
    holder = at(data, trail[:-1])
    if len(holder) == 1:
        return remove(data, trail[:-1])
    if isinstance(holder, list):
        return put(data, trail[:-1], [each for position, each in enumerate(holder) if position != trail[-1]])
    return put(data, trail[:-1], {key: each for key, each in holder.items() if key != trail[-1]})
