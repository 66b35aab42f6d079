"""A field matches a regular expression, or nothing in it does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hongtou.i18n import _
from hongtou.model.own_rule import PatternRule
from hongtou.rules.own.fault import RuleFault
from hongtou.rules.own.fields import field_of
from hongtou.rules.own.matcher import Matcher
from hongtou.rules.own.thing import Thing
from hongtou.rules.own.world import Found, World, entries, plain


def find(rule: PatternRule, things: Sequence[Thing], world: World) -> Iterator[Found]:
    """Yield values that lack what they must have, and the words that they must not have."""
    name = field_of(rule)
    must = Matcher(rule.must, ("must",), world.budget()) if rule.must is not None else None
    must_not = Matcher(rule.must_not, ("must_not",), world.budget()) if rule.must_not is not None else None
    if must is None and must_not is None:
        raise RuleFault(_("the rule has no pattern."), _("Write “must: …” or “must_not: …”."))
    for thing, index, value in entries(things, name):
        text = str(value)
        if must is not None and not must.spans(text):
            what = _("it does not match “{pattern}”.").format(pattern=rule.must)
            yield Found(thing, what, name, index, shown=plain(text))
        if must_not is not None:
            yield from _matches(must_not, Found(thing, _("this is not written here."), name, index), text)


def _matches(pattern: Matcher, found: Found, text: str) -> Iterator[Found]:
    spans = pattern.spans(text)
    for start, end in [span for span in spans if span[0] < span[1]] or spans[:1]:
        yield found.within(text, start, text[start:end])
