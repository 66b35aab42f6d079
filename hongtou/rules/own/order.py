"""Numbers or dates are in order: in two fields, in a list, or along the things."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from hongtou.i18n import _
from hongtou.model.own_rule import OrderRule
from hongtou.rules.own.fault import RuleFault
from hongtou.rules.own.fields import FIELDS, field_of
from hongtou.rules.own.thing import Thing
from hongtou.rules.own.world import Found, World, entries, plain

Step = tuple[Thing, str, int, Any]
"""A value with its thing, its field and its number in it."""


def find(rule: OrderRule, things: Sequence[Thing], _world: World) -> Iterator[Found]:
    """Yield values that are less than the one before."""
    for run in _runs(rule, things):
        for (_before, _name, _number, earlier), (thing, name, index, value) in pairwise(run):
            if _comparable(rule, value, earlier) and (value < earlier or (rule.strict and value == earlier)):
                what = _("it stands after “{earlier}”.").format(earlier=plain(earlier))
                yield Found(thing, what, name, index, shown=plain(value))


def _runs(rule: OrderRule, things: Sequence[Thing]) -> Iterator[list[Step]]:
    """Yield each sequence of values that is to be in order."""
    if rule.fields:
        for thing in things:
            yield [step for name in rule.fields for step in _steps([thing], name)]
        return
    name = field_of(rule)
    if isinstance(FIELDS[rule.on].get(name), list):
        yield from (_steps([thing], name) for thing in things)
    else:
        yield _steps(things, name)


def _steps(things: Sequence[Thing], name: str) -> list[Step]:
    return [(thing, name, index, value) for thing, index, value in entries(things, name)]


def _comparable(rule: OrderRule, value: Any, earlier: Any) -> bool:
    for kind in (datetime.date, int | float):
        if isinstance(value, kind) and isinstance(earlier, kind):
            return True
    message = _("“{value}” and “{earlier}” have no order: they are not two numbers or two dates.")
    raise RuleFault(
        message.format(value=plain(value), earlier=plain(earlier)),
        "",
        ("fields",) if rule.fields else ("field",),
    )
