"""A number, a date or the length of a text is within limits."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

from hongtou.i18n import _
from hongtou.model.own_rule import RangeRule
from hongtou.rules.own.fault import RuleFault
from hongtou.rules.own.fields import field_of
from hongtou.rules.own.thing import Thing
from hongtou.rules.own.world import Found, World, entries, plain


def find(rule: RangeRule, things: Sequence[Thing], _world: World) -> Iterator[Found]:
    """Yield values outside the limits."""
    name = field_of(rule)
    if rule.min is None and rule.max is None:
        raise RuleFault(_("the rule has no limit."), _("Write “min: …”, “max: …” or both."))
    check_limits(rule.min, rule.max)
    for thing, index, value in entries(things, name):
        size = len(value) if isinstance(value, str) else value
        for limit, key in ((rule.min, "min"), (rule.max, "max")):
            if limit is not None and _beyond(size, limit, key):
                yield Found(thing, _words(value, limit, key), name, index, shown=plain(value))


def check_limits(least: Any, most: Any) -> None:
    """Raise RuleFault where nothing can be within the limits."""
    if least is None or most is None or isinstance(least, datetime.date) != isinstance(most, datetime.date):
        return
    if least > most:
        message = _("nothing can be at least {least} and at most {most}.")
        raise RuleFault(
            message.format(least=plain(least), most=plain(most)),
            _("Put the smaller one under “min”."),
            ("min",),
        )


def _beyond(size: Any, limit: Any, key: str) -> bool:
    if isinstance(size, datetime.date) != isinstance(limit, datetime.date):
        message = _("“{value}” cannot be held against “{limit}”: one is a date, the other is not.")
        raise RuleFault(message.format(value=plain(size), limit=plain(limit)), "", (key,))
    return bool(size < limit if key == "min" else size > limit)


def _words(value: Any, limit: Any, key: str) -> str:
    if isinstance(value, str):
        what = _("it has {size} characters; at least {limit} are wanted.") if key == "min" else _(
            "it has {size} characters; at most {limit} are wanted."
        )  # fmt: skip
        return what.format(size=len(value), limit=plain(limit))
    what = _("at least {limit} is wanted.") if key == "min" else _("at most {limit} is wanted.")
    return what.format(limit=plain(limit))
