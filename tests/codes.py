"""The codes of all problems that the package can tell, read from its source."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "plugins" / "user_engagement"
TREES = {path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")}
TABLES = ("messages.py", "yaml_syntax.py")
"""Modules with tables that end in a code and a sentence."""


def codes() -> set[str]:
    """Every code that is written where a code is expected."""
    return {
        given.value for given in given_as_code() if isinstance(given, ast.Constant) and isinstance(given.value, str)
    }


def computed() -> list[str]:
    """What stands where a code is expected and is neither a code nor one handed on."""
    handed_on = ("code", "refused.code", "finding.code", "problem.code")
    return [
        ast.unparse(given)
        for given in given_as_code()
        if not isinstance(given, ast.Constant | ast.Starred) and ast.unparse(given) not in handed_on
    ]


def given_as_code() -> Iterator[ast.expr]:
    """Yield what is given to everything that takes a code, and what stands before a sentence in tables."""
    shared = {name: position for tree in TREES.values() for name, position in takers(tree).items() if name[0] != "_"}
    for module, tree in TREES.items():
        taking = {**shared, **takers(tree)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (name := ast.unparse(node.func).removeprefix("self.")) in taking:
                yield argument(node, taking[name])
            elif module in TABLES and isinstance(node, ast.Tuple) and len(node.elts) > 1 and is_sentence(node.elts[-1]):
                yield node.elts[-2]


def takers(tree: ast.Module) -> dict[str, int]:
    """The classes and functions of a module with a parameter `code: str`, and which of their arguments that is."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            parameters = [ast.unparse(each) for each in parameters_of(node)]
            if "code: str" in parameters:
                found[node.name] = parameters.index("code: str")
    return found


def parameters_of(node: ast.ClassDef | ast.FunctionDef) -> list[ast.AST]:
    """The parameters of a function, or of making an object of a class."""
    if isinstance(node, ast.FunctionDef):
        return [each for each in node.args.args if each.arg != "self"]
    for each in node.body:
        if isinstance(each, ast.FunctionDef) and each.name == "__init__":
            return parameters_of(each)
    return [each for each in node.body if isinstance(each, ast.AnnAssign)]


def argument(call: ast.Call, position: int) -> ast.expr:
    """What a call gives for the code, by its name or at its place."""
    named = [each.value for each in call.keywords if each.arg == "code"]
    return named[0] if named else call.args[position]


def is_sentence(node: ast.expr) -> bool:
    """Say whether something is text for an author: it ends like a sentence, or has values filled in."""
    if isinstance(node, ast.Constant):
        return str(node.value).endswith(".")
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Name) and node.id.isupper())
