"""Values that authors write as one piece of text and the model understands."""

import re
from abc import ABC, abstractmethod
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_NAMED_GROUP = re.compile(r"\?P?<\w+>")


def mistake(code: str, message: str, **context: Any) -> PydanticCustomError:
    """Return an error whose message is already a sentence for the author."""
    return PydanticCustomError(code, message, context)


class Scalar(ABC):
    """A value with a written form: `parse` reads it, `str()` writes it back.

    Subclasses set `pattern` (a regular expression for editors) and `examples`, and raise
    `mistake` from `parse` when the text cannot be understood.
    """

    pattern: ClassVar[str] = ""
    examples: ClassVar[tuple[str, ...]] = ()

    @classmethod
    @abstractmethod
    def parse(cls, text: str) -> Self:
        """Read the written form."""

    @classmethod
    def _validate(cls, value: Any) -> Self:
        if isinstance(value, cls):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("scalar_type", "Input should be text")
        return cls.parse(" ".join(value.split()))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate,
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "pattern": cls.portable_pattern(), "examples": list(cls.examples)}

    @classmethod
    def portable_pattern(cls) -> str:
        """Return the pattern without names of groups, which each language writes in its own way."""
        return _NAMED_GROUP.sub("", cls.pattern)
