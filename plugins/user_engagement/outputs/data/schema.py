"""What is in a record, as JSON Schema: made from the fields that the data tell."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from user_engagement.model import Part
from user_engagement.model.reference import ID, Ref
from user_engagement.model.scalar import Scalar
from user_engagement.outputs.data.fields import DataField, entry_kinds
from user_engagement.outputs.data.told import fields_of


def definitions() -> dict[str, dict[str, Any]]:
    """Return the schema of every kind of entry, and of everything inside one, by name."""
    found: dict[str, dict[str, Any]] = {}
    waiting: list[type[Part]] = [*entry_kinds()]
    while waiting:
        kind = waiting.pop(0)
        if kind.__name__ not in found:
            found[kind.__name__] = _record(kind)
            waiting += [field.hint for field in fields_of(kind) if field.is_part]
    return dict(sorted(found.items()))


def reference(kind: type[Part]) -> dict[str, Any]:
    """Return what stands for the schema of a kind in another schema."""
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _record(kind: type[Part]) -> dict[str, Any]:
    fields = fields_of(kind)
    return {
        "description": kind.__doc__,
        "type": "object",
        "additionalProperties": False,
        "properties": {field.name: _property(field) for field in fields},
        "required": [field.name for field in fields if field.always],
    }


def _property(field: DataField) -> dict[str, Any]:
    one = reference(field.hint) if field.is_part else _one(field.hint)
    return {"description": field.description, **({"type": "array", "items": one} if field.many else one)}


@cache
def _one(hint: Any) -> dict[str, Any]:
    if isinstance(hint, type) and issubclass(hint, Ref):
        return {"type": "string", "pattern": f"^{ID}/{ID}$" if hint.local else f"^{ID}$"}
    if isinstance(hint, type) and issubclass(hint, Part):
        return {"type": "string", "pattern": f"^(?:{ID}/)?{ID}$"}
    if isinstance(hint, type) and issubclass(hint, Scalar):
        return {"type": "string", "pattern": hint.portable_pattern(), "examples": list(hint.examples)}
    return TypeAdapter(hint).json_schema()
