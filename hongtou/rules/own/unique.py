"""No two things have the same value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hongtou.i18n import _
from hongtou.model.own_rule import UniqueRule
from hongtou.rules.own.fields import field_of, is_empty, value_of
from hongtou.rules.own.thing import Thing
from hongtou.rules.own.world import Found, World, plain


def find(rule: UniqueRule, things: Sequence[Thing], _world: World) -> Iterator[Found]:
    """Yield what repeats an earlier one; a list is one value."""
    name = field_of(rule)
    seen: dict[str, Thing] = {}
    for thing in things:
        value = value_of(thing.record, name)
        first = seen.setdefault(repr(value), thing)
        if first is not thing and not is_empty(rule.on, name, value):
            what = _("it stands at “{other}” already.").format(other=plain(first.called))
            yield Found(thing, what, name, shown=plain(value))
