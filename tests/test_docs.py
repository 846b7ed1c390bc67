"""What people read is complete and true: every option, command and field, and every example."""

import re
import shlex
import shutil
import tomllib
from datetime import datetime
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from tests.ferry import ferry
from tests.pages import DOCS, ROOT, blocks, kinds, read, sections

from user_engagement import frameworks
from user_engagement.cli import main
from user_engagement.embedding import Embed
from user_engagement.mkdocs_options import UserEngagementConfig
from user_engagement.model import SECTIONS, SHARED_SECTIONS, Part
from user_engagement.site import check

EXAMPLES = blocks("yaml")
MOMENT = datetime(2026, 11, 23, 9, 30)  # noqa: DTZ001 - UK time


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_loads(example: str, tmp_path: Path):
    block = EXAMPLES[example]
    names = set(yaml.safe_load(block))
    if names & {"site_name", "plugins"}:
        assert unknown_options(block) == []
    else:
        path = "shared.yml" if names <= set(SHARED_SECTIONS) else "bus/example.yml"
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(block, "utf-8")
        expected = ("dangling-reference", "no-header")
        assert [str(problem) for problem in check(tmp_path, MOMENT) if problem.code not in expected] == []


def test_the_first_mistake_of_a_beginner_is_told_as_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    statement, shared = (block for name, block in EXAMPLES.items() if name.startswith("first-statement"))
    (tmp_path / "statements" / "bus-passengers").mkdir(parents=True)
    (tmp_path / "statements" / "my-organisation.yml").write_text(shared, "utf-8")
    (tmp_path / "statements" / "bus-passengers" / "statement.yml").write_text(
        statement.replace("    title:", "    titles:"), "utf-8"
    )
    monkeypatch.chdir(tmp_path)

    assert len(statement.splitlines()) <= 15
    assert [str(problem) for problem in check(Path("statements"), MOMENT)] == list(
        map(str.strip, blocks("text")["first-statement.md-2"].splitlines())
    )


def test_the_first_statement_is_written_as_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    summary = "How many people take the bus. This is how we work with those who use our figures."
    answers = ["Bus passengers and their users", "Department of Travel", summary, "", "", "", ""]
    done = CliRunner().invoke(main, ["new", "statement", "--as-at", "2026-11-23"], input="\n".join(answers) + "\n")

    assert blocks("text")["first-statement.md-1"] in done.output
    assert done.exit_code == 0


def unknown_options(settings: str) -> list[str]:
    """The mistakes in what a settings file says to the plugin."""
    plugins = yaml.safe_load(settings)["plugins"]
    options: dict[str, object] = next((plugin["user-engagement"] for plugin in plugins if isinstance(plugin, dict)), {})
    config = UserEngagementConfig()
    config.load_dict(options)
    errors, warnings = config.validate()
    return [f"{name}: {mistake}" for name, mistake in [*errors, *warnings]]


def test_every_option_of_the_plugin_has_a_section():
    documented = [heading for heading in sections("options.md") if " " not in heading]
    assert documented == list(UserEngagementConfig())


@pytest.mark.parametrize("name", main.commands)
def test_every_command_has_a_section_with_its_options(name: str):
    documented = re.findall(r"^- `(--[a-z-]+)`:", sections("commands.md")[name], re.MULTILINE)
    options = [option.opts[0] for option in main.commands[name].params if option.opts[0].startswith("--")]
    help_text = CliRunner().invoke(main, [name, "--help"])

    assert sorted(documented) == sorted(options)
    assert help_text.exit_code == 0
    assert [option for option in documented if option not in help_text.output] == []


COMMANDS = sorted(
    {
        line.partition("user-engagement ")[2].partition(" > ")[0]
        for language in ("console", "powershell")
        for block in blocks(language).values()
        for line in block.replace("\\Scripts\\", "/").splitlines()
        if re.match(r"(.venv/)?user-engagement ", line)
    }
)


