"""The house keeps its shape: small files, explicit lists, no clock below the adapters."""

import re
from importlib import import_module
from inspect import isfunction
from pathlib import Path

import pytest
from tests.hosts import ROOT

from user_engagement.checks import CHECKS
from user_engagement.outputs import KINDS, ONCE

PACKAGE = ROOT / "plugins" / "user_engagement"
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))
TEMPLATES = PACKAGE / "templates"
NOT_KINDS = {"output", "publication", "addresses", "atom", "browsing", "changes", "feeds", "translations", "__init__"}
CLOCK = re.compile(
    r"\b(date\.today|datetime\.(now|today|utcnow)|time\.(time|localtime|gmtime|monotonic)|fromtimestamp)\b"
)
USED = re.compile(r"""["']([a-z_]+/[a-z_-]+\.html|page\.html|problems\.html)["']""")


def test_every_output_is_registered():
    modules = {path.stem for path in (PACKAGE / "outputs").glob("*.py")} - NOT_KINDS

    assert sorted(kind.__module__.rpartition(".")[2] for kind in (*KINDS, *ONCE)) == sorted(modules)


def test_every_public_function_of_a_check_module_is_registered():
    names = {path.stem for path in (PACKAGE / "checks").glob("*.py")} - {"__init__", "finding"}
    modules = [import_module(f"user_engagement.checks.{name}") for name in names]
    functions = [each for module in modules for each in vars(module).items() if isfunction(each[1])]
    found = {each for name, each in functions if not name.startswith("_") and ".checks." in each.__module__}

    assert found == set(CHECKS)


def test_every_template_is_used():
    templates = {path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html")}
    texts = "".join(path.read_text("utf-8") for path in [*TEMPLATES.rglob("*.html"), *PACKAGE.rglob("*.py")])
    used = set(USED.findall(texts))
    used |= {f"pages/{name}.html" for name in re.findall(r'"([a-z_]+)"', "".join(outputs_sources()))}
    used |= {
        f"embeds/{name}.html" for name in re.findall(r'"([a-z_]+)"', (PACKAGE / "embedding.py").read_text("utf-8"))
    }

    assert templates - used == set()


def outputs_sources() -> list[str]:
    return [path.read_text("utf-8") for path in (PACKAGE / "outputs").glob("*.py")]


def test_only_as_at_reads_a_clock():
    assert [name for name in MODULES if CLOCK.search((PACKAGE / name).read_text("utf-8"))] == ["as_at.py"]


@pytest.mark.parametrize("name", MODULES)
def test_a_module_fits_on_a_few_screens(name: str):
    assert len((PACKAGE / name).read_text("utf-8").splitlines()) <= 250


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_template_uses_what_it_imports(path: Path):
    text = path.read_text("utf-8")
    imports = re.findall(r"{% from [^%]+ import ([^%]+) %}", text)
    rest = re.sub(r"{% from [^%]+ %}", "", text)

    assert [name for names in imports for name in names.split(", ") if not re.search(rf"\b{name}\b", rest)] == []
