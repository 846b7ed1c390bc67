"""Results of surveys can be judged: who answered, out of how many, and whether the figures can be right."""

import csv
from datetime import date
from io import StringIO
from typing import Any, get_args

import pytest
from tests.catalogues import AS_AT, activity, catalogue, publication

from user_engagement import queries
from user_engagement.checks import surveys
from user_engagement.model.quantity import Symbol
from user_engagement.model.survey import Sampling
from user_engagement.outputs import survey_results
from user_engagement.queries.surveys import CAVEATS, SYMBOLS


def survey(*amounts: str, **question: Any) -> dict[str, Any]:
    answers = [{"wording": f"Answer {number}", "amount": amount} for number, amount in enumerate(amounts)]
    return {"questions": [{"wording": "Do you?", "answers": answers, **question}]}


def warned(given: dict[str, Any]) -> list[str]:
    everything = catalogue(activity(survey=given))
    checks = (surveys.percentages_of_answers_have_a_base, surveys.single_answers_add_up)
    return [found.code for check in checks for found in check(everything, AS_AT)]


@pytest.mark.parametrize(
    ("amounts", "adds_up"),
    [
        (["50%", "50%"], True),
        (["33%", "33%", "33%"], True),
        (["53%", "27%", "21%"], True),
        (["50%", "48%"], False),
        (["50%", "52%"], False),
        (["49.5%", "49.5%"], True),
        (["80%", "[c]"], True),
        (["80%", "22%", "[c]"], False),
        (["50 people", "90 people"], True),
        (["50%", "20 people"], True),
        (["15%", "15%", "15%", "15%", "15%", "15%", "13%"], True),
        (["15%", "15%", "15%", "15%", "15%", "15%", "14%"], False),
        ([], True),
    ],
)
def test_answers_of_which_everybody_gave_one_add_up_to_about_100(amounts: list[str], *, adds_up: bool):
    assert warned(survey(*amounts, base="58 people")) == ([] if adds_up else ["answers-do-not-add-up"])


@pytest.mark.parametrize("kind", ["multiple", "scale", "ranking", "coded text"])
def test_other_answers_need_not_add_up(kind: str):
    assert warned(survey("80%", "60%", base="58 people", kind=kind)) == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (survey("60%", "40%"), ["answers-without-base"]),
        (survey("60%", "40%", base="58 people"), []),
        ({"base": "58 people", **survey("60%", "40%")}, []),
        (survey("60% of 58 people", "40% of 58 people"), []),
        (survey("60 people", "[c]"), []),
    ],
    ids=["none", "of the question", "of the survey", "of each answer", "no percentages"],
)
def test_percentages_say_of_how_many(given: dict[str, Any], expected: list[str]):
    assert warned(given) == expected


@pytest.mark.parametrize("sampling", get_args(Sampling))
def test_a_caveat_follows_from_how_people_came_to_be_asked(sampling: Sampling):
    given = {"sampling": sampling, **survey("60 people")}

    assert queries.caveat(activity(survey=given)) == CAVEATS[sampling]
    assert queries.caveat(activity(survey=given, caveat="It rained.")) == "It rained."
    assert len(CAVEATS[sampling]) > 30


def test_there_is_no_caveat_where_there_are_no_results():
    assert queries.caveat(activity()) is None
    assert queries.caveat(activity(survey={"sampling": "quota"})) is None


def test_symbols_are_explained_where_they_are_used():
    (question,) = activity(survey=survey("[low] people", "[c]", base="[x] people")).survey.questions  # type: ignore[union-attr]

    assert [symbol for symbol, _ in queries.symbols(question)] == ["c", "x", "low"]
    assert set(SYMBOLS) == set(get_args(Symbol))


def test_the_results_of_a_survey_are_a_file_beside_its_page():
    given = {"wave": "2", "base": "58 people", **survey("60%", "40%", asked_of="those, who came")}
    files = list(survey_results.outputs(publication([activity(survey=given)])))
    rows = list(csv.DictReader(StringIO(files[0].content.decode(), newline="")))

    assert [each.path for each in files] == ["activities/bus/reader-survey/survey.csv"]
    assert [row["answer"] for row in rows] == ["Answer 0", "Answer 1"]
    assert rows[0] == {
        "activity": "bus/reader-survey",
        "wave": "2",
        "question_number": "1",
        "question": "Do you?",
        "kind": "single",
        "asked_of": "those, who came",
        "base": "58 people",
        "answer": "Answer 0",
        "amount": "60%",
    }
    assert files[0].content.count(b"\r\n") == 3


def test_a_cell_that_a_spreadsheet_would_work_out_is_made_harmless():
    given = survey("60 people")
    given["questions"][0]["wording"] = "=1+1"
    ready = publication([activity(survey=given)], date(2026, 11, 23))
    (file,) = survey_results.outputs(ready)

    assert b",'=1+1," in file.content


def scale(wording: str, *amounts: str, **question: Any) -> dict[str, Any]:
    words = ("Good", "Neither", "Bad", "No opinion")
    answers = [
        {"wording": word, "amount": amount, "off_scale": str(word == "No opinion").lower()}
        for word, amount in zip(words, amounts, strict=False)
    ]
    return {"wording": wording, "kind": "scale", "answers": answers, **question}


def scales(*questions: dict[str, Any]) -> list[list[int]]:
    given = activity(survey={"questions": questions}).survey
    assert given is not None
    return [list(each.questions) for each in queries.scales(given).values()]


@pytest.mark.parametrize(
    ("questions", "together"),
    [
        ([scale("A", "50%", "20%", "30%")], [[1]]),
        ([scale("A", "50%", "20%", "30%"), scale("B", "40%", "30%", "30%")], [[1, 2], [1, 2]]),
        ([scale("A", "50%", "20%", "30%"), scale("B", "40%", "30%", "20%", "[c]")], [[1, 2], [1, 2]]),
        ([scale("A", "50%", "20%", "30%"), scale("B", "4 people", "3 people", "3 people")], [[1], [2]]),
        ([scale("A", "50%", "20%", "[c]"), scale("B", "40%", "30%", "30%")], [[2]]),
        ([scale("A", "50%", "20%", "30%", kind="single")], []),
        ([scale("A", "50%", "50%")], []),
    ],
    ids=[
        "alone",
        "same steps",
        "no step of the scale",
        "other unit",
        "a step not shown",
        "no scale",
        "too few steps",
    ],
)
def test_questions_with_the_same_steps_are_drawn_together(questions: list[dict[str, Any]], together: list[list[int]]):
    assert scales(*questions) == together
