"""The one colour a site sets for links and rules: how well it can be read, and its twin for dark screens."""

import re
from functools import cache
from importlib.resources import files
from math import floor
from typing import NamedTuple

STYLESHEET = files("user_engagement").joinpath("assets/user-engagement.css")
LEAST = 4.5
"""The contrast that text needs with what it stands on: WCAG 2.2, criterion 1.4.3, level AA."""

COMFORTABLE = 7
"""The contrast we choose where the choice is ours: criterion 1.4.6, level AAA."""

_COLOUR = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_GROUND = re.compile(r"--ue-(page|panel): (#[0-9a-f]{3,6});")

RGB = tuple[int, ...]


class Accent(NamedTuple):
    """A colour as a site sets it, and a lighter one for dark screens, both as #rrggbb."""

    light: str
    dark: str


def accent(written: str) -> Accent:
    """Return the colour as it is written in mkdocs.yml, with its twin.

    Raises ValueError, with what to do, where it is not a colour or text in it would be hard to read.
    """
    if not _COLOUR.fullmatch(written):
        raise ValueError(f"“{written}” is not a colour. Write it as '#00625e', with the quotation marks.")
    colour = _rgb(written)
    light, dark = _grounds()
    for place, ground in light.items():
        if (reached := contrast(colour, ground)) < LEAST:
            told, better = floor(reached * 10) / 10, _hex(_mixed(colour, (0, 0, 0), LEAST, light))
            raise ValueError(
                f"Links in {written} would be hard to read. Their contrast with the {place} is {told} to 1, "
                f"and {LEAST} to 1 is needed. Choose a darker colour, such as '{better}'."
            )
    return Accent(_hex(colour), _hex(_mixed(colour, (255, 255, 255), COMFORTABLE, dark)))


def contrast(one: RGB, other: RGB) -> float:
    """Return the contrast between two colours, from 1 to 21.

    Source: WCAG 2.2, “contrast ratio” and “relative luminance”, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: RGB) -> float:
    shares = (part / 255 for part in colour)
    linear = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)  # noqa: PLR2004
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _mixed(colour: RGB, other: RGB, least: float, grounds: dict[str, RGB]) -> RGB:
    """Return the first of a hundred steps from a colour to another that reaches a contrast with all grounds."""
    steps = (tuple(round(a + (b - a) * step / 100) for a, b in zip(colour, other, strict=True)) for step in range(101))
    return next(each for each in steps if all(contrast(each, ground) >= least for ground in grounds.values()))


@cache
def _grounds() -> tuple[dict[str, RGB], dict[str, RGB]]:
    """Return what text stands on, by place, on light and on dark screens: the stylesheet says it, light first."""
    found = [(place, _rgb(colour)) for place, colour in _GROUND.findall(STYLESHEET.read_text("utf-8"))]
    return dict(found[:2]), dict(found[2:])


def _rgb(written: str) -> RGB:
    digits = written[1:] if len(written) > 4 else "".join(digit * 2 for digit in written[1:])  # noqa: PLR2004
    return tuple(bytes.fromhex(digits))


def _hex(colour: RGB) -> str:
    return f"#{bytes(colour).hex()}"
