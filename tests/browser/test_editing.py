"""The editing page as a browser shows it, with a folder of the browser in place of one on a disk."""

from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, expect
from tests import hosts
from tests.browser.conftest import QuietHandler

from user_engagement.as_at import moment
from user_engagement.site import check

SETTINGS = hosts.SETTINGS.replace("site/", "engagement/") + "      admin: {repository: example/our-statements}\n"
FILE = "statements/bridge-traffic/outcomes/2026-closures.yml"
DAY = moment("2026-11-23")

FOLDER = """
window.showDirectoryPicker = () => navigator.storage.getDirectory();
window.folderOf = async (steps) => {
  let folder = await navigator.storage.getDirectory();
  for (const step of steps) folder = await folder.getDirectoryHandle(step, {create: true});
  return folder;
};
window.put = async (files) => {
  await folderOf([".git"]);
  for (const [path, text] of Object.entries(files)) {
    const steps = path.split("/"), name = steps.pop();
    const file = await (await folderOf(steps)).getFileHandle(name, {create: true});
    const stream = await file.createWritable();
    await stream.write(text);
    await stream.close();
  }
};
window.files = async (folder, before = "", found = {}) => {
  for await (const [name, each] of folder.entries())
    if (each.kind === "directory") await files(each, `${before}${name}/`, found);
    else found[before + name] = await (await each.getFile()).text();
  return found;
};
"""
"""What stands in for the dialog in which a person chooses the folder of the repository."""


@pytest.fixture(scope="module")
def admin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a site with an editing page for our own statements; the address of that page."""
    project = hosts.own_project(tmp_path_factory.mktemp("project"))
    (project / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    folder = hosts.build(project)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=folder)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/admin/"
        server.shutdown()


@pytest.fixture
def statements() -> dict[str, str]:
    paths = sorted((hosts.ROOT / "statements").rglob("*.yml"))
    return {path.relative_to(hosts.ROOT).as_posix(): path.read_text("utf-8") for path in paths}


@pytest.fixture
def editing(page: Page, admin: str, statements: dict[str, str]) -> Page:
    return open_outcome(page, admin, statements)


def open_outcome(page: Page, admin: str, statements: dict[str, str]) -> Page:
    """Open the outcome about closures in the editing page, as somebody who has the repository on a disk."""
    page.add_init_script(FOLDER)
    page.goto(admin)
    page.evaluate("files => put(files)", statements)
    page.get_by_role("button", name="Work with Local Repository").click()
    page.get_by_role("treeitem", name="bridge-traffic").wait_for()
    page.goto(f"{admin}#/collections/bridge-traffic/entries/outcomes/2026-closures")
    page.locator("[data-key-path]").first.wait_for()
    field(page, "outcomes").get_by_role("button", name="Expand").click()
    return page


def field(page: Page, trail: str) -> Locator:
    """Return a field, which the page draws when somebody comes near it."""
    found = page.locator(f'[data-key-path="{trail}"]')
    page.mouse.move(600, 400)
    for _ in range(100):
        if not found.count():
            page.mouse.wheel(0, 200)
            page.wait_for_timeout(50)
    found.scroll_into_view_if_needed()
    return found


def saved(page: Page) -> dict[str, str]:
    """Save, and return every file of the folder."""
    page.get_by_role("button", name="Save").click()
    page.get_by_role("treeitem", name="bridge-traffic").wait_for()
    return page.evaluate("async () => files(await folderOf(['statements']), 'statements/')")  # type: ignore[no-any-return]


def test_an_outcome_is_edited_saved_and_right(editing: Page, statements: dict[str, str], tmp_path: Path):
    before = "summary: Closures that are planned now appear 4 weeks before, for 9 of 14 councils.\n"
    after = "summary: Planned closures appear 4 weeks before.\n"

    field(editing, "outcomes.0.summary").get_by_role("textbox").fill("Planned closures appear 4 weeks before.")

    expected = {**statements, FILE: statements[FILE].replace(before, after)}
    assert expected != statements
    assert saved(editing) == expected
    hosts.write(tmp_path, expected)
    assert check(tmp_path / "statements", DAY, "statements") == check(hosts.ROOT / "statements", DAY, "statements")


def test_what_it_is_about_is_chosen_from_what_the_statement_has(editing: Page, statements: dict[str, str]):
    before, after = "statistics: [bridge-closures]\n", "statistics: [bridge-closures, bridge-crossings]\n"

    field(editing, "outcomes.0.statistics").get_by_role("checkbox", name="Bridge crossings in Marland").click()

    assert saved(editing) == {**statements, FILE: statements[FILE].replace(before, after)}
    assert statements[FILE].count(before) == 1


def test_a_field_that_is_missing_is_asked_for(editing: Page):
    field(editing, "outcomes.0.title").get_by_role("textbox").fill("")
    editing.get_by_role("button", name="Save").click()

    expect(field(editing, "outcomes.0.title").get_by_role("textbox")).to_have_attribute("aria-invalid", "true")


def test_axe_finds_nothing_serious(editing: Page):
    found = Axe().run(editing).response["violations"]

    assert {each["impact"] for each in found} <= {"minor", "moderate"}


def test_nothing_is_asked_of_another_server(page: Page, admin: str, statements: dict[str, str]):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    opened = open_outcome(page, admin, statements)
    field(opened, "outcomes.0.summary").get_by_role("textbox").fill("Shorter.")
    saved(opened)

    ours = admin.removesuffix("admin/")
    assert [url for url in asked if not url.startswith((ours, "data:", "blob:"))] == []
    assert {f"{admin}{name}" for name in ("sveltia-cms.js", "fonts/source-sans-3.woff2")} <= set(asked)


def test_without_javascript_there_is_another_way(context: Callable[..., BrowserContext], admin: str):
    page = context(java_script_enabled=False).new_page()

    page.goto(admin)

    link = page.get_by_role("link", name="the files of the statements")
    expect(link).to_have_attribute("href", "https://github.com/example/our-statements/tree/main/statements")
    expect(page.get_by_role("heading", level=1)).to_have_text("Edit the statements")
