"""The year of a 发文字号 stands in 〔〕.

Neither [ ] nor （） nor 【】: the registry sends it back.

Clause: GB/T 9704-2012, 7.2.5
Binding: standard
Wrong: 中府办函[2023]19号
Right: 中府办函〔2023〕19号
Fix: writes 〔〕.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN, pattern

SEVERITY = Severity.ERROR
check = pattern(
    rf"(?<=[{HAN}])[\[［(（【〖]((?:19|20)\d{{2}})[\]］)）】〗](?=\s*第?\d{{1,5}}\s*号)",
    N_("the year of a 发文字号 stands in 〔〕."),
    fix=r"〔\1〕",
)
