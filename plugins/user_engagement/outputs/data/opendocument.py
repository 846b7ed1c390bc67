"""An OpenDocument spreadsheet, written row by row: a tree of its cells would take more memory than all the rest."""

import re
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from user_engagement.outputs.data import opendocument_parts as parts

_BEFORE_ALL_BUILDS = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file knows."""

_AS_IT_IS = re.compile("(?! )[^&<>\x00-\x1f\ud800-\udfff\ufffe\uffff]*(?<! )")
_NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE = re.compile("\r\n|[\r\n]")
_SPACES = re.compile(r"\A +|(?<= ) +| \Z")
_EMPTY = "<table:table-cell/>"


class Column(NamedTuple):
    """A column: its header, what its cells are (as CSV on the Web calls it, or "sheet"), whether texts are long."""

    name: str
    datatype: str = "string"
    wide: bool = False


class Sheet(NamedTuple):
    """A sheet of one table. Above it stand a title, in the first cell, and what else to know, a line for each."""

    name: str
    title: str
    told: Sequence[str]
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]


def spreadsheet(title: str, sheets: Sequence[Sheet]) -> bytes:
    """Return a spreadsheet; the same sheets give the same bytes."""
    file = BytesIO()
    with ZipFile(file, "w") as package:
        package.writestr(_member("mimetype", ZIP_STORED), parts.TYPE)
        for name, text in (("META-INF/manifest.xml", parts.MANIFEST), ("styles.xml", parts.STYLES)):
            package.writestr(_member(name), text)
        package.writestr(_member("meta.xml"), parts.META.format(title=_text(title)))
        with package.open(_member("content.xml"), "w") as content:
            for text in _content(sheets):
                content.write(text.encode())
    return file.getvalue()


def _member(name: str, compression: int = ZIP_DEFLATED) -> ZipInfo:
    member = ZipInfo(name, _BEFORE_ALL_BUILDS)
    member.compress_type, member.create_system = compression, 0
    return member


def _content(sheets: Sequence[Sheet]) -> Iterator[str]:
    yield parts.CONTENT
    for sheet in sheets:
        yield from _sheet(sheet)
    yield f"<table:database-ranges>{''.join(map(_range, sheets))}</table:database-ranges>"
    yield parts.END


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield f'<table:table table:name="{_text(sheet.name)}">'
    for column in sheet.columns:
        yield f'<table:table-column table:style-name="{"wide" if column.wide else "narrow"}"/>'
    yield _row([_styled("Heading_20_1", sheet.title)])
    yield from (_row([_styled("line", line)]) for line in sheet.told)
    header = _row([_styled("Header", column.name) for column in sheet.columns])
    yield f"<table:table-header-rows>{header}</table:table-header-rows>"
    cells = [_CELLS[column.datatype] for column in sheet.columns]
    for row in sheet.rows:
        yield _row([cell(text) if text else _EMPTY for cell, text in zip(cells, row, strict=True)])
    yield "</table:table>"


def _range(sheet: Sheet) -> str:
    """Mark the table of a sheet as one, with a name and a header."""
    first, name = len(sheet.told) + 2, f"$'{sheet.name}'"
    last = f"{name}.{_letters(len(sheet.columns))}{first + len(sheet.rows)}"
    return (
        f'<table:database-range table:name="{re.sub(r"[^0-9A-Za-z]", "_", sheet.name)}" '
        f'table:target-range-address="{name}.A{first}:{last}" table:contains-header="true"/>'
    )


def _letters(column: int) -> str:
    """Return what spreadsheets call a column, counted from 1: A to Z, AA, AB."""
    before, last = divmod(column - 1, 26)
    return (_letters(before) if before else "") + chr(ord("A") + last)


def _row(cells: Iterable[str]) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>\n"


def _styled(style: str, text: str) -> str:
    return f'<table:table-cell table:style-name="{style}" office:value-type="string">{_lines(text)}</table:table-cell>'


def _string(text: str) -> str:
    return f'<table:table-cell office:value-type="string">{_lines(text)}</table:table-cell>'


def _integer(text: str) -> str:
    return (
        f'<table:table-cell office:value-type="float" office:value="{text}"><text:p>{text}</text:p></table:table-cell>'
    )


def _date(text: str) -> str:
    return (
        f'<table:table-cell table:style-name="day" office:value-type="date" office:date-value="{text}">'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def _boolean(text: str) -> str:
    return (
        f'<table:table-cell office:value-type="boolean" office:boolean-value="{text}">'
        f"<text:p>{text.upper()}</text:p></table:table-cell>"
    )


def _link(text: str) -> str:
    to = f'<text:a xlink:type="simple" xlink:href="#\'{text}\'.A1">{text}</text:a>'
    return f'<table:table-cell office:value-type="string"><text:p>{to}</text:p></table:table-cell>'


_CELLS = {
    "string": _string, "anyURI": _string, "integer": _integer, "date": _date, "boolean": _boolean, "sheet": _link,
}  # fmt: skip


def _lines(text: str) -> str:
    """Return text as paragraphs, one for each line."""
    if _AS_IT_IS.fullmatch(text) and "  " not in text:
        return f"<text:p>{text}</text:p>"
    return "".join(f"<text:p>{_line(line)}</text:p>" for line in _LINE.split(text))


def _line(line: str) -> str:
    """Return a line with every space and tab of it: where they are not marked, programs take many for one."""
    marked = _SPACES.sub(lambda spaces: f'<text:s text:c="{len(spaces[0])}"/>', _text(line))
    return marked.replace("\t", "<text:tab/>")


def _text(text: str) -> str:
    """Return text for XML; a character that XML cannot have becomes the sign for an unknown one."""
    return _NOT_IN_XML.sub("\ufffd", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
