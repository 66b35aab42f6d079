"""What a field names is known elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hongtou.i18n import _
from hongtou.model.own_rule import ReferenceRule
from hongtou.rules.own.fields import field_of
from hongtou.rules.own.thing import Thing
from hongtou.rules.own.world import Found, World, entries, plain


def find(rule: ReferenceRule, things: Sequence[Thing], world: World) -> Iterator[Found]:
    """Yield values that lead nowhere."""
    name = field_of(rule)
    known = world.names(rule.among) if isinstance(rule.among, str) else set(rule.among)
    what = {
        "units": _("it is no unit of the register."),
        "units.sets": _("it is no set of the register."),
        "ids": _("there is no such id."),
    }.get(str(rule.among), _("it is not in the list of the rule."))
    for thing, index, value in entries(things, name):
        if value not in known:
            yield Found(thing, what, name, index, shown=plain(value))
