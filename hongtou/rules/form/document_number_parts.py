"""A 发文字号 is a code, a year in 〔〕 and a number: 某府办函〔2026〕5号.

The registry finds a paper by it.

Clause: 党政机关公文处理工作条例, 9(5)
Binding: standard
Wrong: 某府办函〔2026〕5
Right: 某府办函〔2026〕5号
Fix: none: which part is missing a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.numerals import read_document_number
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Hit]:
    """Yield 发文字号 that have not all their parts."""
    for paper, path in facts.papers:
        if paper.document_number is None:
            continue
        try:
            read_document_number(paper.document_number)
        except ValueError:
            message = _("“{number}” is no 发文字号.").format(number=paper.document_number)
            yield Hit(
                Place("notice", (*path, "document_number")), message, _("Write it like 某府办函〔2026〕5号.")
            )
