"""Regular expressions of others: compiled with care, searched within a time."""

from __future__ import annotations

import re
from math import prod
from typing import Any

from hongtou.i18n import _
from hongtou.rules.hit import Path
from hongtou.rules.own.budget import Budget
from hongtou.rules.own.fault import RuleFault, out_of_time
from hongtou.rules.own.plainly import of_pattern

LONGEST = 500
_COUNT = re.compile(r"\{(\d+)")
_RECURSION = re.compile(r"\(\?(R\)|[+-]?\d+\)|&|P>)")
_MOST = 10_000
"""Copies that ``{9}`` and the like may make of a part when a pattern is compiled; more fill the memory."""


class Matcher:
    """A regular expression; ``steps`` lead from its rule to it."""

    def __init__(self, pattern: str, steps: Path = (), budget: Budget | None = None) -> None:
        self.pattern = pattern
        self.steps = steps
        self.budget = Budget() if budget is None else budget
        self._compiled = self._compile()

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where it matches in ``text``. Raises RuleFault where that takes too long."""
        try:
            with self.budget.spending() as seconds:
                return [match.span() for match in self._compiled.finditer(text, timeout=seconds)]
        except (TimeoutError, MemoryError):
            if self.budget.exhausted:
                raise out_of_time(self.steps) from None
            message = _("“{pattern}” takes too long: it tries far too many ways to match.")
            hint = _("Write it without a repetition inside a repetition, such as (a+)+.")
            raise self._fault(message, hint) from None

    def _compile(self) -> Any:
        import regex  # Loaded late: most offices have no patterns.

        if _RECURSION.search(self.pattern):
            raise self._fault(_("“{pattern}” calls itself, which is not used here."), "")
        copies = prod(max(int(count[:6]), 1) for count in _COUNT.findall(self.pattern))
        if copies > _MOST or len(self.pattern) > LONGEST:
            raise self._fault(_("“{pattern}” is too large."), _("Write smaller numbers in { }."))
        try:
            return regex.compile(self.pattern)
        except (regex.error, RecursionError, ValueError, OverflowError) as error:
            message = _("“{pattern}” is no regular expression: {reason}.")
            hint = _("Write the words themselves, with a backslash before every bracket or sign.")
            raise self._fault(message, hint, of_pattern(error)) from None

    def _fault(self, message: str, hint: str, reason: str = "") -> RuleFault:
        shown = self.pattern if len(self.pattern) <= 60 else f"{self.pattern[:60]}…"
        return RuleFault(message.format(pattern=shown, reason=reason), hint, self.steps)
