"""Charts show what is known: in proportion, inside their box, apart from one another, and nothing that is not given."""

import re
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.catalogues import activity, commitment, entry, outcome, publication
from tests.hosts import ROOT

from user_engagement import charts, outputs, queries
from user_engagement.charts.amounts import comparable, lengths, room, short, unit
from user_engagement.charts.lines import BOTTOM, TOP, box, touch
from user_engagement.model import Review
from user_engagement.model.quantity import Quantity
from user_engagement.outputs.output import Page

CSS = (ROOT / "plugins/user_engagement/assets/user-engagement.css").read_text("utf-8")
ROUNDING = Decimal("0.11")


def amounts(*written: str) -> list[Quantity]:
    return [Quantity.parse(each) for each in written]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (["71%", "29%"], "%"),
        (["95% of emails", "91% of 512 emails", "80%"], "% email"),
        (["9 of 12 changes", "100% of changes"], "% change"),
        (["1 day", "4 days"], "day"),
        (["3", "4"], ""),
        (["about 3 people", "[c]"], "people"),
        (["20%", "30 people"], None),
        (["20 people", "30 bodies"], None),
        (["5% of readers", "5% of writers"], None),
        (["[c]", "[x] people"], None),
        (["0 of 0 letters", "50%"], None),
        ([], None),
    ],
)
def test_amounts_of_one_unit_can_stand_in_one_chart(written: list[str], expected: str | None):
    assert unit(amounts(*written)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (["71%", "29%"], [71, 29]),
        (["30 people", "60 people", "[c] people"], [50, 100, None]),
        (["about 60%", "[low]", "[u]", "0%"], [60, None, None, 0]),
        (["9 of 12 changes", "50% of changes"], [75, 50]),
        (["150%", "75%"], [100, 50]),
        (["20%", "30 people"], [None, None]),
        (["20%", "[c]"], [None, None]),
        (["0 people", "0 people"], [None, None]),
        ([], []),
    ],
)
def test_lengths_are_of_the_whole_or_of_the_highest_number(written: list[str], expected: list[int | None]):
    assert lengths(amounts(*written)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("about 40% of 299 respondents", "about 40%"),
        ("9 of 12 changes", "9 of 12"),
        ("at least 1,200 downloads", "at least 1,200"),
        ("[c] respondents", "[c]"),
    ],
)
def test_in_a_chart_amounts_keep_how_exactly_they_are_known(written: str, expected: str):
    assert short(Quantity.parse(written)) == expected


def test_bars_have_rows_a_target_and_know_the_longest():
    drawn = charts.bars(amounts("70%", "[c]", "35%", "70%"), Quantity.parse("at least 95%"))

    assert drawn is not None
    assert [(str(bar.bottom), None if bar.length is None else str(bar.length)) for bar in drawn.rows] == [
        ("20.0", "70.0"),
        ("40.0", None),
        ("60.0", "35.0"),
        ("80.0", "70.0"),
    ]
    assert (str(drawn.target), drawn.longest, drawn.shortest, drawn.unknown) == ("95.0", (0, 3), (2,), (1,))


@pytest.mark.parametrize(
    ("written", "target"),
    [(["50%"], None), (["50%"], "3 days"), (["[c]", "[c]"], "95%"), ([], "95%")],
    ids=["one number", "other unit", "no number", "nothing"],
)
def test_there_are_no_bars_where_nothing_can_be_compared(written: list[str], target: str | None):
    assert charts.bars(amounts(*written), Quantity.parse(target) if target else None) is None


@pytest.mark.parametrize(
    ("pairs", "is_drawn"),
    [
        ([("accepted", 6), ("rejected", 3), ("deferred", 1)], True),
        ([("accepted", 6), ("rejected", 3)], False),
        ([("accepted", 5), ("rejected", 3), ("deferred", 1)], False),
    ],
    ids=["enough", "too few kinds", "too few"],
)
def test_few_counts_are_read_not_drawn(pairs: list[tuple[str, int]], *, is_drawn: bool):
    assert (charts.counted(pairs) is not None) is is_drawn


