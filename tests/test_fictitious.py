"""The fictitious bodies show all that can be said."""

from collections import defaultdict

import pytest
from tests.pages import ROOT, kinds

from user_engagement.loading import load
from user_engagement.model import Entry, Part
from user_engagement.model.outcome import DecisionTerms

ILLUSTRATED = {"defra", "people-and-nature-survey", "food-statistics-pocketbook", "air-pollutant-emissions"}
ONLY_OF_ILLUSTRATIONS = {"illustration"}


@pytest.fixture(scope="module")
def used() -> dict[type[Part], set[str]]:
    """The fields of each kind of part that a fictitious statement or body fills in."""
    found = defaultdict[type[Part], set[str]](set)
    for entry, _, part in load(ROOT / "statements").catalogue.parts:
        if entry.statement_id not in ILLUSTRATED:
            fields = type(part).model_fields
            found[type(part)] |= {name for name in fields if getattr(part, name) != fields[name].default}
    return found


KINDS = [kind for kind in kinds().values() if ".model." in kind.__module__ and kind not in (Entry, DecisionTerms)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_fictitious_bodies_use_every_field(kind: type[Part], used: dict[type[Part], set[str]]):
    own = {name for name in kind.model_fields if name in kind.__annotations__}

    assert own - used[kind] - ONLY_OF_ILLUSTRATIONS == set()
