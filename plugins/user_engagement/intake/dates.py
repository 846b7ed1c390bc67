"""When somebody answered, as different programs write it."""

import re
from collections.abc import Sequence
from datetime import date
from typing import get_args

from user_engagement.intake.mapping import Order

_DATE = re.compile(r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?!\d)")
_CENTURY = 2000


def order(cells: Sequence[str]) -> Order | None:
    """Return the only order of day, month and year in which all cells are dates, if it can be told."""
    given = [cell for cell in cells if cell]
    fitting = [each for each in get_args(Order) if given and all(day(cell, each) for cell in given)]
    return fitting[0] if len(fitting) == 1 else None


def day(cell: str, in_order: Order) -> date | None:
    """Return the day with which a cell begins."""
    found = _DATE.match(cell)
    if not found:
        return None
    first, second, third = (int(each) for each in found.groups())
    year, month, number = {
        "year first": (first, second, third),
        "day first": (third, second, first),
        "month first": (third, first, second),
    }[in_order]
    written = found[1] if in_order == "year first" else found[3]
    if len(written) not in {2, 4} or (in_order == "year first" and len(written) != 4):  # noqa: PLR2004 - digits of a year
        return None
    try:
        return date(year if len(written) > 2 else year + _CENTURY, month, number)  # noqa: PLR2004 - as above
    except ValueError:
        return None
