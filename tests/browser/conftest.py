"""One built site, one server and one browser for all tests of the site in a browser."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from pathlib import Path
from threading import Thread

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).parents[2]
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without writing a line for each."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@dataclass(frozen=True)
class Site:
    """A built site and the address it is served at, below a folder as on GitHub Pages."""

    folder: Path
    address: str

    def pages(self) -> list[str]:
        """Every hand-written page, the 404 page, and the largest generated page of each kind, as addresses."""
        by_kind: dict[object, Path] = {}
        for file in sorted(self.folder.rglob("*.html"), key=lambda file: file.stat().st_size):
            by_kind[self._kind(file.relative_to(self.folder))] = file
        return sorted(self.address + file.relative_to(self.folder).as_posix() for file in by_kind.values())

    def page(self, start: str) -> str:
        """The deepest of the pages whose address below the site begins so."""
        return max(
            (page for page in self.pages() if page.startswith(self.address + start)), key=lambda page: page.count("/")
        )

    def _kind(self, path: Path) -> object:
        source = ROOT / "docs" / path.parent
        if source.with_suffix(".md").exists() or (source / "index.md").exists():
            return path
        return path.parts[0], len(path.parts)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("www") / "repository-name"
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=folder.parent)) as server:
        built = Site(folder, f"http://127.0.0.1:{server.server_port}/{folder.name}/")
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder), site_url=built.address)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        Thread(target=server.serve_forever, daemon=True).start()
        yield built
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    assert executable, "These tests need Chromium: the program chromium-headless-shell or chromium."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=QUIET)
        yield browser
        browser.close()


LOOKS: dict[str, dict[str, object]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active", "reduced_motion": "reduce"},
}


@pytest.fixture(params=product((1280, 320), LOOKS), ids=lambda mode: f"{mode[0]}-{mode[1]}")
def mode(request: pytest.FixtureRequest) -> dict[str, object]:
    """A width of the window and what the reader chose of colours and motion."""
    width, look = request.param
    return {"width": width, **LOOKS[look]}


@pytest.fixture
def context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Opens contexts: a width, and whatever else Playwright knows."""
    opened: list[BrowserContext] = []

    def open_context(width: int = 1280, **settings: object) -> BrowserContext:
        made = browser.new_context(viewport={"width": width, "height": 800}, **settings)  # type: ignore[arg-type]
        opened.append(made)
        return made

    yield open_context
    for each in opened:
        each.close()


@pytest.fixture
def page(context: Callable[..., BrowserContext]) -> Page:
    return context().new_page()


@pytest.fixture
def search_for() -> Callable[[Page, str], None]:
    """Types words into the search form, sends it and waits for the answer."""

    def search(page: Page, words: str) -> None:
        page.get_by_role("searchbox").fill(words)
        page.keyboard.press("Enter")
        page.locator("[role=status]:not(:empty)").wait_for()

    return search
