"""The data are described for search engines and data portals, so that people find them who never heard of the site."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, RDFS, XSD
from tests import hosts
from tests.catalogues import activity, entry, need, organisation, outcome, publication, statement

from user_engagement.as_at import moment
from user_engagement.model import Activity, Entry
from user_engagement.outputs import activity_pages, data_page
from user_engagement.outputs.output import Page
from user_engagement.site import Settings, build

SITE = "https://example.org/repository-name/"
DATA = f"{SITE}data/"
SCHEMA = Namespace("https://schema.org/")
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
SURVEY: dict[str, Any] = {
    "survey": {"questions": [{"wording": "Do you?", "answers": [{"wording": "Yes", "amount": "5 readers"}]}]}
}
Nodes = dict[str, Any]

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib inside itself


def pages(*entries: Entry, **options: Any) -> Iterator[Page]:
    """Yield the pages that can describe data."""
    ready = replace(publication(entries), **{"site_url": SITE, "licence": "", **options})
    for kind in (data_page, activity_pages):
        yield from (each for each in kind.outputs(ready) if isinstance(each, Page))


def page(path: str, *entries: Entry, **options: Any) -> Page:
    return next(each for each in pages(*entries, **options) if each.path == f"{path}/index.md")


def graph(page: Page, base: str = SITE) -> Graph:
    """Return what a page tells programs, read as a page of the site is; nothing is fetched."""
    (script,) = SCRIPT.findall(page.body)
    found = Graph()
    return found.parse(data=script, format="json-ld", publicID=base + page.path.removesuffix("index.md"))


def nodes(page: Page) -> Nodes:
    """Return what a page tells a program that knows schema.org but not RDF, by type."""
    (script,) = SCRIPT.findall(page.body)
    return {each["@type"][0]: each for each in json.loads(script)["@graph"]}


def test_all_data_are_a_dataset_with_all_their_files():
    told = graph(page("data", need(), licence="See https://example.org/licence/."))
    (dataset,) = told.subjects(RDF.type, DCAT.Dataset)
    files = {str(each) for each in told.objects(dataset, DCAT.distribution)}

    assert dataset == URIRef(f"{DATA}#tables")
    assert set(told.objects(dataset, RDF.type)) == {DCAT.Dataset, SCHEMA.Dataset}
    assert files == {str(each) for each in told.objects(dataset, SCHEMA.distribution)}
    assert files > {
        f"{DATA}{name}" for name in ("catalogue.json", "user-engagement.ods", "needs.csv", "statements.csv")
    }
    assert f"{DATA}uses.csv" not in files
    assert told.value(dataset, DCTERMS.license) == URIRef("https://example.org/licence/")
    assert told.value(dataset, SCHEMA.license) == Literal("https://example.org/licence/")
    assert told.value(dataset, SCHEMA.url) == Literal(DATA)


@pytest.mark.parametrize(
    ("file", "media_type"),
    [
        ("catalogue.json", "application/json"),
        ("needs.csv", "text/csv"),
        ("user-engagement.ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ],
)
def test_each_file_says_where_and_what_it_is(file: str, media_type: str):
    told, at = graph(page("data", need())), URIRef(DATA + file)

    assert set(told.objects(at, RDF.type)) == {SCHEMA.DataDownload, DCAT.Distribution}
    assert told.value(at, SCHEMA.contentUrl) == Literal(DATA + file)
    assert told.value(at, SCHEMA.encodingFormat) == Literal(media_type)
    assert told.value(at, DCAT.downloadURL) == told.value(at, DCAT.accessURL) == at
    assert told.value(at, DCAT.mediaType) == URIRef(f"https://www.iana.org/assignments/media-types/{media_type}")


def test_the_page_is_a_catalogue_with_the_dataset_in_it():
    told = graph(page("data", need()))
    (portal,) = told.subjects(RDF.type, DCAT.Catalog)

    assert portal == URIRef(DATA)
    assert set(told.objects(portal, RDF.type)) == {DCAT.Catalog, SCHEMA.DataCatalog}
    assert told.value(portal, DCAT.dataset) == told.value(portal, SCHEMA.dataset) == URIRef(f"{DATA}#tables")
    assert told.value(URIRef(f"{DATA}#tables"), SCHEMA.includedInDataCatalog) == portal
    assert {told.value(portal, each) is None for each in (DCTERMS.title, DCTERMS.description, DCTERMS.publisher)} == {
        False
    }


def test_who_published_something_is_told_and_who_is_only_illustrated_is_not():
    rail = statement(id="rail", organisation="agency", illustration="Made up.")
    told = graph(page("data", organisation(id="agency", name="Agency"), rail, need()))
    travel, dataset = URIRef(f"{SITE}organisations/travel/"), URIRef(f"{DATA}#tables")

    for name in (SCHEMA.creator, SCHEMA.publisher, DCTERMS.creator, DCTERMS.publisher):
        assert list(told.objects(dataset, name)) == [travel]
    assert set(told.objects(travel, RDF.type)) == {SCHEMA.Organization, FOAF.Agent}
    assert told.value(travel, FOAF.name) == told.value(travel, SCHEMA.name) == Literal("Department of Travel")


@pytest.mark.parametrize(
    ("website", "address"),
    [
        (None, f"{SITE}organisations/agency/"),
        ("https://travel.example.org/", "https://travel.example.org/"),
        ("about/", f"{SITE}about/"),
    ],
)
def test_a_body_has_the_address_of_its_own_website_if_it_has_one(website: str | None, address: str):
    agency = organisation(id="agency", name="Agency", website=website)
    told = graph(page("data", agency, statement(id="rail", organisation="agency")))

    assert told.value(URIRef(f"{SITE}organisations/agency/"), SCHEMA.url) == Literal(address)


def test_a_licence_without_an_address_is_told_in_words():
    told = graph(page("data", licence="Open Government Licence v3.0."))
    dataset = URIRef(f"{DATA}#tables")
    names = (told.value(dataset, SCHEMA.license), SCHEMA.name), (told.value(dataset, DCTERMS.rights), RDFS.label)

    assert [str(told.value(each, name)) for each, name in names] == 2 * ["Open Government Licence v3.0."]
    assert told.value(dataset, DCTERMS.license) is None


def test_where_no_licence_is_known_none_is_told():
    assert nodes(page("data"))["Dataset"].keys().isdisjoint({"license", "dcterms:license", "dcterms:rights"})


def test_the_day_of_change_is_that_of_the_newest_thing_known():
    decided = outcome(decisions=[{"decision": "accepted", "decided": "2026-03-01"}])
    told = graph(page("data", decided))
    dataset = URIRef(f"{DATA}#tables")

    assert told.value(dataset, SCHEMA.dateModified) == Literal("2026-03-01")
    assert told.value(dataset, DCTERMS.modified) == Literal(date(2026, 3, 1), datatype=XSD.date)


def test_the_results_of_a_survey_are_a_dataset_of_their_own():
    told = graph(
        page("activities/bus/reader-survey", activity(summary="We *asked* readers.", opened="2026-01-05", **SURVEY))
    )
    dataset, file = (URIRef(f"{SITE}activities/bus/reader-survey/{name}") for name in ("", "survey.csv"))

    assert list(told.subjects(RDF.type, DCAT.Dataset)) == [dataset]
    assert told.value(dataset, SCHEMA.name) == Literal("Survey results: Reader survey")
    assert told.value(dataset, SCHEMA.description) == Literal(
        "Answers to 1 question of the survey “Reader survey” of users. It belongs to the statement “Bus statistics”. "
        "We asked readers."
    )
    assert told.value(dataset, DCAT.distribution) == told.value(dataset, SCHEMA.distribution) == file
    assert told.value(dataset, SCHEMA.creator) == URIRef(f"{SITE}organisations/travel/")
    assert told.value(dataset, SCHEMA.includedInDataCatalog) == URIRef(DATA)


@pytest.mark.parametrize(
    ("fields", "survey"), [({}, {}), ({"illustration": "Made up."}, SURVEY)], ids=["no results", "an illustration"]
)
def test_what_has_no_data_of_its_body_is_no_dataset(fields: Any, survey: Any):
    assert SCRIPT.findall(page("activities/rail/days", *rail(fields, survey)).body) == []


def test_what_a_body_published_itself_is_one():
    assert len(SCRIPT.findall(page("activities/rail/days", *rail({}, SURVEY)).body)) == 1


def rail(fields: Any, survey: Any) -> list[Entry]:
    """Return a statement with an activity."""
    return [statement(id="rail", **fields), entry(Activity, "rail", id="days", title="Days", method="survey", **survey)]


def test_addresses_are_relative_where_that_of_the_site_is_not_known():
    told = page("data", need(), site_url="")
    files = {each["contentUrl"] for each in nodes(told)["Dataset"]["distribution"]}

    assert "../data/needs.csv" in files
    assert graph(told, "https://elsewhere.example/").value(
        URIRef("https://elsewhere.example/data/#tables"), DCAT.distribution, any=True
    )


RECOMMENDED = {"name", "description", "license", "creator", "distribution", "url", "keywords", "isAccessibleForFree"}


def test_a_search_engine_finds_what_it_asks_for_in_every_dataset_of_our_own_site():
    """As Google's page on Dataset structured data asks: required, then recommended properties."""
    site = build(hosts.ROOT / "statements", Settings(moment("2026-11-23"), site_url=SITE, licence="Free to use."))
    found = [(each, nodes(each)["Dataset"]) for each in site.pages.values() if SCRIPT.search(each.body)]

    assert [(each.path, missing) for each, told in found if (missing := RECOMMENDED - told.keys())] == []
    assert [each.path for each, told in found if not 50 <= len(told["description"]) <= 5000] == []
    assert [each.path for each, told in found if not all("contentUrl" in file for file in told["distribution"])] == []
    assert len(found) >= 3
    paths = {f"{SITE}{output.path.removesuffix('index.md')}" for output in site.outputs}
    assert [
        (each.path, str(node))
        for each, _ in found
        for node in graph(each).all_nodes()
        if str(node).startswith(SITE) and str(node).partition("#")[0] not in paths
    ] == []


@settings(deadline=None, max_examples=50)
@given(
    st.lists(st.sampled_from(["</script>", "<!--", "<script>", "-->", "&lt;", "\\", '"', "x", "]]>", "'"]), min_size=1)
)
def test_no_text_ends_the_script_that_it_stands_in(pieces: list[str]):
    text = "".join(pieces)
    given = entry(Activity, "rail", id="days", title=f"x {text}", method="survey", **SURVEY)
    agency = organisation(id="agency", name=f"x {text}")
    owner = statement(id="rail", organisation="agency")
    body = page("activities/rail/days", given, agency, owner, licence=text).body
    (script,) = SCRIPT.findall(body)
    (dataset,) = json.loads(script)["@graph"]

    assert dataset["name"] == f"Survey results: x {text}"
    assert dataset["creator"][0]["name"] == f"x {text}"
    assert not re.search("[<>&\u2028\u2029]", script)
    assert body.count("<script") == body.count("</script>") == 1
