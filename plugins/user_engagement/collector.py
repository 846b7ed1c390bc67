"""What a process that builds a site asks of Python's garbage collector."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def spared() -> Iterator[None]:
    """Spare the collector what is made meanwhile: it would walk through every entry again and again.

    What an earlier build in the same process left is collected first.
    """
    was_on = gc.isenabled()
    gc.unfreeze()
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
