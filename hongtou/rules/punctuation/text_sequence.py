"""一是、二是、三是 and 第一、第二 in a text go on by one: no 一是……三是.

One was taken out and the others kept their numbers, or one is missing.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: 一是健全机制；三是强化督查。
Right: 一是健全机制；二是强化督查。
Fix: none: whether one is missing a person must say.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.numerals import integer
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found
from hongtou.rules.script import Script

SEVERITY = Severity.WARNING
_N = "[一二三四五六七八九十]{1,3}"
_FAMILIES = (
    re.compile(rf"(?:^|(?<=[，。；：]))(?P<n>{_N})(?:是|要)(?!否|不)"),
    re.compile(rf"(?:^|(?<=[。；：]))第(?P<n>{_N})(?=，)"),
    re.compile(rf"(?<=[。；：])（(?P<n>{_N})）"),
)


def check(script: Script) -> Iterator[Hit]:
    """Yield the number after a gap, in lines that begin at one."""
    for start, line in script.lines():
        for family in _FAMILIES:
            last = 0
            for match in family.finditer(line):
                number = integer(match["n"])
                if last and number > last + 1:
                    span = Span(start + match.start(), start + match.end())
                    yield found(script, span, N_("the number before it is missing."))
                last = number if number == 1 or last else 0
