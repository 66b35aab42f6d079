"""No 、 stands before an ellipsis.

The points go on with the list. Where they end the sentence, ， and ； are seldom needed either, so that is a remark; marks
in a quotation, before words left out, and those behind are left alone: 近年来，……取得成效, 如果……，那么…….

Clause: GB/T 15834-2011, B.2.4
Binding: standard
Wrong: 食品、药品、……
Right: 食品、药品……
Fix: takes the 、 away; whether another mark is needed a person must say.
"""

import re

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN
from hongtou.rules.punctuation._marked import marked

SEVERITY = Severity.WARNING


def _is_quoted(match: re.Match[str]) -> bool:
    """Whether a ， or ； stands in “”: the words left out are another's, and so is the mark."""
    before = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
    return match["mark"] != "、" and before.count("“") > before.count("”")


check = marked(
    r"(?P<mark>、)(?=…|\.{3}|。{3})",
    rf"(?<=[{HAN}”》）])(?P<mark>[，；])(?=……(?:[。；，！？）]|$))",
    what=N_("no 、 stands before an ellipsis, and ， or ； only where it is needed."),
    unless=_is_quoted,
    fix=lambda match: "" if match["mark"] == "、" else None,
    severity=lambda match: None if match["mark"] == "、" else Severity.INFO,
)
