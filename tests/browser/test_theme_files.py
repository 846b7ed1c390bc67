"""Our templates replace files of one version of Material; when those change, ours must be read again beside them."""

import re
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import pytest
from mkdocs.utils import get_theme_dir

MATERIAL = Path(get_theme_dir("material"))
OURS = Path(__file__).parents[2] / "plugins" / "user_engagement" / "theme"
TEMPLATES = [path.relative_to(OURS).as_posix() for path in sorted(OURS.rglob("*.html"))]

# mkdocs-material 9.8.1: the file, and the sha256 of what it holds there.
REPLACED = {
    "404.html": "80c93494b5432b1bcdf292caeb67a0653c45b37372f49e08ad4a70ca695a7495",
    "base.html": "8536d352b0093623df9e0032894f321cbe264b15a9b48cdd962583772455dadb",
    "partials/content.html": "ce33929c85af129f6e2f3b0aed47159e9c4a519482d1938bae15f5ff4a3cfae5",
    "partials/footer.html": "50c2a75f013b7b03fb97f381860c77df8fd5d13d68f90d3281754b68f69ec894",
    "partials/header.html": "8cf3fb15bcf969ff596649616fd99366b3c31c08d57a86d05308efc16d8fa75f",
    "partials/search.html": "bfd556535abcddb99396ab2a7e3acc2ebcd3f36756007d3969396caa4126be30",
    "partials/toc.html": "fde48f583563364b0e0e6865a5ab1e7060ec1826161f69f5cbee653e621b0f84",
}


def test_the_theme_is_the_version_we_read():
    assert version("mkdocs-material") == "9.8.1"


def test_every_replaced_file_is_listed_and_as_we_read_it():
    found = {
        name: sha256((MATERIAL / name).read_bytes()).hexdigest() for name in TEMPLATES if (MATERIAL / name).exists()
    }
    assert found == REPLACED


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_says_why_it_exists(name):
    assert re.match(r"\{#-\n  (Replaces|New)\b", (OURS / name).read_text("utf-8"))


@pytest.mark.parametrize("name", TEMPLATES)
def test_files_of_the_theme_that_we_name_are_there(name):
    named = re.findall(r"assets/(?:stylesheets|javascripts)/[\w./*]+", (OURS / name).read_text("utf-8"))
    assert [asset for asset in named if not list(MATERIAL.glob(asset))] == []
