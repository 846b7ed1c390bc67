"""Answers to a survey are counted and protected; what people wrote stays where it is."""

import csv
import re
import shutil
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from tests.pages import ROOT, blocks

from user_engagement import as_at
from user_engagement.cli import main
from user_engagement.intake.counting import Counted
from user_engagement.intake.drafting import shown
from user_engagement.intake.mapping import AnswerAs, AskedIf, QuestionAs
from user_engagement.intake.protecting import hidden
from user_engagement.site import check

SURVEYS = ROOT / "tests/surveys"
DAY = "2026-11-23"
SERVICES = ["microsoft-forms.csv", "google-forms.csv", "smartsurvey.csv"]
ALL = sorted(path.name for path in SURVEYS.iterdir() if path.suffix in {".csv", ".txt", ".xlsx"})
CANARY = re.compile(r"quok|quoll|wombat|café|sailings|notes are hard|203\.0|@", re.IGNORECASE)
"""What nobody may read: words of free text and of written-in answers, names, and addresses."""


def survey(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["survey", *map(str, arguments), "--as-at", DAY])


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize("name", SERVICES)
@pytest.mark.parametrize("option", ["", "--suggest-mapping"])
def test_the_files_of_three_services_need_no_mapping(name: str, option: str, update_golden: bool):  # noqa: FBT001 - a fixture
    result = survey(SURVEYS / name, *([option] if option else []))
    expected = SURVEYS / "expected" / f"{Path(name).stem}{'-mapping' * bool(option)}.yml"
    if update_golden:
        written(expected, result.stdout)

    assert result.exit_code == 0
    assert result.stdout == expected.read_bytes().decode()


@pytest.mark.parametrize("name", ["microsoft-forms.xlsx", "microsoft-forms-windows.csv", "microsoft-forms-unicode.txt"])
def test_programs_write_the_same_answers_in_different_ways(name: str):
    assert survey(SURVEYS / name).stdout == survey(SURVEYS / "microsoft-forms.csv").stdout


def test_numbers_are_those_of_the_file():
    with (SURVEYS / "smartsurvey.csv").open(encoding="utf-8-sig", newline="") as file:
        counts = Counter(row[8] for row in list(csv.reader(file))[2:])
    question = yaml.safe_load(survey(SURVEYS / "smartsurvey.csv").stdout)["activities"][0]["survey"]["questions"][0]
    told = {each["wording"]: each["amount"] for each in question["answers"]}

    assert {word: f"{counts[word]} respondents" for word in told if told[word] != "[c] respondents"} == {
        word: amount for word, amount in told.items() if amount != "[c] respondents"
    }
    assert [word for word, amount in told.items() if amount == "[c] respondents"] == [
        "Fairly dissatisfied",
        "Very dissatisfied",
    ]


def test_the_author_is_told_where_things_are_and_not_what_they_are():
    assert survey(SURVEYS / "microsoft-forms.csv").stderr.splitlines() == [
        "Read 96 responses of Microsoft Forms in microsoft-forms.csv.",
        "Left out, since it can tell who answered: columns D, E.",
        "Left out: columns A, B, C.",
        "Free text in column J: 24 texts. Not in the draft.",
        "5 numbers hidden: below 10, or others from which these could be worked out.",
    ]


@pytest.mark.parametrize("name", SERVICES)
def test_a_suggested_mapping_gives_what_no_mapping_gives(name: str, tmp_path: Path):
    mapping = written(tmp_path / "mapping.yml", survey(SURVEYS / name, "--suggest-mapping").stdout)

    assert survey(SURVEYS / name, "--mapping", mapping).stdout == survey(SURVEYS / name).stdout


@pytest.mark.parametrize("name", ALL)
def test_nothing_that_people_wrote_is_in_any_output(name: str):
    assert len(CANARY.findall(str(SURVEYS.joinpath(name).read_bytes()))) > 100 or name.endswith((".xlsx", ".txt"))
    for options in ([], ["--suggest-mapping"]):
        assert CANARY.findall(survey(SURVEYS / name, *options).output) == []


