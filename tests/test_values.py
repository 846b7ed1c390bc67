"""Values that authors write as one piece of text: how they are read, and how they are shown."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from user_engagement import as_at, style
from user_engagement.model.code_reference import CodeReference
from user_engagement.model.day import Day
from user_engagement.model.entry import Id
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.quantity import Quantity
from user_engagement.model.scalar import Scalar
from user_engagement.model.text import Address, Email, Line, Text, is_safe
from user_engagement.model.visibility import Visibility
from user_engagement.words.files import english


def moment(written: str) -> datetime:
    return datetime.fromisoformat(written)


def understood(kind: Any, written: object) -> Any:
    """Return a value as a field of this kind holds it, or the code of the message about it."""
    try:
        return TypeAdapter(kind).validate_python(written)
    except ValidationError as error:
        return error.errors()[0]["type"]


# Fuzzy dates


@pytest.mark.parametrize(
    ("written", "earliest", "latest", "shown"),
    [
        ("2026-03-31", "2026-03-31", "2026-03-31", "31 March 2026"),
        ("2026-03", "2026-03-01", "2026-03-31", "March 2026"),
        ("2028-02", "2028-02-01", "2028-02-29", "February 2028"),
        ("2026", "2026-01-01", "2026-12-31", "2026"),
        ("2026-03 to 2026-05", "2026-03-01", "2026-05-31", "March to May 2026"),
        ("2026-03-02 to 2026-05-04", "2026-03-02", "2026-05-04", "2 March to 4 May 2026"),
        ("2026-12 to 2027-02", "2026-12-01", "2027-02-28", "December 2026 to February 2027"),
        ("2026 to 2028", "2026-01-01", "2028-12-31", "2026 to 2028"),
        ("2026-12-31 to 2027-03", "2026-12-31", "2027-03-31", "31 December 2026 to March 2027"),
        ("2027-01 or 2027-04", "2027-01-01", "2027-04-30", "January or April 2027"),
        ("2027-04 or 2027-01", "2027-01-01", "2027-04-30", "April or January 2027"),
        ("2027-01 or 2027-02 or 2027-04", "2027-01-01", "2027-04-30", "January, February or April 2027"),
        ("2026-03, provisional", "2026-03-01", "2026-03-31", "March 2026 (provisional)"),
        ("2026-03-31, confirmed", "2026-03-31", "2026-03-31", "31 March 2026"),
        ("2026-03-31, cancelled", "2026-03-31", "2026-03-31", "31 March 2026 (cancelled)"),
        ("not known", None, None, "not known"),
        ("after actions/pilot", None, None, "after another step"),
        ("after rail/actions/pilot, provisional", None, None, "after another step (provisional)"),
    ],
)
def test_a_fuzzy_date_is_as_exact_as_it_is_known(written: str, earliest: str | None, latest: str | None, shown: str):
    value = FuzzyDate.parse(written)

    assert (value.earliest, value.latest) == (
        earliest and date.fromisoformat(earliest),
        latest and date.fromisoformat(latest),
    )
    assert style.when(value, english()) == shown


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("spring 2026", "date-format"),
        ("31 March 2026", "date-format"),
        ("31/03/2026", "date-format"),
        ("2026-3", "date-format"),
        ("26-03-31", "date-format"),
        ("2026-03-31T09:30", "date-format"),
        ("2026-03 until 2026-05", "date-format"),
        ("2026 to 2027 to 2028", "date-format"),
        ("2026 to 2027 or 2028", "date-format"),
        ("after pilot", "date-format"),
        ("not known or 2027", "date-format"),
        ("2026-03, perhaps", "date-format"),
        pytest.param("٢٠٢٦-٠٣", "date-format", id="digits of another script"),
        ("2026-02-29", "impossible-date"),
        ("2026-04-31 or 2026-05", "impossible-date"),
        ("2026-13", "impossible-date"),
        ("2026-00", "impossible-date"),
        ("0000", "impossible-date"),
        ("2026-05 to 2026-03", "end-before-start"),
        ("2027 to 2026-12", "end-before-start"),
        pytest.param(["2026"], "scalar_type", id="a list"),
        pytest.param(None, "scalar_type", id="nothing"),
    ],
)
def test_what_is_no_fuzzy_date_is_told(written: object, code: str):
    assert understood(FuzzyDate, written) == code


def test_white_space_in_a_fuzzy_date_does_not_matter():
    assert understood(FuzzyDate, "  2026-03  to\n2026-05 ") == FuzzyDate.parse("2026-03 to 2026-05")


# Days


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-03-31", date(2026, 3, 31)),
        (" 2028-02-29 ", date(2028, 2, 29)),
        ("2026-02-29", "impossible-date"),
        ("2026-13-01", "impossible-date"),
        ("0000-01-01", "impossible-date"),
        ("2026-03", "date-format"),
        ("20260331", "date-format"),
        ("2026-W14-2", "date-format"),
        ("31 March 2026", "date-format"),
        ("2026-03-31 09:30", "date-format"),
        pytest.param("٢٠٢٦-٠٣-٣١", "date-format", id="digits of another script"),
        pytest.param(["2026-03-31"], "date-format", id="a list"),
        pytest.param(20260331, "date-format", id="a number"),
    ],
)
def test_a_day_is_year_month_day(written: object, expected: date | str):
    assert understood(Day, written) == expected


# Quantities


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("63", Quantity(Decimal(63))),
        ("63 respondents", Quantity(Decimal(63), "respondents")),
        ("1,024 email replies", Quantity(Decimal(1024), "email replies")),
        ("1024 replies", Quantity(Decimal(1024), "replies")),
        ("2.5 working days", Quantity(Decimal("2.5"), "working days")),
        ("over 70 respondents", Quantity(Decimal(70), "respondents", qualifier="over")),
        ("at least 3 workshops", Quantity(Decimal(3), "workshops", qualifier="at least")),
        ("40%", Quantity(Decimal(40), percent=True)),
        ("about 40% of 299", Quantity(Decimal(40), qualifier="about", percent=True, base=Decimal(299))),
        ("40% of respondents", Quantity(Decimal(40), percent=True, base_unit="respondents")),
        ("12 councils of 33", Quantity(Decimal(12), "councils", base=Decimal(33))),
        ("12 of 1,033 councils", Quantity(Decimal(12), base=Decimal(1033), base_unit="councils")),
        ("[c] respondents", Quantity(None, "respondents", symbol="c")),
        ("[low]", Quantity(None, symbol="low")),
    ],
)
def test_a_quantity_is_a_number_and_what_it_counts(written: str, expected: Quantity):
    assert Quantity.parse(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "many",
        "respondents: 63",
        "63respondents",
        "1,00 replies",
        "-5 replies",
        "5-7 replies",
        "[y] replies",
        "40% of",
        "",
    ],
)
def test_what_is_no_quantity_is_told(written: str):
    assert understood(Quantity, written) == "quantity-format"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("1024 replies", "1,024 replies"),
        ("1000000.50 pounds", "1,000,000.50 pounds"),
        ("0.0000001 tonnes", "0.0000001 tonnes"),
        ("about 40% of 1299 respondents", "about 40% of 1,299 respondents"),
        ("[c] of 30 councils", "[c] of 30 councils"),
    ],
)
def test_a_quantity_is_written_with_commas(written: str, shown: str):
    assert str(Quantity.parse(written)) == shown


# References to the Code


@pytest.mark.parametrize(
    ("written", "edition", "practice"),
    [("2.1 V1.5", "2.1", "V1.5"), ("2.1 Q1", "2.1", "Q1"), ("3.0 2.4", "3.0", "2.4"), ("V1.5", "", "V1.5")],
)
def test_a_code_reference_has_an_edition_and_a_practice(written: str, edition: str, practice: str):
    assert CodeReference.parse(written) == CodeReference(practice, edition)


@pytest.mark.parametrize("written", ["Value", "v1.5", "2.1V1.5", "2 V1.5", "2.1 X1.5", "2.1 V1.5.2", "2.1 V"])
def test_what_is_no_code_reference_is_told(written: str):
    assert understood(CodeReference, written) == "code-format"


# Visibility

EMBARGO = "embargoed until 2026-12-01"


@pytest.mark.parametrize(
    ("written", "at", "hidden"),
    [
        ("public", "2026-01-01", False),
        ("internal", "9999-12-31", True),
        (EMBARGO, "2026-11-30T23:59", True),
        (EMBARGO, "2026-12-01T09:29", True),
        (EMBARGO, "2026-12-01T09:30", False),
        (f"{EMBARGO} 00:00", "2026-11-30T23:59", True),
        (f"{EMBARGO} 00:00", "2026-12-01T00:00", False),
        (f"{EMBARGO}T14:15", "2026-12-01T14:14", True),
    ],
)
def test_an_embargo_lifts_at_half_past_nine_or_at_its_time(written: str, at: str, *, hidden: bool):
    assert Visibility.parse(written).hides(moment(at)) is hidden


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("private", "visibility-format"),
        ("Internal", "visibility-format"),
        ("embargoed", "visibility-format"),
        ("embargoed until 1 December 2026", "visibility-format"),
        (f"{EMBARGO} 9:30", "visibility-format"),
        (f"{EMBARGO} 25:00", "impossible-date"),
        (f"{EMBARGO} 24:00", "impossible-date"),
        ("embargoed until 2026-02-30", "impossible-date"),
    ],
)
def test_what_is_no_visibility_is_told(written: str, code: str):
    assert understood(Visibility, written) == code


@pytest.mark.parametrize(
    ("kind", "written", "again"),
    [
        (FuzzyDate, "2026-03-31", "2026-03-31"),
        (FuzzyDate, "2026-03 to 2026-05 provisional", "2026-03 to 2026-05, provisional"),
        (FuzzyDate, "2027-01 or 2027-04", "2027-01 or 2027-04"),
        (FuzzyDate, "not known, cancelled", "not known, cancelled"),
        (FuzzyDate, "after rail/actions/pilot", "after rail/actions/pilot"),
        (Quantity, "about 40%of 299 respondents", "about 40% of 299 respondents"),
        (Quantity, "[x] replies of 20", "[x] replies of 20"),
        (CodeReference, "2.1 V1.5", "2.1 V1.5"),
        (CodeReference, "V1.5", "V1.5"),
        (Visibility, "public", "public"),
        (Visibility, "internal", "internal"),
        (Visibility, EMBARGO, f"{EMBARGO} 09:30"),
        (Visibility, f"{EMBARGO}T14:15", f"{EMBARGO} 14:15"),
    ],
)
def test_a_value_is_written_as_it_can_be_read_again(kind: type[Scalar], written: str, again: str):
    value = kind.parse(written)

    assert str(value) == again
    assert kind.parse(again) == value


@pytest.mark.parametrize("kind", [FuzzyDate, Quantity, CodeReference, Visibility])
def test_the_examples_for_editors_can_be_read(kind: type[Scalar]):
    for example in kind.examples:
        assert str(kind.parse(example)) == example


# Links


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://example.org/", True),
        ("HTTPS://example.org/", True),
        ("http://example.org/", True),
        ("mailto:statistics@example.org", True),
        ("statements/bus/", True),
        ("../needs/#need-codes", True),
        ("?page=2:1", True),
        ("//example.org/", True),
        ("", True),
        ("javascript:alert(1)", False),
        ("JavaScript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\tscript:alert(1)", False),
        ("java\r\nscript:alert(1)", False),
        ("\x01javascript:alert(1)", False),
        ("javascript\t:alert(1)", False),
        ("data:text/html,<script>alert(1)</script>", False),
        ("vbscript:x", False),
        ("file:///etc/passwd", False),
        ("ftp://example.org/", False),
        ("tel:+441632960123", False),
    ],
    ids=repr,
)
def test_only_links_to_the_web_and_to_mailboxes_are_safe(address: str, *, safe: bool):
    assert is_safe(address) is safe


@pytest.mark.parametrize(
    ("kind", "written", "expected"),
    [
        (Address, " https://example.org/a%20b ", "https://example.org/a%20b"),
        (Address, "javascript:alert(1)", "unsafe-link"),
        (Address, "java\tscript:alert(1)", "address-with-space"),
        (Address, "https://example.org/a\tb", "address-with-space"),
        (Address, "https://example.org/\x1b[31m", "hidden-character"),
        (Address, "https://example.org/a b", "address-with-space"),
        (Address, "", "string_too_short"),
        (Text, "Ask [us](https://example.org).", "Ask [us](https://example.org)."),
        (Text, "Ask [us](javascript:alert(1)).", "unsafe-link"),
        (Text, "Ask [us](<javascript:alert(1)>).", "unsafe-link"),
        (Text, "Ask [us]( javascript:alert(1)).", "unsafe-link"),
        (Text, "Ask <javascript:alert(1)>.", "unsafe-link"),
        (Text, "Our promise: we listen (really).", "Our promise: we listen (really)."),
        (Email, " bus.statistics@example.org ", "bus.statistics@example.org"),
        (Email, "bus.statistics", "email-format"),
        (Email, "bus@statistics", "email-format"),
        (Email, "bus statistics@example.org", "email-format"),
        (Email, "bus@example.org?cc=all@example.org", "email-format"),
        (Email, "Bus <bus@example.org>", "email-format"),
    ],
)
def test_links_in_fields_are_safe_or_told(kind: Any, written: str, expected: str):
    assert understood(kind, written) == expected


# Text


@pytest.mark.parametrize(
    ("kind", "written", "expected"),
    [
        pytest.param(Line, " Bus\n  statistics ", "Bus statistics", id="a line is one line"),
        pytest.param(Line, "5\u00a0working\u00a0days", "5 working days", id="spaces of a line are plain"),
        pytest.param(Line, "   ", "string_too_short", id="white space is no line"),
        pytest.param(Line, "x" * 301, "string_too_long", id="a line is not too long"),
        pytest.param(Line, "zero\u200bwidth", "hidden-character", id="a line hides nothing"),
        pytest.param(Text, " One\n\n  Two ", "One\n\n  Two", id="lines of text stay"),
        pytest.param(Text, "\n", "string_too_short", id="white space is no text"),
        pytest.param(Text, "x" * 20_001, "string_too_long", id="text is not too long"),
        pytest.param(Text, "right\u202eto left", "hidden-character", id="text does not turn round"),
        pytest.param(Text, "family \U0001f468\u200d\U0001f469", "family \U0001f468\u200d\U0001f469", id="joined emoji"),
        pytest.param(Text, "soft\u00adhyphen", "soft\u00adhyphen", id="a soft hyphen harms nobody"),
        pytest.param(Text, "Cymraeg: ŵ ŷ", "Cymraeg: ŵ ŷ", id="Welsh letters"),
    ],
)
def test_text_is_kept_but_for_white_space_around_it(kind: Any, written: str, expected: str):
    assert understood(kind, written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("area-codes", "area-codes"),
        ("2026-03-area-codes", "2026-03-area-codes"),
        (" codes ", "codes"),
        ("x" * 80, "x" * 80),
        ("x" * 81, "string_too_long"),
        *(
            (wrong, "string_pattern_mismatch")
            for wrong in (
                "Codes",
                "area codes",
                "area_codes",
                "area--codes",
                "-codes",
                "codes-",
                "a/b",
                "../x",
                "é",
                "",
            )
        ),
    ],
)
def test_an_id_is_lower_case_letters_digits_and_single_hyphens(written: str, expected: str):
    assert understood(Id, written) == expected


# The GOV.UK style


@pytest.mark.parametrize(
    ("given", "expected"),
    [(date(2017, 6, 4), "4 June 2017"), (date(2026, 12, 31), "31 December 2026"), (date(987, 1, 1), "1 January 987")],
)
def test_a_day_has_no_zero_no_comma_and_no_ordinal(given: date, expected: str):
    assert style.day(given, english()) == expected


@pytest.mark.parametrize(
    ("words", "last", "expected"),
    [
        ([], "and", ""),
        (["bus"], "and", "bus"),
        (["bus", "rail"], "and", "bus and rail"),
        (["bus", "rail", "road"], "and", "bus, rail and road"),
        (["bus", "rail", "road"], "or", "bus, rail or road"),
    ],
)
def test_a_list_in_a_sentence_has_no_comma_before_its_last_word(
    words: list[str], last: Literal["and", "or"], expected: str
):
    assert style.listing(words, last, words=english()) == expected


@pytest.mark.parametrize(
    ("number", "noun", "expected"),
    [
        (0, "outcome", "0 outcomes"),
        (1, "outcome", "1 outcome"),
        (2, "outcome", "2 outcomes"),
        (1024, "entry", "1,024 entries"),
        (1, "entry", "1 entry"),
    ],
)
def test_numbers_are_numerals_with_commas(number: int, noun: str, expected: str):
    assert english().count(number, noun) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("not met", "Not met"), ("NHS data", "NHS data"), ("élan", "Élan"), ("1 to 5", "1 to 5"), ("", "")],
)
def test_only_the_first_letter_is_raised(text: str, expected: str):
    assert style.first_up(text) == expected


# The moment a site is true for


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-11-23", "2026-11-23T00:00"),
        ("2026-11-23 09:30", "2026-11-23T09:30"),
        ("2026-11-23T09:30", "2026-11-23T09:30"),
        ("2026-11-23T09:30+00:00", "2026-11-23T09:30"),
        ("2026-06-30T23:30Z", "2026-07-01T00:30"),
        (date(2026, 11, 23), "2026-11-23T00:00"),
        (datetime.fromisoformat("2026-06-30T09:30+01:00"), "2026-06-30T09:30"),
        (datetime.fromisoformat("2026-06-30T09:30+00:00"), "2026-06-30T10:30"),
    ],
    ids=repr,
)
def test_the_moment_is_uk_time(written: str | date, expected: str):
    assert as_at.moment(written) == moment(expected)


@pytest.mark.parametrize("written", ["today", "23 November 2026", "2026-02-30", "2026-11", "2026-11-23 25:00"])
def test_what_is_no_moment_is_refused(written: str):
    with pytest.raises(ValueError, match=r".+"):
        as_at.moment(written)


def test_a_mistake_is_raised_with_a_sentence():
    with pytest.raises(PydanticCustomError, match="Write a number and what it counts"):
        Quantity.parse("many")
