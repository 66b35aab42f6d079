"""How many entries a list has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hongtou.i18n import _
from hongtou.model.own_rule import CountRule
from hongtou.rules.own.fault import RuleFault
from hongtou.rules.own.fields import field_of, value_of
from hongtou.rules.own.range import check_limits
from hongtou.rules.own.thing import Thing
from hongtou.rules.own.world import Found, World


def find(rule: CountRule, things: Sequence[Thing], _world: World) -> Iterator[Found]:
    """Yield lists with too few or too many entries."""
    name = field_of(rule)
    if rule.min is rule.max is rule.equal is None:
        raise RuleFault(_("the rule has no number."), _("Write “min: …”, “max: …” or “equal: …”."))
    check_limits(rule.min, rule.max)
    for thing in things:
        size = _size(value_of(thing.record, name), name)
        if what := _wanted(rule, size):
            yield Found(thing, what, name, shown=thing.called)


def _size(value: object, name: str) -> int:
    if isinstance(value, list | dict):
        return len(value)
    if type(value) is int:
        return value
    message = _("“{field}” is no list that could be counted.").format(field=name)
    raise RuleFault(message, _("“range” holds numbers and lengths of texts against limits."), ("field",))


def _wanted(rule: CountRule, size: int) -> str:
    """Return what is wrong with ``size`` entries, nothing where nothing is."""
    name = field_of(rule)
    if rule.equal is not None and size != rule.equal:
        return _("“{field}” has {size}; {limit} wanted.").format(field=name, size=size, limit=rule.equal)
    if rule.min is not None and size < rule.min:
        return _("“{field}” has {size}; at least {limit} wanted.").format(
            field=name, size=size, limit=rule.min
        )
    if rule.max is not None and size > rule.max:
        return _("“{field}” has {size}; at most {limit} wanted.").format(
            field=name, size=size, limit=rule.max
        )
    return ""
