"""An accessibility statement is true, explained and not out of date."""

from collections.abc import Iterator
from datetime import date

from user_engagement import frameworks, queries
from user_engagement.checks.finding import Finding
from user_engagement.model import AccessibilityStatement, Catalogue, KnownProblem
from user_engagement.model.visibility import PUBLIC
from user_engagement.style import day, when
from user_engagement.words.files import english


def criteria_exist(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every success criterion that the version of WCAG does not have at levels A and AA."""
    for statement in catalogue.all(AccessibilityStatement):
        known = frameworks.success_criteria(statement.wcag)
        for number, problem in enumerate(statement.known_problems):
            for position, criterion in enumerate(problem.criteria):
                if criterion not in known:
                    message = (
                        f"WCAG {statement.wcag} has no criterion {criterion} at levels A and AA. "
                        "Look it up in https://www.w3.org/TR/WCAG22/."
                    )
                    trail = ("known_problems", number, "criteria", position)
                    yield Finding(statement, trail, "unknown-criterion", message)


def status_fits_the_problems(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield a status that the list of known problems contradicts.

    Readers of a status that is not “fully compliant” are sent to that list, so something public has to be in it.
    """
    for statement in catalogue.all(AccessibilityStatement):
        problems = statement.known_problems
        if statement.status == "fully compliant" and problems:
            message = "A website with known problems is not fully compliant. Write “partially compliant”."
            yield Finding(statement, ("status",), "status-and-problems", message)
        elif statement.status != "fully compliant" and not any(each.visibility == PUBLIC for each in problems):
            message = "Say what is not accessible: add to “known_problems” at least one problem that is public."
            yield Finding(statement, ("status",), "status-and-problems", message)


def problems_are_explained(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield problems that say neither why nor until when, and exemptions that do not say why.

    Source: regulations 7(4) and 8(4)(a) of the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
    Accessibility Regulations 2018.
    """
    for statement in catalogue.all(AccessibilityStatement):
        for number, problem in enumerate(statement.known_problems):
            if message := _unexplained(problem):
                yield Finding(statement, ("known_problems", number), "problem-without-reason", message, "warning")


def fixes_are_not_overdue(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield problems that should have been mended by now."""
    for statement in catalogue.all(AccessibilityStatement):
        for number, problem in enumerate(statement.known_problems):
            if problem.fix_due and queries.is_fix_overdue(problem, as_at):
                message = (
                    f"This was to be mended by {when(problem.fix_due, english())}. "
                    "Remove the problem and tell it in “reviews”, or set a new date and say why in “reason”."
                )
                trail = ("known_problems", number, "fix_due")
                yield Finding(statement, trail, "fix-overdue", message, "warning")


def contacts_can_be_written_to(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield an accessibility statement whose contact nobody can write to.

    Source: regulation 8(4)(c) of the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility
    Regulations 2018, which asks for a contact form. A telephone alone shuts out those who cannot use one.
    """
    for statement in catalogue.all(AccessibilityStatement):
        if not (statement.contact.email or statement.contact.address):
            message = "Nobody can write to this contact. Add “email”, or in “address” a page with a contact form."
            yield Finding(statement, ("contact",), "contact-without-address", message, "warning")


def statements_are_prepared(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield an accessibility statement that is dated later, and so not published yet."""
    for statement in catalogue.all(AccessibilityStatement):
        if statement.prepared > as_at:
            message = "This day has not come yet. Until then the statement is not published. Check the date."
            yield Finding(statement, ("prepared",), "prepared-later", message, "warning")


def accessibility_is_reviewed(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield an accessibility statement that was not reviewed for a year."""
    for statement in catalogue.all(AccessibilityStatement):
        if queries.is_review_overdue(statement, as_at):
            last = day(queries.last_reviewed(statement, as_at), english())
            message = f"The last review was on {last}. Review it at least once a year and add to “reviews”."
            field = "reviews" if statement.reviews else "prepared"
            yield Finding(statement, (field,), "accessibility-review-overdue", message, "warning")


def websites_are_tested(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield an accessibility statement that tells of no test within a year."""
    for statement in catalogue.all(AccessibilityStatement):
        if statement.prepared <= as_at and queries.is_retest_overdue(statement, as_at):
            test = queries.last_test(statement, as_at)
            told = f"The last test was on {day(test.tested, english())}" if test else "No test is told"
            message = f"{told}. Test the website at least once a year and add to “tests” how."
            trail = ("tests",) if statement.tests else ()
            yield Finding(statement, trail, "accessibility-test-overdue", message, "warning")


def _unexplained(problem: KnownProblem) -> str:
    if problem.reason:
        return ""
    match problem.kind:
        case "disproportionate burden":
            return "Say in “reason” how it was assessed that mending it would be a disproportionate burden."
        case "out of scope":
            return "Say in “reason” why the regulations do not cover it."
        case _:
            return "" if problem.fix_due else "Say when it is to be mended in “fix_due”, or why not in “reason”."