# Small numbers


@pytest.mark.parametrize("one_each", [True, False])
@pytest.mark.parametrize(("threshold", "answers", "most"), [(3, 2, 16), (3, 3, 12), (4, 3, 13), (3, 4, 10)])
def test_no_hidden_number_can_be_worked_out(one_each: bool, threshold: int, answers: int, most: int):  # noqa: FBT001 - given by pytest
    """Whoever knows the rule and all that is shown finds two tables or more with different numbers there."""
    seen = defaultdict[tuple[int, tuple[int | None, ...]], list[tuple[int, ...]]](list)
    for base in range(threshold, most + 1):
        for counts in product(range(base + 1), repeat=answers):
            if sum(counts) == base or (not one_each and sum(counts) > base):
                away = hidden(counts, base, threshold, one_each=one_each)
                shows = tuple(None if gone else count for count, gone in zip(counts, away, strict=True))
                assert all(count is None or count >= threshold for count in shows)
                seen[base, shows].append(counts)
    found = [
        (key, tables)
        for key, tables in seen.items()
        for position, count in enumerate(key[1])
        if count is None and len({table[position] for table in tables}) < 2
    ]

    assert found == []
    assert len(seen) > 40


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        pytest.param((40, 30, 4), (False, True, True), id="one alone takes the next smallest with it"),
        pytest.param((40, 30, 7, 4), (False, False, True, True), id="two are enough where they are 10 together"),
        pytest.param((40, 30, 4, 4), (False, True, True, True), id="two are not where they are fewer than 10"),
        pytest.param((40, 9, 9), (True, True, True), id="two of 9 could be nothing else"),
        pytest.param((40, 30, 30, 4), (False, True, True, True), id="equals go together"),
        pytest.param((74, 0), (True, True), id="nobody is a small number"),
        pytest.param((44, 30), (False, False), id="nothing is hidden without need"),
    ],
)
def test_which_numbers_are_hidden(counts: tuple[int, ...], expected: tuple[bool, ...]):
    assert hidden(counts, sum(counts), 10, one_each=True) == expected


def test_of_several_answers_a_number_close_to_all_is_hidden():
    assert hidden((131, 60, 90), 134, 10, one_each=False) == (True, False, False)


def question(name: str, given: list[str], words: Iterable[str] = (), asked_if: AskedIf | None = None) -> Counted:
    answers = tuple(AnswerAs(wording=word) for word in words or sorted({*given} - {""}))
    asked = QuestionAs(column=name, kind="choice", answers=answers, asked_if=asked_if)
    return Counted(asked, tuple(frozenset({word} - {""}) for word in given), "single")


def test_a_question_for_some_is_hidden_where_its_base_would_tell_an_answer_apart():
    first = question("Read it?", ["Yes"] * 12 + ["Some"] * 6 + ["No"] * 50)
    then = question("Helpful?", ["Very"] * 12 + [""] * 56)
    others = question("Often?", ["Daily"] * 40 + ["Weekly"] * 28)

    assert [(each.base, each.counts) for each in shown([first, then, others], 10)] == [
        (68, (50, None, None)),
        (None, (None,)),
        (68, (40, 28)),
    ]


CONDITIONS = [set(each) for size in (1, 2) for each in combinations("ABC", size)]


