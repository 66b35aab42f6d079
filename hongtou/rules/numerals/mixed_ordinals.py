"""Ordinals of one kind are written in one way: 第四届 and 第五届, not 第4届 and 第五届.

What is counted together looks like two things where it is written in two ways. Only ordinals of one paragraph are held against
each other; titles, quotations and 第1届 alone are left alone.

Clause: GB/T 15835-2011, 4.2
Binding: practice
Wrong: 第4届残疾人运动会和第五届残疾人运动会
Right: 第四届残疾人运动会和第五届残疾人运动会
Fix: none: names have a form of their own, which a person must look up.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found
from hongtou.rules.script import Script

SEVERITY = Severity.INFO
_ORDINAL = re.compile(
    r"第(?:(?P<arabic>\d{1,3})|(?P<chinese>[一二三四五六七八九十百零]{1,5}))(?P<of>届|批|轮|期|季度|赛季|标段)"
)
_QUOTED = re.compile("《[^《》\n]*》|“[^“”\n]*”")


def check(script: Script) -> Iterator[Hit]:
    """Yield the ordinals of a paragraph that are written otherwise than most of their kind; Arabic ones of as many."""
    for start, line in script.lines():
        if "第" not in line:
            continue
        kinds: dict[str, list[re.Match[str]]] = defaultdict(list)
        for match in _ORDINAL.finditer(_QUOTED.sub(lambda quoted: "…" * len(quoted[0]), line)):
            kinds[match["of"]].append(match)
        for matches in kinds.values():
            for match in _odd(matches):
                span = Span(start + match.start(), start + match.end())
                yield found(script, span, N_("others of its kind are in numerals of the other sort."))


def _odd(matches: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return those of ``matches`` that are fewer, none where all are of one sort."""
    arabic = [match for match in matches if match["arabic"]]
    chinese = [match for match in matches if match["chinese"]]
    if not arabic or not chinese:
        return []
    return arabic if len(arabic) <= len(chinese) else chinese
