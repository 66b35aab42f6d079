"""Wrong words in running text, with the right ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hongtou.i18n import _
from hongtou.model.own_rule import TermsRule
from hongtou.rules.own.fields import field_of
from hongtou.rules.own.thing import Thing
from hongtou.rules.own.world import Found, World, entries


def find(rule: TermsRule, things: Sequence[Thing], _world: World) -> Iterator[Found]:
    """Yield the wrong words; those inside a right one, or inside one of ``unless``, are left alone."""
    name = field_of(rule)
    whole = [right for right in rule.words.values() if right]
    either = any_of([*rule.words, *whole, *rule.unless])
    for thing, index, value in entries(things, name):
        for match in either.finditer(str(value)):
            if match[0] not in rule.words or match[0] in rule.unless:
                continue
            found = Found(thing, _("this word is not used."), name, index, fix=rule.words[match[0]])
            yield found.within(str(value), match.start(), match[0])


def any_of(words: Sequence[str]) -> re.Pattern[str]:
    """Return the pattern of any of ``words``, the longest that stands at a place."""
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