@pytest.mark.parametrize("condition", CONDITIONS, ids=lambda condition: "".join(sorted(condition)))
def test_a_question_for_some_gives_no_hidden_number_back(condition: set[str]):
    """Whoever knows after which answers it was asked finds two pairs of tables or more."""
    seen = defaultdict[Any, list[tuple[int, ...]]](list)
    asked_if = AskedIf(column="First", answers=tuple(condition))
    for counts in product(range(7), repeat=3):
        first = ["A"] * counts[0] + ["B"] * counts[1] + ["C"] * counts[2]
        base = sum(word in condition for word in first)
        for yes in range(base + 1):
            answers = iter(["Yes"] * yes + ["No"] * (base - yes))
            then = [next(answers) if word in condition else "" for word in first]
            both = shown([question("First", first, "ABC"), question("Then", then, ("Yes", "No"), asked_if)], 3)
            key = tuple((each.base, each.counts) for each in both)
            seen[key].append((*counts, yes, base - yes))
    leaks = [
        (key, position)
        for key, tables in seen.items()
        for position, count in enumerate((*key[0][1], *key[1][1]))
        if count is None and sum(tables[0][:3]) >= 3 and len({table[position] for table in tables}) < 2
    ]

    assert leaks == []


@given(st.lists(st.sampled_from(["A", "B", "C", "D", ""]), min_size=10, max_size=80), st.integers(3, 12))
def test_no_number_below_the_threshold_is_shown(answers: list[str], threshold: int):
    for each in shown([question("Which?", answers)], threshold):
        assert [count for count in each.counts if count is not None and count < threshold] == []
        assert each.base is None or each.base >= threshold


# Mappings and faults

MAPPING = """\
statement: bus
activity: survey-2026
title: Survey of bus users 2026
sampling: self-selected
threshold: 5
questions:
  - {column: Colour, kind: choice, answers: [{wording: Red, also: [R]}, Blue], other: Another colour}
  - {column: Trips, kind: number, answers: [{wording: 1 to 4, least: 1, most: 4}, {wording: 5 or more, least: 5}]}
  - {column: Maps, kind: multiple, wording: Which maps do you use?, answers: ["Paper, folded", Screen]}
  - {column: Say, kind: free text}
"""
ROWS = ['R,1,"Paper, folded; Screen",quokkary', "Red,7,Screen,", "Blue,2,Screen,", 'Blue,9,"Paper, folded",quoll']
HEAD = "Colour,Trips,Maps,Say"


def files(folder: Path, rows: list[str] = ROWS * 6, mapping: str = MAPPING, head: str = HEAD) -> list[object]:
    responses = written(folder / "responses.csv", "\n".join([head, *rows]))
    return [responses, "--mapping", written(folder / "mapping.yml", mapping)]


def test_any_other_service_needs_a_mapping(tmp_path: Path):
    rows = [row.replace("; ", ";") for row in [*ROWS * 6, *["Mauve quokka,1,Screen,"] * 6]]
    questions = yaml.safe_load(survey(*files(tmp_path, rows)).stdout)["activities"][0]["survey"]["questions"]

    assert [(each["wording"], [tuple(answer.values()) for answer in each["answers"]]) for each in questions] == [
        (
            "Colour",
            [("Red", "12 respondents"), ("Blue", "12 respondents"), ("Another colour", "6 respondents")],
        ),
        ("Trips", [("1 to 4", "18 respondents"), ("5 or more", "12 respondents")]),
        ("Which maps do you use?", [("Paper, folded", "12 respondents"), ("Screen", "24 respondents")]),
    ]


def faults(result: Result, folder: Path) -> list[str]:
    assert (result.exit_code, result.stdout) == (1, "")
    *told, last = result.stderr.replace(f"{folder.as_posix()}/", "").splitlines()
    assert last == "Nothing was written."
    return [line for line in told if not line.startswith(("Read ", "Left out", "Free text"))]


def test_every_answer_that_is_not_in_the_mapping_is_told_by_cell(tmp_path: Path):
    mapping = MAPPING.replace(", other: Another colour", "")
    rows = [*ROWS * 3, "Quokka,many,Screen,", 'Blue,1,"Screen;Wombat",']

    assert faults(survey(*files(tmp_path, rows, mapping)), tmp_path) == [
        (
            "responses.csv!A14: This is none of the answers in the mapping. Add it there, or “other” with a name for "
            "all others."
        ),
        (
            "responses.csv!B14: This is no number in one of the ranges of the mapping. Add a range, or “other” for all "
            "others."
        ),
        (
            "responses.csv!C15: This is none of the answers in the mapping. Add it there, or “other” with a name for "
            "all others."
        ),
    ]


