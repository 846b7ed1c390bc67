"""References from one entry to another."""

import re
from typing import Any, ClassVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from user_engagement.model.scalar import mistake

ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"

REFERS_TO = "x-refers-to"
"""The word in a JSON Schema for the section of what a reference leads to."""


class Ref(str):
    """The address of another entry, held in full: "statement-id/entry-id".

    An author may leave out the statement for an entry of the same statement. `section` names the
    kind of entry; `local` says whether such entries live inside a statement at all.
    """

    section: ClassVar[str]
    local: ClassVar[bool] = True

    __slots__ = ()

    @classmethod
    def _validate(cls, value: Any, info: core_schema.ValidationInfo) -> "Ref":
        if not isinstance(value, str):
            raise PydanticCustomError("scalar_type", "Input should be text")
        text = value.strip()
        if not re.fullmatch(cls.written(), text):
            raise mistake(
                "reference-format",
                "A reference is an id in lower case with hyphens, for example {example}.",
                example=cls.example(),
            )
        statement = (info.context or {}).get("statement")
        return cls(f"{statement}/{text}" if cls.local and statement and "/" not in text else text)

    @classmethod
    def written(cls) -> str:
        """Return the pattern of the written form."""
        return f"(?:{ID}/)?{ID}" if cls.local else ID

    @classmethod
    def example(cls) -> str:
        """Return an example of the written form."""
        return "some-id or other-statement/some-id" if cls.local else "some-id"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(
            cls._validate, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{cls.written()}$", REFERS_TO: cls.section}


class OrganisationRef(Ref):
    """The id of an organisation."""

    section = "organisations"
    local = False


class StatementRef(Ref):
    """The id of a statement: the name of its folder."""

    section = "statements"
    local = False


class StatisticRef(Ref):
    """The address of a statistic."""

    section = "statistics"


class TableRef(Ref):
    """The address of a table within a statistic."""

    section = "tables"


class UserGroupRef(Ref):
    """The address of a user group."""

    section = "user_groups"


class NeedRef(Ref):
    """The address of a need."""

    section = "needs"


class ChannelRef(Ref):
    """The address of a channel."""

    section = "channels"


class CommitmentRef(Ref):
    """The address of a commitment."""

    section = "commitments"


class ObjectiveRef(Ref):
    """The address of an objective."""

    section = "objectives"


class ActionRef(Ref):
    """The address of an action."""

    section = "actions"


class ActivityRef(Ref):
    """The address of an activity."""

    section = "activities"


class OutcomeRef(Ref):
    """The address of an outcome."""

    section = "outcomes"


class PracticeRef(Ref):
    """The id of a practice of any framework, for example act-explain-unmet."""

    section = "practices"
    local = False


class MethodRef(Ref):
    """The id of a way of engaging, for example web-analytics."""

    section = "methods"
    local = False
