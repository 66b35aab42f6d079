"""A rate in digits is written with %: 15%, not 百分之15.

百分之 belongs to Chinese numerals: 百分之十五.

Clause: GB/T 15835-2011, 4.1.1
Binding: practice
Wrong: 提高百分之15
Right: 提高15%
Fix: writes % or ‰.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
check = pattern(
    r"([百千])分之(\d{1,8}(?:\.\d{1,4})?)(?![\d.%％‰])",
    N_("a rate in digits is written with %."),
    fix=lambda match: match[2] + ("%" if match[1] == "百" else "‰"),
)
