"""约 and 左右, 超过 and 以上, 不超过 and 以内 are not doubled.

Each says it already.

Clause: GB/T 15835-2011, 5.2.1
Binding: practice
Wrong: 约200人左右
Right: 约200人
Fix: none: which of the two is meant a person must say.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
_NUMBER = r"\d[\d.,]*(?:[%％]|[^\d，。；、：（）]{0,4}?)"
check = pattern(
    rf"(?:大约|约|将近|近){_NUMBER}(?:左右|上下)|(?:超过|至少|不少于|不低于|不得少于|不得低于){_NUMBER}以上"
    rf"|(?:不超过|至多|不高于|不多于){_NUMBER}(?:以内|以下)",
    N_("this is said twice."),
)
