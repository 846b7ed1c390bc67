"""Text that authors tell in several languages: {en: ..., cy: ...}."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, Self, get_args, get_origin, get_type_hints

from babel.localedata import exists
from markupsafe import Markup, escape
from pydantic import BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from user_engagement.model.day import Day
from user_engagement.model.scalar import mistake

FIRST = "en"
"""The language of a text that does not say in which it is."""

_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
_DAYS = ("changed", "translated")
FORMS = ("[text]", "[versions]")
"""How pydantic tells apart, in the trail of a mistake, whether a text was written alone or by language."""


class TextByLanguage(str):
    """A text in several languages. As text it is what one of them says; without a version in it, the first there is.

    `wanted` is the language it was asked for, `language` the one it is in. `changed` is the day on which the
    wording of the original changed and `translated` the day of its translations, where they are known.
    """

    __slots__ = ("changed", "translated", "versions", "wanted")

    versions: Mapping[str, str]
    wanted: str
    changed: date | None
    translated: date | None

    def __new__(
        cls,
        versions: Mapping[str, str],
        wanted: str = FIRST,
        changed: date | None = None,
        translated: date | None = None,
    ) -> Self:
        """Hold what each language says, the original first, as the text in the language wanted."""
        told = super().__new__(cls, versions.get(wanted) or next(iter(versions.values())))
        told.versions, told.wanted, told.changed, told.translated = versions, wanted, changed, translated
        return told

    @property
    def language(self) -> str:
        """The language that the text is in."""
        return self.wanted if self.wanted in self.versions else next(iter(self.versions))

    @property
    def is_translated(self) -> bool:
        """Whether there is a version in the language wanted."""
        return self.wanted in self.versions

    @property
    def is_behind(self) -> bool:
        """Whether the original was changed after it was translated, and this is a translation."""
        if self.changed is None or self.translated is None or self.language == next(iter(self.versions)):
            return False
        return self.translated < self.changed

    def told_in(self, language: str) -> Self:
        """Return the same text in another language."""
        return type(self)(self.versions, language, self.changed, self.translated)

    @property
    def marks(self) -> str:
        """What HTML says of it: its language where that is not the one of the page, or that it is behind."""
        if not self.is_translated:
            return f' lang="{self.language}"'
        return " data-behind" if self.is_behind else ""

    def __html__(self) -> Markup:
        """Return it as HTML, with its marks."""
        text = escape(str(self))
        return Markup(f"<span{self.marks}>{text}</span>") if self.marks else text  # noqa: S704 - escaped


def in_language_of(original: str, text: str) -> str:
    """Return a text that was made of another one, in the language of that."""
    return TextByLanguage({original.language: text}, original.wanted) if isinstance(original, TextByLanguage) else text


class ByLanguage:
    """Lets a text be told in several languages: as a mapping from the code of each language to the text."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read a text, or a mapping of which each text is read as the text alone would be."""
        text, day = handler(source), core_schema.typed_dict_field(handler.generate_schema(Day), required=False)
        versions = core_schema.typed_dict_schema(
            dict.fromkeys(_DAYS, day), extras_schema=text, extra_behavior="allow", cls_name="TextByLanguage"
        )
        by_language = core_schema.no_info_after_validator_function(_by_language, versions)
        return core_schema.tagged_union_schema(dict(zip(FORMS, (text, by_language), strict=True)), discriminator=_form)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe the text, or an object of texts."""
        versions = {"type": "object", "minProperties": 1, "additionalProperties": {"type": "string"}}
        return {"anyOf": [handler(schema["choices"][FORMS[0]]), versions]}


@cache
def spoken(part: type[BaseModel]) -> tuple[str, ...]:
    """Return the names of the fields that hold text, which can be told in several languages."""
    hints = get_type_hints(part, include_extras=True)
    return tuple(name for name in part.model_fields if _is_spoken(hints[name]))


def _is_spoken(hint: Any) -> bool:
    if any(isinstance(each, ByLanguage) for each in getattr(hint, "__metadata__", ())):
        return True
    return get_origin(hint) is not None and any(_is_spoken(inner) for inner in get_args(hint))


def _form(value: object) -> str:
    by_language = isinstance(value, dict) and any(_is_code(key) for key in value)
    return FORMS[by_language]


def _by_language(given: dict[str, Any]) -> TextByLanguage:
    days = {name: given.pop(name) for name in _DAYS if name in given}
    if wrong := next((key for key in given if not _is_code(key)), None):
        raise mistake(
            "language-code",
            "“{key}” is not the code of a language. Write for example en for English or cy for Welsh.",
            key=wrong,
        )
    return TextByLanguage(given, **days)


@cache
def _is_code(key: str) -> bool:
    return bool(_CODE.fullmatch(key)) and exists(key.replace("-", "_"))
