"""Every link and every anchor of the built site leads somewhere."""

import gzip
import json
import re
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from zipfile import ZipFile

import pytest
from tests import hosts

HERE = "https://here/"
SITE = "https://example.org/repository-name/"
"""Where the site is served: below a folder, as on GitHub Pages."""

ADDRESS = re.compile(rf"{SITE}[^\s\"'<>\\,;)]*")
ADDRESSES = {"a": "href", "link": "href", "script": "src", "img": "src"}


class Page(HTMLParser):
    """What a page links to, which places on it can be linked to, and how many headings of the first level it has."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.titles = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.titles += tag == "h1"
        self.ids += [given["id"] or ""] if "id" in given else []
        address = given.get(ADDRESSES.get(tag, ""))
        self.links += [address] if address is not None else []


Site = dict[str, Page]


@pytest.fixture(scope="module", params=["folders", "files"])
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Site]:
    """The pages of the repository's own site by their paths, with addresses of both kinds."""
    project = hosts.own_project(tmp_path_factory.mktemp("links"))
    settings = re.sub("(?m)^site_url: .*", f"site_url: {SITE}", (project / "mkdocs.yml").read_text("utf-8"))
    if request.param == "files":
        settings += "\nuse_directory_urls: false\n"
    site = hosts.build(hosts.write(project, {"mkdocs.yml": settings}))
    return site, {path: Page(content.decode()) for path, content in hosts.tree(site).items() if path.endswith(".html")}


def broken(site: Path, pages: Site, path: str) -> list[str]:
    """Return the links of a page that lead nowhere in the site; addresses elsewhere are not followed."""
    targets = {link: urljoin(HERE + path, link) for link in pages[path].links}
    return [
        link
        for link, target in targets.items()
        if target.startswith(HERE) and not leads_somewhere(site, pages, target.removeprefix(HERE))
    ]


def leads_somewhere(site: Path, pages: Site, way: str) -> bool:
    """Say whether there is a file at the end of the way from the home page, and on it the place that is meant."""
    path, _, place = map(unquote, way.partition("#"))
    file = path + ("index.html" if not path or path.endswith("/") else "")
    return (site / file).is_file() and (not place or place in pages[file].ids)


def test_every_link_leads_to_a_page_and_a_place_on_it(pages: tuple[Path, Site]):
    site, found = pages
    nowhere = {path: links for path in found if path != "404.html" and (links := broken(site, found, path))}

    assert nowhere == {}
    assert sum(len(page.links) for page in found.values()) > 1000


def told(path: str, content: bytes) -> str:
    """Return what programs read in a file."""
    if path.endswith(".ods"):
        with ZipFile(BytesIO(content)) as package:
            content = package.read("content.xml")
    if path.endswith(".gz"):
        content = gzip.decompress(content)
    return content.decode().replace("\r\n ", "")


def test_every_full_address_in_every_file_leads_to_a_page_and_a_place_on_it(pages: tuple[Path, Site]):
    """Those of feeds, calendars, tables, JSON, the spreadsheet, the site map and what pages tell programs."""
    site, found = pages
    texts = {path: told(path, content) for path, content in hosts.tree(site).items() if Path(path).suffix in READ}
    addresses = {path: set(ADDRESS.findall(text)) for path, text in texts.items()}
    nowhere = {
        path: wrong
        for path, there in addresses.items()
        if (wrong := {each for each in there if not leads_somewhere(site, found, each.removeprefix(SITE))})
    }

    assert nowhere == {}
    assert {Path(path).suffix for path, there in addresses.items() if there} == READ
    assert [path for path in MANY if len(addresses[path]) < 15] == []


READ = {".atom", ".csv", ".gz", ".html", ".ics", ".json", ".ods", ".xml"}
MANY = ("data/catalogue.json", "data/outcomes.csv", "data/user-engagement.ods", "sitemap.xml", "whats-new.atom")


def test_what_data_say_of_each_other_leads_to_files(pages: tuple[Path, Site]):
    site, _ = pages
    schemas = {
        path: urljoin(path, json.loads(content)["$schema"])
        for path, content in hosts.tree(site).items()
        if path.endswith(("catalogue.json", "outcome.json", "need.json"))
    }
    tables = json.loads((site / "data/csv-metadata.json").read_text("utf-8"))["tables"]

    assert set(schemas.values()) == {"data/catalogue.schema.json"}
    assert len(schemas) > 20
    assert (site / "data/catalogue.schema.json").is_file()
    assert [table["url"] for table in tables if not (site / "data" / table["url"]).is_file()] == []


def test_links_elsewhere_are_of_kinds_that_are_safe(pages: tuple[Path, Site]):
    _, found = pages
    kinds = {urlsplit(link).scheme for page in found.values() for link in page.links}

    assert kinds - {"", "http", "https", "mailto"} == set()


def test_no_place_on_a_page_has_the_id_of_another(pages: tuple[Path, Site]):
    _, found = pages
    doubled = {path: [each for each in page.ids if page.ids.count(each) > 1] for path, page in found.items()}

    assert {path: ids for path, ids in doubled.items() if ids} == {}


def test_every_page_has_one_heading_of_the_first_level(pages: tuple[Path, Site]):
    _, found = pages

    assert {path: page.titles for path, page in found.items() if page.titles != 1} == {}
