"""Rules across entries. Each family is a file; the list below is all there is."""

from datetime import date

from user_engagement.checks import (
    accessibility,
    codes,
    completeness,
    dates,
    ids,
    publication,
    reasons,
    reference,
    surveys,
    time,
    translations,
)
from user_engagement.checks.finding import Check, Finding
from user_engagement.loading import Loaded
from user_engagement.problems import Problem

CHECKS: tuple[Check, ...] = (
    ids.ids_are_not_reserved,
    ids.former_ids_are_free,
    ids.feedback_is_told_apart,
    ids.areas_are_told_apart,
    reference.references_lead_somewhere,
    reference.nothing_refers_to_itself,
    reference.answers_are_feedback,
    reference.successors_exist,
    dates.ends_follow_starts,
    dates.events_end_after_they_start,
    dates.changes_follow_what_they_change,
    dates.steps_follow_the_announcement,
    dates.withdrawals_follow_publication,
    reasons.refusals_have_reasons,
    reasons.conditions_are_told,
    publication.internal_fields_can_be_left_out,
    publication.required_references_are_public,
    publication.quotes_have_consent,
    publication.names_expire,
    time.reviews_are_not_overdue,
    time.actions_are_not_overdue,
    time.commitments_are_not_overdue,
    time.responses_are_not_late,
    time.registration_ends_with_the_event,
    time.changes_are_told,
    time.engagement_is_reviewed_again,
    codes.code_references_can_be_found,
    completeness.feedback_has_a_decision,
    completeness.promises_can_be_measured,
    completeness.percentages_have_a_base,
    surveys.percentages_of_answers_have_a_base,
    surveys.single_answers_add_up,
    completeness.titles_are_short,
    completeness.withdrawals_say_why,
    translations.translations_are_whole,
    translations.translations_follow_their_original,
    accessibility.criteria_exist,
    accessibility.status_fits_the_problems,
    accessibility.problems_are_explained,
    accessibility.fixes_are_not_overdue,
    accessibility.contacts_can_be_written_to,
    accessibility.statements_are_prepared,
    accessibility.accessibility_is_reviewed,
    accessibility.websites_are_tested,
)


def run(loaded: Loaded, as_at: date) -> tuple[Problem, ...]:
    """Return what the checks find on a day, sorted by place."""
    found = (finding for check in CHECKS for finding in check(loaded.catalogue, as_at))
    return tuple(sorted(_problem(loaded, finding) for finding in found))


def _problem(loaded: Loaded, finding: Finding) -> Problem:
    field = next((step for step in reversed(finding.trail) if isinstance(step, str)), "")
    place = loaded.origins.place(finding.entry, finding.trail)
    return Problem(place, finding.code, field, finding.message, finding.level)
