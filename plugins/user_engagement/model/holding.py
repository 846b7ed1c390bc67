"""What a part holds of one kind. Which of its fields can is looked up once for each class: most hold only text."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel


def holding(part: BaseModel, *kinds: type) -> Iterator[tuple[str, Any]]:
    """Yield name and value of the fields that may hold one of these kinds, alone or in a list, and are not empty."""
    values = vars(part)
    for name in _fields(type(part), kinds):
        if value := values[name]:
            yield name, value


@cache
def _fields(part: type[BaseModel], kinds: tuple[type, ...]) -> tuple[str, ...]:
    return tuple(name for name, field in part.model_fields.items() if _may_hold(field.annotation, kinds))


def _may_hold(annotation: Any, kinds: tuple[type, ...]) -> bool:
    if inner := get_args(annotation):
        return any(_may_hold(each, kinds) for each in inner)
    return isinstance(annotation, type) and issubclass(annotation, kinds)
