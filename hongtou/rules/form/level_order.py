"""The marks of the levels go down: 一、 then （一） then 1. then （1）.

A level may be left out, but no level climbs back to a mark that stands above it, or takes the same once more.

Clause: GB/T 15834-2011, B.3.8
Binding: standard
Wrong: levels: ["（一）", "一、"]
Right: levels: ["一、", "（一）"]
Fix: none: a person must say.
"""

from collections.abc import Iterator
from itertools import pairwise

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.ERROR
_RANKS = {"一、": 1, "（一）": 2, "1.": 3, "（1）": 4, "①": 5}


def check(facts: Facts) -> Iterator[Hit]:
    """Yield levels whose mark stands above that of the level before; marks of other kinds are passed over."""
    for paper, path in facts.papers:
        known = [(n, level) for n, level in enumerate(paper.numbering.levels) if level in _RANKS]
        for (_before, upper), (number, lower) in pairwise(known):
            if _RANKS[lower] <= _RANKS[upper]:
                message = _("{lower} does not stand below {upper}.").format(lower=lower, upper=upper)
                place = Place("notice", (*path, "numbering", "levels", number))
                yield Hit(place, message, _("Order the levels: 一、 （一） 1. （1） ①"))