def test_every_fault_of_a_mapping_is_told_by_line(tmp_path: Path):
    mapping = MAPPING.replace("threshold: 5", "threshold: 2").replace("title", "titles")
    mapping = mapping.replace(
        "kind: number, answers: [{wording: 1 to 4, least: 1", "kind: numbers, answers: [{least: 1.5"
    )

    assert faults(survey(*files(tmp_path, mapping=mapping)), tmp_path) == [
        "mapping.yml:3:1: titles: There is no field with this name here. Did you mean title? [unknown-field]",
        "mapping.yml:5:12: threshold: Write a whole number from 3 to 100. [not-a-number]",
        (
            "mapping.yml:8:27: kind: This is not one of the words used here: choice, multiple, scale, number, "
            "free text, ignore. Did you mean number? [not-in-list]"
        ),
        "mapping.yml:8:46: wording: This field is missing and is required. Add it. [missing-field]",
        "mapping.yml:8:54: least: Write a whole number. [not-a-number]",
    ]


def test_columns_that_only_one_of_the_two_has_are_told(tmp_path: Path):
    mapping = MAPPING.replace("column: Say", "column: Colour")

    assert faults(survey(*files(tmp_path, mapping=mapping.replace("column: Trips", "column: Trip"))), tmp_path) == [
        "mapping.yml:8:5: column: There is no column with this heading in responses.csv.",
        "mapping.yml:10:5: column: This column is already in the mapping, further up. Remove one.",
        "responses.csv!B1: This column is not in the mapping. Add it; write “kind: ignore” if it is not to be counted.",
        "responses.csv!D1: This column is not in the mapping. Add it; write “kind: ignore” if it is not to be counted.",
    ]


@pytest.mark.parametrize(
    ("condition", "is_told"),
    [
        pytest.param("{column: Colour, answers: [Red, Another colour]}", False, id="answers of an earlier question"),
        pytest.param("{column: Colour, answers: [Mauve]}", True, id="an answer that it has not"),
        pytest.param("{column: Maps, answers: [Screen]}", True, id="a later question"),
    ],
)
def test_a_question_is_asked_after_answers_to_an_earlier_one(condition: str, is_told: bool, tmp_path: Path):  # noqa: FBT001 - given by pytest
    mapping = MAPPING.replace("column: Trips,", f"column: Trips, asked_if: {condition},")
    told = survey(*files(tmp_path, mapping=mapping)).stderr
    message = "asked_if: No question further up has this heading and these answers. Write them as they stand there."

    assert (f"{(tmp_path / 'mapping.yml').as_posix()}:8:5: {message}" in told) == is_told


def test_an_answer_that_nobody_wrote_is_not_told_apart_from_one_that_few_did(tmp_path: Path):
    told = survey(*files(tmp_path)).stdout

    assert "wording: Another colour\n              amount: '[c] respondents'" in told


def test_what_is_wrong_with_a_file_is_told_by_cell(tmp_path: Path):
    head = "ID,Mail,quokka@quoll.example.org"
    responses = written(tmp_path / "r.csv", f"{head}\n1,a,b\n2,a,b,quokka\n1,a,b\n")

    assert faults(survey(responses), tmp_path) == [
        (
            "r.csv!C1: This is no name of a column. The first row has to hold the questions: "
            "export the file with headings."
        ),
        "r.csv!D3: This row has more cells than there are headings. A quotation mark may be missing: export it again.",
        "r.csv!A4: This response is here twice, in row 2 too. Remove one.",
    ]


