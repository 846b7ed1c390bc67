"""Users who wait for an answer, and users whom nobody heard."""

from collections.abc import Iterator

from user_engagement import queries
from user_engagement.checks.completeness import feedback_has_a_decision
from user_engagement.model import Activity, Outcome, UserGroup
from user_engagement.queries.voices import Moment, moments
from user_engagement.reporting.matter import Found, Scope
from user_engagement.reporting.promised import dated
from user_engagement.reporting.reviewed import on
from user_engagement.style import day, when
from user_engagement.words.files import english


def feedback(scope: Scope) -> Iterator[Found]:
    """Yield outcomes of which some feedback waits for a decision, with the day on which it was last heard."""
    unanswered = {each.entry.key for each in feedback_has_a_decision(scope.catalogue, scope.as_at)}
    for outcome in scope.catalogue.all(Outcome):
        is_empty = not (outcome.feedback or outcome.decisions)
        words = _waits(outcome, scope, is_unanswered=is_empty or outcome.key in unanswered)
        if words and not queries.is_withdrawn(outcome, scope.as_at):
            heard = _heard(outcome, scope)
            told = f"Heard: {when(heard.when, english())}." if heard else ""
            since = heard.day if heard else outcome.published
            yield Found("feedback waiting", outcome, f"{words} {told}".strip(), since, "feedback")


def responses(scope: Scope) -> Iterator[Found]:
    """Yield activities of which those who took part wait for a response, or will soon."""
    for activity in scope.catalogue.all(Activity):
        if queries.is_withdrawn(activity, scope.as_at) or queries.is_called_off(activity):
            continue
        standing = queries.response(scope.catalogue, activity, scope.as_at)
        if standing.due and not standing.published:
            counted = "" if activity.response_due else "That is 12 weeks after closing."
            delay = "The reason for the delay is told." if activity.delay_reason else ""
            field = "response_due" if activity.response_due else "closes"
            yield from dated(scope, "response", activity, on(standing.due), counted, delay, field=field)


def groups(scope: Scope) -> Iterator[Found]:
    """Yield user groups that were not heard in the last 2 years."""
    for group in scope.catalogue.all(UserGroup):
        if queries.is_withdrawn(group, scope.as_at) or queries.is_heard_lately(scope.catalogue, group, scope.as_at):
            continue
        voice = queries.last_heard(scope.catalogue, group, scope.as_at)
        words = (
            f"Last heard: {when(voice.moment.when, english())}." if voice else "No entry tells that they were heard."
        )
        yield Found("group not heard", group, words, voice.moment.day if voice else None)


def _waits(outcome: Outcome, scope: Scope, *, is_unanswered: bool) -> str:
    decided = [(queries.decision(each, scope.as_at), each) for each in outcome.decisions]
    considered = [queries.decided(each, scope.as_at) for word, each in decided if word == "under consideration"]
    if any(word == "none yet" for word, _ in decided):
        return "No decision yet."
    if considered:
        since = min((each for each in considered if each), default=None)
        return f"Under consideration since {day(since, english())}." if since else "Under consideration."
    if is_unanswered:
        return "A part of the feedback has no decision." if decided else "No decision yet."
    return ""


def _heard(outcome: Outcome, scope: Scope) -> Moment | None:
    """Return when the activities of an outcome were last held."""
    refs = [*outcome.activities, *(ref for each in outcome.feedback for ref in each.activities)]
    found = (scope.catalogue.find(ref) for ref in refs)
    held = (moment for each in found if isinstance(each, Activity) for moment in moments(each, scope.as_at))
    return max(held, key=lambda moment: moment.day, default=None)
