"""A paper writes its dates in one way.

Chinese numerals for the year in one place and Arabic ones in another look like two hands.

Clause: GB/T 15835-2011, 5.1.4
Binding: practice
Wrong: 2022年3月……二〇二三年五月
Right: 2022年3月……2023年5月
Fix: none: 二〇 also stands in names and quotations.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found
from hongtou.rules.script import Script

SEVERITY = Severity.INFO
_CHINESE = re.compile("[一二][〇零○Oo0一二三四五六七八九]{3}年(?=[一二三四五六七八九十]{1,2}月|底|起)")
_ARABIC = re.compile(r"(?:19|20)\d\d年\d{1,2}月")
_QUOTED = re.compile("《[^《》\n]*》|“[^“”\n]*”")


def check(script: Script) -> Iterator[Hit]:
    """Yield dates in Chinese numerals in a text that has Arabic ones; not those of titles and quotations."""
    if not _CHINESE.search(script.text) or not _ARABIC.search(script.text):
        return
    text = _QUOTED.sub(lambda match: "…" * len(match[0]), script.text)
    for match in _CHINESE.finditer(text):
        yield found(script, Span(*match.span()), N_("other dates of this paper are in Arabic numerals."))
