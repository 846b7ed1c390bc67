"""What a reader on a slow telephone waits for: Lighthouse on pages of a built site, served compressed."""

import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any

LIGHTHOUSE = Path(__file__).parent / "node/node_modules/lighthouse/cli/index.js"
OPTIONS = ("--quiet", "--output=json", "--only-categories=performance,accessibility")
CHROMIUM = "--headless --no-sandbox --disable-gpu --disable-background-networking"
ROUNDS = 3

PAGES = {
    "Home": "",
    "A statement": "statements/bus-fares-in-northshire-1/",
    "All outcomes": "outcomes/",
}

FIGURES = {
    "Transferred (KiB)": ("total-byte-weight", 1024, ",.0f"),
    "First contentful paint (s)": ("first-contentful-paint", 1000, ".1f"),
    "Largest contentful paint (s)": ("largest-contentful-paint", 1000, ".1f"),
    "Total blocking time (ms)": ("total-blocking-time", 1, ".0f"),
    "Cumulative layout shift": ("cumulative-layout-shift", 1, ".3f"),
}
"""What Lighthouse measures: its name for it, in how many of its units, and how it is written."""


class Compressed(SimpleHTTPRequestHandler):
    """Serves text compressed, as GitHub Pages does."""

    def do_GET(self) -> None:
        """Answer with a file, or with index.html of a folder."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(404)
            return
        content = gzip.compress(file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


def measured(site: Path) -> list[tuple[str, ...]]:
    """Return a row for each figure and score, with its median for each of PAGES; none without Lighthouse."""
    node, chromium = shutil.which("node"), shutil.which("chromium")
    if not (node and chromium and LIGHTHOUSE.is_file()):
        print("Lighthouse is not asked: it needs node, chromium and `npm ci` in tests/bench/node.", file=sys.stderr)
        return []
    with _served(site) as address:
        runs = [[_run(node, chromium, address + page) for _ in range(ROUNDS)] for page in PAGES.values()]
    return [
        *(
            (label, *(f"{_figure(of, audit, unit):{form}}" for of in runs))
            for label, (audit, unit, form) in FIGURES.items()
        ),
        *(
            (label, *(f"{100 * median(run['categories'][name]['score'] for run in of):.0f} of 100" for of in runs))
            for name, label in (("performance", "Performance"), ("accessibility", "Accessibility"))
        ),
    ]


def _figure(runs: list[Any], audit: str, unit: int) -> float:
    return float(median(run["audits"][audit]["numericValue"] for run in runs)) / unit


def _run(node: str, chromium: str, address: str) -> Any:
    command = (node, str(LIGHTHOUSE), address, *OPTIONS, f"--chrome-flags={CHROMIUM}")
    done = subprocess.run(command, env={**os.environ, "CHROME_PATH": chromium}, capture_output=True, check=False)
    if done.returncode:
        sys.exit(f"Lighthouse could not look at {address}.\n{done.stderr.decode()}")
    return json.loads(done.stdout)


@contextmanager
def _served(site: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressed, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
