"""A field is one of some values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hongtou.i18n import _
from hongtou.model.own_rule import ChoiceRule
from hongtou.rules.own.fields import field_of
from hongtou.rules.own.thing import Thing
from hongtou.rules.own.world import Found, World, entries, plain


def find(rule: ChoiceRule, things: Sequence[Thing], _world: World) -> Iterator[Found]:
    """Yield values that are none of those there are to choose from."""
    name = field_of(rule)
    known = ", ".join(plain(value) for value in rule.values)
    for thing, index, value in entries(things, name):
        if value not in rule.values:
            what = _("it is not one of: {values}").format(values=known)
            yield Found(thing, what, name, index, shown=plain(value))
