"""The period of a 密级 is written in Arabic numerals: 机密★1年.

So clause 7.2.2 asks.

Clause: GB/T 9704-2012, 7.2.2
Binding: standard
Wrong: period: 一年
Right: period: 1年
Fix: none: write it anew.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.ERROR
_CHINESE = re.compile("[一二两三四五六七八九十百]")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield a period in Chinese numerals."""
    secrecy = facts.notice.secrecy
    if secrecy and secrecy.period and _CHINESE.search(secrecy.period):
        message = _("“{period}” is to be written in Arabic numerals.").format(period=secrecy.period)
        yield Hit(Place("notice", ("secrecy", "period")), message, _("Write it like 1年 or 6个月."))
