"""What stands before a new part ends with 。, not with ， or ；.

； parts an entry from the next one of its list; before （二） or 二、, which is a heading, the list is over. Entries that
themselves belong to a list, as in a regulation, （一）……：1.……；2.……；（二）……。, are left alone.

Clause: GB/T 15834-2011, 4.1, 4.6
Binding: practice
Wrong: 1.建设老年食堂；2.培训护理员；⏎二、落实责任
Right: 1.建设老年食堂；2.培训护理员。⏎二、落实责任
Fix: writes 。 for ；; behind ， a person must say what was to follow.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import HAN, found
from hongtou.rules.punctuation._marked import START
from hongtou.rules.script import Script

SEVERITY = Severity.WARNING
_TENS = "[二三四五六七八九十]{1,3}"
# 二、三产业 and （二）项 are the rest of a sentence that was broken over two lines.
_SECTION = re.compile(rf"{START}{_TENS}、(?![一二三四五六七八九十])(?=[{HAN}“《])")
_MEASURE = re.compile(rf"{START}[（(]{_TENS}[）)](?![项款条目])(?=[{HAN}“《])")
_ITEM = re.compile(rf"{START}(?:\d{{1,2}}[.、．](?!\d)|[（(]\d{{1,2}}[）)]|[①-⑳])")
_ANY_MEASURE = re.compile(rf"{START}[（(][一二三四五六七八九十]{{1,3}}[）)]")
_ANY_SECTION = re.compile(rf"{START}[一二三四五六七八九十]{{1,3}}、")
_HEADING = re.compile("[^。；：]{2,40}(?<!的)$|[^，。；：]{2,30}。.")


def check(script: Script) -> Iterator[Hit]:
    """Yield ， and ； at the end of lines that a new section or measure follows."""
    lines = ((start, line) for start, line in script.lines() if line.strip())
    for (start, line), (_next, following) in pairwise(lines):
        end = start + len(line.rstrip())
        span = Span(end - 1, end)
        mark = script.text[end - 1]
        if script.piece(end - 1).kind not in ("text", "item"):
            continue
        if mark == "，" and _ends(line, following):
            yield found(script, span, N_("this paragraph ends where something must follow."))
        elif mark == "；" and _level(line) and _ends(line, following):
            yield found(script, span, N_("nothing of this list follows; its last entry ends with 。."), "。")


def _level(line: str) -> int:
    """Return the level of the number that ``line`` begins with: 1 for 一、, 2 for （一）, 3 for 1., 0 for none."""
    levels = (_ANY_SECTION, _ANY_MEASURE, _ITEM)
    return next((level for level, number in enumerate(levels, 1) if number.match(line)), 0)


def _ends(line: str, following: str) -> bool:
    """Whether ``following`` begins a part that ``line`` does not belong to, and is no entry of an outer list."""
    number = _SECTION.match(following) or _MEASURE.match(following)
    if number is None:
        return False
    level = _level(line)
    if level == 0:
        return True
    return level > _level(following) and _HEADING.match(following, number.end()) is not None
