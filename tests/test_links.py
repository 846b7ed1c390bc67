"""Every link and every anchor of the built site leads somewhere."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from tests import hosts

HERE = "https://here/"
OURS = re.compile(r"https://example\.github\.io/mkdocs-user-engagement/([^\s\"<>\\,;)]*)")
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
    settings = (project / "mkdocs.yml").read_text("utf-8")
    if request.param == "files":
        settings = (
            settings.replace("about/accessibility/", "about/accessibility.html") + "\nuse_directory_urls: false\n"
        )
    site = hosts.build(hosts.write(project, {"mkdocs.yml": settings}))
    return site, {path: Page(content.decode()) for path, content in hosts.tree(site).items() if path.endswith(".html")}


def broken(site: Path, pages: Site, path: str) -> list[str]:
    """Return the links of a page that lead nowhere in the site; addresses elsewhere are not followed."""
    found = []
    for link in pages[path].links:
        target = urlsplit(urljoin(HERE + path, link))
        if not target.geturl().startswith(HERE):
            continue
        if not leads_somewhere(site, pages, target.geturl().removeprefix(HERE)):
            found.append(link)
    return found


def leads_somewhere(site: Path, pages: Site, address: str) -> bool:
    """Say whether an address below the site's own is that of a file, and of a place on it."""
    path, _, place = unquote(address).partition("#")
    file = f"{path}index.html" if not path or path.endswith("/") else path
    return (site / file).is_file() and (not place or place in pages[file].ids)


def test_every_link_leads_to_a_page_and_a_place_on_it(pages: tuple[Path, Site]):
    site, found = pages
    nowhere = {path: links for path in found if path != "404.html" and (links := broken(site, found, path))}

    assert nowhere == {}
    assert sum(len(page.links) for page in found.values()) > 1000


@pytest.mark.parametrize("suffix", [".atom", ".csv", ".ics", ".json", ".xml"])
def test_every_address_in_a_file_leads_to_a_page_and_a_place_on_it(pages: tuple[Path, Site], suffix: str):
    site, found = pages
    files = [file for file in site.rglob(f"*{suffix}") if "assets" not in file.parts]
    addresses = {each for file in files for each in OURS.findall(file.read_bytes().replace(b"\r\n ", b"").decode())}

    assert [each for each in sorted(addresses) if not leads_somewhere(site, found, each)] == []
    assert len(addresses) > len(files) > 0


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
