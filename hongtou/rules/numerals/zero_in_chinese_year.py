"""The zero of a year in Chinese numerals is 〇: 二〇二三年.

Neither the digit 0, nor the letter O, nor the sign ○.

Clause: GB/T 15835-2011, 5.2.5
Binding: standard
Wrong: 二O二三年
Right: 二〇二三年
Fix: writes 〇.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
check = pattern(
    r"(?<=[一二])[0OoＯ○](?=[0OoＯ○〇一二三四五六七八九]{2}年)|(?<=[一二][0OoＯ○〇])[0OoＯ○](?=[〇一二三四五六七八九0OoＯ○]年)",
    N_("the zero of a Chinese year is 〇."),
    fix="〇",
)
