"""The options of the plugin in mkdocs.yml, as MkDocs reads them."""

import re
from datetime import date, datetime
from typing import Any, cast

from mkdocs.config import config_options
from mkdocs.config.base import Config, ValidationError
from mkdocs.exceptions import PluginError

from user_engagement import accent, as_at
from user_engagement.forms.editing_page import Repository
from user_engagement.words import MAIN
from user_engagement.words.files import is_language


class _Colour(config_options.Type[Any]):
    def validate(self, value: object, /) -> accent.Accent | None:
        try:
            return None if value == "" else accent.accent(str(value or ""))
        except ValueError as error:
            raise ValidationError(str(error)) from None


class _Admin(Config):
    """Where the editing page edits."""

    repository = config_options.Type(str, default="")
    """The repository on GitHub: owner/name."""

    branch = config_options.Type(str, default="")
    """The branch of which the site is built: main if left out."""

    sign_in = config_options.Type(str, default="")
    """The address of a service that signs people in."""


class UserEngagementConfig(Config):
    """The options of the plugin in mkdocs.yml."""

    statements = config_options.Type(str, default="statements")
    """The folder of statements, beside mkdocs.yml."""

    templates = config_options.Optional(config_options.Type(str))
    """A folder of templates that come before ours, beside mkdocs.yml."""

    as_at = config_options.Optional(config_options.Type((str, date)))
    """The day for which the site is true. Today if left out."""

    languages = config_options.ListOfItems(config_options.Type(str), default=[MAIN])
    """The languages of the site by their codes, the first one first: en, cy."""

    edit_url = config_options.Type(str, default="")
    """Where the YAML can be edited: an address with {file} and {line} in it."""

    accent = _Colour(str, default="")
    """The colour of links and rules."""

    admin = config_options.SubConfig(_Admin)
    """Where the editing page edits. There is none if left out."""

    def edited(self) -> Repository | None:
        """Return where the editing page edits, if there is one; PluginError where that cannot be understood."""
        admin, branch = self.admin, self.admin.branch or "main"
        if not any(admin.values()):
            return None
        if not re.fullmatch(r"[\w.-]+/[\w.-]+", admin.repository):
            raise PluginError("admin: Write the repository as owner/name, for example example/our-statements.")
        if not re.fullmatch(r"[\w.-]+(/[\w.-]+)*", branch):
            raise PluginError(f"admin: “{branch}” is not the name of a branch. Write for example main.")
        if admin.sign_in and not admin.sign_in.startswith("https://"):
            raise PluginError("admin: Write an address for sign_in that starts with https://.")
        return Repository(admin.repository, branch, admin.sign_in)

    def codes(self) -> tuple[str, ...]:
        """Return the languages; PluginError where they cannot be understood."""
        if wrong := next((each for each in self.languages if not is_language(each)), None):
            raise PluginError(f"languages: “{wrong}” is not the code of a language. Write for example [en, cy].")
        if not self.languages or len(set(self.languages)) < len(self.languages):
            raise PluginError("languages: Write each language once, the first one first, for example [en, cy].")
        return tuple(self.languages)

    def moment(self) -> datetime:
        """Return the moment for which the site is true; PluginError where it cannot be understood."""
        try:
            return as_at.moment(cast("str | date | None", self.as_at))
        except ValueError:
            raise PluginError(f"as_at: “{self.as_at}” is not a date. Write it as 2026-03-31.") from None
