"""Who publishes a synthetic statement, about which statistics and for whom."""

from datetime import date

from tests.bench.phrases import Fields, Phrases, first_up
from tests.bench.words import PLACES

INTRODUCTION = """\
{}

What we ask of ourselves:

- {}
- {}

The [calendar of releases](https://example.org/releases) tells when figures come out."""


def organisation(number: int, say: Phrases) -> Fields:
    """Return a body that publishes statistics."""
    mailbox = f"enquiries.{number + 1}@example.org"
    return {
        "id": f"office-{number + 1}",
        "name": f"Office for {PLACES[number % len(PLACES)].removeprefix('the ')} Statistics",
        "kind": "agency",
        "mission": say.text("mission", "mission"),
        "contacts": [{"role": "Statistics enquiries", "email": mailbox, "reply_within": "5 working days"}],
    }


def header(number: int, say: Phrases, title: str, policy: str, teams: int) -> Fields:
    """Return the header of a statement; the first of an organisation's is the policy that the others add to."""
    is_policy = number % teams == 0
    return {
        "title": title,
        "organisation": f"office-{number // teams + 1}",
        "summary": say.text("about"),
        "introduction": INTRODUCTION.format(say.text("about"), say.text("do"), say.text("do")),
        "published": say.day(date(2023, 1, 1), 700),
        "reviewed": say.day(date(2026, 1, 1), 200),
        "review_due": say.day(date(2028, 1, 1), 200),
        "objectives": [{"id": "objective-1", "wording": say.text("objective")}],
        **({} if is_policy else {"supplements": [policy]}),
    }


def statistic(number: int, say: Phrases, topic: str) -> Fields:
    """Return a series of statistics."""
    return {
        "id": f"statistic-{number}",
        "title": f"{first_up(topic)}: {('yearly', 'monthly')[number - 1]} figures",
        "summary": say.text("about"),
    }


def user_group(number: int, say: Phrases, name: str) -> Fields:
    """Return a kind of users."""
    return {
        "id": f"group-{number}",
        "name": first_up(name),
        "summary": say.text("group"),
    }


def channel(say: Phrases, number: int) -> Fields:
    """Return a standing way to reach the team."""
    return {
        "id": "mailbox",
        "title": "Our mailbox",
        "method": "mailbox",
        "summary": say.text("reach"),
        "address": f"mailto:team.{number + 1}@example.org",
    }
