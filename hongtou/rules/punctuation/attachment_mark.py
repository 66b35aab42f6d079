"""No mark ends the names behind 附件：, nor follows the number 附件1 above an attachment.

Both are names; several attachments stand on lines of their own, and the last one ends no sentence either.

Clause: GB/T 9704-2012, 7.3.4, 7.3.7
Binding: standard
Wrong: 附件：1.任务分解表；
Right: 附件：1.任务分解表
Fix: takes the mark away.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found
from hongtou.rules.punctuation._marked import START, marked
from hongtou.rules.script import Script

SEVERITY = Severity.ERROR
_WHAT = N_("no mark follows the name or number of an attachment.")
_FIRST = re.compile(rf"{START}附件：[ \u3000]*1[.．、]")
_NEXT = re.compile(rf"{START}(\d{{1,2}})[.．、][^，。；\n]+([。；，、])?$")
_first = marked(
    rf"{START}附件：(?![略无另])[^，。\n]+(?P<mark>[。；，、])$",
    r"^附件\d{1,2}(?P<mark>[：:。、.])$",
    what=_WHAT,
    fix="",
    severity=lambda match: Severity.INFO if match[0][2:3].isdigit() else None,
)


def check(script: Script) -> Iterator[Hit]:
    """Yield marks behind the names and numbers of attachments."""
    yield from _first(script)
    number = 0
    for start, line in script.lines():
        following = _NEXT.match(line)
        if _FIRST.match(line):
            number = 1
        elif number and following and int(following[1]) == number + 1:
            number += 1
            if following[2]:
                yield found(script, Span(start + len(line) - 1, start + len(line)), _WHAT, "")
        else:
            number = 0
