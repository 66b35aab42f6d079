"""A document is cited by its title, then its number in brackets: 《某某意见》（国办发〔2023〕1号）.

The number alone tells the reader nothing, and in front it is read as part of the sentence.

Clause: 国家行政机关公文处理办法 (repealed), practice since
Binding: practice
Wrong: 根据国办发〔2023〕1号《某某意见》要求
Right: 根据《某某意见》（国办发〔2023〕1号）要求
Fix: none: the sentence must be turned round.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN, pattern

SEVERITY = Severity.INFO
check = pattern(
    rf"[{HAN}]{{2,8}}〔(?:19|20)\d\d〕\d{{1,5}}号(?:文件|文)?（?《",
    N_("the title comes first, then the number in brackets."),
)
