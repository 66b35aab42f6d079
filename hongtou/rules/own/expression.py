"""A condition over the fields of a thing holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hongtou.i18n import _
from hongtou.model.own_rule import ExpressionRule
from hongtou.rules.own.fields import FIELDS
from hongtou.rules.own.sandbox import Expression
from hongtou.rules.own.thing import Thing
from hongtou.rules.own.world import Found, World


def find(rule: ExpressionRule, things: Sequence[Thing], world: World) -> Iterator[Found]:
    """Yield things of which the condition is not true."""
    condition = Expression(rule.condition, FIELDS[rule.on], ("condition",), world.budget())
    for thing in things:
        if not condition.holds(thing.record, world.policy):
            what = _("“{condition}” does not hold.").format(condition=rule.condition)
            yield Found(thing, what, shown=thing.called)
