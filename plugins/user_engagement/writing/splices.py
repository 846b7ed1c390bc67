"""What each edit does to a text: cut and paste at the places that PyYAML tells."""

import re
from difflib import SequenceMatcher
from typing import Any

from yaml.nodes import MappingNode, Node, SequenceNode

from user_engagement import yaml_source
from user_engagement.writing import inline, nodes, snippets
from user_engagement.writing.data import at, plain
from user_engagement.yaml_source import Trail

_BLANK_LINE_LAST = re.compile(r"(?:^|\n)\r?\n\Z")
_LINE_BREAK_FIRST = re.compile(r"\A\r?\n")


class CannotEdit(Exception):  # noqa: N818 - not a fault of the program
    """A file is written in a way in which this place cannot be changed without risk to the rest."""


def read(text: str) -> Any:
    """Return what stands in a text. Raises CannotEdit where it cannot be read."""
    document = yaml_source.parse(text.encode(), "")
    if document.problems and document.problems[0].code != "empty-file":
        raise CannotEdit
    return document.value


def put(text: str, trail: Trail, value: Any) -> str:
    """Write a value at a trail, with what has to be around it."""
    if not trail:
        return _put_inside(text, trail, nodes.root(text), value)
    holder = nodes.find(text, trail[:-1])
    found = nodes.child(holder, trail[-1])
    if found is None:
        return _add(text, trail, holder, value)
    return _put_inside(text, trail, found[1], value)


def _put_inside(text: str, trail: Trail, node: Node | None, value: Any) -> str:
    """Write a value over another; of mappings and lists only what differs."""
    if isinstance(node, MappingNode) and isinstance(value, dict) and value:
        return _put_mapping(text, trail, node, value)
    if isinstance(node, SequenceNode) and isinstance(value, list) and value:
        return _put_list(text, trail, node, value)
    if node is None:
        return _at_the_end(text, snippets.block(value, 0, newline(text)))
    return _replace(text, trail, node, value)


def _put_mapping(text: str, trail: Trail, node: MappingNode, value: dict[str, Any]) -> str:
    for key, each in value.items():
        if plain(each) != at(read(text), (*trail, key)) or not nodes.child(nodes.find(text, trail), key):
            text = put(text, (*trail, key), each)
    for key in [str(name) for name, _, _ in nodes.children(node) if name not in value]:
        text = remove(text, (*trail, key))
    return text


def _put_list(text: str, trail: Trail, node: SequenceNode, value: list[Any]) -> str:
    before = [repr(each) for each in at(read(text), trail)]
    after = [repr(plain(each)) for each in value]
    for kind, old, old_end, new, new_end in reversed(SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes()):
        if kind == "equal":
            continue
        both = min(old_end - old, new_end - new)
        for position in range(both):
            text = put(text, (*trail, old + position), value[new + position])
        for each in reversed(value[new + both : new_end]):
            text = insert(text, (*trail, old + both), each)
        for position in reversed(range(old + both, old_end)):
            text = remove(text, (*trail, position))
    return text


def _replace(text: str, trail: Trail, node: Node, value: Any) -> str:
    holder = nodes.find(text, trail[:-1])
    stop = nodes.end(text, node)
    if holder is None:
        return snippets.block(value, 0, newline(text)) + text[stop:]
    if nodes.is_flow(holder):
        return inline.replace(text, holder, trail[-1], value)
    column = holder.start_mark.column
    if isinstance(trail[-1], str):
        key, _ = nodes.child(holder, trail[-1]) or (None, None)
        start = text.index(":", key.end_mark.index if key else 0) + 1
        new = snippets.after_key(value, column, newline(text))
    else:
        start = text.rindex("-", 0, node.start_mark.index + nodes.is_empty(node)) + 1
        new = " " + snippets.after_hyphen(value, column, newline(text))
    inside = [] if nodes.is_empty(node) else nodes.comments_inside(text, node)
    return text[:start] + _with_comments(new, inside, text, stop)


def _with_comments(new: str, inside: list[str], text: str, stop: int) -> str:
    """Return what is new and the rest of the text, with the comments that stood in what was there before."""
    behind = nodes.comment_behind(text, stop)
    first, line_break, others = new.partition(newline(text))
    kept = " ".join(inside)
    if line_break or kept:
        first += f"  {kept}" * bool(kept) + behind
        stop += len(behind)
    return first + line_break + others + text[stop:]


