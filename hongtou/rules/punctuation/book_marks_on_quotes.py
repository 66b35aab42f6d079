"""《》 and “” do not stand round the same words.

《“无废城市”建设方案》 is all right: “” are inside and round part of the title. So is a title that is itself spoken of:
将“《甲办法》”改为“《乙办法》”.

Clause: GB/T 15834-2011, 4.8, 4.15
Binding: practice
Wrong: 学习“《某某办法》”精神
Right: 学习《某某办法》精神
Fix: takes “” away.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
_AMENDED = r"(?<![将为作去除的称])"
_AMENDING = r"(?!修|改|替|一词|等?字样|的表述)"
check = pattern(rf"{_AMENDED}“(《[^《》“”\n]*》)”{_AMENDING}", N_("one kind of marks is enough."), fix=r"\1")
