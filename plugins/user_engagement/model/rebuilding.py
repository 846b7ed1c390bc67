"""An entry made anew with changes anywhere inside it; what does not change stays the same object."""

from collections.abc import Callable
from typing import Any, TypeVar

from user_engagement.model.entry import Part
from user_engagement.model.holding import holding

P = TypeVar("P", bound=Part)
Updates = Callable[[Any], dict[str, Any] | None]
"""Tells what of a part's own fields has to change, or None where the part must go."""


def rebuilt(part: P, updates: Updates) -> P | None:
    """Return a part, and all parts inside it, with their updates; the same object where there are none."""
    update = updates(part)
    if update is None:
        return None
    for name, value in holding(part, Part):
        if name not in update and (new := _of_parts(value, updates)) is not value:
            if new is None and type(part).model_fields[name].is_required():
                return None
            update[name] = new
    return part.model_copy(update=update) if update else part


def _of_parts(value: Any, updates: Updates) -> Any:
    if isinstance(value, Part):
        return rebuilt(value, updates)
    kept = tuple(each for child in value if (each := rebuilt(child, updates)) is not None)
    same = len(kept) == len(value) and all(before is after for before, after in zip(value, kept, strict=True))
    return value if same else kept
