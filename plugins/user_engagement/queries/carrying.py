"""Actions that go on from one plan to the next."""

from collections.abc import Iterable
from datetime import date

from user_engagement.model import Action, Catalogue
from user_engagement.queries.state import FINISHED, delivery


def goes_on_from(catalogue: Catalogue, action: Action) -> list[Action]:
    """Return the earlier actions that one goes on from, whichever of the two says so."""
    own = [catalogue.find(action.carried_from)] if action.carried_from else []
    others = [each for each in catalogue.referring_to(action, Action) if each.carried_to == action.key]
    return _once([*own, *others])


def goes_on_in(catalogue: Catalogue, action: Action) -> list[Action]:
    """Return the later actions that go on with one, whichever of the two says so."""
    own = [catalogue.find(action.carried_to)] if action.carried_to else []
    others = [each for each in catalogue.referring_to(action, Action) if each.carried_from == action.key]
    return _once([*own, *others])


def counted_once(catalogue: Catalogue, actions: Iterable[Action], as_at: date) -> list[Action]:
    """Return actions without those told twice: of one that goes on in another, the one that is worked on that day."""
    return [each for each in actions if not _is_told_by_another(catalogue, each, as_at)]


def _is_told_by_another(catalogue: Catalogue, action: Action, as_at: date) -> bool:
    if delivery(action, as_at) in FINISHED and goes_on_in(catalogue, action):
        return True
    earlier = goes_on_from(catalogue, action)
    return any(delivery(each, as_at) not in FINISHED for each in earlier)


def _once(actions: Iterable[object]) -> list[Action]:
    return list({each.key: each for each in actions if isinstance(each, Action)}.values())