def survey(project: Path, *, themes: bool) -> None:
    """Put answers to a survey into a folder, a mapping for them, and beside it a sheet to sort what people wrote."""
    responses = shutil.copy(ROOT / "tests/surveys/microsoft-forms.csv", project / "responses.csv")
    suggested = CliRunner().invoke(main, ["survey", str(responses), "--suggest-mapping"])
    (project / "mapping.yml").write_text(suggested.stdout, "utf-8")
    if themes:
        CliRunner().invoke(main, ["survey", str(responses), "--coding-sheet", "../sorted.csv"])


@pytest.mark.parametrize("shown", COMMANDS)
def test_every_command_that_is_shown_can_be_called(shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    command = shlex.split(shown)
    project = tmp_path / "project"
    ferry(project / "statements")
    ferry(project / "examples")
    monkeypatch.chdir(project)
    for name in ("everything.xlsx", "ferry-times.xlsx", "ferry-times"):
        if command[0] == "import" and name == command[1]:
            CliRunner().invoke(main, ["export", "--to", name])
    if command[0] == "survey":
        survey(project, themes="--themes" in command)
    result = CliRunner().invoke(main, command)

    is_asked = command[0] == "new" and len(command) == 2
    assert (result.exit_code, isinstance(result.exception, (SystemExit, type(None)))) == (int(is_asked), True), (
        result.output
    )


def test_every_command_and_no_other_has_a_section():
    documented = [heading for heading in sections("commands.md") if heading.islower()]
    assert sorted(documented) == sorted(main.commands)


@pytest.mark.parametrize("name", kinds())
def test_every_field_says_what_it_is(name: str):
    kind = kinds()[name]

    assert [
        name for name, field in kind.model_fields.items() if not re.search(r"\w[.?]$", field.description or "")
    ] == []
    assert re.match(r"[A-Z].*\.", kind.__doc__ or "")


def test_the_field_reference_has_every_section():
    listed = re.findall(
        r"^## (.+)\n\n```user-engagement\nlist: fields\nsection: (.+)\n```$", read("fields.md"), re.MULTILINE
    )
    assert listed == [(name, name) for name in ("statement", *SECTIONS, *SHARED_SECTIONS)]


def test_the_field_reference_has_every_id_known_everywhere():
    listed = re.findall(r"^- \[`(.+)`\]\(entry:(\w+)/(.+)\): (.+)$", read("fields.md"), re.MULTILINE)
    practices = [practice for area in frameworks.osr_framework().practice_areas for practice in area.practices]
    known = [("practices", each.id, each.heading) for each in practices]
    known += [("methods", each.id, each.name) for each in frameworks.methods()]

    assert [(section, key, name) for _, section, key, name in listed] == known
    assert [shown for shown, _, key, _ in listed if shown != key] == []


def test_every_field_of_a_list_is_described():
    fields = re.findall(r"^\| `(\w+)` \|", sections("linking.md")["Lists"], re.MULTILINE)
    assert fields == [name for name in Embed.model_fields if name not in Part.model_fields]


def test_every_layer_is_in_the_picture_of_the_house():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = re.findall(r"\w+", " ".join(contracts[0]["layers"]))
    assert [layer for layer in layers if not re.search(rf"\b{layer}\b", sections("architecture.md")["The house"])] == []


def test_the_readme_is_one_screen_that_leads_with_two_commands():
    text = (ROOT / "README.md").read_text("utf-8")
    first = re.search(r"```console\n(.+?)```", text, re.DOTALL)

    assert len(text.splitlines()) <= 45
    assert first is not None
    assert re.findall(r"^make \w+", first[1], re.MULTILINE) == ["make site", "make test"]


@pytest.mark.parametrize("page", ["README.md", "CHANGELOG.md", "CONTRIBUTING.md"])
def test_links_to_files_of_the_repository_lead_somewhere(page: str):
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / page).read_text("utf-8"))
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_pictures_are_small():
    assert {picture.name for picture in DOCS.rglob("*.png") if picture.stat().st_size > 150_000} == set()


def test_this_version_is_in_the_list_of_changes():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert re.search(rf"^## .*\b{re.escape(version)}\b", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