def test_a_file_without_headings_is_told_and_not_repeated(tmp_path: Path):
    rows = "1,Red,quokka one\n2,Blue,quokka two\n3,Red,quokka three\n"
    result = survey(written(tmp_path / "r.csv", rows), "--suggest-mapping")
    message = "This is no name of a column. The first row has to hold the questions: export the file with headings."

    assert faults(result, tmp_path) == [f"r.csv!A1: {message}", f"r.csv!B1: {message}"]


@pytest.mark.parametrize("left", ["UserID", "UserID,Started,Ended"])
def test_responses_whose_columns_were_emptied_are_not_taken_for_headings(left: str, tmp_path: Path):
    commas = "," * (left.count(",") + 1)
    path = written(tmp_path / "r.csv", f"{left},Q1,\n" + f"{commas}quokka one,quokka two\n" * 20)
    result = survey(path, "--suggest-mapping")

    assert result.exit_code == 1
    assert "quokka" not in result.output


def test_a_file_of_another_service_is_not_guessed(tmp_path: Path):
    assert faults(survey(files(tmp_path)[0]), tmp_path) == [
        (
            "responses.csv: It cannot be told which service wrote this. Give a mapping with --mapping; "
            "--suggest-mapping prints one to begin with."
        )
    ]


def test_a_heading_that_is_too_long_needs_a_wording(tmp_path: Path):
    long = "Please tell " + "us " * 100
    responses = files(tmp_path, head=HEAD.replace("Say", long))[0]
    mapping = MAPPING.replace("column: Say", f"column: {long.strip()}")
    message = "This heading is too long to be shown. Say in “wording” of the mapping how to put the question."

    assert faults(survey(responses, "--mapping", written(tmp_path / "m.yml", mapping)), tmp_path) == [
        f"responses.csv!D1: {message}"
    ]
    mapping = mapping.replace("kind: free text", "kind: free text, wording: Say")
    assert survey(responses, "--mapping", written(tmp_path / "m.yml", mapping)).exit_code == 0


