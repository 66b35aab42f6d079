"""No mark ends the names behind 附件：, nor follows the number 附件1 above an attachment.

Both are names; several attachments stand on lines of their own.

Clause: GB/T 9704-2012, 7.3.4, 7.3.7
Binding: standard
Wrong: 附件：1.任务分解表；
Right: 附件：1.任务分解表
Fix: takes the mark away.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.punctuation._marked import START, marked

SEVERITY = Severity.ERROR
check = marked(
    rf"{START}附件：(?![略无另])[^，。\n]+(?P<mark>[。；，、])$",
    r"^附件\d{1,2}(?P<mark>[：:。、.])$",
    what=N_("no mark follows the name or number of an attachment."),
    fix="",
    severity=lambda match: Severity.INFO if match[0][2:3].isdigit() else None,
)
