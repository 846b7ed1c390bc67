"""A site in several languages: what is told in which, where, and what readers and programs are told of the rest."""

import json
import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import feedparser
import icalendar
import pytest
from tests import bilingual

from user_engagement import style
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.language import TextByLanguage
from user_engagement.model.quantity import Quantity
from user_engagement.site import Settings, Site, build
from user_engagement.words.files import words

AS_AT = datetime(2026, 11, 23)  # noqa: DTZ001 - UK time
NOT_WORDS = re.compile(r"\S+@\S+|https?://\S+|\bEnglish\b|\bEsperanto\b|\b(?:Atom|CSV|JSON|ODS|Schema|iCalendar)\b")
WELSH, _ = words("cy")
STATEMENT = """\
statement:
  title: {en: Bus statistics, cy: Ystadegau bysiau}
  organisation: travel
  summary: {en: Who travels by bus., cy: Teithwyr bws.}
outcomes:
  - id: codes
    title: {en: Area codes, cy: Codau ardal}
    summary: Every table has them.
    published: 2026-02-03
    feedback: [{said: {en: Add them., cy: Ychwanegwch nhw.}, how_many: about 12 respondents}]
    decisions: [{decision: accepted, decided: 2026-02-02}]
activities:
  - id: day
    method: user-event
    title: {en: User day, cy: Diwrnod defnyddwyr}
    events: [{id: hall, title: {en: In the hall, cy: Yn y neuadd}, day: 2026-12-01, registration_closes: 2026-11-27}]
"""
OTHER = "statement:\n  title: Rail statistics\n  organisation: travel\noutcomes:\n  - id: delays\n    title: Delays\n"
TRAVEL = "organisations:\n  - id: travel\n    name: Department of Travel\n"


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Site]:
    def made(*languages: str, statement: str = STATEMENT) -> Site:
        for name, content in {"organisations.yml": TRAVEL, "bus/a.yml": statement, "rail/a.yml": OTHER}.items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(content, "utf-8")
        return build(tmp_path, Settings(AS_AT, languages=languages, site_url="https://example.org/"))

    return made


def assets(given: Site) -> dict[str, bytes]:
    return {each.path: each.content for each in given.outputs if each.path not in given.pages}  # type: ignore[union-attr]


@pytest.fixture(scope="module")
def bracketed(tmp_path_factory: pytest.TempPathFactory) -> Site:
    statements, templates = bilingual.write(tmp_path_factory.mktemp("bilingual"))
    return build(statements, Settings(AS_AT, templates=templates, languages=("en", bilingual.LANGUAGE)))


def test_everything_that_the_interface_says_can_be_translated(bracketed):
    pages = {path: page for path, page in bracketed.pages.items() if page.language == bilingual.LANGUAGE}
    shown = {path: NOT_WORDS.sub("", bilingual.outside_brackets(page.body)) for path, page in pages.items()}
    raw = {path: found for path, text in shown.items() if (found := re.findall(r"[^\W\d_]{2,}", text))}

    assert len(pages) > 200
    assert raw == {}


def test_a_language_whose_words_are_whole_has_nothing_to_complain_of(bracketed):
    assert [str(each) for each in bracketed.problems if each.code.startswith("words")] == []


def test_a_site_of_one_language_has_its_pages_and_no_other(site):
    given = site("en")

    assert {page.language for page in given.pages.values()} == {"en-GB"}
    assert {page.alternates for page in given.pages.values()} == {()}
    assert not [path for path in [*given.pages, *assets(given)] if path.startswith("cy")]
    assert "Languages" not in given.pages["statements/bus/index.md"].body


def test_a_statement_is_published_in_the_languages_of_its_title(site):
    welsh = [path for path in site("en", "cy").pages if path.startswith("cy/")]

    assert {"cy/statements/bus/index.md", "cy/outcomes/bus/codes/index.md", "cy/index.md"} <= set(welsh)
    assert [path for path in welsh if "/rail/" in path and not path.startswith("cy/outcomes/rail/index")] == []
    assert "cy/organisations/travel/index.md" not in welsh


def test_pages_lead_to_each_other_and_stay_in_their_language(site):
    pages = site("en", "cy").pages
    english, welsh = pages["outcomes/bus/codes/index.md"], pages["cy/outcomes/bus/codes/index.md"]

    assert [(each.language, each.name, each.target.page) for each in english.alternates] == [
        ("cy", "Cymraeg", "cy/outcomes/bus/codes")
    ]
    assert [(each.language, each.name, each.target.page) for each in welsh.alternates] == [
        ("en-GB", "English", "outcomes/bus/codes")
    ]
    assert 'href="../../../../cy/outcomes/bus/"' in welsh.body
    assert 'href="../../outcomes/rail/delays/"' in pages["cy/outcomes/index.md"].body


