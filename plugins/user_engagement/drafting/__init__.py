"""New entries from a few answers: minimal YAML, with examples of what to add next as comments."""

from user_engagement.drafting.drafts import Draft, Drafting, fault, wrong_id
from user_engagement.drafting.kinds import KINDS
from user_engagement.drafting.question import Answers, Kind, Question

__all__ = ["KINDS", "Answers", "Draft", "Drafting", "Kind", "Question", "fault", "wrong_id"]
