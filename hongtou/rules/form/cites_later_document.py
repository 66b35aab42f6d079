"""A paper cites no document of a later year than its own.

One of the two years is mistyped.

Clause: 党政机关公文处理工作条例, 19
Binding: standard
Wrong: （粤府办〔2028〕31号） in a paper of 2026
Right: （粤府办〔2025〕31号）
Fix: none: which year is right a person must say.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Span

SEVERITY = Severity.WARNING
_YEAR = re.compile(r"(?<=〔)(\d{4})(?=〕[1-9]\d*号)")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield 文号 in the text whose year lies behind the date of the notice."""
    date = facts.notice.date
    if date is None:
        return
    for match in _YEAR.finditer(facts.script.text):
        if int(match[1]) > date.year and facts.script.piece(match.start()).kind != "number":
            message = _("this document is of {year}, the paper of {date}.")
            text = message.format(year=match[1], date=date.year)
            yield Hit(Span(*match.span()), text, _("Correct the year."))
