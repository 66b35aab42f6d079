"""The day of a date is 日, not 号: 3月7日前, not 3月7号前.

号 is spoken; on paper it is the number of a document, a house or a line.

Clause: GB/T 15835-2011, 5.1.4
Binding: practice
Wrong: 请于2023年3月7号前报送
Right: 请于2023年3月7日前报送
Fix: writes 日.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
_DAY = r"(?:3[01]|[12]\d|[1-9])"
_THING = "[线楼院门馆厅桥机井店库台桌位地文令公通]"
# Behind a month it is a day; behind 于 only where 前 makes a deadline of it.
check = pattern(
    rf"(?:(?<=[\d一二三四五六七八九十本下上次当每]月){_DAY}|(?<=[于在至到]){_DAY}(?=号(?:之|以)?前(?![院厅门楼])))号(?!{_THING})",
    N_("the day of a date is 日."),
    fix=lambda match: f"{match[0][:-1]}日",
)
