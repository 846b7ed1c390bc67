"""What our pages are put together from, each part with examples: one file for the documentation and for the tests."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from importlib.resources import files
from itertools import chain
from typing import Any

from jinja2 import Environment

from user_engagement import frameworks, yaml_source
from user_engagement.model import SECTIONS, SHARED_SECTIONS, Catalogue, Entry, Statement
from user_engagement.outputs.addresses import HOME, Target
from user_engagement.outputs.browsing import Crumb, Pager, home_crumb
from user_engagement.outputs.output import Alternate
from user_engagement.outputs.publication import Here, Publication
from user_engagement.problems import Place
from user_engagement.visibility import public

FILE = files("user_engagement").joinpath("components.yml")
STATEMENT = "bus-passengers"
_KINDS: dict[str, type[Entry]] = {"statement": Statement, **SECTIONS, **SHARED_SECTIONS}
_CRUMBS = (home_crumb(), Crumb("Statements", Target("statements")))
_ALTERNATES = (Alternate("cy", "Cymraeg", Target(HOME)),)
_PAGER = Pager("outcomes", number=2, last=3, total=250)


@dataclass(frozen=True)
class Example:
    """What an author writes (empty where it is about no entry), how a template calls the part, and what that gives."""

    about: str
    write: str
    template: str
    html: str


@dataclass(frozen=True)
class Component:
    """A part of pages: its name, when to use it, and examples of it."""

    name: str
    use: str
    examples: tuple[Example, ...]


class _Here(Here):
    """A page of examples, whose links lead to nothing but the heading above."""

    def way(self, wanted: Target) -> str:  # noqa: ARG002 - all lead to one place
        """Return the way to the heading of the component."""
        return f"#{self.title.lower().replace(' ', '-')}"


def components(templates: Environment) -> Iterator[Component]:
    """Yield every part of pages, its examples written by these templates."""
    told = _parsed(FILE.read_text("utf-8"))
    for name, component in told["components"].items():
        examples = (
            Example(each.get("about", ""), each.get("write", ""), each["template"], _html(name, each, told, templates))
            for each in component["examples"]
        )
        yield Component(name, component["use"], tuple(examples))


def markdown(templates: Environment) -> str:
    """Return all of them as the text of a page in Markdown."""
    return "\n".join(
        text
        for component in components(templates)
        for text in (f"## {component.name}\n\n{component.use}", *map(_shown, component.examples))
    )


def _shown(example: Example) -> str:
    html = "\n".join(line for line in example.html.splitlines() if line.strip())
    about = f"{example.about}:\n\n" if example.about else ""
    write = f"An author writes:\n\n```yaml\n{example.write}```\n\n" if example.write else ""
    return f"""{about}<div class="ue-example">
{html}
</div>

{write}A template says:

```jinja
{example.template}```
"""


def _html(name: str, example: dict[str, str], told: dict[str, str], templates: Environment) -> str:
    written = _entries(_parsed(example.get("write", "")))
    around = {section: each for section, each in _entries(_parsed(told["around"])).items() if section not in written}
    as_at = date.fromisoformat(told["as_at"])
    everything = (*frameworks.entries(), *chain(*around.values(), *written.values()))
    catalogue = public(Catalogue(everything), datetime.combine(as_at, time.max))
    publication = Publication(catalogue, as_at, templates, lambda entry: Place(FILE.name))
    entries = [catalogue.get(entry.section, entry.key) for entry in next(iter(written.values()), ())]
    here = _Here(publication, HOME, name, _CRUMBS, next(iter(entries), None), _ALTERNATES)
    template = templates.from_string(example["template"])
    return template.render(here=here, entry=here.entry, entries=entries, pager=_PAGER)


def _entries(written: dict[str, Any]) -> dict[str, list[Entry]]:
    """Return the entries of each section; only the header of a statement is no list."""
    return {
        section: [
            _entry(section, each) for each in (value if isinstance(value, list) else [{**value, "id": STATEMENT}])
        ]
        for section, value in written.items()
    }


def _entry(section: str, value: Any) -> Entry:
    statement = "" if section in SHARED_SECTIONS else STATEMENT
    return _KINDS[section].model_validate(value, context={"statement": statement})


def _parsed(text: str) -> Any:
    return yaml_source.parse(text.encode(), FILE.name).value or {}
