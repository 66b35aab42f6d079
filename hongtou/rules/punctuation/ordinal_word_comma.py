"""第一, 其一 and 首先 are followed by ，.

They are adverbs of the sentence, not numbers of a list.

Clause: GB/T 15834-2011, B.3.1
Binding: standard
Wrong: 第一、提高认识。
Right: 第一，提高认识。
Fix: writes ，.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN, pattern

SEVERITY = Severity.ERROR
_BEHIND = rf"[、：](?=[{HAN}“《])(?!第|其|二|三|四)"
check = pattern(
    rf"(?:(?<=^第[一二三四五六七八九十])|(?<=[。；]第[一二三四五六七八九十])|(?<=^其[一二三四五])"
    rf"|(?<=[。；]其[一二三四五])|(?<=^首先)|(?<=[。；]首先)|(?<=[。；]其次)|(?<=[。；]最后)){_BEHIND}",
    N_("第一, 其一 and 首先 are followed by ，."),
    fix="，",
)
