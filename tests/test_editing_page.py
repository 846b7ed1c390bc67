"""The editing page: there only where it is asked for, with every field, and made of what npm has."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft7Validator
from tests import hosts
from tests.hosts import ROOT, SETTINGS

from user_engagement.field_reference import field_reference
from user_engagement.forms.editing_page import Repository, configuration, files
from user_engagement.model import SECTIONS, SHARED_SECTIONS, Decision, Entry, Statement
from user_engagement.model.outcome import DecisionWord

OURS = Repository("example/our-statements")
SHIPPED = ROOT / "plugins/user_engagement/forms/admin"
NODE = ROOT / "tests/node"
ON = SETTINGS + "      admin:\n        repository: example/our-statements\n"
HIDDEN = {
    "statements/secret/statement.yml": "statement:\n  title: Secret\n  organisation: travel\n  visibility: internal\n"
}

Field = dict[str, Any]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hosts.build(hosts.project(tmp_path_factory.mktemp("site"), HIDDEN, settings=ON))


def test_there_is_none_unless_it_is_asked_for(tmp_path: Path):
    assert not (hosts.build(hosts.project(tmp_path)) / "admin").exists()


def test_it_is_there_with_everything_it_is_made_of(site: Path):
    page = (site / "admin/index.html").read_text("utf-8")

    assert [name for name in re.findall(r'src="([^"]+)"', page) if not (site / "admin" / name).exists()] == []
    assert (site / "admin/page.js").read_bytes() == (SHIPPED / "page.js").read_bytes()


def test_search_and_sitemap_do_not_lead_to_it(site: Path):
    found = [
        path for path in ("sitemap.xml", "search/search_index.json") if "admin" in (site / path).read_text("utf-8")
    ]

    assert found == []
    assert '<meta name="robots" content="noindex">' in (site / "admin/index.html").read_text("utf-8")


def test_without_javascript_it_leads_to_the_files(site: Path):
    page = (site / "admin/index.html").read_text("utf-8")

    assert '<html lang="en">' in page
    assert "<title>Edit the statements</title>" in page
    assert '<a href="https://github.com/example/our-statements/tree/main/statements">' in page


def test_it_names_public_statements_only(site: Path):
    config = (site / "admin/config.json").read_text("utf-8")

    assert json.loads(config)["statements"] == ["bus"]
    assert "secret" not in config.casefold()


@pytest.mark.parametrize(
    ("admin", "told"),
    [
        ("{repository: ours}", "admin: Write the repository as owner/name, for example example/our-statements."),
        (
            "{repository: a/b, branch: my branch}",
            "admin: “my branch” is not the name of a branch. Write for example main.",
        ),
        ("{repository: a/b, sign_in: example.org}", "admin: Write an address for sign_in that starts with https://."),
    ],
)
def test_an_option_that_cannot_be_understood_is_told(tmp_path: Path, admin: str, told: str):
    hosts.project(tmp_path, settings=f"{SETTINGS}      admin: {admin}\n")

    done = hosts.run("mkdocs", "build", cwd=tmp_path)

    assert done.returncode == 1
    assert told in done.stdout
    assert "Traceback" not in done.stdout


def expanded(repository: Repository = OURS) -> Field:
    """Return the configuration as the page hands it to Sveltia CMS."""
    told = configuration(repository, "statements", ["bus", "trains"])
    collection = json.dumps(told["collection"])
    each = [json.loads(collection.replace("{statement}", name)) for name in told["statements"]]
    return {**told["rest"], "collections": [*each, *told["rest"]["collections"]]}


@pytest.mark.parametrize("sign_in", ["", "https://sign-in.example.org"])
def test_sveltia_understands_the_configuration(sign_in: str):
    schema = json.loads((NODE / "node_modules/@sveltia/cms/schema/sveltia-cms.json").read_text("utf-8"))
    config = expanded(Repository("example/our-statements", "main", sign_in))

    assert [error.message for error in Draft7Validator(schema).iter_errors(config)] == []


def test_drafts_are_pull_requests_and_people_sign_in_with_a_token():
    assert configuration(OURS, "statements", [])["rest"]["publish_mode"] == "editorial_workflow"
    assert configuration(OURS, "statements", [])["rest"]["backend"]["auth_methods"] == ["token"]


def test_people_sign_in_with_a_button_where_there_is_a_service_for_it():
    service = Repository("a/b", "main", "https://sign-in.example.org")

    backend = configuration(service, "statements", [])["rest"]["backend"]

    assert (backend["base_url"], backend["auth_methods"]) == ("https://sign-in.example.org", ["oauth", "token"])


def found(fields: list[Field], name: str) -> Field:
    return next(each for each in fields if each["name"] == name)


def asked(field: Field, trail: str = "") -> Iterator[tuple[str, str]]:
    """Yield the name of each field, after the ones it is inside of, with what it says."""
    for each in field.get("fields", []):
        yield f"{trail}{each['name']}", each["hint"]
        yield from asked(each, f"{trail}{each['name']}: ")


KINDS: dict[str, type[Entry]] = {"statement": Statement, **SECTIONS, **SHARED_SECTIONS}


@pytest.mark.parametrize("name", KINDS)
def test_every_field_of_the_model_is_asked_for_with_its_description(name: str):
    collections = expanded()["collections"]
    section = found([field for each in collections for field in each["fields"]], name)
    kind = KINDS[name]
    told = {
        (f"{part.title}: " if part.title else "") + field.name: field.description
        for part in field_reference(kind)
        for field in part.fields
    }
    common = {field.name: field.description for part in field_reference(Entry)[:1] for field in part.fields}
    if kind is Statement or kind.sole_id:
        common.pop("id")

    assert {**told, **common}.items() - dict(asked(section)).items() == set()


def test_values_are_asked_for_by_what_they_are():
    outcome = found(expanded()["collections"][0]["fields"], "outcomes")
    decision = found(found(outcome["fields"], "decisions")["fields"], "decision")
    published = found(outcome["fields"], "published")
    needs = found(outcome["fields"], "needs")

    assert Decision.model_fields["decision"].is_required() is decision["required"] is True
    assert (decision["widget"], decision["options"]) == ("select", list(get_args(DecisionWord)))
    assert (published["widget"], published["format"]) == ("datetime", "YYYY-MM-DD")
    assert (needs["widget"], needs["collection"], needs["value_field"]) == ("relation", "bus", "needs.*.id")
    assert [found(outcome["fields"], name)["widget"] for name in ("title", "summary")] == ["string", "text"]


def test_what_is_shipped_is_what_npm_has():
    package = NODE / "node_modules/@sveltia/cms"
    ours = {path.name: path.read_bytes() for path in SHIPPED.rglob("*") if path.is_file()}
    fonts = {
        f"{path.name.partition('-latin-')[0]}.woff2": path.read_bytes()
        for path in package.glob("npm/assets/*-latin-*.woff2")
    }
    theirs = {
        "sveltia-cms.js": (package / "dist/sveltia-cms.js").read_bytes(),
        "sveltia-cms.LICENSE.txt": (package / "LICENSE.txt").read_bytes(),
        "yaml.LICENSE.txt": (NODE / "node_modules/yaml/LICENSE").read_bytes(),
        **{path.name: path.read_bytes() for path in package.glob("npm/assets/*.LICENSE.txt")},
        **fonts,
    }

    assert len(theirs) == 9
    assert [name for name, content in theirs.items() if ours[name] != content] == []


def test_the_page_is_made_of_its_source():
    command = (NODE / "admin.sh").read_text("utf-8").partition("NODE_PATH=node_modules ")[2].replace("\\\n", "")
    arguments = command.replace("$to", str(SHIPPED)).split()
    arguments = [each for each in arguments if not each.startswith("--outfile")]

    made = subprocess.run(arguments, cwd=NODE, env={"NODE_PATH": "node_modules"}, capture_output=True, check=True)

    assert made.stdout == (SHIPPED / "page.js").read_bytes()


def test_no_font_comes_from_another_server():
    program = files(OURS, "statements", [])["admin/sveltia-cms.js"]

    assert isinstance(program, str)
    assert "jsdelivr" not in program
    assert sorted(set(re.findall(r"fonts/[\w-]+\.woff2", program))) == [
        f"fonts/{path.name}" for path in sorted(SHIPPED.glob("fonts/*.woff2"))
    ]
