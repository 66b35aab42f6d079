"""The name of an attachment carries no mark at its end.

Neither where it is listed below the text nor above the attachment itself.

Clause: GB/T 9704-2012, 7.3.4
Binding: standard
Wrong: 附件：任务分解表。
Right: 附件：任务分解表
Fix: takes the mark away.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found

SEVERITY = Severity.ERROR
_END = re.compile("[。，；：、.,;:]$", re.MULTILINE)


def check(facts: Facts) -> Iterator[Hit]:
    """Yield marks at the end of attachments' names."""
    for match in _END.finditer(facts.script.text):
        if facts.script.piece(match.start()).kind == "attachment":
            yield found(facts.script, Span(*match.span()), N_("an attachment's name carries no mark."), "")
