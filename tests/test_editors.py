"""Editors are told everything about the files that authors write, and nothing that is not so."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from tests.pages import ROOT, kinds

from user_engagement import editors
from user_engagement.cli import main
from user_engagement.commands.schema import ids
from user_engagement.model import SECTIONS, SHARED_SECTIONS

STATEMENTS = ROOT / "statements"
GOLDEN = sorted(path for path in (ROOT / "tests/golden").glob("*/statements") if path.is_dir())
SCHEMAS = {"statement": editors.statement_schema(), "shared": editors.shared_schema()}
ASKING = ROOT / "tests/node/editor.mjs"


class Core(yaml.SafeLoader):
    """Reads YAML as editors do: the core schema of YAML 1.2."""


Core.yaml_implicit_resolvers = {}
for name, pattern, first in (
    ("null", "~|null|", ["~", "n", ""]),
    ("bool", "true|false", ["t", "f"]),
    ("int", "[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)", list("-+.0123456789")),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(f"^(?:{pattern})$"), first)


def refused(folder: Path, schemas: dict[str, Any] = SCHEMAS) -> list[str]:
    """What editors would underline in a folder of statements."""
    found = []
    for path in sorted(folder.rglob("*.yml")):
        schema = Draft202012Validator(schemas["shared" if path.parent == folder else "statement"])
        errors = schema.iter_errors(yaml.load(path.read_text("utf-8"), Core))  # noqa: S506 - a safe loader
        found += [f"{path.relative_to(folder)} {'.'.join(map(str, error.path))}" for error in errors]
    return found


def properties(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, each in schema["properties"].items():
        yield name, each
    for kind, definition in schema["$defs"].items():
        for name, each in definition.get("properties", {}).items():
            yield f"{kind}.{name}", each


@pytest.mark.parametrize("folder", [STATEMENTS, *GOLDEN], ids=lambda folder: folder.parent.name)
def test_what_is_right_is_not_underlined(folder: Path):
    with_ids = {"statement": editors.statement_schema(ids(folder)), "shared": editors.shared_schema(ids(folder))}

    assert refused(folder) == []
    assert refused(folder, with_ids) == []


@pytest.mark.parametrize(
    "case", ["misspelt-field", "list-for-text", "misspelt-value", "misspelt-section", "fuzzy-date-in-words"]
)
def test_what_is_wrong_is_underlined(case: str):
    (folder,) = (path for path in (ROOT / "tests/invalid").glob(f"{case}/statements"))
    assert refused(folder) != []


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_every_field_has_a_title_and_says_what_it_is(schema: dict[str, Any]):
    Draft202012Validator.check_schema(schema)
    assert [name for name, each in properties(schema) if not {"title", "description"} <= set(each)] == []


def test_every_section_has_a_snippet_with_the_fields_it_needs():
    for name, kind in {**SECTIONS, **SHARED_SECTIONS}.items():
        schema = SCHEMAS["statement" if name in SECTIONS else "shared"]["$defs"][kind.__name__]
        (snippet,) = schema["defaultSnippets"]
        assert list(snippet["body"]) == [each for each in kind.model_fields if each in schema.get("required", [])]


def test_the_words_of_every_field_are_offered():
    offered = {word for schema in SCHEMAS.values() for word in words(schema)}
    assert [
        name
        for name, kind in kinds().items()
        if ".model." in kind.__module__ and not set(words(kind.model_json_schema())) <= offered
    ] == []


def words(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("enum", ())
        for each in schema.values():
            yield from words(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from words(each)


def test_the_schemas_of_this_repository_are_those_of_this_version():
    kept = {path.name: path.read_bytes() for path in (ROOT / editors.FOLDER).iterdir()}
    assert kept == editors.schemas(), "Run: user-engagement schema nowhere --to .vscode/user-engagement"


def test_the_command_prints_a_schema_or_writes_both(tmp_path: Path):
    def run(*arguments: str) -> str:
        result = CliRunner().invoke(main, ["schema", str(STATEMENTS), *arguments])
        assert result.exit_code == 0
        return result.output

    known = ids(STATEMENTS)
    assert json.loads(run()) == editors.statement_schema(known)
    assert json.loads(run("--shared")) == editors.shared_schema(known)
    assert run("--to", str(tmp_path)) == f"Wrote statement.json and shared.json into {tmp_path.as_posix()}.\n"
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == editors.schemas(known)


def test_where_nothing_can_be_written_the_command_says_so(tmp_path: Path):
    (tmp_path / "file").write_text("", "utf-8")
    result = CliRunner().invoke(main, ["schema", str(STATEMENTS), "--to", str(tmp_path / "file" / "x")])

    assert result.exit_code == 1
    assert re.fullmatch(r"Error: \S+ cannot be written: .+\. Nothing was changed\.\n", result.output)


# The program that stands behind YAML in VS Code and other editors.

TYPED = """\
# yaml-language-server: $schema=../../.vscode/user-engagement/statement.json
statement:
  title: Bus times
  organisation: travel
  orgnisation: travel

