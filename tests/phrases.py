"""Every phrase of the interface, found where it is said: in templates, pages and the lists of words of the model."""

import ast
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from jinja2 import Environment, nodes
from tests.hosts import ROOT

from user_engagement.rendering import environment
from user_engagement.words.files import english

PACKAGE = ROOT / "plugins" / "user_engagement"
SAYING = {"phrase", "Crumb"}
"""What takes a phrase as its first argument."""


def everywhere() -> list[str]:
    """Return every phrase, those of templates first, each once."""
    templates = chain.from_iterable(_in_template(path) for path in _templates())
    modules = chain.from_iterable(_in_module(path) for path in sorted(PACKAGE.rglob("*.py")))
    return [each for each in dict.fromkeys(chain(templates, modules)) if any(letter.isalpha() for letter in each)]


def _templates() -> list[Path]:
    shown = [path for path in (PACKAGE / "templates").rglob("*.html") if path.parent.name != "embeds"]
    return [*sorted(shown), *sorted((PACKAGE / "theme").rglob("*.html"))]


def _in_template(path: Path) -> Iterator[str]:
    tree = _environment().parse(path.read_text("utf-8"))
    for filtered in tree.find_all(nodes.Filter):
        if filtered.name == "t" and filtered.node:
            yield from _said(filtered.node)
    for words in tree.find_all(nodes.Dict):
        yield from (pair.value.value for pair in words.items if isinstance(pair.value, nodes.Const))


def _said(node: nodes.Expr) -> Iterator[str]:
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, nodes.CondExpr):
        yield from _said(node.expr1)
        yield from _said(node.expr2) if node.expr2 else ()


def _environment() -> Environment:
    made = environment(english()).overlay()
    made.filters |= {"url": str, "script_tag": str}
    return made


def _in_module(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and node.args and _name(node.func) in SAYING:
            yield from _constants(node.args[0])
        elif (
            isinstance(node, ast.Subscript)
            and _name(node.value) == "Literal"
            and path.parent.name in ("model", "queries")
        ):
            yield from _constants(node.slice)


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _constants(node: ast.expr) -> Iterator[str]:
    return (each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str))