CELLS = st.sampled_from(
    ["", "Yes", "Very satisfied", "3", "Red;", "Red;Blue;", "2/3/2026 9:15:00", "=1", "[a](b:c)", "-"]
)
HEADINGS = st.sampled_from(
    [
        "",
        "ID",
        "Email",
        "Start time",
        "Completion time",
        "UserID",
        "Ended",
        "Timestamp",
        "Q1",
        "Q1",
        "Clear",
        "\u200b",
        "x" * 400,
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(st.lists(HEADINGS, min_size=1, max_size=6), st.data())
def test_no_file_gives_a_traceback_or_its_words(tmp_path: Path, headings: list[str], data: st.DataObject):
    cells = st.one_of(CELLS, st.text(max_size=5).map(lambda text: f"quok{text}ka"))
    rows = data.draw(st.lists(st.lists(cells, min_size=1, max_size=7), max_size=6))
    path = tmp_path / "r.csv"
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        many = rows * data.draw(st.sampled_from([1, 4]))
        texts = [[cell.replace("quok", f"quok{number}") for cell in row] for number, row in enumerate(many)]
        csv.writer(file).writerows([headings, *texts])
    for options in ([], ["--suggest-mapping"]):
        result = survey(path, *options)
        assert result.exception is None or isinstance(result.exception, SystemExit)
        assert "quok" not in result.output


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(b"", "The file is empty. Export the responses again.", id="empty"),
        pytest.param(b"PK\3\4quokka", "This is not a workbook that can be read. Save it again", id="a broken workbook"),
        pytest.param(b"\xd0\xcf\x11\xe0quokka", "This is an old workbook or has a password.", id="an old workbook"),
        pytest.param(b"quokka\0", "This is not a file of text.", id="no text"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(content: bytes, told: str, tmp_path: Path):
    path = tmp_path / "responses.csv"
    path.write_bytes(content)
    result = survey(path)

    assert result.exit_code == 1
    assert told in result.output
    assert "quokka" not in result.output


def test_a_survey_that_few_answered_is_not_drafted(tmp_path: Path):
    assert faults(survey(*files(tmp_path, ROWS)), tmp_path) == [
        (
            "responses.csv: Fewer than 5 responses count, so no number of this survey may be shown. "
            "Tell in words what you heard."
        )
    ]


def test_only_responses_of_the_days_of_the_survey_count(tmp_path: Path):
    mapping = (SURVEYS / "expected/microsoft-forms-mapping.yml").read_text("utf-8")
    mapping = mapping.replace("opened: 2026-03-02", "opened: 2026-03-05")
    result = survey(SURVEYS / "microsoft-forms.csv", "--mapping", written(tmp_path / "m.yml", mapping))

    assert yaml.safe_load(result.stdout)["activities"][0]["heard"] == [{"amount": "83 respondents"}]
    assert result.stderr.splitlines()[1] == "13 responses of other days left out."


def test_days_that_can_be_read_in_two_ways_are_told(tmp_path: Path):
    rows = [f"{number}/3/2026 09:15:00,Red" for number in range(1, 12)]
    head = "Timestamp,Colour"
    mapping = (
        "opened: 2026-03-02\nquestions:\n  - {column: Timestamp, kind: ignore}\n  - {column: Colour, kind: ignore}\n"
    )

    assert faults(survey(*files(tmp_path, rows, mapping, head)), tmp_path) == [
        (
            "responses.csv!A1: It cannot be told what is day and what is month here. "
            "Write “dates: day first” or “month first”."
        )
    ]
    assert "heard" in survey(*files(tmp_path, rows, f"dates: day first\n{mapping}", head)).stdout


def test_choices_with_a_comma_in_them_are_one_choice(tmp_path: Path):
    mapping = (SURVEYS / "expected/google-forms-mapping.yml").read_text("utf-8")
    mapping = mapping.replace("      - Spreadsheets\n      - with notes\n", "      - Spreadsheets, with notes\n")
    result = survey(SURVEYS / "google-forms.csv", "--mapping", written(tmp_path / "m.yml", mapping))
    answers = yaml.safe_load(result.stdout)["activities"][0]["survey"]["questions"][1]["answers"]

    assert [answer["wording"] for answer in answers][-2:] == ["Spreadsheets, with notes", "Another answer"]


# What people wrote


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """What people wrote to Microsoft Forms, to be sorted."""
    path = tmp_path / "sorted.csv"
    result = survey(SURVEYS / "microsoft-forms.csv", "--coding-sheet", path)
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        (
            f"{path.as_posix()} holds what people wrote, word for word. Keep it on this computer, show it to nobody "
            "who must not read it, and delete it when you have done."
        ),
        f"Fill in its columns, then: user-engagement survey … --themes {path.as_posix()}",
    ]
    return path


def fill(sheet: Path, *cells: tuple[int, dict[str, str]], everywhere: str = "Notes") -> Result:
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["Theme"] = everywhere
    for number, values in cells:
        rows[number - 2] |= values
    with sheet.open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.DictWriter(file, rows[0])
        lines.writeheader()
        lines.writerows(rows)
    return survey(SURVEYS / "microsoft-forms.csv", "--themes", sheet)


def test_a_sheet_has_every_text_and_nothing_that_a_program_could_run(sheet: Path):
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))

    assert rows[0] == ["Row", "Column", "Text", "Theme", "Paraphrase", "Approved", "Consent"]
    assert len(rows) == 25
    assert "'=QUOKKARY()" in [row[2] for row in rows]
    assert [row for row in rows if row[2].startswith("=")] == []


