"""How long one rule may take: patterns and expressions come from files of others and may never end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

SECONDS = 2.0
"""What a pattern or an expression may take in all; a good one takes milliseconds."""
_LEAST = 0.001


class Budget:
    """Seconds that are spent bit by bit."""

    def __init__(self, seconds: float | None = None) -> None:
        self.left = SECONDS if seconds is None else seconds

    @property
    def spent(self) -> bool:
        """Whether nothing is left."""
        return self.left <= _LEAST

    @contextmanager
    def spending(self) -> Iterator[float]:
        """Take the time of the block away; what it yields is what is left, never quite nothing."""
        begin = perf_counter()
        try:
            yield max(self.left, _LEAST)
        finally:
            self.left -= perf_counter() - begin
