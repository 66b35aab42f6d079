"""A fault of an own rule itself: told once, at its line of rules.yaml; the other rules go on."""

from __future__ import annotations

from hongtou.rules.hit import Path


class RuleFault(Exception):
    """What is wrong with a rule; ``steps`` lead from the rule to the place in the data."""

    def __init__(self, message: str, hint: str = "", steps: Path = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.steps = steps
