"""The two sites that are compared: one built by the plugin, one of the same pages written by hand."""

from pathlib import Path

from tests.bench import content
from tests.bench.handwritten import markdown

import user_engagement
from user_engagement.as_at import moment
from user_engagement.outputs.output import Output, Page
from user_engagement.site import Settings, build

OURS, BY_HAND = SIDES = ("ours", "by-hand")
"""The folders of the two sites."""

PACKAGE = Path(user_engagement.__file__).parent

SITE_URL = "https://example.org/engagement/"

SETTINGS = f"""\
site_name: User engagement with official statistics
site_url: {SITE_URL}
theme:
  name: material
  font: false
  language: en-GB
  custom_dir: {PACKAGE / "theme"}
nav:
  - Home: index.md
  - Get involved: get-involved/index.md
  - Outcomes: outcomes/index.md
  - Statements: statements/index.md
  - Users: users/index.md
  - Needs: needs/index.md
  - Commitments: commitments/index.md
  - Coverage: coverage/index.md
  - Organisations: organisations/index.md
  - Data: data/index.md
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

WITH_PLUGIN = f"""\
plugins:
  - search
  - user-engagement:
      as_at: {content.AS_AT}
"""

WITHOUT_PLUGIN = f"""\
plugins:
  - search
hooks:
  - {Path(__file__).with_name("theme_hook.py")}
"""


def write(folder: Path, statements: int) -> None:
    """Write both sites of so many statements, each into a folder of its own."""
    content.write(content.content(statements), folder / OURS / "statements")
    _write(folder / OURS / "docs/about.md", "# About\n")
    _write(folder / OURS / "mkdocs.yml", SETTINGS + WITH_PLUGIN)
    for output in published(folder / OURS / "statements"):
        text = markdown(output) if isinstance(output, Page) else output.content
        _write(folder / BY_HAND / "docs" / output.path, text)
    _write(folder / BY_HAND / "docs/about.md", "# About\n")
    _write(folder / BY_HAND / "mkdocs.yml", SETTINGS + WITHOUT_PLUGIN)


def published(statements: Path) -> tuple[Output, ...]:
    """Return what the plugin makes of a folder of statements."""
    return build(statements, Settings(moment(content.AS_AT), site_url=SITE_URL)).outputs


def _write(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
