"""Reports on entries that no file holds, for tests."""

from datetime import date, datetime, time, timedelta

from tests.catalogues import AS_AT, catalogue

from user_engagement import reporting
from user_engagement.loading import Loaded, Origin, Origins
from user_engagement.model import Catalogue, Entry
from user_engagement.yaml_source import Places

MOMENT = datetime(2026, 11, 23, 9, 30)  # noqa: DTZ001 - UK time
NINETY = timedelta(days=90)


def loaded(*entries: Entry) -> Loaded:
    """Return these entries with an organisation, a statement and the frameworks."""
    return everything(catalogue(*entries))


def everything(made: Catalogue) -> Loaded:
    """Return a catalogue as if each entry had been read from a file with its address as name."""
    origins = Origins({(each.section, each.key): Origin(Places(each.key), ()) for each, _ in made.everything})
    return Loaded(made, (), origins)


def report(*entries: Entry, on: date = AS_AT, within: int = 90) -> reporting.Report:
    """Return the report at the end of a day."""
    return reporting.report(loaded(*entries), datetime.combine(on, time.max), timedelta(days=within))


def text(*entries: Entry) -> str:
    """Return the report as text."""
    return reporting.FORMATS["text"](report(*entries)).decode()
