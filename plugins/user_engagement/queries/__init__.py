"""Questions asked of a catalogue, each named as the question.

`as_at` is the day for which the answer is true: what is dated later has not happened yet.
"""

from user_engagement.queries.accessibility import (
    exemptions,
    is_fix_overdue,
    is_retest_overdue,
    is_review_overdue,
    last_reviewed,
    last_test,
    non_compliances,
    tests_so_far,
)
from user_engagement.queries.activities import activity_state, listed_activities
from user_engagement.queries.calendar import Dated, Occasion, calendar_dates
from user_engagement.queries.carrying import counted_once, goes_on_from, goes_on_in
from user_engagement.queries.coverage import (
    NAMED,
    STATES,
    Coverage,
    FrameworkCoverage,
    Standing,
    StatementsByState,
    by_area,
    by_practice,
    covered,
    evidence_state,
    followed,
    statements_in_force,
)
from user_engagement.queries.editions import Move, is_listed, moves, passages, unlisted_references
from user_engagement.queries.events import (
    Planned,
    can_register,
    coming_events,
    event_day,
    event_ends,
    event_starts,
    event_state,
    is_cancelled,
    is_over,
    past_events,
    planned,
)
from user_engagement.queries.evidence import last_evidence
from user_engagement.queries.framework import areas_of, framework_of, frameworks_in_use, is_shipped
from user_engagement.queries.inheritance import (
    following,
    inherited_commitments,
    inherited_groups,
    own_progress,
    progress_by_team,
)
from user_engagement.queries.languages import is_told_in
from user_engagement.queries.news import News, last_changed, newest_by_entry, news, news_for, news_key
from user_engagement.queries.overview import (
    by_met,
    counted,
    decisions,
    earlier_decisions,
    heard_from,
    journey,
    newest_outcomes,
    outcome_delivery,
    outcomes_by_decision,
    updated,
)
from user_engagement.queries.participation import begun, coming, for_group, going_on, in_use, next_meeting, open_now
from user_engagement.queries.planned_changes import (
    ChangeStanding,
    change_state,
    changes_for,
    changes_open_for_views,
    course,
    deciding_step,
    effective,
    effects_for,
    is_open_for_views,
    is_untold,
    listed_changes,
    views_close,
)
from user_engagement.queries.promises import (
    deadline,
    ended,
    is_missed,
    is_overdue,
    outstanding,
    overdue_since,
    promises,
    timing,
)
from user_engagement.queries.relations import (
    actions_of,
    address,
    adopting,
    bodies_below,
    by_statement,
    comes_after,
    contact,
    first_contact,
    home,
    illustration,
    name,
    statements_of,
    subject,
    successor_key,
)
from user_engagement.queries.reviews import response, response_due, review, reviewed
from user_engagement.queries.roll_up import led_for_others, roll_up
from user_engagement.queries.satisfaction import satisfaction_over_time
from user_engagement.queries.scrutiny import (
    is_next_review_late,
    is_outstanding,
    is_past_due,
    listed_requirements,
    reviews_newest_first,
    verdict,
    verdicts,
)
from user_engagement.queries.state import (
    FINISHED,
    MET_TERMS,
    changes,
    decided,
    decision,
    delivery,
    due,
    in_force,
    is_called_off,
    is_coming,
    is_open,
    is_withdrawn,
    lifecycle,
    met,
    met_terms,
    reason,
    wording,
    wording_before,
)
from user_engagement.queries.surveys import caveat, explained, scales, steps, symbols
from user_engagement.queries.unmet import by_constraint, by_statistic, once, same_needs, under_headings, unmet
from user_engagement.queries.users import kind_of_user, statistics_of
from user_engagement.queries.voices import NOT_LATELY, asked_in, by_voice, is_heard_lately, last_heard
