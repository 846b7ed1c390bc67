"""An engine that cannot run the plugin builds the same pages from the folder that the command writes."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests import hosts
from tests.canary import shown_files

from user_engagement.cli import main

BARE = {"theme/main.html": "{{ page.content }}", "docs/style.css": ""}
SETTINGS = """\
site_name: Engagement
theme:
  name: null
  custom_dir: theme
markdown_extensions: [attr_list]
plugins:
"""


class Content(HTMLParser):
    """What a page says, where it links to, and which places on it can be linked to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str | None] = []
        self.places: list[str | None] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value for name, value in attrs if name == "href"]
        self.places += [value for name, value in attrs if name == "id" and tag != "h1"]

    def handle_data(self, data: str) -> None:
        self.words += data.split()


def contents(site: Path) -> dict[str, tuple[list[str], list[str | None], list[str | None]]]:
    pages = {path: Content(text.decode()) for path, text in hosts.tree(site).items() if path.endswith(".html")}
    return {path: (page.words, page.links, page.places) for path, page in pages.items()}


@pytest.mark.parametrize("case", ["hostile-text", "many-to-many", "adoption", "everything"])
def test_the_folder_says_what_the_plugin_says(case: str, tmp_path: Path):
    golden = hosts.tree(hosts.ROOT / "tests/golden" / case / "statements") or shown_files()
    statements = hosts.write(tmp_path / "one/statements", golden)
    hosts.write(tmp_path / "one", {**BARE, "mkdocs.yml": f"{SETTINGS}  - user-engagement:\n      as_at: 2026-11-23\n"})
    hosts.write(tmp_path / "two", {**BARE, "mkdocs.yml": f"{SETTINGS}  []\n"})
    main(["build", str(statements), "--to", str(tmp_path / "two/docs"), "--as-at", "2026-11-23"], standalone_mode=False)

    said, expected = contents(hosts.build(tmp_path / "two")), contents(hosts.build(tmp_path / "one"))

    assert sum(len(words) for words, _, _ in expected.values()) > 1000
    assert said == expected
