"""A spreadsheet as it was read: text in cells, each with its place, whatever program it came from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from user_engagement.messages import did_you_mean
from user_engagement.spreadsheets.columns import Column, Sheet


@dataclass(frozen=True)
class Cell:
    """A text and where it stands, for example outcomes!C5."""

    text: str
    place: str


@dataclass(frozen=True)
class Fault:
    """What is wrong in a cell, in a sentence that says what to do."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


@dataclass(frozen=True)
class Table:
    """A sheet that was read: its rows by the names of the columns, without empty cells."""

    sheet: Sheet
    headers: tuple[Cell, ...]
    rows: tuple[Mapping[str, Cell], ...]

    def faults(self) -> list[Fault]:
        """Return the columns that there are not, that stand here twice, or that are missing."""
        known = [*self.sheet.keys, *(column.name for column in self.sheet.columns)]
        found, seen = [], set[str]()
        for header in self.headers:
            if header.text in seen:
                found.append(Fault(header.place, f"The column {header.text} is here twice. Remove one."))
            elif header.text not in known and column_of(self.sheet, header.text) is None:
                near = did_you_mean(header.text, known)
                found.append(Fault(header.place, f"There is no column {header.text} in this sheet.{near}"))
            seen.add(header.text)
        missing = [name for name in self.sheet.keys if name not in seen]
        first = self.headers[0].place if self.headers else self.sheet.name
        return [*found, *(Fault(first, f"The column {name} is missing. Add it.") for name in missing)]


def column_of(sheet: Sheet, header: str) -> tuple[Column, str] | None:
    """Return the column that a header names, and the language if it is that of a text in one: "title [cy]"."""
    name, _, language = header.removesuffix("]").partition(" [")
    found = next((column for column in sheet.columns if column.name == name), None)
    return (found, language) if found and (bool(language) == header.endswith("]")) else None


def table(sheet: Sheet, lines: Sequence[Sequence[Cell]]) -> Table:
    """Return a table from its lines, the first of which names the columns."""
    headers = tuple(cell for cell in (lines[0] if lines else ()) if cell.text)
    rows = []
    for line in lines[1:]:
        named = zip(lines[0], line, strict=False)
        row = {header.text: cell for header, cell in named if header.text and cell.text}
        rows += [row] if row else []
    return Table(sheet, headers, tuple(rows))
