"""Numbers as honestly known as they are: how many of what, out of how many, how exactly."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal, Self, cast

from user_engagement.model.scalar import Scalar, mistake

Qualifier = Literal["about", "over", "under", "at least", "at most", "nearly"]
Symbol = Literal["c", "x", "z", "u", "low"]

_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_UNIT = r"[^0-9\[\]%][^\[\]%]*?"
_QUANTITY = re.compile(
    r"(?:(?P<qualifier>about|over|under|at least|at most|nearly) )?"
    rf"(?:\[(?P<symbol>c|x|z|u|low)\]|(?P<number>{_NUMBER})(?P<percent>%)?)"
    rf"(?: (?P<unit>(?!of\b){_UNIT}))?(?: ?of (?P<base>{_NUMBER})?(?: ?(?P<base_unit>{_UNIT}))?)?"
)
_ADVICE = (
    "Write a number and what it counts, for example “63 respondents”, “over 70 respondents”, "
    "“about 40% of 299 respondents” or “[c] respondents”."
)


@dataclass(frozen=True)
class Quantity(Scalar):
    """An amount with its unit; units are never added to one another.

    `number` is None where a `symbol` stands in its place, as in GSS data tables: c confidential,
    x not available, z not applicable, u low reliability, low rounds to zero.
    `base` is what a percentage is of, where known.
    """

    number: Decimal | None
    unit: str = ""
    qualifier: Qualifier | None = None
    percent: bool = False
    base: Decimal | None = None
    base_unit: str = ""
    symbol: Symbol | None = None

    pattern: ClassVar[str] = f"^{_QUANTITY.pattern}$".replace("?P<", "?<")
    examples: ClassVar[tuple[str, ...]] = ("63 respondents", "over 70 respondents", "about 40% of 299 respondents")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the written form, for example "about 40% of 299 respondents"."""
        match = _QUANTITY.fullmatch(text)
        if match is None:
            raise mistake("quantity-format", _ADVICE)
        return cls(
            number=_decimal(match["number"]),
            unit=match["unit"] or "",
            qualifier=cast("Qualifier | None", match["qualifier"]),
            percent=bool(match["percent"]),
            base=_decimal(match["base"]),
            base_unit=match["base_unit"] or "",
            symbol=cast("Symbol | None", match["symbol"]),
        )

    def __str__(self) -> str:
        amount = f"[{self.symbol}]" if self.symbol else f"{self.number:,f}{'%' if self.percent else ''}"
        base = f"{self.base:,f}" if self.base is not None else ""
        base = " ".join(word for word in (base, self.base_unit) if word)
        words = (self.qualifier, amount, self.unit, f"of {base}" if base else "")
        return " ".join(word for word in words if word)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text.replace(",", ""))
