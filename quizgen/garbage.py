"""Reading makes millions of short-lived objects, hardly any of them in cycles: looking for cycles is put off."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_THRESHOLDS = (100_000, 20, 50)


@contextmanager
def rarely() -> Iterator[None]:
    """Look for unreachable cycles a hundred times less often than Python does; what was set before comes back."""
    before = gc.get_threshold()
    gc.set_threshold(*_THRESHOLDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
