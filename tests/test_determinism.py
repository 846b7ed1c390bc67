"""The same statements and the same day give the same bytes, wherever and however often they are built."""

import gc
import re
from pathlib import Path
from weakref import ref

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from tests import hosts

from user_engagement import as_at, collector
from user_engagement.site import Settings
from user_engagement.site import build as build_site

SETTINGS = Settings(as_at.moment("2026-11-23"))
EARLY, LATE = "1000000000", "1900000000"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What the repository's own site is made from."""
    return hosts.tree(hosts.own_project(tmp_path_factory.mktemp("source")))


@pytest.fixture(scope="module")
def site(source: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The repository's own site, built on a day in 2001 by MkDocs' clock."""
    project = hosts.write(tmp_path_factory.mktemp("one"), source)
    return hosts.tree(hosts.build(project, env={"SOURCE_DATE_EPOCH": EARLY, "PYTHONHASHSEED": "1"}))


def test_another_day_place_order_and_time_zone_give_the_same_bytes(
    source: dict[str, bytes], site: dict[str, bytes], tmp_path: Path
):
    project = hosts.write(tmp_path / "another place", dict(reversed(source.items())))
    env = {"SOURCE_DATE_EPOCH": LATE, "PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    (tmp_path / "elsewhere").mkdir()
    hosts.build(tmp_path / "elsewhere", "-f", str(project / "mkdocs.yml"), env=env)
    again = hosts.tree(project / "site")

    assert sorted(again) == sorted(site)
    assert [path for path, content in again.items() if content != site[path]] == []


def test_the_sitemap_tells_the_day_the_site_is_true_for(site: dict[str, bytes]):
    assert b"<lastmod>2026-11-23</lastmod>" in site["sitemap.xml"]
    assert b"<lastmod>2001" not in site["sitemap.xml"]


def test_the_sitemap_tells_the_day_of_the_newest_thing_on_each_page(tmp_path: Path):
    more = """
      - decision: rejected
        reason: Dear.
        decided: 2026-04-13
    needs: [small-areas]
  - id: other
    title: Other
    published: 2026-02-02
    actions:
      - id: write
        title: Write
        due: 2026-05
        history:
          - date: 2026-05-04
            delivery: delivered
          - date: 2026-11-24
            delivery: cancelled
  - id: undated
    title: Undated
"""
    project = hosts.project(tmp_path, {"statements/bus/statement.yml": hosts.STATEMENT.rstrip() + more})
    sitemap = (hosts.build(project) / "sitemap.xml").read_text("utf-8")
    told = dict(re.findall(r"<loc>https://example.org/site/(.*?)</loc>\s*(?:<lastmod>(.*?)</lastmod>)?", sitemap))
    wanted = ("about/", "", "statements/bus/", "organisations/travel/", "outcomes/", "outcomes-by-decision/accepted/")
    entries = ("outcomes/bus/area-codes/", "outcomes/bus/other/", "outcomes/bus/undated/", "needs/bus/small-areas/")

    assert [told[name] for name in wanted] == ["2026-11-23", *["2026-05-04"] * 4, "2026-04-13"]
    assert [told[name] for name in entries] == ["2026-04-13", "2026-05-04", "", "2026-04-13"]


def test_a_site_on_which_everything_is_old_can_be_built(tmp_path: Path):
    old = hosts.STATEMENT.replace("2026-03-02", "1903-04-05")
    project = hosts.project(tmp_path, {"statements/bus/statement.yml": old})
    (project / "docs/about/index.md").unlink()
    sitemap = (hosts.build(project) / "sitemap.xml").read_text("utf-8")

    assert set(re.findall("<lastmod>(.*?)</lastmod>", sitemap)) == {"2026-11-23"}


def test_a_second_build_in_one_process_is_like_the_first(tmp_path: Path):
    project = hosts.project(tmp_path / "one")
    other = hosts.project(tmp_path / "other", {"statements/bus/statement.yml": hosts.STATEMENT.replace("Bus", "Rail")})
    sites = []
    for folder in (project, other, project):
        build(load_config(str(folder / "mkdocs.yml")))
        sites.append(hosts.tree(folder / "site"))

    assert sites[0] == sites[2]
    assert sites[0] != sites[1]


def test_nothing_is_left_of_an_earlier_build_in_one_process(tmp_path: Path):
    statements = hosts.project(tmp_path) / "statements"
    with collector.spared():
        first = ref(build_site(statements, SETTINGS).publication)
    assert first()

    with collector.spared():
        build_site(statements, SETTINGS)
    assert first() is None
    assert gc.isenabled()
