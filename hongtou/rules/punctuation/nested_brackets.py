"""Brackets inside brackets have another shape: 〔县（市、区）负责〕.

Two （ in a row leave the reader to count which ） closes which. The standard says 尽量避免, so it is a remark; numbers
such as 第（三）项 and （0760） do not count.

Clause: GB/T 15834-2011, 4.9
Binding: standard
Wrong: 责任清单（各县（市、区）负责）
Right: 责任清单〔各县（市、区）负责〕
Fix: writes 〔〕 for the outer ones.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found
from hongtou.rules.punctuation._pairs import Pair, outermost, paired
from hongtou.rules.script import Script

SEVERITY = Severity.INFO
_NUMBER = re.compile(r"[（(][\d一二三四五六七八九十]+[）)]")


def check(script: Script) -> Iterator[Hit]:
    """Yield pairs of （） that hold another pair of them."""
    for start, line in script.lines():
        if line.count("）") + line.count(")") < 2:
            continue
        holding = [*_holding(line)]
        for pair in outermost(holding):
            words = line[pair.start + 1 : pair.end]
            deeper = any(pair.start < other.start < pair.end for other in holding)
            fix = None if deeper or "〔" in words else f"〔{words}〕"
            span = Span(start + pair.start, start + pair.end + 1)
            yield found(script, span, N_("brackets inside brackets have another shape."), fix)


def _holding(line: str) -> Iterator[Pair]:
    """Yield the pairs of （） that hold one directly; a pair closes behind those it holds."""
    held = -1
    for pair in paired(line)[0]:
        if pair.mark == "（" and not _NUMBER.match(line, pair.start):
            if held > pair.start:
                yield pair
            held = pair.start if pair.is_within("（") else -1
