"""《》 and “” do not stand round the same words.

《“无废城市”建设方案》 is all right: “” are inside and round part of the title.

Clause: GB/T 15834-2011, 4.15
Binding: standard
Wrong: “《某某办法》”
Right: 《某某办法》
Fix: takes “” away.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
check = pattern(r"“(《[^《》“”\n]*》)”", N_("one kind of marks is enough."), fix=r"\1")