def test_themes_are_counted_and_nothing_else_is_taken_without_approval(sheet: Path):
    result = fill(sheet, (2, {"Theme": "Night; Notes", "Paraphrase": "Not approved by anybody."}))
    draft = yaml.safe_load(result.stdout)

    assert draft["activities"][0]["survey"]["questions"][-1] == {
        "wording": "What should we change?",
        "kind": "coded text",
        "base": "24 respondents",
        "answers": [
            {"wording": "Night", "amount": "[c] respondents"},
            {"wording": "Notes", "amount": "[c] respondents"},
        ],
    }
    assert list(draft) == ["activities"]
    assert CANARY.findall(result.output) == []
    assert "Not approved" not in result.output


def test_approved_paraphrases_and_quotes_with_consent_become_feedback(sheet: Path):
    paraphrase = {"Theme": "Night", "Paraphrase": "Trains at night are missing.", "Approved": "paraphrase"}
    quote = {"Theme": "Notes", "Paraphrase": "Notes are hidden.", "Approved": "quote", "Consent": "2026-04-01"}
    cells = [(number, paraphrase if number == 2 else {"Theme": "Night"}) for number in range(2, 13)]
    result = fill(sheet, *cells, (13, quote))
    outcome = yaml.safe_load(result.stdout)["outcomes"][0]
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        text = list(csv.DictReader(file))[11]["Text"]

    assert outcome["feedback"] == [
        {"said": "Trains at night are missing.", "how_many": "11 respondents"},
        {
            "said": "Notes are hidden.",
            "how_many": "13 respondents",
            "quotes": [{"words": text, "consent": "given", "consent_recorded": yaml.safe_load("2026-04-01")}],
        },
    ]
    assert outcome["visibility"] == "internal"
    assert CANARY.findall(result.output.replace(text, "")) == []


def test_every_fault_of_a_sheet_is_told_by_cell_without_its_words(sheet: Path):
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        texts = [row["Text"] for row in csv.DictReader(file)]
    result = fill(
        sheet,
        (2, {"Approved": "yes"}),
        (3, {"Approved": "paraphrase", "Paraphrase": texts[1].upper()}),
        (4, {"Approved": "quote", "Paraphrase": "Quokkary."}),
        (5, {"Text": "Quokkary"}),
        (6, {"Row": "1"}),
        (7, {"Theme": texts[5]}),
        (8, {"Approved": "paraphrase", "Paraphrase": "Write to quokka@quoll.example.org."}),
    )

    assert faults(result, sheet.parent) == [
        "sorted.csv!F2: Write paraphrase or quote, or nothing.",
        "sorted.csv!E2: Say in your own words what was said: this is approved.",
        "sorted.csv!E3: This is what was written, word for word. Say it in your own words.",
        "sorted.csv!G4: A quote needs consent. Write the day on which it was recorded, for example 2026-03-31.",
        "sorted.csv!C4: Here is an address or a number that can tell who wrote it. Approve a paraphrase instead.",
        (
            "sorted.csv!C5: microsoft-forms.csv says something else here. Save the sheet as “CSV UTF-8”, "
            "or sort on a new one."
        ),
        "sorted.csv!A6: There is no free text in this row and column of microsoft-forms.csv. Sort on a new sheet.",
        "sorted.csv!D7: A theme is a few words of your own, not the text.",
        "sorted.csv!E8: Here is an address or a number that can tell who wrote it. Leave it out.",
    ]
    assert CANARY.findall(result.output) == []


