"""Cut and paste between brackets and braces, where everything may stand on one line."""

from typing import Any

from yaml.nodes import Node, SequenceNode

from user_engagement.writing import nodes, snippets


def replace(text: str, holder: Node, step: str | int, value: Any) -> str:
    """Write a value over another."""
    found = nodes.child(holder, step)
    key, node = found or (None, holder)
    start, stop = node.start_mark.index, node.end_mark.index
    if key is not None:
        start = key.start_mark.index
        return text[:start] + snippets.pair(str(step), value) + text[stop:]
    return text[:start] + snippets.inline(value) + text[stop:]


def remove(text: str, there: list[tuple[str | int, Node | None, Node]], position: int) -> str:
    """Cut out one thing with the comma that belongs to it."""

    def starts(index: int) -> int:
        return int((there[index][1] or there[index][2]).start_mark.index)

    if position + 1 < len(there):
        return text[: starts(position)] + text[starts(position + 1) :]
    return text[: nodes.end(text, there[position - 1][2])] + text[nodes.end(text, there[position][2]) :]


def add(text: str, holder: Node, new: str) -> str:
    """Write what is new behind the last thing."""
    there = nodes.children(holder)
    stop = nodes.end(text, there[-1][2]) if there else holder.start_mark.index + 1
    return f"{text[:stop]}{', ' * bool(there)}{new}{text[stop:]}"


def insert(text: str, holder: SequenceNode, position: int, value: Any) -> str:
    """Write an item into a list, before the one that has this position now."""
    if position >= len(holder.value):
        return add(text, holder, snippets.inline(value))
    start = holder.value[position].start_mark.index
    return f"{text[:start]}{snippets.inline(value)}, {text[start:]}"
