"""Nothing internal or embargoed reaches the public, whichever way it was written or built."""

import gzip
import re
from datetime import date
from io import BytesIO
from pathlib import Path
from textwrap import dedent
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mypy import api as mypy
from tests import hosts
from tests.canary import TRACES, WORD, hidden_files, shown_files, sole_files
from tests.catalogues import (
    action,
    catalogue,
    commitment,
    entry,
    need,
    organisation,
    outcome,
    published,
    statement,
    user_group,
)

from user_engagement import as_at, folder
from user_engagement.cli import main
from user_engagement.model import Catalogue, Entry, Need, Organisation, Outcome, PlannedChange
from user_engagement.model.entry import parts, references
from user_engagement.site import Settings, build
from user_engagement.visibility import public

LISTS = "".join(f"```user-engagement\nlist: {name}\n```\n\n" for name in ("outcomes", "needs", "statements"))

SITE = b"https://example.org/site/"

NEVER_SHOWN = {"internal_note"}
NOT_SHOWN_HERE = {
    "Event.registration_address",  # the event is over
    "Replacement.name",  # the statistic itself is named
}


def leaks(site: Path) -> list[str]:
    """Return every trace of something hidden below a folder, inside compressed files as well."""
    found = []
    for path, content in hosts.tree(site).items():
        text = plain(path, content).lower()
        found += [f"{path}: {trace}" for trace in TRACES if trace.encode() in text or trace in path]
    return found


def plain(path: str, content: bytes) -> bytes:
    """Return what is in a file, unpacked if it is compressed."""
    if path.endswith(".ods"):
        with ZipFile(BytesIO(content)) as package:
            return b"".join(map(package.read, package.namelist()))
    return gzip.decompress(content) if path.endswith(".gz") else content


def test_the_canary_word_is_in_no_byte_of_a_site_built_by_mkdocs(tmp_path: Path):
    files = {f"statements/{path}": text for path, text in hidden_files().items()}
    site = hosts.build(hosts.project(tmp_path, {**files, "docs/lists.md": LISTS}))

    assert (site / "statements/open/index.html").exists()
    assert b">statements/open/<" in plain("any.ods", (site / "data/user-engagement.ods").read_bytes()).replace(
        SITE, b""
    )
    assert leaks(site) == []


def test_the_canary_word_is_in_no_byte_of_a_folder_built_for_other_engines(tmp_path: Path):
    statements = hosts.write(tmp_path / "statements", hidden_files())
    main(["build", str(statements), "--to", str(tmp_path / "to"), "--as-at", "2026-11-23"], standalone_mode=False)

    assert (tmp_path / "to/statements/open/index.md").exists()
    assert leaks(tmp_path / "to") == []


def test_the_canary_word_is_in_nothing_that_is_published_of_what_a_site_has_only_one_of(tmp_path: Path):
    for number, files in enumerate(sole_files()):
        site = build(hosts.write(tmp_path / f"{number}", files), Settings(as_at=as_at.moment("2026-11-23")))
        folder.write(site.outputs, tmp_path / f"to-{number}")

        assert site.errors == ()
        assert leaks(tmp_path / f"to-{number}") == []


def test_the_canary_word_reaches_a_page_from_every_field_where_nothing_is_hidden(tmp_path: Path):
    files = shown_files()
    site = build(hosts.write(tmp_path, files), Settings(as_at=as_at.moment("2026-11-23")))
    assert site.problems == ()

    wanted = set(re.findall(rf"{WORD}\.(\w+\.\w+)", "".join(files.values())))
    shown = set(re.findall(rf"{WORD}\.(\w+\.\w+)", "".join(page.body for page in site.pages.values()), re.IGNORECASE))
    missing = {field for field in wanted if field.lower() not in {each.lower() for each in shown}}
    assert {field for field in missing if field.split(".")[1] not in NEVER_SHOWN} == NOT_SHOWN_HERE
    assert {field for field in shown if field.split(".")[1] in NEVER_SHOWN} == set()


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2026-11-30", False),
        ("2026-12-01", False),
        ("2026-12-01 09:29", False),
        ("2026-12-01 09:30", True),
        ("2026-12-02", True),
        (date(2026, 12, 1), False),
        (date(2026, 12, 2), True),
    ],
)
@pytest.mark.parametrize("embargo", ["2026-12-01 09:30", "2026-12-01"])
def test_an_embargo_lifts_at_its_minute_and_a_day_begins_at_midnight(written: str | date, embargo: str, *, shown: bool):
    everything = catalogue(outcome(visibility=f"embargoed until {embargo}"))

    assert bool(public(everything, as_at.moment(written)).all(Outcome)) is shown


@pytest.mark.parametrize("day", ["2026-12-01", "2026-12-01 09:29"])
def test_an_embargo_holds_in_a_site_built_by_mkdocs(tmp_path: Path, day: str):
    hidden = "\n  - id: secret\n    title: Secret\n    visibility: embargoed until 2026-12-01 09:30\n"
    settings = hosts.SETTINGS.replace("2026-11-23", day)
    project = hosts.project(tmp_path, {"statements/bus/statement.yml": hosts.STATEMENT + hidden}, settings)

    assert not (hosts.build(project) / "outcomes/bus/secret").exists()


