"""A quotation inside a quotation stands in ‘’.

“” inside “” leaves the reader to guess where the outer one ends.

Clause: GB/T 15834-2011, 4.8
Binding: standard
Wrong: 会议指出“要坚持“两个毫不动摇”的方针”。
Right: 会议指出“要坚持‘两个毫不动摇’的方针”。
Fix: writes ‘ and ’.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found
from hongtou.rules.punctuation._pairs import outermost, paired
from hongtou.rules.script import Script

SEVERITY = Severity.WARNING


def check(script: Script) -> Iterator[Hit]:
    """Yield quotations inside quotations that have the marks of the outer one, where that is closed."""
    for start, line in script.lines():
        if line.count("”") < 2:
            continue
        pairs, left = paired(line)
        open_ones = {*left}
        inner = (pair for pair in pairs if pair.mark == "“" and pair.is_within("“"))
        for pair in outermost(pair for pair in inner if pair.outer not in open_ones):
            words = line[pair.start + 1 : pair.end]
            span = Span(start + pair.start, start + pair.end + 1)
            fix = None if set("“”‘’") & set(words) else f"‘{words}’"
            yield found(script, span, N_("a quotation inside a quotation stands in ‘’."), fix)
