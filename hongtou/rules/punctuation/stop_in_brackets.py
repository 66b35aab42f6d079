"""No mark ends what stands in brackets inside a sentence, except ？, ！ and …….

The sentence goes on behind the bracket; only a bracket that is a sentence of its own, behind the 。 of the one before,
ends with 。.

Clause: GB/T 15834-2011, B.2.2
Binding: standard
Wrong: 各镇街（含功能区。）要落实责任。
Right: 各镇街（含功能区）要落实责任。
Fix: takes the mark away.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found
from hongtou.rules.punctuation._pairs import Pair, paired
from hongtou.rules.script import Script

SEVERITY = Severity.WARNING
_END = re.compile("[，、；。][）)]")


def check(script: Script) -> Iterator[Hit]:
    """Yield marks before the closing bracket of a pair inside a sentence."""
    for start, line in script.lines():
        if not _END.search(line):
            continue
        for pair in paired(line)[0]:
            if _ends_with_mark(line, pair):
                span = Span(start + pair.end - 1, start + pair.end)
                yield found(script, span, N_("no mark ends a bracket inside a sentence."), "")


def _ends_with_mark(line: str, pair: Pair) -> bool:
    if pair.mark != "（" or pair.end - pair.start < 3:
        return False
    last = line[pair.end - 1]
    before = line[pair.start - 1] if pair.start else "。"
    goes_on = line[pair.end + 1 : pair.end + 2]
    return last in "，、；" or (last == "。" and before not in "。！？；”：" and goes_on not in ("", "。"))