def test_answers_on_a_scale_meet_at_its_middle():
    drawn = charts.diverging([amounts("40%", "20%", "40%"), amounts("10%", "10%", "80%")])

    assert drawn is not None
    assert (drawn.steps, str(drawn.middle)) == (("first", "middle", "last"), "37.0")
    assert [[(str(each.start), str(each.width), each.text) for each in row.segments] for row in drawn.rows] == [
        [("0.0", "29.6", "40%"), ("29.6", "14.8", "20%"), ("44.4", "29.7", "40%")],
        [("25.9", "7.4", ""), ("33.3", "7.4", ""), ("40.7", "59.3", "80%")],
    ]
    assert [row.most for row in drawn.rows] == [(0, 2), (2,)]


@pytest.mark.parametrize(
    "questions",
    [
        [["50%", "50%"]],
        [["20%", "20%", "20%", "20%", "10%", "10%"]],
        [["50%", "20%", "[c]"]],
        [["50%", "20%", "30%"], ["5 people", "2 people", "3 people"]],
        [["50%", "20%", "30%"], ["25%", "25%", "25%", "25%"]],
        [["0%", "0%", "0%"]],
        [],
    ],
    ids=["2 steps", "6 steps", "not shown", "units", "other steps", "nobody", "nothing"],
)
def test_some_scales_cannot_be_drawn_as_parts_of_a_bar(questions: list[list[str]]):
    assert charts.diverging([amounts(*each) for each in questions]) is None


def dated(*points: tuple[str, str]) -> list[tuple[date, Quantity]]:
    return [(date.fromisoformat(day), Quantity.parse(amount)) for day, amount in points]


def test_a_line_breaks_where_a_number_is_not_known():
    drawn = charts.lines(
        dated(("2024-01-01", "50%"), ("2024-07-01", "60%"), ("2025-01-01", "[u]"), ("2026-01-01", "100%"))
    )

    assert drawn is not None
    assert [(str(dot.x), dot.y, dot.text, dot.anchor) for dot in drawn.dots] == [
        ("2.0", Decimal("60.0"), "50%", "start"),
        ("25.9", Decimal("53.0"), "60%", "middle"),
        ("50.1", None, "[u]", "middle"),
        ("98.0", Decimal("25.0"), "100%", "end"),
    ]
    assert [(join.start.text, join.end.text) for join in drawn.joins] == [("50%", "60%")]


def test_a_text_that_has_no_room_is_left_to_the_table():
    drawn = charts.lines(dated(("2024-01-01", "50%"), ("2024-03-01", "about 52%"), ("2026-01-01", "60%")))

    assert drawn is not None
    assert [dot.text for dot in drawn.dots] == ["50%", "", "60%"]


@pytest.mark.parametrize(
    "points",
    [
        [("2024-01-01", "50%")],
        [("2024-01-01", "50%"), ("2024-01-01", "60%")],
        [("2024-01-01", "50%"), ("2025-01-01", "60 people")],
        [("2024-01-01", "50%"), ("2025-01-01", "[c]")],
        [],
    ],
    ids=["one", "one day", "units", "one number", "nothing"],
)
def test_there_is_no_line_where_nothing_can_be_compared(points: list[tuple[str, str]]):
    assert charts.lines(dated(*points)) is None


numbers = st.decimals(0, 10**7, places=1).map(lambda number: f"{number:f}") | st.integers(0, 200).map(str)
symbols = st.sampled_from(["[c]", "[x]", "[z]", "[u]", "[low]"])
qualifiers = st.sampled_from(["", "about ", "over ", "at least "])
counts = st.builds(lambda qualifier, number: f"{qualifier}{number} people", qualifiers, numbers)
shares = st.builds(lambda qualifier, number: f"{qualifier}{number}%", qualifiers, st.integers(0, 130))
quantities = st.one_of(
    st.lists(counts | symbols, max_size=9), st.lists(shares | symbols, max_size=9), st.lists(counts | shares | symbols)
).map(lambda written: amounts(*written))


