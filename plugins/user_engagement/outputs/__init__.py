"""What is published. Each kind of page or file is a module; the list below is all there is."""

from collections.abc import Callable, Iterator

from user_engagement.outputs import (
    accessibility_page,
    activity_pages,
    atom_feeds,
    calendars,
    case_study_page,
    code_page,
    commitment_page,
    coverage_pages,
    csv_tables,
    data_page,
    framework_page,
    get_involved_page,
    home_page,
    json_catalogue,
    json_schema,
    need_pages,
    news_feeds,
    ods,
    organisation_pages,
    outcome_pages,
    planned_change_pages,
    redirects,
    requirement_page,
    statement_pages,
    stylesheet,
    survey_results,
    unmet_need_page,
    user_group_pages,
    whats_new_page,
)
from user_engagement.outputs.output import Output
from user_engagement.outputs.publication import Publication

KINDS: tuple[Callable[[Publication], Iterator[Output]], ...] = (
    home_page.outputs,
    statement_pages.outputs,
    organisation_pages.outputs,
    outcome_pages.outputs,
    need_pages.outputs,
    activity_pages.outputs,
    planned_change_pages.outputs,
    requirement_page.outputs,
    case_study_page.outputs,
    unmet_need_page.outputs,
    user_group_pages.outputs,
    get_involved_page.outputs,
    commitment_page.outputs,
    framework_page.outputs,
    coverage_pages.outputs,
    code_page.outputs,
    whats_new_page.outputs,
    accessibility_page.outputs,
    atom_feeds.outputs,
    calendars.outputs,
    news_feeds.outputs,
    data_page.outputs,
    redirects.outputs,
)
"""What is published in each language of the site."""

ONCE: tuple[Callable[[Publication], Iterator[Output]], ...] = (
    survey_results.outputs,
    csv_tables.outputs,
    ods.outputs,
    json_catalogue.outputs,
    json_schema.outputs,
    stylesheet.outputs,
)
"""What is published once, whatever the languages: data have the first one's texts, JSON those of all."""