user_groups:
  - id: councils
    name: Councils

needs:
  - id: hours
    title: Figures by hour
    met: |
    user_groups: [councils]
    number: 4

outcomes:
  - |
""".replace("|", "")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the language server says of a file in which somebody is typing."""
    node = shutil.which("node")
    assert node, "This needs the program node."
    assert (ASKING.parent / "node_modules/yaml-language-server").is_dir(), "This needs `npm ci` in tests/node."
    project = tmp_path_factory.mktemp("editor")
    file = project / "statements/bus/statement.yml"
    file.parent.mkdir(parents=True)
    file.write_text(TYPED, "utf-8")
    (project / "statements/organisations.yml").write_text("organisations: [{id: travel, name: Travel}]\n", "utf-8")
    schemas = str(project / ".vscode/user-engagement")
    assert CliRunner().invoke(main, ["schema", str(project / "statements"), "--to", schemas]).exit_code == 0
    places = {
        "met": position("    met: "),
        "fields": (position("    user_groups: [councils]")[0], 4),
        "ids": (position("    user_groups: [councils]")[0], len("    user_groups: [")),
        "snippet": position("  - \n".rstrip("\n"), last=True),
        "hover": (position("    met: ")[0], 5),
    }
    done = subprocess.run(
        [node, ASKING, file.as_uri(), json.dumps(places)],
        input=TYPED,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def position(line: str, *, last: bool = False) -> tuple[int, int]:
    lines = TYPED.split("\n")
    number = len(lines) - 1 - lines[::-1].index(line) if last else lines.index(line)
    return number, len(line)


def test_the_language_server_completes_words(told: dict[str, Any]):
    assert {"met", "partly met", "not met", "not known"} <= {each["label"] for each in told["met"]}


def test_the_language_server_completes_fields_with_what_they_are(told: dict[str, Any]):
    fields = {each["label"]: each.get("documentation") for each in told["fields"]}
    assert "When it will be looked at again." in str(fields["revisit"])
    assert "title" not in fields


def test_the_language_server_offers_ids_that_exist(told: dict[str, Any]):
    assert "bus/councils" in {each["label"] for each in told["ids"]}


def test_the_language_server_fills_in_a_new_entry(told: dict[str, Any]):
    (snippet,) = [each for each in told["snippet"] if each["label"] == "outcome"]
    assert re.fullmatch(r"id: \$\{1:.+\}\n\s*title: \$\{2:.+\}\s*", snippet["insertText"])


def test_the_language_server_explains_a_field(told: dict[str, Any]):
    assert "How far it was met when first written down." in told["hover"]["contents"]["value"]


def test_the_language_server_underlines_what_is_wrong_and_no_more(told: dict[str, Any]):
    lines = TYPED.split("\n")
    underlined = {lines[each["range"]["start"]["line"]].strip() for each in told["diagnostics"]}
    assert underlined == {"orgnisation: travel", "number: 4", "met:", "-"}
