"""Where things stand in a YAML text: what is edited, and where it ends."""

import re
from collections.abc import Iterator

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from user_engagement.yaml_source import Trail

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KEPT = re.compile(r"[|>][1-9]?\+")
_COMMENT = re.compile(r"(?<!\S)#[^\r\n]*")
_COMMENT_LINE = re.compile(r"( *)#")


def root(text: str) -> Node | None:
    """Return the node of a whole text; None where it has nothing but comments."""
    found = yaml.compose(text, Loader=_LOADER)
    return None if found is not None and is_empty(found) else found


def children(node: Node | None) -> list[tuple[str | int, Node | None, Node]]:
    """Return what is in a mapping or list: name or position, the node of the key, the node of the value."""
    if isinstance(node, MappingNode):
        return [(str(key.value), key, value) for key, value in node.value]
    if isinstance(node, SequenceNode):
        return [(position, None, value) for position, value in enumerate(node.value)]
    return []


def child(node: Node | None, step: str | int) -> tuple[Node | None, Node] | None:
    """Return the nodes of the key and the value of one thing in a mapping or list, if it is there."""
    return next(((key, value) for name, key, value in children(node) if name == step), None)


def find(text: str, trail: Trail) -> Node | None:
    """Return the node at a trail, if it is there."""
    node = root(text)
    for step in trail:
        found = child(node, step)
        node = found[1] if found else None
    return node


def is_empty(node: Node) -> bool:
    """Say whether nothing stands here, as behind the colon of a key without a value."""
    return isinstance(node, ScalarNode) and node.start_mark.index == node.end_mark.index


def is_flow(node: Node) -> bool:
    """Say whether something stands between brackets or braces."""
    return isinstance(node, CollectionNode) and bool(node.flow_style)


def end(text: str, node: Node) -> int:
    """Return where a node ends, without the blank lines and comments behind it."""
    if isinstance(node, CollectionNode) and not node.flow_style:
        return end(text, children(node)[-1][2])
    written = text[node.start_mark.index : node.end_mark.index]
    if isinstance(node, ScalarNode) and node.style in ("|", ">"):
        written = re.sub(r"\r?\n$", "", written) if _KEPT.match(written) else written.rstrip()
    return int(node.start_mark.index) + len(written)


def is_kept(text: str, node: Node) -> bool:
    """Say whether a node ends in a text whose blank lines at the end count."""
    while isinstance(node, CollectionNode) and not node.flow_style:
        node = children(node)[-1][2]
    return bool(_KEPT.match(text, node.start_mark.index))


def line_start(text: str, index: int) -> int:
    """Return where the line begins in which the index is."""
    return text.rfind("\n", 0, index) + 1


def line_end(text: str, index: int) -> int:
    """Return where the line ends in which the index is, before its line break."""
    found = text.find("\n", index)
    last = len(text) if found < 0 else found
    return last - (last > index and text[last - 1] == "\r")


def after_line(text: str, index: int) -> int:
    """Return where the line after that of the index begins."""
    found = text.find("\n", index)
    return len(text) if found < 0 else found + 1


def with_comments_below(text: str, index: int, column: int) -> int:
    """Return the end of the last comment line below that is indented further than the column, or of this line."""
    last, position = line_end(text, index), after_line(text, index)
    while position < len(text):
        stop = line_end(text, position)
        line = text[position:stop]
        if line.strip() and not ((found := _COMMENT_LINE.match(line)) and len(found[1]) > column):
            break
        last = stop if line.strip() else last
        position = after_line(text, position)
    return last


def with_comments_above(text: str, start: int, column: int) -> int:
    """Return where the comment lines begin that stand directly above a line and in its column."""
    while start:
        above = line_start(text, start - 1)
        found = _COMMENT_LINE.match(text[above:start])
        if not found or len(found[1]) != column:
            break
        start = above
    return start


def comment_behind(text: str, index: int) -> str:
    """Return the comment on the rest of a line, with the space before it; empty if there is none."""
    rest = text[index : line_end(text, index)]
    return rest.rstrip() if rest.lstrip().startswith("#") else ""


def comments_inside(text: str, node: Node) -> list[str]:
    """Return the comments that stand inside a node, outside of its texts."""
    spans = [(each.start_mark.index, end(text, each)) for each in _scalars(node)]
    start, stop = node.start_mark.index, end(text, node)
    return [
        match[0]
        for match in _COMMENT.finditer(text, start, stop)
        if not any(first < match.start() < last for first, last in spans) or _heads(text, match.start(), spans)
    ]


def _heads(text: str, index: int, spans: list[tuple[int, int]]) -> bool:
    """Say whether a comment stands on the line on which a text of several lines only begins."""
    headed = [first for first, last in spans if first < last and text[first] in "|>"]
    return any(first < index < line_end(text, first) for first in headed)


def _scalars(node: Node) -> Iterator[ScalarNode]:
    if isinstance(node, ScalarNode):
        yield node
    for _, key, value in children(node):
        yield from _scalars(key) if key else ()
        yield from _scalars(value)
