"""How the accessibility statement and what it tells stand on a day."""

from datetime import date

from user_engagement.model import AccessibilityStatement, AccessibilityTest, KnownProblem
from user_engagement.queries.evidence import has_aged

YEARS = 1
"""How long a review and a test hold.

A statement is kept under regular review (regulation 8(1) of the Public Sector Bodies (Websites and Mobile Applications)
(No. 2) Accessibility Regulations 2018), best once a year or more (recital 3 of Decision (EU) 2018/1523).
"""


def last_reviewed(statement: AccessibilityStatement, as_at: date) -> date:
    """Return the day of the last review; that the statement was prepared is its first."""
    reviewed = (review.date for review in statement.reviews if review.date <= as_at)
    return max((statement.prepared, *reviewed))


def tests_so_far(statement: AccessibilityStatement, as_at: date) -> list[AccessibilityTest]:
    """Return the tests that have ended, the newest first."""
    ended = [test for test in statement.tests if test.tested <= as_at]
    return sorted(ended, key=lambda test: test.tested, reverse=True)


def last_test(statement: AccessibilityStatement, as_at: date) -> AccessibilityTest | None:
    """Return the last test that has ended, if there was one."""
    return next(iter(tests_so_far(statement, as_at)), None)


def is_review_overdue(statement: AccessibilityStatement, as_at: date) -> bool:
    """Say whether the last review is more than a year ago."""
    return has_aged(last_reviewed(statement, as_at), as_at, YEARS)


def is_retest_overdue(statement: AccessibilityStatement, as_at: date) -> bool:
    """Say whether the last test is more than a year ago, or was never."""
    test = last_test(statement, as_at)
    return test is None or has_aged(test.tested, as_at, YEARS)


def is_fix_overdue(problem: KnownProblem, as_at: date) -> bool:
    """Say whether a problem should have been mended by now; whoever mends one takes it off the list."""
    latest = problem.fix_due.latest if problem.fix_due and problem.fix_due.certainty != "cancelled" else None
    return latest is not None and latest < as_at


def non_compliances(statement: AccessibilityStatement) -> list[KnownProblem]:
    """Return the problems that the regulations do not allow."""
    return [problem for problem in statement.known_problems if problem.kind == "non-compliance"]


def exemptions(statement: AccessibilityStatement) -> list[KnownProblem]:
    """Return the problems that the regulations allow: a disproportionate burden, or out of their scope."""
    return [problem for problem in statement.known_problems if problem.kind != "non-compliance"]
