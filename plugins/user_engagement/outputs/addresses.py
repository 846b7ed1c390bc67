"""Where each entry can be found: a page, or an anchor on a page. Addresses never change."""

from typing import NamedTuple

from user_engagement import queries
from user_engagement.model import (
    AccessibilityStatement,
    Action,
    Activity,
    Catalogue,
    Entry,
    Event,
    Framework,
    Method,
    Need,
    Organisation,
    Outcome,
    PlannedChange,
    Practice,
    Statement,
    UserGroup,
)

HOME = ""


class Target(NamedTuple):
    """A page by its path ("outcomes/bus/area-codes", "" is home), and an anchor on it."""

    page: str
    anchor: str = ""

    def below(self, folder: str) -> "Target":
        """Return the same below a folder such as "cy/", the home page of a language."""
        return Target(f"{folder}{self.page}" if self.page else folder.rstrip("/"), self.anchor)


def target(catalogue: Catalogue, entry: Entry) -> Target:
    """Return where an entry is shown: on its own page, or on the page of what it belongs to."""
    if isinstance(entry, Organisation | Statement):
        return Target(f"{entry.section}/{entry.id}")
    if isinstance(entry, Activity | Outcome | Need | PlannedChange):
        return Target(f"{entry.section.replace('_', '-')}/{entry.key}")
    if isinstance(entry, UserGroup):
        return Target(f"users/{entry.statement_id}/{entry.id}")
    if isinstance(entry, AccessibilityStatement):
        return Target("accessibility")
    if isinstance(entry, Framework | Practice | Method):
        return _of_frameworks(catalogue, entry)
    home = queries.home(catalogue, entry) if isinstance(entry, Action) else None
    home = catalogue.parent(entry) if isinstance(entry, Event) else home
    has_page = home if isinstance(home, Activity | Outcome | Need) else None
    page = target(catalogue, has_page).page if has_page else f"statements/{entry.statement_id}"
    return Target(page, entry.anchor)


def _of_frameworks(catalogue: Catalogue, entry: Framework | Practice | Method) -> Target:
    if isinstance(entry, Method):
        return Target("framework", entry.anchor)
    framework = entry if isinstance(entry, Framework) else queries.framework_of(catalogue, entry)
    page = "framework" if queries.is_shipped(framework) else f"framework/{framework.id}"
    return Target(page, "" if framework is entry else entry.anchor)


def coverage_of(framework: Framework) -> Target:
    """Return where it is told what all statements show of a framework."""
    return Target("coverage" if queries.is_shipped(framework) else f"coverage-of-frameworks/{framework.id}")


def feed(statement: str = "") -> str:
    """Return the path of the feed of outcomes: of the whole site, or of one statement."""
    return f"statements/{statement}/outcomes.atom" if statement else "outcomes.atom"


def calendar(statement: str = "") -> str:
    """Return the path of the calendar: of the whole site, or of one statement."""
    return f"statements/{statement}/calendar.ics" if statement else "calendar.ics"


def survey(activity: Activity) -> str:
    """Return the path of the file with the results of an activity's survey."""
    return f"activities/{activity.key}/survey.csv"


def news_feed(group: str = "") -> str:
    """Return the path of the feed of what is new: on the whole site, or for one user group."""
    return f"users/{group}/whats-new.atom" if group else "whats-new.atom"


def root(page: str) -> str:
    """Return the way from a page to the home page: empty, or steps up that end in a slash."""
    return "../" * (page.count("/") + 1) if page else ""


def relative(page: str, wanted: Target, index: str) -> str:
    """Return a relative link from one page to another.

    `index` is what addresses of pages end in: nothing where the server adds it, or "index.html".
    """
    return f"#{wanted.anchor}" if page == wanted.page else below(root(page), wanted, index)


def below(base: str, wanted: Target, index: str) -> str:
    """Return the address of a page from that of the home page."""
    folder = f"{base}{wanted.page}{'/' if wanted.page else ''}{index}" or "./"
    return f"{folder}#{wanted.anchor}" if wanted.anchor else folder
