"""A report asks for nothing.

What asks for a decision is a request 请示 of its own; in a report it is not answered.

Clause: 党政机关公文处理工作条例, 15(4)
Binding: standard
Wrong: 报告……妥否，请批示。
Right: 特此报告。
Fix: none: a request must be written.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.notice import Kind
from hongtou.rules.facts import Facts
from hongtou.rules.form._papers import WRITTEN, home
from hongtou.rules.hit import Hit, Span

SEVERITY = Severity.ERROR
_ASKS = re.compile(
    "[妥当可]否，?请(?:予|予以)?[批审指]|(?<![报申提呈])请(?:予|予以)?(?:批示|审批|批准|批复|审定)(?![了后过的])"
)


def check(facts: Facts) -> Iterator[Hit]:
    """Yield words of a report that ask for a decision; a request that it carries may."""
    asking = {path for paper, path in facts.papers if paper.kind is Kind.REPORT}
    for match in _ASKS.finditer(facts.script.text) if asking else ():
        piece = facts.script.piece(match.start())
        if piece.file == "notice" and piece.kind in WRITTEN and home(piece.path) in asking:
            message = _("“{words}”: a report asks for nothing.").format(words=match[0])
            yield Hit(Span(*match.span()), message, _("Write a request 请示 for it."))