def _add(text: str, trail: Trail, holder: Node | None, value: Any) -> str:
    """Add what is not there yet, with what has to be around it."""
    step = trail[-1]
    if isinstance(holder, SequenceNode) and isinstance(step, int):
        return insert(text, trail, value)
    if not isinstance(holder, MappingNode):
        return put(text, trail[:-1], [value] if isinstance(step, int) else {step: value})
    if nodes.is_flow(holder):
        return inline.add(text, holder, snippets.pair(str(step), value))
    column = holder.start_mark.column
    new = snippets.block({str(step): value}, column, newline(text))
    if len(trail) == 1:
        return _at_the_end(text, new)
    position = nodes.line_end(text, nodes.end(text, holder))
    return text[:position] + newline(text) + " " * column + new + text[position:]


def insert(text: str, trail: Trail, value: Any) -> str:
    """Write an item into a list, before the one that has this trail now."""
    holder = nodes.find(text, trail[:-1])
    if not isinstance(holder, SequenceNode):
        return put(text, trail[:-1], [value])
    position = int(trail[-1])
    if nodes.is_flow(holder):
        return inline.insert(text, holder, position, value)
    column, line_break = holder.start_mark.column, newline(text)
    new = f"- {snippets.after_hyphen(value, column, line_break)}"
    gap = line_break * _apart(text, holder, value)
    if position >= len(holder.value):
        stop = nodes.with_comments_below(text, nodes.end(text, holder), column)
        return f"{text[:stop]}{line_break}{gap}{' ' * column}{new}{text[stop:]}"
    start = _hyphen(text, holder, position)
    line = nodes.line_start(text, start)
    if not text[line:start].strip():
        start = nodes.with_comments_above(text, line, column) + column
    return f"{text[:start]}{new}{line_break}{gap}{' ' * column}{text[start:]}"


def remove(text: str, trail: Trail) -> str:
    """Cut out what is at a trail, and what would be empty then."""
    if not trail:
        return ""
    holder = nodes.find(text, trail[:-1])
    there = nodes.children(holder)
    position = next((index for index, each in enumerate(there) if each[0] == trail[-1]), None)
    if holder is None or position is None:
        raise CannotEdit
    if len(there) == 1:
        return remove(text, trail[:-1])
    if nodes.is_flow(holder):
        return inline.remove(text, there, position)
    column = holder.start_mark.column
    if isinstance(trail[-1], int):
        start = _hyphen(text, holder, position)
        stop = nodes.with_comments_below(text, nodes.end(text, there[position][2]), column)
    else:
        key = there[position][1]
        start = key.start_mark.index if key else 0
        stop = nodes.line_end(text, nodes.end(text, there[position][2]))
    return _cut(text, start, stop, column)


def _cut(text: str, start: int, stop: int, column: int) -> str:
    """Cut out whole lines with the comments above them and one of the blank lines around them."""
    line = nodes.line_start(text, start)
    if text[line:start].strip():  # behind the hyphen of a list item: the next thing takes its place
        return text[:start] + text[stop:].lstrip("\r\n ")
    before = text[: nodes.with_comments_above(text, line, column)]
    behind = text[nodes.after_line(text, stop) :]
    if not behind.strip() or _is_outside(behind, column):
        return _BLANK_LINE_LAST.sub("\n", before) + behind
    if _BLANK_LINE_LAST.search(before) or before.rstrip().endswith(":"):
        behind = _LINE_BREAK_FIRST.sub("", behind)
    return before + behind


def _is_outside(behind: str, column: int) -> bool:
    """Say whether the next line has text that begins before a column."""
    return behind[0] not in "\r\n" and len(behind) - len(behind.lstrip(" ")) < column


def _at_the_end(text: str, new: str) -> str:
    line_break = newline(text)
    kept = text if not text or text.endswith("\n") else text + line_break
    return f"{kept}{line_break * bool(text.strip())}{new}{line_break}"


def _hyphen(text: str, holder: Node, position: int) -> int:
    """Return where the hyphen of a list item stands."""
    if position == 0:
        return int(holder.start_mark.index)
    previous = nodes.end(text, nodes.children(holder)[position - 1][2])
    start = nodes.line_end(text, previous)
    column = holder.start_mark.column
    while not text[start:].startswith("-", column) or text[start : start + column].strip():
        start = nodes.after_line(text, start)
        if start >= len(text):
            raise CannotEdit
    return start + column


def _apart(text: str, holder: SequenceNode, value: Any) -> bool:
    """Say whether a blank line stands between the items of a list; where there is one item, entries get one."""
    if nodes.is_kept(text, holder):
        return False
    if len(holder.value) > 1:
        second = nodes.with_comments_above(
            text, nodes.line_start(text, _hyphen(text, holder, 1)), holder.start_mark.column
        )
        return bool(_BLANK_LINE_LAST.search(text[:second]))
    return isinstance(value, dict) and holder.start_mark.column <= snippets.INDENT


def newline(text: str) -> str:
    """Return the line break that a text uses."""
    return "\r\n" if "\r\n" in text else "\n"
