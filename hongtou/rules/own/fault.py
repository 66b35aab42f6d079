"""A fault of an own rule itself: told once, at its line of rules.yaml; the other rules go on."""

from __future__ import annotations

from hongtou.i18n import _
from hongtou.rules.hit import Path
from hongtou.rules.own import budget


class RuleFault(Exception):
    """What is wrong with a rule; ``steps`` lead from the rule to the place in the data."""

    def __init__(self, message: str, hint: str = "", steps: Path = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.steps = steps


def out_of_time(steps: Path = ()) -> RuleFault:
    """Return the fault of a rule for which the time of all has run out."""
    message = _(
        "all own rules together have used up their {seconds} seconds; this one was not run to its end."
    )
    hint = _("Simplify the patterns and expressions that take long; “gen rules test” tries each one alone.")
    return RuleFault(message.format(seconds=f"{budget.TOTAL:g}"), hint, steps)