@given(quantities, st.none() | shares.map(Quantity.parse))
def test_bars_are_in_proportion_and_only_of_numbers(drawn_of: list[Quantity], target: Quantity | None):
    drawn = charts.bars(drawn_of, target)
    assume(drawn is not None)
    assert drawn is not None
    numbers = comparable([*drawn_of, *([target] if target else [])])
    highest = max(number for number in numbers if number is not None)
    bars = list(zip(drawn.rows, drawn_of, numbers, strict=False))
    longest = max([*(bar.length for bar, _, _ in bars if bar.length is not None), drawn.target or Decimal(0)])

    assert [bar.length is None for bar, _, _ in bars] == [each.symbol is not None for _, each, _ in bars]
    assert all(0 <= bar.length <= 100 for bar, _, _ in bars if bar.length is not None)
    assert drawn.target is None or 0 <= drawn.target <= 100
    assert all(0 < bar.bottom <= 100 for bar, _, _ in bars)
    assert all(first.bottom < second.bottom for first, second in pairwise(drawn.rows))
    assert all(
        abs(bar.length * highest - longest * number) <= ROUNDING * highest
        for bar, _, number in bars
        if bar.length is not None and number is not None
    )


@given(quantities, st.data())
def test_what_is_not_shown_changes_nothing_in_a_chart(drawn_of: list[Quantity], data: st.DataObject):
    others = [Quantity.parse(data.draw(symbols)) if each.symbol else each for each in drawn_of]

    assert charts.bars(others) == charts.bars(drawn_of)


scales = st.integers(3, 5).flatmap(
    lambda steps: st.lists(
        st.lists(st.integers(0, 100), min_size=steps, max_size=steps).filter(any), min_size=1, max_size=5
    )
)


@given(scales)
def test_parts_of_bars_are_in_proportion_and_beside_one_another(questions: list[list[int]]):
    drawn = charts.diverging([amounts(*(f"{each}%" for each in row)) for row in questions])
    assert drawn is not None
    whole = max(each.start + each.width for row in drawn.rows for each in row.segments)
    widest = [
        (each.width, Decimal(number))
        for row, given in zip(drawn.rows, questions, strict=True)
        for each, number in zip(row.segments, given, strict=True)
    ]
    per_number = max(width for width, _ in widest) / max(number for _, number in widest)

    assert whole <= 100
    for row, given_numbers in zip(drawn.rows, questions, strict=True):
        assert all(each.start >= 0 and each.width >= 0 for each in row.segments)
        assert all(left.start + left.width == right.start for left, right in pairwise(row.segments))
        assert all(
            abs(each.width - per_number * number) <= ROUNDING * 2
            for each, number in zip(row.segments, given_numbers, strict=True)
        )
        half, odd = divmod(len(given_numbers), 2)
        cut = row.segments[half].middle if odd else row.segments[half].start
        assert abs(cut - drawn.middle) <= ROUNDING
        assert all(not each.text or room(each.text) <= each.width for each in row.segments)


points = st.lists(
    st.tuples(st.integers(1, 1500), shares | symbols), min_size=2, max_size=8, unique_by=lambda point: point[0]
).map(lambda found: [(date(2022, 1, 1) + timedelta(days=day), Quantity.parse(amount)) for day, amount in sorted(found)])


@given(points)
def test_dots_are_inside_their_box_and_their_texts_apart(found: list[tuple[date, Quantity]]):
    drawn = charts.lines(found)
    assume(drawn is not None)
    assert drawn is not None
    texts = [dot for dot in drawn.dots if dot.text]

    assert [dot.y is None for dot in drawn.dots] == [amount.symbol is not None for _, amount in found]
    assert all(TOP <= dot.y <= BOTTOM for dot in drawn.dots if dot.y is not None)
    assert all(first.x <= second.x for first, second in pairwise(drawn.dots))
    assert all(box(dot)[0] >= 0 and box(dot)[1] <= 100 and box(dot)[2] >= 0 for dot in texts)
    assert not any(touch(one, other) for one, other in combinations(texts, 2))
    assert drawn.dots[-1].text == short(found[-1][1])
    assert all(None not in (join.start.y, join.end.y) for join in drawn.joins)


