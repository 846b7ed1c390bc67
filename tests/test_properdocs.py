"""ProperDocs, which carries MkDocs on, builds the same site."""

import re
from pathlib import Path

from tests import hosts

GENERATOR = re.compile(rb'<meta name="generator"[^>]*>')


def test_properdocs_builds_the_same_site_but_for_the_generator(tmp_path: Path):
    project = hosts.own_project(tmp_path)
    ours = hosts.tree(hosts.build(project, "-f", "mkdocs.yml", "-d", "site", engine="mkdocs"))
    theirs = hosts.tree(hosts.build(project, "-f", "mkdocs.yml", "-d", "site", engine="properdocs"))

    assert sorted(theirs) == sorted(ours)
    assert [path for path in ours if GENERATOR.sub(b"", ours[path]) != GENERATOR.sub(b"", theirs[path])] == []