def test_what_is_not_translated_is_marked_and_told(site):
    page = site("en", "cy").pages["cy/outcomes/bus/codes/index.md"]

    assert '<div lang="en"><p>Every table has them.</p></div>' in page.body
    assert "Nid yw popeth ar y dudalen hon yn Gymraeg eto." in page.body
    assert "<h1>Codau ardal</h1>" in page.body
    assert "Ychwanegwch nhw." in page.body
    assert "tua 12 o ymatebwyr" in page.body
    assert "2 Chwefror 2026" in page.body


def test_a_page_that_is_whole_says_nothing_of_its_language(site):
    whole = STATEMENT.replace("Every table has them.", "{en: Every table has them., cy: Mae ganddynt.}")
    page = site("en", "cy", statement=whole).pages["cy/outcomes/bus/codes/index.md"]

    assert ' lang="en"' not in page.body
    assert "Nid yw popeth" not in page.body


def test_a_translation_that_is_behind_leads_to_the_original(site):
    behind = STATEMENT.replace(
        "{en: Bus statistics, cy: Ystadegau bysiau}",
        "{en: Bus statistics, cy: Ystadegau bysiau, changed: 2026-05-01, translated: 2026-03-01}",
    )
    given = site("en", "cy", statement=behind)

    assert "Cyfieithwyd rhan" in given.pages["cy/statements/bus/index.md"].body
    assert "Some of this page was translated" not in given.pages["statements/bus/index.md"].body
    assert [each.code for each in given.problems if each.field == "title"] == ["translation-behind"]


def test_each_language_has_its_feeds_and_calendars(site):
    files = assets(site("en", "cy"))
    feed = feedparser.parse(files["cy/statements/bus/outcomes.atom"])
    dates = icalendar.Calendar.from_ical(files["cy/statements/bus/calendar.ics"])
    events = dates.walk("VEVENT")

    assert (feed.feed.title, feed.feed.language) == ("Canlyniadau adborth: Ystadegau bysiau", "cy")
    assert [each.title for each in feed.entries] == ["Codau ardal"]
    assert [each.link for each in feed.entries] == ["https://example.org/cy/outcomes/bus/codes/"]
    assert feed.entries[0].id != feedparser.parse(files["statements/bus/outcomes.atom"]).entries[0].id
    assert sorted(str(each["summary"]) for each in events) == ["Y diwrnod olaf i gofrestru: Yn y neuadd", "Yn y neuadd"]


def test_data_are_published_once_with_the_texts_of_all_languages(site):
    files = assets(site("en", "cy"))
    (statement, _) = json.loads(files["data/catalogue.json"])["statements"]

    assert not [path for path in files if path.startswith("cy/data")]
    assert statement["title"] == {"en": "Bus statistics", "cy": "Ystadegau bysiau"}
    assert b"Bus statistics" in files["data/statements.csv"]


def test_what_is_hidden_is_hidden_in_every_language(site):
    hidden = STATEMENT.replace("    summary: Every table has them.\n", "    visibility: internal\n")
    given = site("en", "cy", statement=hidden)
    written = b"".join([*assets(given).values(), *(page.body.encode() for page in given.pages.values())])

    assert b"Codau ardal" not in written
    assert b"Ychwanegwch nhw" not in written


def test_the_first_language_can_be_another_than_english(site):
    given = site("cy", "en")

    assert given.pages["outcomes/bus/codes/index.md"].language == "cy"
    assert "en/outcomes/bus/codes/index.md" in given.pages


@pytest.mark.parametrize(
    ("texts", "expected"),
    [(["Cymru", "Lloegr"], "Cymru a Lloegr"), (["Cymru", "Iwerddon"], "Cymru ac Iwerddon"), (["Cymru"], "Cymru")],
)
def test_a_language_can_have_another_word_before_a_vowel(texts, expected):
    assert style.listing(texts, words=WELSH) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "0 canlyniad"), (1, "1 canlyniad"), (2, "2 ganlyniad"), (3, "3 chanlyniad"), (6, "6 chanlyniad")],
)
def test_a_language_counts_in_its_own_way(number, expected):
    assert WELSH.count(number, "outcome") == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("about 40% of 299 respondents", "tua 40% o 299 o ymatebwyr"),
        ("[c] respondents", "[c] o ymatebwyr"),
        ("12 quokkas", '12 <span lang="en">quokkas</span>'),
    ],
)
def test_units_are_translated_or_marked(written, expected):
    assert str(style.amount(Quantity.parse(written), WELSH)) == expected


def test_dates_are_written_in_the_language():
    assert style.day(date(2026, 6, 4), WELSH) == "4 Mehefin 2026"
    assert style.when(FuzzyDate.parse("2027-01 or 2027-04"), WELSH) == "Ionawr neu Ebrill 2027"


def test_a_text_marks_itself_only_where_it_is_in_another_language():
    text = TextByLanguage({"en": "a < b", "cy": "c"})

    assert (text.__html__(), text.told_in("cy").__html__()) == ("a &lt; b", "c")
    assert text.told_in("gd").__html__() == '<span lang="en">a &lt; b</span>'
