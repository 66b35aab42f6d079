"""Long numbers are grouped throughout or nowhere: 12000 or 12,000.

A reader who meets both takes them for numbers of two kinds.

Clause: GB/T 15835-2011, 5.1.1
Binding: practice
Wrong: 投入12,000万元，新增34000个岗位
Right: 投入12000万元，新增34000个岗位
Fix: takes the commas away.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found
from hongtou.rules.script import Script

SEVERITY = Severity.WARNING
_UNIT = "[多余]?[万亿个名人元家项户亩件套台吨次平立公]"
_GROUPED = re.compile(rf"(?<![\d.,A-Za-z])\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?![\d,])(?={_UNIT})")
_PLAIN = re.compile(rf"(?<![\d.,〔：:/A-Za-z\-])\d{{5,10}}(?:\.\d+)?(?={_UNIT})")


def check(script: Script) -> Iterator[Hit]:
    """Yield grouped numbers in a text that also has long ones without commas."""
    grouped = [*_GROUPED.finditer(script.text)]
    if grouped and _PLAIN.search(script.text):
        for match in grouped:
            what = N_("other long numbers of this paper are not grouped.")
            yield found(script, Span(*match.span()), what, match[0].replace(",", ""))
