"""A sentence that another follows in the same paragraph ends with a mark.

Entries are printed one behind the other; without a mark two sentences run into each other.

Clause: GB/T 15834-2011, 4.1
Binding: practice
Wrong: [建立养老服务网络, 健全养老服务制度。]
Right: [建立养老服务网络。, 健全养老服务制度。]
Fix: adds the mark.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import HAN, found

SEVERITY = Severity.WARNING
_RUN_ON = re.compile(rf"[{HAN}\d%][{HAN}“《\d]")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield entries of a text whose last character is followed by the first of the next."""
    script = facts.script
    for piece, following in pairwise(script.pieces):
        end = following.start
        if piece.kind not in ("text", "item") or piece.path[:-1] != following.path[:-1]:
            continue
        if _RUN_ON.fullmatch(script.text[end - 1 : end + 1]):
            what = N_("the next sentence follows without a mark between.")
            yield found(script, Span(end - 1, end), what, f"{script.text[end - 1]}。")
