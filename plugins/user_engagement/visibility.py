"""The gate: the only way from everything that was written to what the public may read."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import partial
from itertools import zip_longest
from typing import Any

from user_engagement import queries
from user_engagement.model import Catalogue, Entry, Outcome, Part
from user_engagement.model.contact import Contact
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.holding import holding
from user_engagement.model.outcome import Quote
from user_engagement.model.rebuilding import rebuilt
from user_engagement.model.reference import Ref


class PublicCatalogue(Catalogue):
    """What the public may read at one moment. Only `public` makes one; outputs accept nothing else."""


def public(catalogue: Catalogue, moment: datetime) -> PublicCatalogue:
    """Return what may be read at a moment (UK time).

    Left out are internal and embargoed entries and parts, internal fields, what is dated later,
    names past their day, quotes without consent, every reference to something left out, and
    whatever means nothing, or something else, without that reference.
    """
    own_fields = partial(_own_fields, moment=moment)
    seen = _kept(rebuilt(entry, own_fields) for entry in catalogue.entries)
    seen = [_answers_of_what_is_left(entry) if isinstance(entry, Outcome) else entry for entry in seen]
    while True:
        candidate = PublicCatalogue(seen)
        pruned = _kept(_prune(entry, candidate) for entry in seen)
        if all(before is after for before, after in zip_longest(seen, pruned)):
            return candidate
        seen = pruned


def as_it_stood(catalogue: Catalogue, day: date) -> Catalogue:
    """Return what had been said by a day, for those who may read everything: internal entries and all."""

    def own_fields(part: Part) -> dict[str, Any] | None:
        return None if _is_dated_later(part, day) else {}

    return Catalogue(_kept(rebuilt(entry, own_fields) for entry in catalogue.entries))


def _kept(entries: Iterable[Entry | None]) -> list[Entry]:
    return [entry for entry in entries if entry is not None]


def _own_fields(part: Part, moment: datetime) -> dict[str, Any] | None:
    if _is_hidden(part, moment):
        return None
    fields = type(part).model_fields
    hidden = {*part.internal_fields, "internal_note"} & fields.keys()
    if isinstance(part, Contact) and (part.name_expires is None or part.name_expires <= moment.date()):
        hidden |= {"name", "name_expires"}
    if any(fields[name].is_required() for name in hidden):
        return None
    update = {name: fields[name].default for name in hidden if getattr(part, name) != fields[name].default}
    return {**update, "internal_fields": ()} if part.internal_fields else update


def _is_hidden(part: Part, moment: datetime) -> bool:
    if part.visibility.hides(moment) or _is_dated_later(part, moment.date()):
        return True
    return isinstance(part, Quote) and part.consent != "given"


def _is_dated_later(part: Part, day: date) -> bool:
    dated: date | None = getattr(part, part.dated_by) if part.dated_by else None
    return dated is not None and dated > day


def _answers_of_what_is_left(outcome: Outcome) -> Outcome:
    """Return an outcome without decisions, and without ids in decisions, that answer only feedback left out."""
    left = {feedback.id for feedback in outcome.feedback}
    decisions = tuple(
        decision.model_copy(update={"answers": tuple(answer for answer in decision.answers if answer in left)})
        for decision in outcome.decisions
        if not decision.answers or left.intersection(decision.answers)
    )
    return outcome.model_copy(update={"decisions": decisions}) if decisions != outcome.decisions else outcome


def _prune(entry: Entry, catalogue: PublicCatalogue) -> Entry | None:
    """Return an entry without references to what is not public, or None if it means nothing without them."""
    if entry.statement_id and catalogue.get("statements", entry.statement_id) is None:
        return None
    return rebuilt(entry, partial(_references, catalogue=catalogue, statement=entry.statement_id))


def _references(part: Part, catalogue: PublicCatalogue, statement: str) -> dict[str, Any] | None:
    update: dict[str, Any] = {}
    for name, value in holding(part, Ref, FuzzyDate):
        kept = _reachable(value, catalogue, statement)
        if kept is not value:
            if not kept and (name == part.only_for or type(part).model_fields[name].is_required()):
                return None
            update[name] = kept
    if isinstance(part, Entry) and part.withdrawn and _is_lost(queries.successor_key(part), part, catalogue):
        update["withdrawn"] = part.withdrawn.model_copy(update={"successor": None})
    return update


def _is_lost(successor: str, entry: Entry, catalogue: PublicCatalogue) -> bool:
    return bool(successor) and catalogue.get(entry.section, successor) is None


def _reachable(value: Any, catalogue: PublicCatalogue, statement: str) -> Any:
    """Return a value without references to what is not public; the same object where there are none."""
    if isinstance(value, Ref):
        return value if catalogue.get(value.section, value) is not None else None
    if isinstance(value, tuple):
        kept = tuple(ref for ref in value if catalogue.get(ref.section, ref) is not None)
        return value if len(kept) == len(value) else kept
    if isinstance(value, FuzzyDate) and value.after and queries.comes_after(catalogue, value, statement) is None:
        return FuzzyDate(certainty=value.certainty)
    return value
