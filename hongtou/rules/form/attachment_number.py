"""The text names no attachment that is not there.

附件3 of a paper that has two sends the reader looking.

Clause: GB/T 9704-2012, 7.3.7
Binding: standard
Wrong: 详见附件3, with two attachments
Right: 详见附件2
Fix: none: which one is meant a person must say.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Span

SEVERITY = Severity.WARNING
_CITED = re.compile(r"附件([1-9]\d?)(?![\d.])")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield attachments that are cited by a number too high."""
    most = max((sum(a.listed for a in paper.attachments) for paper, _path in facts.papers), default=0)
    for match in _CITED.finditer(facts.script.text):
        if int(match[1]) > max(most, 1) or not most:
            message = _("{words} is named, and the paper has {count}.").format(words=match[0], count=most)
            yield Hit(Span(*match.span()), message, _("Correct the number, or add the attachment."))
