"""What programs can subscribe to: which feeds there are, and what they are called."""

from dataclasses import dataclass

from user_engagement import queries
from user_engagement.model import Entry, Statement, UserGroup
from user_engagement.outputs.addresses import feed, news_feed
from user_engagement.outputs.output import Link
from user_engagement.visibility import PublicCatalogue
from user_engagement.words import Words


@dataclass(frozen=True)
class Feeds:
    """The feeds in one language, in its folder ("" or "cy/"). Illustrations have none: their bodies told nobody."""

    catalogue: PublicCatalogue
    words: Words
    folder: str

    def here(self, entry: Entry | None, statement: Statement | None) -> tuple[Link, ...]:
        """Return the feeds that are offered on a page: of the user group and statement it is about, and of the site."""
        own = [self.news(entry)] if isinstance(entry, UserGroup) and self._has_own(entry) else []
        own += [self.outcomes(statement)] if statement and self._has_own(statement) else []
        return (*own, self.outcomes(), self.news())

    def outcomes(self, statement: Statement | None = None) -> Link:
        """Return the feed of outcomes: of the whole site, or of a statement."""
        if statement is None:
            return Link(self.words.phrase("Outcomes of feedback"), self.folder + feed())
        title = self.words.phrase("Outcomes of feedback: {statement}", statement=str(statement.title))
        return Link(title, self.folder + feed(statement.id))

    def news(self, group: UserGroup | None = None) -> Link:
        """Return the feed of what is new: on the whole site, or for a user group."""
        if group is None:
            return Link(self.words.phrase("What is new"), self.folder + news_feed())
        statement = str(self.catalogue.statement_of(group).title)
        title = self.words.phrase("What is new for {group} ({statement})", group=str(group.name), statement=statement)
        return Link(title, self.folder + news_feed(group.key))

    def _has_own(self, entry: Entry) -> bool:
        return not queries.illustration(self.catalogue, entry)
