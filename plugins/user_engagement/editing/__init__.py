"""Changes that concern more than one place: an id and all that names it, an entry and its end."""

from user_engagement.editing.finding import address, found, own
from user_engagement.editing.renaming import Renaming, renaming
from user_engagement.editing.withdrawing import withdrawal

__all__ = ["Renaming", "address", "found", "own", "renaming", "withdrawal"]
