"""Whose voices were heard, when and in what, and whose were not."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from user_engagement.model import Activity, Catalogue, Outcome, UserGroup
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.queries.events import event_day, event_state
from user_engagement.queries.relations import illustration
from user_engagement.queries.users import kind_of_user, kinds_of_user, with_smaller

YEARS = 2
NOT_LATELY = f"not heard in the last {YEARS} years"
ILLUSTRATED = "from illustrations"


class Moment(NamedTuple):
    """When something happened, as exactly as is known, and the last day that can have been."""

    when: FuzzyDate
    day: date


class Voice(NamedTuple):
    """When a group was heard, in what, and which group it was: the one asked about, or a smaller one.

    With an outcome in place of an activity, the group was heard by that day.
    """

    moment: Moment
    entry: Activity | Outcome
    group: UserGroup


def last_heard(catalogue: Catalogue, group: UserGroup, as_at: date) -> Voice | None:
    """Return when a group, or one that is part of it, was last heard; None where no date is known.

    A group is heard in the activities that name it: as having taken part, as the source of a finding, or as
    one that the activity was for, unless that says whom it did not reach. It is also heard in those in which it
    gave feedback that an outcome answers. The day is the newest on which such an activity closed, or else
    opened, had an event, or counted who took part; none after `as_at`, nothing cancelled. The day of an
    answer is not one of hearing: where no activity with a date is told, the first answer only shows by when the
    group was heard.
    """
    voices = (voice for each in with_smaller(catalogue, group) for voice in _voices(catalogue, each, as_at))
    return max(voices, key=lambda voice: voice.moment.day, default=None)


def is_heard_lately(catalogue: Catalogue, group: UserGroup, as_at: date) -> bool:
    """Say whether a group was heard in the last 2 years; exactly 2 years ago still counts."""
    voice = last_heard(catalogue, group, as_at)
    return voice is not None and voice.moment.day >= _years_before(as_at)


def asked_in(catalogue: Catalogue, group: UserGroup) -> list[Activity]:
    """Return the activities that name a group, whether it was reached or not, and those in which it gave feedback."""
    outcomes = catalogue.referring_to(group, Outcome)
    feedback = (activity for outcome in outcomes for activity in _asked(catalogue, outcome, group))
    return list({each.key: each for each in (*catalogue.referring_to(group, Activity), *feedback)}.values())


def by_voice(catalogue: Catalogue, groups: Iterable[UserGroup], as_at: date) -> list[tuple[str, list[UserGroup]]]:
    """Group user groups: first those not heard lately, then by what they are to the statistics and where.

    Those of illustrations come last: of a body that did not publish this, nobody can say whom it did not hear.
    """
    found: dict[str, list[UserGroup]] = {}
    for group in groups:
        found.setdefault(_heading(catalogue, group, as_at), []).append(group)
    return [(word, found[word]) for word in (NOT_LATELY, *kinds_of_user(), ILLUSTRATED) if word in found]


def moments(activity: Activity, as_at: date, group: UserGroup | None = None) -> Iterator[Moment]:
    """Yield when an activity closed, or else opened, counted who took part, and had events, up to a day.

    A cancelled activity has no such day. With a group, counts of other groups are left out.
    """
    if activity.opened and activity.opened.certainty == "cancelled":
        return
    until = min(as_at, activity.withdrawn.date) if activity.withdrawn else as_at
    counts = [each for each in activity.heard if group is None or not each.user_groups or group.key in each.user_groups]
    counted = (FuzzyDate.parse(each.as_at.isoformat()) for each in counts if each.as_at)
    closed = activity.extended_to or activity.closes
    last = closed if closed and closed.earliest and closed.earliest <= until else activity.opened
    held = (event_day(event, until) for event in activity.events if event_state(event, until) != "cancelled")
    events = (FuzzyDate.parse(day.isoformat()) for day in held if day)
    for when in (last, *counted, *events):
        if when and when.earliest and when.latest and when.earliest <= until:
            yield Moment(when, min(when.latest, until))


def _heading(catalogue: Catalogue, group: UserGroup, as_at: date) -> str:
    if illustration(catalogue, group):
        return ILLUSTRATED
    return kind_of_user(group) if is_heard_lately(catalogue, group, as_at) else NOT_LATELY


def _voices(catalogue: Catalogue, group: UserGroup, as_at: date) -> Iterator[Voice]:
    for activity in catalogue.referring_to(group, Activity):
        if _took_part(activity, group):
            yield from (Voice(moment, activity, group) for moment in moments(activity, as_at, group))
    for outcome in catalogue.referring_to(group, Outcome):
        asked = _asked(catalogue, outcome, group)
        found = [Voice(moment, each, group) for each in asked for moment in moments(each, as_at, group)]
        yield from found or [Voice(moment, outcome, group) for moment in _answered(outcome, as_at)]


def _took_part(activity: Activity, group: UserGroup) -> bool:
    named = [each.user_groups for each in activity.heard] + [each.user_groups for each in activity.findings]
    reached = named if activity.not_heard else [*named, activity.user_groups]
    return any(group.key in refs for refs in reached)


def _asked(catalogue: Catalogue, outcome: Outcome, group: UserGroup) -> list[Activity]:
    """Return the activities in which a group gave the feedback that an outcome answers."""
    said = (feedback for feedback in outcome.feedback if group.key in feedback.user_groups)
    found = (catalogue.find(ref) for feedback in said for ref in feedback.activities or outcome.activities)
    return [each for each in found if isinstance(each, Activity)]


def _answered(outcome: Outcome, as_at: date) -> list[Moment]:
    """Return when an outcome was first answered, if by this day."""
    days = (outcome.published, *(decision.decided for decision in outcome.decisions))
    past = sorted(day for day in days if day and day <= as_at)
    return [Moment(FuzzyDate.parse(day.isoformat()), day) for day in past[:1]]


def _years_before(day: date) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - YEARS, day=28 if is_leap_day else day.day)
