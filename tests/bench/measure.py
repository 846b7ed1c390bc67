"""What a build takes: time, processor time and memory of one process from its start to its end."""

import gzip
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.hosts import QUIET

_COMMAND = (sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", "site")
_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Run:
    """One build: seconds, seconds of processor time, bytes of memory at its peak, pages written, bytes written,
    bytes of the search index as a server compresses it.
    """

    time: float
    processor: float
    memory: int
    pages: int
    size: int
    index: int


def build(folder: Path) -> Run:
    """Build the site of a folder from nothing, strictly, and return what it took."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    with (folder / "log.txt").open("w+", encoding="utf-8") as log:
        start = time.perf_counter()
        process = subprocess.Popen(_COMMAND, cwd=folder, env={**os.environ, **QUIET}, stdout=log, stderr=log)
        _, status, used = os.wait4(process.pid, 0)
        taken = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        log.seek(0)
        if process.returncode:
            sys.exit(f"The site in {folder.name} could not be built.\n{log.read()}")
    files = [file for file in (folder / "site").rglob("*") if file.is_file()]
    return Run(
        taken,
        used.ru_utime + used.ru_stime,
        used.ru_maxrss * _UNIT,
        sum(file.suffix == ".html" for file in files),
        sum(file.stat().st_size for file in files),
        len(gzip.compress((folder / "site/search/search_index.json").read_bytes())),
    )
