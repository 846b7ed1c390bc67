"""What is published. Each kind of page or file is a module; the list below is all there is."""

from collections.abc import Callable, Iterator

from user_engagement.outputs import (
    commitment_page,
    framework_page,
    home_page,
    json_schema,
    need_pages,
    organisation_pages,
    outcome_pages,
    statement_pages,
    stylesheet,
)
from user_engagement.outputs.output import Output
from user_engagement.outputs.publication import Publication

KINDS: tuple[Callable[[Publication], Iterator[Output]], ...] = (
    home_page.outputs,
    statement_pages.outputs,
    organisation_pages.outputs,
    outcome_pages.outputs,
    need_pages.outputs,
    commitment_page.outputs,
    framework_page.outputs,
    json_schema.outputs,
    stylesheet.outputs,
)
