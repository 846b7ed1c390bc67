"""The preview: it follows what is saved, survives mistakes, and recovers."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from tests import hosts
from tests.hosts import STATEMENT

PATIENCE = 120
"""Seconds to wait for something that takes half a second on a quiet machine."""


class Preview:
    """A running `mkdocs serve` of a folder."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.statement = folder / "statements/bus/statement.yml"
        self._address = f"http://127.0.0.1:{port}/site/"
        self._log = folder / "serve.log"

    def page(self, path: str) -> str:
        """Return a page, or nothing where there is none."""
        try:
            with urlopen(self._address + path, timeout=PATIENCE) as response:  # noqa: S310 - our own server
                return str(response.read().decode())
        except URLError:
            return ""

    def told(self) -> str:
        """Return what was printed so far."""
        return self._log.read_text("utf-8")

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so."""
        end = monotonic() + PATIENCE
        while not condition():
            assert monotonic() < end, self.told()
            sleep(0.1)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[str], Preview]]:
    """Starts the preview of a statement."""
    running: list[subprocess.Popen[bytes]] = []

    def begin(statement: str) -> Preview:
        folder, port = hosts.project(tmp_path, {"statements/bus/statement.yml": statement}), free_port()
        with (folder / "serve.log").open("wb") as log:
            command = [sys.executable, "-u", "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
            env = {**os.environ, **hosts.QUIET}
            running.append(subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=subprocess.STDOUT))
        preview = Preview(folder, port)
        preview.wait(lambda: "Serving on" in preview.told())
        return preview

    yield begin
    for process in running:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=PATIENCE)


def test_the_preview_follows_what_is_saved_survives_a_mistake_and_recovers(start: Callable[[str], Preview]):
    preview = start(STATEMENT)
    assert "Bus statistics</h1>" in preview.page("statements/bus/")

    preview.statement.write_text(STATEMENT.replace("Bus statistics", "Coach statistics"), "utf-8")
    preview.wait(lambda: "Coach statistics</h1>" in preview.page("statements/bus/"))

    preview.statement.write_text(STATEMENT.replace("title: Bus", "tytle: Bus"), "utf-8")
    preview.wait(lambda: "<code>statements/bus/statement.yml:2:3</code>" in preview.page("statements/bus/"))
    assert re.search(r"^statements/bus/statement\.yml:2:3: tytle: There is no field", preview.told(), re.MULTILINE)
    assert "Coach statistics</h1>" in preview.page("statements/bus/")
    assert "statement.yml:2:3" in preview.page("about/")

    preview.statement.write_text(STATEMENT.replace("Bus statistics", "Tram statistics"), "utf-8")
    preview.wait(lambda: "Tram statistics</h1>" in preview.page("statements/bus/"))
    assert "statement.yml:2:3" not in preview.page("about/")
    assert "Traceback" not in preview.told()


def test_a_preview_can_begin_with_a_mistake(start: Callable[[str], Preview]):
    preview = start(STATEMENT.replace("title: Bus", "tytle: Bus"))
    assert "<code>statements/bus/statement.yml:2:3</code>" in preview.page("")

    preview.statement.write_text(STATEMENT, "utf-8")
    preview.wait(lambda: "Bus statistics</h1>" in preview.page("statements/bus/"))
    assert "statement.yml:2:3" not in preview.page("")


def test_a_new_file_and_a_removed_one_are_noticed(start: Callable[[str], Preview]):
    preview = start(STATEMENT)
    added = preview.folder / "statements/bus/outcomes/second.yml"
    hosts.write(added.parent, {added.name: "outcomes:\n  - id: second\n    title: A second outcome\n"})
    preview.wait(lambda: "A second outcome</h1>" in preview.page("outcomes/bus/second/"))

    added.unlink()
    preview.wait(lambda: not preview.page("outcomes/bus/second/"))
