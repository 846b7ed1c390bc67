"""Plain data as YAML, laid out as our examples are."""

import re
from collections.abc import Mapping
from typing import Any

import yaml
from yaml.nodes import ScalarNode

INDENT = 2
_WIDTH = 120
_PARAGRAPHS = re.compile(r"\S.*(\n+.*\S)*\n?")
_LONG = 90
"""Text that is longer than this many characters starts on a line of its own."""


class _Dumper(yaml.SafeDumper):
    """Lists stand two spaces to the right of their key; days and times stay bare, as authors type them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML's
        return True


_Dumper.yaml_implicit_resolvers = {}
for _kind, _pattern, _first in (
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", "yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF", list("yYnNtTfFoO")),
    ("int", "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    (
        "float",
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        list("-+.0123456789"),
    ),
):
    _Dumper.add_implicit_resolver(f"tag:yaml.org,2002:{_kind}", re.compile(f"^(?:{_pattern})$"), _first)


def _text(dumper: yaml.SafeDumper, text: str) -> ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=_style(text))


def _style(text: str) -> str | None:
    if "\n" not in text:
        return ">" if len(text) > _LONG else None
    return "|" if _PARAGRAPHS.fullmatch(text) else '"'


_Dumper.add_representer(str, _text)


def block(value: Any, column: int, newline: str = "\n") -> str:
    """Return a mapping or list over several lines, without an indent on the first line or an end of the last."""
    lines = _dump(value, flow=False, width=_WIDTH - column).removesuffix("\n").split("\n")
    return newline.join([lines[0], *(" " * column * bool(line) + line for line in lines[1:])])


def after_key(value: Any, column: int, newline: str = "\n") -> str:
    """Return what follows the colon of a key that stands in this column."""
    return block({"k": value}, column, newline).removeprefix("k:")


def after_hyphen(value: Any, column: int, newline: str = "\n") -> str:
    """Return what follows the hyphen of a list item that stands in this column, and the space behind it."""
    return block([value], column, newline).removeprefix("- ")


def inline(value: Any) -> str:
    """Return a value as it stands between brackets on one line."""
    return _dump([value], flow=True, width=float("inf")).strip()[1:-1]


def pair(key: str, value: Any) -> str:
    """Return a key and its value as they stand between braces on one line."""
    return _dump({key: value}, flow=True, width=float("inf")).strip()[1:-1]


def _dump(value: Any, *, flow: bool, width: float) -> str:
    value = dict(value) if isinstance(value, Mapping) else value
    return yaml.dump(value, Dumper=_Dumper, default_flow_style=flow, sort_keys=False, allow_unicode=True, width=width)