def page(path: str, *entries: Any) -> str:
    found = {each.path: each for kind in outputs.KINDS for each in kind(publication(entries)) if isinstance(each, Page)}
    return found[path].body


def survey(*given_amounts: str, **question: Any) -> str:
    answers = [{"wording": f"Answer {number}", "amount": amount} for number, amount in enumerate(given_amounts)]
    asked = {"questions": [{"wording": "Do you?", "answers": answers, **question}]}
    return page("activities/bus/reader-survey/index.md", activity(survey=asked))


def told(body: str) -> list[tuple[str, str]]:
    """The title and the description of each drawing."""
    return re.findall(r'<title id="[^"]+">(.+)</title>\n<desc id="[^"]+">(.+)</desc>', body)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            survey("71 people", "[c]", "29 people"),
            (
                "Longest bar: Answer 0, 71 people. Shortest bar: Answer 2, 29 people. "
                "No bar, because the number is not given: Answer 1."
            ),
        ),
        (survey("20 people", "20 people"), "All bars are equally long: 20 people."),
        (survey("60%", "20%", "20%"), "Longest bar: Answer 0, 60%. Shortest bar: Answer 1, Answer 2, 20%."),
        (survey("60%", "20%", "20%", kind="scale"), "Most often: Answer 0, 60%."),
    ],
    ids=["a number not shown", "all the same", "two of them", "a scale"],
)
def test_a_drawing_says_in_words_what_it_shows(body: str, expected: str):
    kind = "Stacked bar chart" if "Most often" in expected else "Bar chart"

    assert told(body) == [(f"{kind}: Do you?", expected)]


def test_what_is_not_shown_has_an_empty_row_and_its_symbol():
    body = survey("71 people", "[c] people", "29 people")

    assert body.count('class="ue-chart__gap"') == 1
    assert re.findall(r'class="ue-chart__bar" y=".+?" width="(.+?)%"', body) == ["100.0", "40.8"]
    assert "<td>[c] people</td>" in body


@pytest.mark.parametrize("given_amounts", [["71 people"], ["71 people", "20%"], ["[c]", "[c]"]])
def test_without_a_chart_the_table_is_still_there(given_amounts: list[str]):
    body = survey(*given_amounts)

    assert told(body) == []
    assert [amount for amount in given_amounts if f"<td>{amount}</td>" not in body] == []


def test_a_measure_is_drawn_against_its_target():
    results = [{"date": "2026-01-19", "amount": "91% of 512 emails"}, {"date": "2025-01-20", "amount": "83% of emails"}]
    measure = {"id": "m", "title": "In time", "baseline": "71%", "target": "95% of emails", "results": results}
    body = page("statements/bus/index.md", commitment(measures=[measure]))

    assert told(body) == [
        (
            "Bar chart: In time",
            "Started at: 71%. 19 January 2026: 91% of 512 emails. Target: 95% of emails.",
        )
    ]
    assert re.findall(r'class="ue-chart__bar" y=".+?" width="(.+?)%"', body) == ["71.0", "83.0", "91.0"]
    assert body.count('<rect class="ue-chart__mark" x="95.0%"') == 4
    assert 'href="../../data/measures-results.csv"' in body


def test_a_measure_that_cannot_be_compared_is_told_in_words():
    results = [{"date": "2026-01-19", "amount": "4 days"}]
    measure = {"id": "m", "title": "In time", "target": "95% of emails", "results": results}
    body = page("statements/bus/index.md", commitment(measures=[measure]))

    assert told(body) == []
    assert "<dt>Target</dt><dd>95% of emails</dd>" in body


