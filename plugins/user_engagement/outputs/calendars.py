"""Dates to come and past as calendars (iCalendar, RFC 5545): of the whole site, and of each statement."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import icalendar

from user_engagement import prose, queries
from user_engagement.model import Activity, Event, PlannedChange, Statement
from user_engagement.model.clock import Clock
from user_engagement.outputs.addresses import calendar
from user_engagement.outputs.atom import SINCE, Afar, tag
from user_engagement.outputs.output import Asset
from user_engagement.outputs.publication import Publication
from user_engagement.style import day

TITLES: dict[queries.Occasion, str] = {
    "event": "{title}",
    "registration": "Last day to register: {title}",
    "closing": "Last day to take part: {title}",
    "views": "Last day for views: {title}",
    "review": "Statement due for review: {title}",
}

_LONDON = ZoneInfo("Europe/London")
_END = b"END:VCALENDAR\r\n"


def outputs(publication: Publication) -> Iterator[Asset]:
    """Yield the calendars. Illustrations have none and are in none: the bodies they name did not publish them."""
    catalogue, everything = publication.catalogue, list[bytes]()
    for statement in catalogue.all(Statement):
        if not queries.illustration(catalogue, statement):
            dates = queries.calendar_dates(catalogue, statement, publication.as_at)
            own = [_event(publication, each) for each in dates]
            everything += own
            if publication.told([statement]):
                yield _calendar(publication, publication.folder + calendar(statement.id), statement.title, own)
    yield _calendar(publication, publication.folder + calendar(), publication.phrase("User engagement"), everything)


def _calendar(publication: Publication, path: str, title: str, events: Sequence[bytes]) -> Asset:
    """Return a calendar; each event is written once, for the calendar of its statement and that of the site."""
    made = icalendar.Calendar()
    made.add("version", "2.0")
    made.add("prodid", "-//mkdocs-user-engagement//EN")
    made.add("uid", tag(publication, path))
    made.add("name", title)
    made.add("x-wr-calname", title)
    return Asset(path, b"".join([made.to_ical().removesuffix(_END), _time_zone(), *events, _END]))


@cache
def _time_zone() -> bytes:
    """Return summer and winter in the UK as they have been since 1996: the last Sundays of March and October."""
    zone = icalendar.Timezone()
    zone.add("tzid", _LONDON.key)
    summer, winter = icalendar.TimezoneDaylight(), icalendar.TimezoneStandard()
    summer.add("dtstart", datetime(1996, 3, 31, 1))  # noqa: DTZ001 - the standard wants local time
    winter.add("dtstart", datetime(1996, 10, 27, 2))  # noqa: DTZ001
    for half, name, month, before, after in ((summer, "BST", 3, 0, 1), (winter, "GMT", 10, 1, 0)):
        half.add("tzname", name)
        half.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        half.add("tzoffsetfrom", timedelta(hours=before))
        half.add("tzoffsetto", timedelta(hours=after))
        zone.add_component(half)
    return bytes(zone.to_ical())


def _event(publication: Publication, given: queries.Dated) -> bytes:
    here = Afar(publication, "", "", (), None)
    changed = datetime.combine(given.known or SINCE, time(), UTC)
    made = icalendar.Event()
    made.add("uid", tag(publication, publication.folder + _path(given)))
    made.add("dtstamp", changed)
    made.add("last-modified", changed)
    made.add("sequence", given.version)
    made.add("status", given.certainty.upper())
    made.add("summary", publication.phrase(TITLES[given.occasion], title=str(given.entry.title)))
    made.add("dtstart", _at(given.day, given.starts))
    if not given.starts:
        made.add("dtend", given.day + timedelta(days=1))
    elif given.ends:
        made.add("dtend", _at(given.day, given.ends))
    if isinstance(given.entry, Event) and given.occasion == "event" and (where := _where(here, given.entry)):
        made.add("location", where)
    if text := _description(here, given):
        made.add("description", text)
    if publication.site_url:
        made.add("url", here.link(given.entry))
    return bytes(made.to_ical())


def _path(given: queries.Dated) -> str:
    entry = f"{given.entry.section}/{given.entry.key}"
    return entry if given.occasion == "event" else f"{entry}/{given.occasion}"


def _at(when: date, clock: Clock | None) -> date | datetime:
    return datetime.combine(when, clock.time, _LONDON) if clock else when


def _where(here: Afar, event: Event) -> str:
    return event.place or (here.href(event.online_address) if event.online_address else "")


def _description(here: Afar, given: queries.Dated) -> str:
    """Return what to know before coming, a line for each thing."""
    entry, lines = given.entry, list[str]()
    if isinstance(entry, Event | Activity | PlannedChange) and entry.summary:
        lines.append(prose.plain(entry.summary))
    if isinstance(entry, Event):
        lines += _coming(here, entry, given)
    return "\n".join(lines)


def _coming(here: Afar, event: Event, given: queries.Dated) -> Iterator[str]:
    state, planned, _, _ = queries.planned(event, here.as_at)
    say = here.publication.phrase
    if state == "full":
        yield say("Full.")
    if planned is None:
        yield say("Postponed. The new day is not known yet.")
    yield from [prose.plain(change.note) for change in queries.changes(event.history, here.as_at) if change.note][-1:]
    if event.online_address:
        yield say("Online: {address}", address=here.href(event.online_address))
    if event.registration_address and state != "full" and given.certainty != "cancelled":
        address = here.href(event.registration_address).removeprefix("mailto:")
        if closes := event.registration_closes:
            last = day(closes, here.publication.words)
            yield say("Registration: {address} (until {day})", address=address, day=last)
        else:
            yield say("Registration: {address}", address=address)
    if event.accessibility:
        yield say("Arrangements: {text}", text=prose.plain(event.accessibility))
