"""Which frameworks there are, what each asks, and of whom."""

from collections.abc import Sequence
from datetime import date

from user_engagement import frameworks
from user_engagement.model import Catalogue, Framework, Organisation, Practice, PracticeArea, Statement
from user_engagement.queries.relations import bodies_below
from user_engagement.queries.state import is_withdrawn

Areas = Sequence[tuple[PracticeArea, Sequence[Practice]]]
"""Practice areas of a framework, each with the practices that are asked for."""


def is_shipped(framework: Framework) -> bool:
    """Say whether a framework is the one that comes with the package, not one of the site's own."""
    return framework.id == frameworks.osr_framework().id


def framework_of(catalogue: Catalogue, practice: Practice) -> Framework:
    """Return the framework that a practice is in."""
    return catalogue.parent(practice)  # type: ignore[return-value]


def frameworks_in_use(catalogue: Catalogue, as_at: date) -> list[Framework]:
    """Return the frameworks that ask for something and are not withdrawn, the shipped one first."""
    found = catalogue.all(Framework)
    return [each for each in found if areas_of(each, as_at) and not is_withdrawn(each, as_at)]


def areas_of(framework: Framework, as_at: date) -> Areas:
    """Return the practice areas with their practices, without what is withdrawn."""
    areas = (
        (area, [each for each in area.practices if not is_withdrawn(each, as_at)]) for area in framework.practice_areas
    )
    return [(area, practices) for area, practices in areas if practices]


def held_against(catalogue: Catalogue, framework: Framework) -> list[Statement]:
    """Return the statements of the bodies that follow a framework, and of bodies below them; all if it names none."""
    statements = catalogue.all(Statement)
    if not framework.organisations:
        return list(statements)
    named = [each for ref in framework.organisations if isinstance(each := catalogue.find(ref), Organisation)]
    bodies = {body.id for each in named for body in (each, *bodies_below(catalogue, each))}
    return [each for each in statements if each.organisation in bodies]