def review(day: str, *satisfaction: tuple[str, str, str | None], **fields: Any) -> Review:
    told_of = [{"dimension": name, "amount": amount, "base": base} for name, amount, base in satisfaction]
    return entry(Review, id=f"of-{day}", title=day, reviewed=day, satisfaction=told_of, **fields)


@pytest.mark.parametrize(
    ("reviews", "expected"),
    [
        ([review("2025-01-06", ("clarity", "50%", None)), review("2026-01-05", ("clarity", "60%", None))], ["clarity"]),
        (
            [
                review("2025-01-06", ("clarity", "50%", None)),
                review("2026-01-05", ("clarity", "26 people", "52 people")),
            ],
            ["clarity"],
        ),
        (
            [
                review("2025-01-06", ("clarity", "20 people", None)),
                review("2026-01-05", ("clarity", "26 people", None)),
            ],
            [],
        ),
        ([review("2025-01-06", ("clarity", "50%", None)), review("2026-01-05", ("accuracy", "60%", None))], []),
        (
            [
                review("2025-01-06", ("clarity", "50%", None)),
                review("2026-01-05", ("clarity", "60%", None), withdrawn={"date": "2026-02-02"}),
            ],
            [],
        ),
    ],
    ids=["shares", "a number of a base", "numbers without a base", "other things", "withdrawn"],
)
def test_satisfaction_is_drawn_where_reviews_can_be_compared(reviews: list[Review], expected: list[str]):
    assert [trend.dimension for trend in queries.satisfaction_over_time(reviews, date(2026, 11, 23))] == expected


def test_satisfaction_over_time_has_its_table_and_its_file():
    body = page(
        "statements/bus/index.md",
        review("2025-01-06", ("clarity", "50%", "40 people")),
        review("2026-01-05", ("clarity", "[u]", "9 people")),
        review("2026-07-06", ("clarity", "about 60%", None)),
    )

    assert told(body) == [
        ("Line chart of satisfaction: clarity", "6 January 2025: 50% (base: 40 people). 6 July 2026: about 60%.")
    ]
    assert re.findall(r'text-anchor="\w+">(.+?)</text>', body) == ["50%", "[u]", "about 60%"]
    assert "[u]: too uncertain to be shown." in body
    assert re.findall(r'satisfied">(.+)</td>\n<td data-column="Base">(.+)</td>\n</tr>', body) == [
        ("50%", "40 people"),
        ("[u]", "9 people"),
        ("about 60%", "Not known"),
    ]
    assert 'href="../../data/reviews-satisfaction.csv"' in body


def test_many_outcomes_are_drawn_by_decision_and_lead_to_their_pages():
    words = ["accepted"] * 6 + ["rejected"] * 3 + ["deferred"]
    many = [outcome(id=f"o-{number}", decisions=[{"decision": word}]) for number, word in enumerate(words)]
    index = page("outcomes/index.md", *many)

    assert told(index) == [("Bar chart: outcomes by decision", "Longest bar: accepted, 6. Shortest bar: deferred, 1.")]
    assert '<th scope="row"><a href="../outcomes-by-decision/rejected/">Rejected</a></th>\n<td>3</td>' in index
    assert "<dt>Decision</dt>" not in index
    assert (
        told(page("statements/bus/index.md", *many))
        == told(index)
        == told(page("organisations/travel/index.md", *many))
    )
    assert "<dt>Decision</dt>" in page("outcomes/index.md", *many[:9])


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    parts = [int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_everything_drawn_stands_out_from_the_page(scheme: int):
    (page_colour,) = re.findall(r"--ue-page: (#\w+);", CSS)[scheme : scheme + 1]
    colours = [re.findall(rf"--ue-chart{name}: (#\w+);", CSS)[scheme] for name in ("", *(f"-{each}" for each in STEPS))]

    assert [colour for colour in colours if contrast(colour, page_colour) < 3] == []


STEPS = ("second", "middle", "before-last", "last")
