"""The two sites that are compared: one built by the plugin, one of the same pages written by hand."""

from datetime import datetime, time
from pathlib import Path

from tests.bench import content
from tests.bench.handwritten import markdown

import user_engagement
from user_engagement.outputs.output import Output, Page
from user_engagement.site import Settings, build

PACKAGE = Path(user_engagement.__file__).parent

SETTINGS = f"""\
site_name: User engagement with official statistics
site_url: https://example.org/engagement/
theme:
  name: material
  font: false
  language: en-GB
  custom_dir: {PACKAGE / "theme"}
nav:
  - Home: index.md
  - Statements: statements/index.md
  - Outcomes: outcomes/index.md
  - Needs: needs/index.md
  - Commitments: commitments/index.md
  - Organisations: organisations/index.md
  - Framework: framework/index.md
not_in_nav: "*"
markdown_extensions:
  - admonition
  - attr_list
  - tables
  - toc:
      permalink: true
extra:
  generator: false
extra_css:
  - assets/user-engagement/user-engagement.css
validation:
  anchors: warn
  links:
    unrecognized_links: warn
"""

OURS = f"""\
plugins:
  - search
  - user-engagement:
      as_at: {content.AS_AT}
"""

BY_HAND = f"""\
plugins:
  - search
hooks:
  - {Path(__file__).with_name("theme_hook.py")}
"""


def write(folder: Path, statements: int) -> None:
    """Write both sites of so many statements into a folder: "ours" and "by-hand"."""
    content.write(content.content(statements), folder / "ours/statements")
    _write(folder / "ours/docs/about.md", "# About\n")
    _write(folder / "ours/mkdocs.yml", SETTINGS + OURS)
    for output in published(folder / "ours/statements"):
        text = markdown(output) if isinstance(output, Page) else output.content
        _write(folder / "by-hand/docs" / output.path, text)
    _write(folder / "by-hand/docs/about.md", "# About\n")
    _write(folder / "by-hand/mkdocs.yml", SETTINGS + BY_HAND)


def published(statements: Path) -> tuple[Output, ...]:
    """Return what the plugin makes of a folder of statements."""
    return build(statements, Settings(datetime.combine(content.AS_AT, time.max))).outputs


def _write(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
