"""The year in a 发文字号 is the year the paper bears.

Numbers are counted by the year in which a paper is issued.

Clause: 党政机关公文处理工作条例, 9(5)
Binding: practice
Wrong: 某府办函〔2025〕5号……2026年3月5日
Right: 某府办函〔2026〕5号……2026年3月5日
Fix: none: which of the two is right a person must say.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING
_YEAR = re.compile(r"(?<=〔)\d{4}(?=〕)")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield 发文字号 of another year than their papers."""
    for paper, path in facts.papers:
        match = _YEAR.search(paper.document_number or "")
        if match and paper.date is not None and int(match[0]) != paper.date.year:
            message = _("the number is of {year}, the paper of {date}.")
            text = message.format(year=match[0], date=paper.date.year)
            place = Place("notice", (*path, "document_number"), match[0])
            yield Hit(place, text, _("Correct one of the two."))
