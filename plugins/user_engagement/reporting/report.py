"""Everything to be done, by organisation and statement, counted, the worst first."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from user_engagement import queries
from user_engagement.loading import Loaded
from user_engagement.model import Catalogue, Organisation, Statement
from user_engagement.reporting.matter import TOPICS, Matter, Scope
from user_engagement.reporting.matters import matters
from user_engagement.visibility import as_it_stood

_LAST = date.max - timedelta(days=1)
"""The last day that can be told as due soon: questions may ask about the day after."""


@dataclass(frozen=True)
class Account:
    """What is to be done about a statement, or about an organisation itself."""

    about: Statement | Organisation
    matters: tuple[Matter, ...]


@dataclass(frozen=True)
class OfOrganisation:
    """An organisation with the accounts of its statements in force, the worst first, and of itself if there is one."""

    organisation: Organisation
    accounts: tuple[Account, ...]

    @property
    def matters(self) -> tuple[Matter, ...]:
        """All that is to be done, account by account."""
        return tuple(matter for account in self.accounts for matter in account.matters)

    @property
    def statements(self) -> int:
        """How many statements in force it has."""
        return sum(isinstance(account.about, Statement) for account in self.accounts)


@dataclass(frozen=True)
class Report:
    """What is to be done on a day, and what is due until another one, by organisation, the worst first."""

    as_at: date
    until: date
    organisations: tuple[OfOrganisation, ...]

    @property
    def matters(self) -> tuple[Matter, ...]:
        """All that is to be done, in the order of organisations and statements."""
        return tuple(matter for each in self.organisations for matter in each.matters)

    @property
    def statements(self) -> int:
        """How many statements in force there are."""
        return sum(each.statements for each in self.organisations)


def report(loaded: Loaded, moment: datetime, within: timedelta, organisations: Collection[str] = ()) -> Report:
    """Return the report on what is to be done at a moment, or due within some days after it.

    With ids of organisations it is about these and the bodies below them.
    """
    day = moment.date()
    scope = Scope(as_it_stood(loaded.catalogue, day), day, day + min(within, _LAST - day))
    found = matters(loaded, scope, moment)
    made = [_of_organisation(scope, each, found) for each in _wanted(scope.catalogue, organisations)]
    kept = sorted((each for each in made if each.accounts), key=lambda each: _worst(each, each.organisation.name))
    return Report(scope.as_at, scope.until, tuple(kept))


def counts(found: Iterable[Matter]) -> dict[str, int]:
    """Count matters by the key of each topic, those of which there is nothing too."""
    kinds = [matter.kind for matter in found]
    return {topic.key: sum(kind in topic.kinds for kind in kinds) for topic in TOPICS}


def late(found: Iterable[Matter]) -> int:
    """Count the matters that should have been done before the day."""
    kinds = [kind for topic in TOPICS if topic.is_late for kind in topic.kinds]
    return sum(matter.kind in kinds for matter in found)


def _wanted(catalogue: Catalogue, ids: Collection[str]) -> list[Organisation]:
    everything = [each for each in catalogue.all(Organisation) if not queries.illustration(catalogue, each)]
    if not ids:
        return everything
    named = [each for each in everything if each.id in ids]
    below = {each.id for body in named for each in (body, *queries.bodies_below(catalogue, body))}
    return [each for each in everything if each.id in below]


def _of_organisation(scope: Scope, organisation: Organisation, found: Iterable[Matter]) -> OfOrganisation:
    catalogue = scope.catalogue
    own = [each for each in found if each.organisation.id == organisation.id]
    in_force = [
        each
        for each in queries.statements_of(catalogue, organisation)
        if not (queries.is_withdrawn(each, scope.as_at) or queries.illustration(catalogue, each))
    ]
    of_statements = [
        Account(each, tuple(one for one in own if one.statement and one.statement.id == each.id)) for each in in_force
    ]
    accounts = sorted(of_statements, key=lambda each: _worst(each, queries.name(each.about)))
    of_itself = tuple(each for each in own if each.statement is None)
    return OfOrganisation(organisation, (*accounts, *([Account(organisation, of_itself)] if of_itself else [])))


def _worst(account: Account | OfOrganisation, name: str) -> tuple[int | str, ...]:
    """Return what sorts the worst first: by how much is late, then by all else in the order of the topics."""
    number = counts(account.matters)
    rest = (-number[topic.key] for topic in TOPICS if not topic.is_late)
    return -late(account.matters), *rest, name.lower()
