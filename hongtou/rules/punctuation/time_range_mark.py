"""A range of years or days is joined by —: 2022—2024年.

A hyphen is for codes and compounds, ～ for quantities.

Clause: GB/T 15834-2011, 4.13.3
Binding: standard
Wrong: 2022-2024年
Right: 2022—2024年
Fix: writes —.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
check = pattern(
    r"(?<=(?:19|20)\d\d)(?<!\d{5})[-－–~～](?=(?:19|20)\d\d年)|(?<=(?:19|20)\d\d年)[-－–~～](?=(?:19|20)\d\d年)"
    r"|(?<=[月日])[-－–~～](?=\d{1,2}[月日])|(?<=(?<!\d)\d)[-－–~～](?=\d{1,2}[月日](?!均))"
    r"|(?<=(?<!\d)\d\d)[-－–~～](?=\d{1,2}[月日](?!均))",
    N_("a range of time is joined by —."),
    fix="—",
)
