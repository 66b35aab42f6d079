"""The text names no attachment that is not there.

附件3 of a paper that has two sends the reader looking. Attachments of other documents, as in （……〔2026〕3号）附件2, are no
concern of this rule.

Clause: GB/T 9704-2012, 7.3.7
Binding: standard
Wrong: 详见附件3, with two attachments
Right: 详见附件2
Fix: none: which one is meant a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.form._papers import AMENDS, CITED, home, papers_by_path
from hongtou.rules.hit import Hit, Span

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield attachments that are cited by a number too high."""
    papers = papers_by_path(facts)
    most = max(sum(a.listed for a in paper.attachments) for paper in papers.values())
    for match in CITED.finditer(facts.script.text):
        piece = facts.script.piece(match.start())
        paper = papers[home(piece.path)] if piece.file == "notice" else facts.notice
        if (int(match[1]) > max(most, 1) or not most) and not AMENDS.search(paper.title):
            message = _("{words} is named, and the list of attachments has {count}.").format(
                words=match[0], count=most
            )
            yield Hit(Span(*match.span()), message, _("Correct the number, or add the attachment."))