def git(folder: Path, *arguments: str) -> None:
    subprocess.run([str(shutil.which("git")), *arguments], cwd=folder, check=True, capture_output=True)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("kept/sorted.csv", "is in a folder that git keeps, so it could be shared", id="kept by git"),
        pytest.param("kept/statements/bus/sorted.csv", "is in a folder that is published", id="published"),
        pytest.param("kept/site/sorted.csv", "is in a folder that is published", id="a site that git ignores"),
        pytest.param("there.csv", "is there already. Choose another name", id="there already"),
        pytest.param("nowhere/sorted.csv", "There is no folder", id="nowhere"),
    ],
)
def test_a_sheet_is_written_nowhere_from_which_it_could_be_shared(name: str, told: str, tmp_path: Path):
    written(tmp_path / "kept/statements/bus/statement.yml", "")
    written(tmp_path / "there.csv", "mine")
    written(tmp_path / "kept/mkdocs.yml", "")
    written(tmp_path / "kept/.gitignore", "/site/\n")
    (tmp_path / "kept/site").mkdir()
    git(tmp_path / "kept", "init")
    path = tmp_path / name
    result = survey(SURVEYS / "microsoft-forms.csv", "--coding-sheet", path)

    assert result.exit_code == 1
    assert told in result.output
    assert not path.exists() or path.read_text() == "mine"


def test_a_sheet_may_be_where_git_ignores_it(tmp_path: Path):
    git(tmp_path, "init")
    written(tmp_path / ".gitignore", "/private/\n")
    (tmp_path / "private").mkdir()

    assert survey(SURVEYS / "microsoft-forms.csv", "--coding-sheet", tmp_path / "private/s.csv").exit_code == 0
    assert (tmp_path / "private/s.csv").exists()


# Into the folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The statements of this repository, to be changed."""
    return Path(shutil.copytree(ROOT / "statements", tmp_path / "statements"))


def test_a_draft_is_added_to_a_statement_and_sound(folder: Path, tmp_path: Path):
    before = (folder / "ferry-times/survey.yml").read_text("utf-8")
    mapping = MAPPING.replace("statement: bus", "statement: ferry-times").replace("survey-2026", "survey-2027")
    result = survey(*files(tmp_path, mapping=mapping), "--to", folder)

    assert result.stdout == f"Wrote {(folder / 'ferry-times/survey.yml').as_posix()}.\n"
    after = (folder / "ferry-times/survey.yml").read_text("utf-8")
    assert after.startswith(before)
    assert "\n  - id: survey-2027\n" in after[len(before) - 1 :]
    assert [each for each in check(folder, as_at.moment(DAY)) if each.level == "error"] == []
    assert re.findall("quok|quoll", after) == []


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("ferry-time", "Say in “statement” of the mapping to which statement it belongs. Did you mean ferry-times?"),
        ("ferry-times", "[duplicate-id]"),
    ],
)
def test_nothing_is_written_where_the_folder_would_have_an_error(
    statement: str, told: str, folder: Path, tmp_path: Path
):
    before = {path: path.read_bytes() for path in folder.rglob("*.yml")}
    result = survey(
        *files(tmp_path, mapping=MAPPING.replace("statement: bus", f"statement: {statement}")), "--to", folder
    )

    assert result.exit_code == 1
    assert told in result.stderr
    assert {path: path.read_bytes() for path in folder.rglob("*.yml")} == before


def test_a_workbook_with_a_formula_gives_its_value_and_never_runs(tmp_path: Path):
    book = Workbook()
    for row in [["Colour"], *[["Red"]] * 12, ["=1+1"]]:
        book.worksheets[0].append(row)
    book.save(tmp_path / "r.xlsx")
    mapping = written(tmp_path / "m.yml", "questions:\n  - {column: Colour, kind: choice, answers: [Red, Blue]}\n")

    assert "[c] respondents" in survey(tmp_path / "r.xlsx", "--mapping", mapping).stdout


def test_the_mapping_in_the_docs_reads_the_responses_in_the_docs(tmp_path: Path):
    mapping = blocks("text")["responses.md-1"]
    head = "What do you use our figures for?,How many reports did you write?,What should we change?,Email\n"
    responses = written(tmp_path / "r.csv", head + "Planning,3,quokkary,a@quoll.example.org\n" * 12)
    result = survey(responses, "--mapping", written(tmp_path / "m.yml", mapping))

    assert result.exit_code == 0
    assert CANARY.findall(result.output) == []
