"""The one door from what authors write to HTML: a small subset of Markdown, sanitised."""

import html
import re
from functools import lru_cache

import nh3
from markdown import Markdown
from markupsafe import Markup, escape

from user_engagement.model.language import TextByLanguage

_TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "br", "code", "blockquote"}
_LEFT_OUT_BLOCKS = ("code", "hashheader", "setextheader", "hr", "reference")
_LEFT_OUT_INLINE = (
    "entity",
    "html",
    "image_link",
    "image_reference",
    "reference",
    "short_reference",
    "short_image_ref",
)
_MARKUP = re.compile(r"[*_`\[\]<>\\\t\r]|^ {0,3}(?:[-+*]|\d+\.)[ \t]|^ {4}|  $", re.MULTILINE)
_AMPERSAND = "\x1a"
"""Stands in for &, which Markdown would take for the start of a character's name."""
_LINK = re.compile(r'href="(?![a-z][a-z0-9+.-]*:|#)/*', re.IGNORECASE)


def to_html(text: str, root: str) -> Markup:
    """Return text as HTML: paragraphs, lists, emphasis, code and links; anything else is shown as typed.

    Links without https, http or mailto lead to pages of this site; `root` is the way to its home page.
    """
    written = _to_html(text)
    written = _LINK.sub(lambda _: f'href="{root}', written) if "href=" in written else written
    marks = text.marks if isinstance(text, TextByLanguage) else ""
    return Markup(f"<div{marks}>{written}</div>" if marks else written)  # noqa: S704 - sanitised


def plain(text: str) -> str:
    """Return text on one line without Markdown, for titles and descriptions."""
    return html.unescape(" ".join(nh3.clean(_to_html(text), tags=set()).split()))


def address(written: str, root: str) -> str:
    """Return an address that an author wrote, for a link; without a scheme it leads to a page of this site."""
    return _LINK.sub(lambda _: f'href="{root}', f'href="{written}"')[6:-1]


@lru_cache(maxsize=4096)
def _to_html(text: str) -> str:
    if _MARKUP.search(text):
        return nh3.clean(
            _markdown().convert(text.replace("&", _AMPERSAND)).replace(_AMPERSAND, "&amp;"),
            tags=_TAGS,
            attributes={"*": set(), "a": {"href"}, "ol": {"start"}},
            url_schemes={"https", "http", "mailto"},
            link_rel=None,
        )
    paragraphs = re.split(r"\n[ \t]*\n+", text.strip("\n"))
    return "\n".join(f"<p>{escape(paragraph.strip())}</p>" for paragraph in paragraphs if paragraph.strip())


@lru_cache(maxsize=1)
def _markdown() -> Markdown:
    markdown = Markdown(extensions=["sane_lists"], output_format="html")
    for name in _LEFT_OUT_BLOCKS:
        markdown.parser.blockprocessors.deregister(name)
    for name in _LEFT_OUT_INLINE:
        markdown.inlinePatterns.deregister(name)
    markdown.preprocessors.deregister("html_block")
    return markdown
