"""No mark ends the name of an attachment, nor follows the number 附件1 above it.

Both are names; several attachments stand on lines of their own.

Clause: GB/T 9704-2012, 7.3.4, 7.3.7
Binding: standard
Wrong: 附件：1.任务分解表；
Right: 附件：1.任务分解表
Fix: takes the mark away.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found
from hongtou.rules.script import Script

SEVERITY = Severity.ERROR
_NAME = re.compile(r"[ \u3000]*附件：(?![略无]。)[^。；\n]+([。；，、])")
_LABEL = re.compile(r"附件\d{1,2}([：:。、.])")
_TITLE = re.compile(r"[^\n]*([。；，、：])")


def check(script: Script) -> Iterator[Hit]:
    """Yield marks behind names of attachments and behind 附件1 where it stands alone."""
    for start, line in script.lines():
        kind = script.piece(start).kind
        name = (_TITLE if kind == "attachment" else _NAME).fullmatch(line)
        label = _LABEL.fullmatch(line)
        if name:
            span = Span(start + name.start(1), start + name.end(1))
            yield found(script, span, N_("no mark ends the name of an attachment."), "")
        elif label:
            span = Span(start + label.start(1), start + label.end(1))
            hit = found(script, span, N_("no mark follows the number of an attachment."), "")
            yield replace(hit, severity=Severity.INFO)
