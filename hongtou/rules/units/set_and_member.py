"""A set and its own member usually do not stand side by side.

各镇街 and one of the towns: either the town is named twice, or the set is meant without it. 各有关单位 and the like mean the
others anyhow.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: units: [各镇街, 甲镇]
Right: units: [各镇街]
Fix: none: which of the two is meant a person must say.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.base import Paragraphs, unit_names
from hongtou.model.register import UnitSet
from hongtou.rules.facts import Facts, sentences
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING
_OTHERS = re.compile("有关|相关|其他|其它|其余|责任单位")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield members of a set that stands in the same list, and of 主送 and 抄送 also units that stand there twice."""
    for units, places in facts.lists:
        yield from _doubled(facts, units, places)
    for key in ("recipients", "copies_to"):
        listed = getattr(facts.notice, key)
        places = tuple(Place("notice", (key, *path), name) for path, name in sentences(listed, ()))
        yield from _doubled(facts, listed, places)
        yield from _twice(places)


def _twice(places: tuple[Place, ...]) -> Iterator[Hit]:
    seen: set[str] = set()
    for place in places:
        if place.words in seen:
            message = _("“{name}” stands twice in this list.").format(name=place.words)
            yield Hit(place, message, _("Keep one of the two."))
        seen.add(place.words)


def _doubled(facts: Facts, units: Paragraphs, places: tuple[Place, ...]) -> Iterator[Hit]:
    names = [*unit_names(units)]
    by_name = facts.register.by_name
    sets = {
        name: facts.members(name)
        for name in names
        if isinstance(by_name.get(name), UnitSet) and not _OTHERS.search(name)
    }
    for name, place in zip(names, places, strict=True):
        own = facts.members(name)
        for group, members in sets.items():
            if name != group and own and own <= members:
                message = _("“{name}” is in “{group}”, which stands in the same list.")
                yield Hit(place, message.format(name=name, group=group), _("Keep one of the two."))
                break
