"""A field is not empty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hongtou.i18n import _
from hongtou.model.own_rule import RequiredRule
from hongtou.rules.own.fields import field_of, is_empty, value_of
from hongtou.rules.own.thing import Thing
from hongtou.rules.own.world import Found, World


def find(rule: RequiredRule, things: Sequence[Thing], _world: World) -> Iterator[Found]:
    """Yield what is missing."""
    name = field_of(rule)
    for thing in things:
        if is_empty(rule.on, name, value_of(thing.record, name)):
            yield Found(thing, _("“{field}” is missing.").format(field=name), name, shown=thing.called)
