"""A title inside a title stands in 〈〉.

Neither 《》 again nor the signs < and > of a keyboard.

Clause: GB/T 15834-2011, 4.15
Binding: standard
Wrong: 《贯彻落实《某某条例》分工方案》
Right: 《贯彻落实〈某某条例〉分工方案》
Fix: writes 〈 and 〉.
"""

import re
from collections import deque
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import HAN, found
from hongtou.rules.punctuation._pairs import outermost, paired
from hongtou.rules.script import Script

SEVERITY = Severity.ERROR
_SIGNS = re.compile(rf"[<＜](?=[^<>＜＞]{{0,60}}[{HAN}])[^<>＜＞《》〈〉]{{1,60}}[>＞]")


def check(script: Script) -> Iterator[Hit]:
    """Yield every title inside a title whose marks are not 〈〉."""
    for start, line in script.lines():
        if "《" in line and (line.count("》") > 1 or ">" in line or "＞" in line):
            for first, end in _inner(line):
                fix = f"〈{line[first + 1 : end - 1]}〉"
                span = Span(start + first, start + end)
                yield found(script, span, N_("a title inside a title stands in 〈〉."), fix)


def _inner(line: str) -> Iterator[tuple[int, int]]:
    """Yield where titles inside titles begin and end."""
    pairs = paired(line)[0]
    for pair in outermost(pair for pair in pairs if pair.mark == "《" and pair.is_within("《")):
        yield pair.start, pair.end + 1
    titles = deque(outermost(pair for pair in pairs if pair.mark == "《"))
    for match in _SIGNS.finditer(line):
        while titles and titles[0].end < match.start():
            titles.popleft()
        if titles and titles[0].start < match.start() and match.end() <= titles[0].end:
            yield match.span()
