"""Ids that are suggested for new entries."""

import re
import unicodedata
from collections.abc import Container

from user_engagement.checks.ids import RESERVED

_LONGEST = 40
_WORDS = "a an and by each every for in is its of on our statistics the their to users we with"
_LEFT_OUT = frozenset(_WORDS.split())


def suggested(title: str, taken: Container[str], otherwise: str) -> str:
    """Return an id made of the words of a title that nothing has yet; `otherwise` where it has no Latin letters.

    Words that say little are left out, unless nothing else is there.
    """
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower().replace("'", "")
    words = re.findall(r"[a-z0-9]+", letters)
    telling = [word for word in words if word not in _LEFT_OUT] or words or [otherwise]
    id_ = _shortened(telling)
    numbers = (f"{id_}-{number}" for number in range(2, 10_000))
    return (
        id_ if id_ not in taken and not RESERVED.fullmatch(id_) else next(each for each in numbers if each not in taken)
    )


def _shortened(words: list[str]) -> str:
    id_ = words[0][:_LONGEST]
    for word in words[1:]:
        if len(id_) + 1 + len(word) > _LONGEST:
            break
        id_ = f"{id_}-{word}"
    return id_
