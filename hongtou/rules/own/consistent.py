"""Things that are alike in one field are alike in another; one thing has one name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from hongtou.i18n import _
from hongtou.model.own_rule import ConsistentRule
from hongtou.rules.own.fault import RuleFault
from hongtou.rules.own.fields import field_of, is_empty, value_of
from hongtou.rules.own.terms import any_of
from hongtou.rules.own.thing import Thing
from hongtou.rules.own.world import Found, World, entries, plain


def find(rule: ConsistentRule, things: Sequence[Thing], _world: World) -> Iterator[Found]:
    """Yield what differs from the first of its like, or the words that most of the paper does not use."""
    if rule.words:
        return _of_words(rule, things)
    if rule.same is None:
        hint = _("Write “same: …” beside “field: …”, or “words: [甲, 乙]”.")
        raise RuleFault(_("the rule does not say what is to be the same."), hint)
    return _of_fields(rule, rule.same, things)


def _of_fields(rule: ConsistentRule, same: str, things: Sequence[Thing]) -> Iterator[Found]:
    name = field_of(rule)
    firsts: dict[str, tuple[Thing, object]] = {}
    for thing in things:
        key, value = value_of(thing.record, name), value_of(thing.record, same)
        if is_empty(rule.on, name, key):
            continue
        first, expected = firsts.setdefault(repr(key), (thing, value))
        if value != expected:
            what = _("for “{key}”, “{other}” has “{expected}” here.")
            what = what.format(key=plain(key), other=plain(first.called), expected=plain(expected))
            yield Found(thing, what, same, shown=plain(value))


def _of_words(rule: ConsistentRule, things: Sequence[Thing]) -> Iterator[Found]:
    name, pattern = field_of(rule), any_of(rule.words)
    met = [
        (thing, index, str(value), match)
        for thing, index, value in entries(things, name)
        for match in pattern.finditer(str(value))
    ]
    counts = Counter(match[0] for _thing, _index, _text, match in met)
    usual = max(rule.words, key=lambda word: counts[word])
    what = _("elsewhere it is “{usual}” ({count} times).").format(usual=usual, count=counts[usual])
    for thing, index, text, match in met:
        if match[0] != usual:
            yield Found(thing, what, name, index).within(text, match.start(), match[0])
