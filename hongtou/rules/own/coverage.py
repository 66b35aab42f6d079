"""Everything is taken up elsewhere: every measure by a task, every unit by an assignment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hongtou.i18n import _
from hongtou.model.own_rule import CoverageRule
from hongtou.rules.own.fields import field_of
from hongtou.rules.own.thing import Thing
from hongtou.rules.own.world import Found, World, entries, plain


def find(rule: CoverageRule, things: Sequence[Thing], world: World) -> Iterator[Found]:
    """Yield values that no thing of the other kind has."""
    name = field_of(rule)
    taken = {value for _thing, _index, value in entries(world.things(rule.by), rule.by_field)}
    for thing, index, value in entries(things, name):
        if value not in taken:
            what = _("no “{by}” has it as its “{field}”.").format(by=rule.by, field=rule.by_field)
            yield Found(thing, what, name, index, shown=plain(value))
