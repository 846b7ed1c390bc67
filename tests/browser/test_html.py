"""The Nu HTML Checker finds no error in any page, stylesheet or drawing of the site."""

import json
import shutil
import subprocess
from pathlib import Path

from tests.hosts import ROOT

CHECKER = ROOT / "tests/node/node_modules/vnu-jar/build/dist/vnu.jar"

# What the checker holds to be an error and is none: the file, what it says, how often.
KNOWN = {
    # CSS of SVG 2 (Fill and Stroke Module), in all browsers since 2017: the edge of a label lies below its letters.
    ("assets/user-engagement/user-engagement.css", "CSS: “paint-order”: Property “paint-order” doesn't exist."): 2,
}


def complaints(folder):
    """How often the checker says what of which file."""
    java = shutil.which("java")
    assert java, "This needs the program java."
    assert CHECKER.is_file(), "This needs `npm ci --ignore-scripts` in tests/node."
    options = ["--format", "json", "--errors-only", "--skip-non-html", "--also-check-css", "--also-check-svg"]
    done = subprocess.run([java, "-jar", CHECKER, *options, folder], capture_output=True, check=False)
    found: dict[tuple[str, str], int] = {}
    for message in json.loads(done.stderr)["messages"]:
        file = Path(message["url"].removeprefix("file:")).relative_to(folder).as_posix()
        found[file, message["message"]] = found.get((file, message["message"]), 0) + 1
    return found


def test_no_file_of_the_site_has_an_error(site):
    assert len(list(site.folder.rglob("*.html"))) > 100
    assert complaints(site.folder) == KNOWN


def test_the_checker_would_find_an_error(tmp_path):
    (tmp_path / "page.html").write_text("<!doctype html><html lang=en><title>A</title><p><h1>A</h2>", "utf-8")
    assert {file for file, _ in complaints(tmp_path)} == {"page.html"}
