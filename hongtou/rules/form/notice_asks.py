"""A notice does not end with 请批示.

It tells those below what to do; who wants a decision of those above writes a request 请示.

Clause: 党政机关公文处理工作条例, 8(8), 8(11)
Binding: standard
Wrong: 通知……妥否，请批示。
Right: 通知……请认真贯彻执行。
Fix: none: whether it is a notice or a request a person must say.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.notice import Kind
from hongtou.rules.facts import Facts
from hongtou.rules.form._papers import own_pieces
from hongtou.rules.hit import Hit, Span

SEVERITY = Severity.WARNING
_DOWNWARD = frozenset({Kind.NOTICE, Kind.CIRCULAR, Kind.REPLY, Kind.DECISION})
_ASKS = re.compile(
    "[妥当可]否，?[敬恳]?请(?:予以?|给予)?(?:批示|批复|批准|审[批定示核]|指示)|"
    "(?<![报申提呈邀])请(?:予以?|给予)?(?:批示|批复|审批|批准|审定|审示|指示)(?=[。！]?$)"
)


def check(facts: Facts) -> Iterator[Hit]:
    """Yield the end of a paper for those below that asks for a decision."""
    for paper, path in facts.papers:
        pieces = [*own_pieces(facts, path)] if paper.kind in _DOWNWARD else []
        for piece in pieces[-1:]:
            end = facts.script.end_of(piece)
            match = _ASKS.search(facts.script.text[piece.start : end])
            if match is not None:
                message = _("“{words}”: the paper is a {kind}, and asks for no decision.")
                span = Span(piece.start + match.start(), piece.start + match.end())
                hint = _("Write a request 请示, or say what those below are to do.")
                yield Hit(span, message.format(words=match[0], kind=paper.kind.value), hint)
