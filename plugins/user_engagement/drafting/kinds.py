"""The kinds of entries that can be begun by a few questions."""

from user_engagement.drafting import basics, feedback

KINDS = (
    basics.ORGANISATION,
    basics.STATEMENT,
    basics.USER_GROUP,
    basics.NEED,
    basics.COMMITMENT,
    basics.ACTION,
    feedback.ACTIVITY,
    feedback.OUTCOME,
    feedback.PLANNED_CHANGE,
)
