"""The page that tells the figures."""

from collections.abc import Callable
from statistics import median
from typing import NamedTuple

from tests.bench import first_view as visits
from tests.bench.measure import Run
from tests.bench.sites import BY_HAND, OURS

SIZES = (1, 20, 200)
"""Numbers of statements; a build of the first is hardly more than starting."""

PAGE = """\
# Performance

`make bench` measures how long building a site takes, and writes this page. It builds the same site twice: once with
the plugin from YAML, and once without it from Markdown files with the same words, links and addresses. Theme,
navigation and settings are the same, and warnings fail the build.

## Results

{results}

Time and processor time are shares of what MkDocs needs for the Markdown files. Growth is counted after taking off what
a build of 1 statement takes; {linear} times would be exactly in line with the number of statements.

## Figures

{figures}

All are medians of {rounds} rounds, in which the sites are built in turn, the smaller ones several times, each from
nothing and in a process of its own. Processor time depends less than time on what else the machine was doing.

{first_view}## Measured on

{machine}

The statements are made up from a fixed seed. Each has 6 commitments, 18 actions, 10 outcomes, 6 uses and 6 needs, and
about 13 kB of YAML. The Markdown is made from the plugin's own pages: headings, paragraphs, lists, tables and links,
as a person would write them, but without the descriptions that the plugin gives each page. Data files, feeds and the
style sheet are made by the plugin on one side, and only copied on the other.
"""


FIRST_VIEW = """\
## A first view

What a reader waits for who has nothing of the largest of these sites yet: Lighthouse with its slow telephone, pages
served compressed, the median of {rounds} visits. The aim is at most 120 KiB and a layout shift under 0.02.

{figures}

"""


class Case(NamedTuple):
    """What was built: one of the two sites, of so many statements."""

    side: str
    statements: int


Runs = dict[Case, list[Run]]
"""The builds of each case, round by round."""


def page(runs: Runs, first_view: list[tuple[str, ...]], machine: list[tuple[str, str]]) -> str:
    """Return the page as Markdown; without figures of a first view where there are none."""
    return PAGE.format(
        results=_table(("What", "Result", "Aim"), _results(runs)),
        linear=f"{(SIZES[2] - SIZES[0]) / (SIZES[1] - SIZES[0]):.1f}",
        figures="\n\n".join(_figures(runs, size) for size in SIZES),
        rounds=len(runs[Case(OURS, SIZES[2])]),
        first_view=_first_view(first_view) if first_view else "",
        machine="\n".join(f"- {label}: {said}" for label, said in machine),
    )


def _first_view(figures: list[tuple[str, ...]]) -> str:
    return FIRST_VIEW.format(rounds=visits.ROUNDS, figures=_table(("What", *visits.PAGES), figures))


def _results(runs: Runs) -> list[tuple[str, ...]]:
    memory = _median(runs[Case(OURS, SIZES[2])], lambda run: run.memory)
    return [
        (f"Time for {SIZES[2]} statements", f"{_share(runs, _time):.2f}", "at most 0.6"),
        ("Processor time for them", f"{_share(runs, _processor):.2f}", "at most 0.6"),
        (f"Growth from {SIZES[1]} to {SIZES[2]} statements", f"{_growth(runs, _time):.1f} times", "at most 11 times"),
        ("Growth of processor time", f"{_growth(runs, _processor):.1f} times", "at most 11 times"),
        ("The same for the Markdown files", f"{_growth(runs, _processor, BY_HAND):.1f} times", ""),
        (f"Peak memory for {SIZES[2]} statements", f"{_mega(memory)} MB", "under 300 MB"),
    ]


def _share(runs: Runs, figure: Callable[[Run], float]) -> float:
    """Return the plugin's share of the other's figure, as the median of the rounds."""
    rounds = zip(runs[Case(OURS, SIZES[2])], runs[Case(BY_HAND, SIZES[2])], strict=True)
    return median(figure(ours) / figure(by_hand) for ours, by_hand in rounds)


def _growth(runs: Runs, figure: Callable[[Run], float], side: str = OURS) -> float:
    """Return how many times a figure grows, after taking off what starting takes."""
    start, small, large = (_median(runs[Case(side, size)], figure) for size in SIZES)
    return (large - start) / (small - start)


def _figures(runs: Runs, size: int) -> str:
    """Return a table of what both sites of a size took; narrow enough for a telephone."""
    sides = [runs[Case(OURS, size)], runs[Case(BY_HAND, size)]]
    rows = [
        ("Pages", *(f"{found[0].pages:,}" for found in sides)),
        ("Time (s)", *(f"{_median(found, _time):.1f}" for found in sides)),
        ("Processor time (s)", *(f"{_median(found, _processor):.1f}" for found in sides)),
        ("Peak memory (MB)", *(_mega(_median(found, lambda run: run.memory)) for found in sides)),
        ("Size (MB)", *(_mega(found[0].size) for found in sides)),
        ("Search index, compressed (kB)", *(f"{found[0].index / 1000:,.0f}" for found in sides)),
    ]
    heading = f"### {size} statement{'s' if size > 1 else ''}"
    return f"{heading}\n\n{_table(('What', 'The plugin, from YAML', 'Markdown by hand'), rows)}"


def _time(run: Run) -> float:
    return run.time


def _processor(run: Run) -> float:
    return run.processor


def _median(found: list[Run], figure: Callable[[Run], float]) -> float:
    return median(figure(run) for run in found)


def _mega(size: float) -> str:
    return f"{size / 1_000_000:,.0f}"


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows))
