"""How long rules may take, each and all together: patterns and expressions come from files of others and may never end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

SECONDS = 2.0
"""What a pattern or an expression may take in all; a good one takes milliseconds."""
TOTAL = 10.0
"""What all of them together may take, each time that a policy is checked."""
_LEAST = 0.001


class Budget:
    """Seconds that are spent bit by bit, ``within`` those of a larger budget."""

    def __init__(self, seconds: float | None = None, within: Budget | None = None) -> None:
        self.within = within
        self._left = SECONDS if seconds is None else seconds

    @property
    def left(self) -> float:
        """How much there is yet, here and in the larger one."""
        return self._left if self.within is None else min(self._left, self.within.left)

    @property
    def spent(self) -> bool:
        """Whether nothing is left."""
        return self.left <= _LEAST

    @property
    def exhausted(self) -> bool:
        """Whether it is only the larger one of which nothing is left."""
        return self.within is not None and self.within.spent and self._left > _LEAST

    @contextmanager
    def spending(self) -> Iterator[float]:
        """Take the time of the block away; what it yields is what is left, never quite nothing."""
        begin = perf_counter()
        try:
            yield max(self.left, _LEAST)
        finally:
            self.spend(perf_counter() - begin)

    def spend(self, seconds: float) -> None:
        """Take ``seconds`` away, of the larger one too."""
        self._left -= seconds
        if self.within is not None:
            self.within.spend(seconds)
