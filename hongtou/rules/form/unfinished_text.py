"""A paragraph of the text ends with a mark.

What ends without one has lost its end.

Clause: GB/T 15834-2011, 4.1
Binding: practice
Wrong: 各单位要抓好落实
Right: 各单位要抓好落实。
Fix: adds 。
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield paragraphs of body and table that end without a mark."""
    script = facts.script
    for start, line in script.lines():
        if len(line) < 8 or line[-1] in "。！？：；…”）":
            continue
        end = start + len(line)
        if script.piece(end - 1).kind in ("text", "item"):
            what = N_("this paragraph ends without a mark.")
            yield found(script, Span(end - 1, end), what, f"{line[-1]}。")
