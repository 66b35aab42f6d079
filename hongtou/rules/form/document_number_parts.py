"""A 发文字号 is a code, a year in 〔〕 and a number: 某府办函〔2026〕5号.

The registry finds a paper by it. How its parts are written other rules say; this one says whether they are there. Orders,
announcements, minutes and the like have numbers of their own form.

Clause: 党政机关公文处理工作条例, 9(5)
Binding: standard
Wrong: 某府办函〔2026〕5
Right: 某府办函〔2026〕5号
Fix: none: which part is missing a person must say.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.numerals import read_document_number
from hongtou.rules.facts import Facts
from hongtou.rules.form._papers import WITHOUT_NUMBER
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.ERROR
_WHOLE = re.compile(
    r"[\u4e00-\u9fff]{2,14}\s*[\[［(（【〖﹝〔]\s*\d{2,4}年?\s*[\]］)）】〗﹞〕]\s*第?\s*\d{1,5}\s*号"
)
"""All parts, in whatever form."""


def check(facts: Facts) -> Iterator[Hit]:
    """Yield 发文字号 that have not all their parts."""
    for paper, path in facts.papers:
        number = paper.document_number
        if number is None or paper.kind in WITHOUT_NUMBER or _is_whole(number):
            continue
        message = _("“{number}” is no whole 发文字号.").format(number=number)
        hint = _("Write it like 某府办函〔2026〕5号; while it is not known, leave the line out.")
        yield Hit(Place("notice", (*path, "document_number")), message, hint)


def _is_whole(number: str) -> bool:
    try:
        read_document_number(number)
    except ValueError:
        return _WHOLE.fullmatch(number) is not None
    return True
