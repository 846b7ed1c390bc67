"""What the files of services that run surveys have in common."""

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Service:
    """A service, by what only its files begin with; and what stands in them beside the answers."""

    name: str
    known_by: frozenset[str]
    besides: frozenset[str]
    answered: str = ""
    """The heading of the column that says when somebody answered."""

    separators: tuple[str, ...] = (";",)
    """What stands between answers of which somebody chose several."""

    no_answer: frozenset[str] = frozenset()
    headed_by_blanks: bool = False
    """Whether further rows of headings have nothing in the columns that are no questions."""


MICROSOFT = Service(
    "Microsoft Forms",
    frozenset({"start time", "completion time"}),
    frozenset({"id", "start time", "completion time", "language", "last modified time", "total points"}),
    "completion time",
)
GOOGLE = Service(
    "Google Forms",
    frozenset({"timestamp"}),
    frozenset({"timestamp", "score"}),
    "timestamp",
    (";", ", "),
)
SMARTSURVEY = Service(
    "SmartSurvey",
    frozenset({"userid"}),
    frozenset({"userid", "userno", "unique id", "started", "ended", "tracking link", "collector", "completed"}),
    "ended",
    (";",),
    frozenset({"-"}),
    headed_by_blanks=True,
)
OTHER = Service("another service", frozenset(), frozenset(), separators=(";",))

_PERSONAL = re.compile(
    r"\b(?:e-?mail|names?|username|forename|surname|tele?phone|phone|mobile|ip address|address|post ?code|"
    r"date of birth|contact details|job title)\b",
    re.IGNORECASE,
)
_MAILBOX = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]+", re.IGNORECASE)
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}|(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}", re.IGNORECASE)
_TELEPHONE = re.compile(r"\+?[\d ()-]{9,}")


def service(headings: Sequence[str]) -> Service:
    """Return the service that wrote a file with these headings."""
    found = {heading.lower() for heading in headings}
    return next((each for each in (MICROSOFT, GOOGLE, SMARTSURVEY) if each.known_by <= found), OTHER)


def is_personal(heading: str, cells: Sequence[str]) -> bool:
    """Say whether a column can tell who answered: by its heading, or by e-mail or IP addresses in it."""
    if _PERSONAL.search(heading):
        return True
    telling = sum(bool(is_telling(cell)) for cell in cells if cell)
    return telling * 2 > sum(bool(cell) for cell in cells)


def is_telling(cell: str) -> bool:
    """Say whether a cell has an e-mail address, or is an IP address or a telephone number."""
    return bool(_MAILBOX.search(cell) or _IP.fullmatch(cell) or _TELEPHONE.fullmatch(cell))
