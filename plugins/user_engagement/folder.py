"""The site as a folder of Markdown and files, for engines that cannot run the plugin."""

import html
import re
from pathlib import Path

import yaml

from user_engagement.outputs.output import Output, Page

_HEADING = re.compile(r'^<h([1-3])(?: id="([^"]+)"( data-search-exclude)?)?>(.+)</h\1>$')
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+.!-])")
_MANIFEST = ".user-engagement"


def write(outputs: tuple[Output, ...], to: Path) -> None:
    """Write every output below a folder, and remove what an earlier run wrote that is no longer published.

    Headings become Markdown, so that engines find them; the rest stays HTML in blocks without empty lines.
    """
    to.mkdir(parents=True, exist_ok=True)
    manifest = to / _MANIFEST
    earlier = set(manifest.read_text(encoding="utf-8").splitlines()) if manifest.exists() else set()
    written = {output.path for output in outputs}
    for gone in sorted(earlier - written):
        (to / gone).unlink(missing_ok=True)
    for output in outputs:
        path = to / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(markdown(output).encode() if isinstance(output, Page) else output.content)
    manifest.write_bytes("".join(f"{path}\n" for path in sorted(written)).encode())


def markdown(page: Page) -> str:
    """Return a page as Markdown with front matter."""
    matter = {"title": page.title, "description": page.description, "source": str(page.place or "")}
    front = yaml.safe_dump({key: value for key, value in matter.items() if value}, allow_unicode=True, sort_keys=False)
    body = "\n".join(_line(line) for line in page.body.splitlines() if line.strip())
    return f"---\n{front}---\n\n{body.strip()}\n"


def _line(line: str) -> str:
    heading = _HEADING.match(line)
    if heading is None:
        return line
    text = html.escape(_SPECIAL.sub(r"\\\1", html.unescape(heading[4])), quote=False)
    anchor = f" {{ #{heading[2]}{heading[3] or ''} }}" if heading[2] else ""
    return f"\n{'#' * int(heading[1])} {text}{anchor}\n"