@pytest.mark.parametrize("consent", ["not asked", "withdrawn"])
def test_a_quote_without_consent_is_not_published(consent: str):
    quotes = [{"words": "Yes.", "consent": "given"}, {"words": "No.", "consent": consent}]
    (shown,) = published(outcome(feedback=[{"said": "Something.", "quotes": quotes}])).all(Outcome)

    assert [quote.words for quote in shown.feedback[0].quotes] == ["Yes."]


@pytest.mark.parametrize(
    ("expires", "name"), [("2026-11-24", "A Person"), ("2026-11-23", None), ("2026-11-22", None), (None, None)]
)
def test_a_name_is_shown_only_before_the_day_it_expires(expires: str | None, name: str | None):
    contact = {"role": "Team", "name": "A Person", **({"name_expires": expires} if expires else {})}
    shown = published(organisation(id="agency", contacts=[contact])).get("organisations", "agency")

    assert isinstance(shown, Organisation)
    assert (shown.contacts[0].role, shown.contacts[0].name) == ("Team", name)


def test_an_answer_to_hidden_feedback_goes_with_it():
    said = [{"id": "open", "said": "Something."}, {"id": "hidden", "said": "Else.", "visibility": "internal"}]
    decisions = [
        {"decision": "accepted", "answers": ["open", "hidden"]},
        {"decision": "rejected", "reason": "Because.", "answers": ["hidden"]},
    ]
    (shown,) = published(outcome(feedback=said, decisions=decisions)).all(Outcome)

    assert [(decision.decision, decision.answers) for decision in shown.decisions] == [("accepted", ("open",))]


def test_a_date_that_waits_for_something_hidden_is_not_known():
    (shown,) = published(need(revisit="after outcomes/area-codes"), outcome(visibility="internal")).all(Need)

    assert str(shown.revisit) == "not known"


def test_a_hidden_successor_is_not_named():
    gone = outcome(id="old", withdrawn={"date": "2026-01-01", "successor": "area-codes"})
    shown = published(gone, outcome(visibility="internal")).get("outcomes", "bus/old")

    assert shown is not None
    assert shown.withdrawn is not None
    assert shown.withdrawn.successor is None


def test_what_is_for_a_hidden_group_is_not_taken_for_everybody():
    effects = [
        {"wording": "For them.", "user_groups": ["councils"]},
        {"wording": "For both.", "user_groups": ["councils", "readers"]},
        {"wording": "For all."},
    ]
    change = entry(PlannedChange, id="zones", title="Zones", effects=effects)
    groups = (user_group(visibility="internal"), user_group(id="readers", name="Readers"))
    (shown,) = published(change, *groups).all(PlannedChange)

    assert [(each.wording, each.user_groups) for each in shown.effects] == [
        ("For both.", ("bus/readers",)),
        ("For all.", ()),
    ]


def test_everything_of_a_hidden_statement_is_hidden():
    everything = Catalogue([organisation(), statement(visibility="internal"), outcome(), need(), action()])

    assert public(everything, as_at.moment("2026-11-23")).entries == (everything.entries[0],)


VISIBILITIES = st.sampled_from(["public", "internal", "embargoed until 2026-12-01"])


@given(st.lists(VISIBILITIES, min_size=6, max_size=6))
def test_what_is_public_refers_only_to_what_is_public_and_stays_as_it_is(visibilities: list[str]):
    entries: list[Any] = [
        organisation(id="agency", parent="travel"),
        statement(
            id="rail", organisation="agency", adopts=["bus"], varies=[{"statement": "bus", "differences": "One."}]
        ),
        need(actions=[{"id": "pilot", "title": "Pilot", "outcomes": ["area-codes"]}]),
        outcome(needs=["small-areas"], follows=["older"]),
        outcome(id="older", commitments=["answer"]),
        commitment(adoptions=[{"statement": "rail", "delivery": "delivered", "date": "2026-01-01"}]),
    ]
    hidden = [
        entry.model_copy(update={"visibility": as_visibility(each)})
        for entry, each in zip(entries, visibilities, strict=True)
    ]
    shown = published(*hidden)

    assert [
        ref for entry in shown.entries for ref in all_references(entry) if shown.get(ref.section, ref) is None
    ] == []
    assert public(shown, as_at.moment("2026-11-23")).entries == shown.entries
    assert {entry.key for entry in shown.entries} & {
        entry.key for entry in hidden if str(entry.visibility) != "public"
    } == set()


def as_visibility(written: str) -> Any:
    return organisation(visibility=written).visibility


def all_references(entry: Entry) -> list[Any]:
    return [ref for _, part in parts(entry) for _, ref in references(part)]


def test_handing_everything_to_the_outputs_is_a_type_error(tmp_path: Path):
    snippet = """\
        from user_engagement.model import Catalogue
        from user_engagement.outputs.publication import Publication
        from user_engagement.visibility import PublicCatalogue


        def published(catalogue: PublicCatalogue, given: Publication) -> Publication:
            return Publication(catalogue, given.as_at, given.templates, given.place)


        def unpublished(catalogue: Catalogue, given: Publication) -> Publication:
            return Publication(catalogue, given.as_at, given.templates, given.place)
        """
    (tmp_path / "snippet.py").write_text(dedent(snippet))
    told, _, _ = mypy.run(["--strict", "--cache-dir", str(tmp_path / "cache"), str(tmp_path / "snippet.py")])

    assert re.findall(r"snippet\.py:(\d+): error: (.*)", told) == [
        ("11", 'Argument 1 to "Publication" has incompatible type "Catalogue"; expected "PublicCatalogue"  [arg-type]')
    ]
