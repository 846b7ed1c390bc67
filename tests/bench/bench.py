"""Measures how long building takes, beside MkDocs with the same pages written by hand; prints it and keeps it in docs.

Start with `make bench`, on Linux or macOS, while the machine has nothing else to do. It takes about seven minutes.
"""

import multiprocessing
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.bench import first_view, machine, measure, report, sites  # noqa: E402 - after the path that they are found on

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder in memory, where the system has one: the disk's moods do not count
ROUNDS = 5

SMALL = 3
"""How often the smaller sites are built in a round: growth is a share of small differences between them."""


def main() -> None:
    """Build each site in turn, several times over, and report the medians."""
    told = machine.about()
    with tempfile.TemporaryDirectory(prefix="bench-", dir=MEMORY if MEMORY.is_dir() else None) as name:
        runs = _runs(Path(name))
        site = Path(name) / str(max(report.SIZES)) / sites.OURS / "site"
        page = report.page(runs, first_view.measured(site), told)
    print(page)
    (ROOT / "docs" / "performance.md").write_text(page, encoding="utf-8", newline="\n")


def _runs(folder: Path) -> report.Runs:
    cases = [report.Case(side, size) for size in report.SIZES for side in sites.SIDES]
    for size in report.SIZES:
        _write(folder / str(size), size)
    for case in cases[: len(sites.SIDES)]:
        measure.build(folder / str(case.statements) / case.side)
    runs: report.Runs = {case: [] for case in cases}
    for number in range(1, ROUNDS + 1):
        print(f"Round {number} of {ROUNDS} ...", file=sys.stderr)
        for case, found in runs.items():
            times = 1 if case.statements == max(report.SIZES) else SMALL
            found += [measure.build(folder / str(case.statements) / case.side) for _ in range(times)]
    return runs


def _write(folder: Path, statements: int) -> None:
    """Write the sites in a process of its own, so that this one stays small: a build starts as a copy of it."""
    writing = multiprocessing.get_context("spawn").Process(target=sites.write, args=(folder, statements))
    writing.start()
    writing.join()
    if writing.exitcode:
        sys.exit("The sites could not be written.")


if __name__ == "__main__":
    main()
