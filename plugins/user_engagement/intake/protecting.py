"""Small numbers: which are not shown, and which others so that these cannot be worked out.

The rule knows only the numbers, never their order, and hides every number up to some size. Whoever knows the rule
and all that is shown can therefore exchange the hidden numbers with one another and sees the same.
"""

from collections.abc import Sequence


def hidden(counts: Sequence[int], base: int, threshold: int, *, one_each: bool) -> tuple[bool, ...]:
    """Say for each number of a question whether it is hidden.

    `base` is how many answered, which is shown unless it is below the threshold itself. `one_each` says that
    everybody gave one answer, so that the numbers add up to the base. Where they do not, a number close to the
    base is hidden as well: it says how few did not give the answer.
    """
    if not one_each and len(counts) == 1:
        one_each = True
    if base < threshold:
        return (True,) * len(counts)
    sizes = [count if one_each else min(count, base - count) for count in counts]
    limits = sorted({threshold - 1, *(size for size in sizes if size >= threshold)})
    for limit in limits:
        found = tuple(size <= limit for size in sizes)
        if _is_safe(counts, found, base, threshold, one_each=one_each):
            return found
    return (True,) * len(counts)


def _is_safe(counts: Sequence[int], found: Sequence[bool], base: int, threshold: int, *, one_each: bool) -> bool:
    """Say whether the rest of the base leaves it open which of the hidden numbers is which."""
    kept = [count for count, is_hidden in zip(counts, found, strict=True) if is_hidden]
    rest = base - sum(count for count, is_hidden in zip(counts, found, strict=True) if not is_hidden)
    if not kept or (not one_each and rest <= 0):
        return True
    least = threshold if one_each else 1
    as_large_as_can_be = max(kept) < threshold and rest >= len(kept) * (threshold - 1)
    return len(kept) > 1 and rest >= least and not as_large_as_can_be
