"""Digits, Latin letters and the point of a number are half-width.

Full-width ones break the line into cells and cannot be searched for. ％ alone is left to the house; 1．2 at the beginning of
an entry may be its number, and “3．15” a day.

Clause: GB/T 15835-2011, 5.1.7
Binding: practice
Wrong: 达到９５％
Right: 达到95%
Fix: writes them half-width.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
_WIDE = (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), ord("．"), ord("％"))
_NARROW = {code: code - 0xFEE0 for code in _WIDE}
_BEGINS = (
    r"(?<![；。：、“”（\s][1-9])(?<![；。：、“”（\s][1-9]\d)(?<!^[1-9])(?<!^[1-9]\d)(?<!．\d)(?<!．\d\d)"
)
check = pattern(
    rf"[０-９Ａ-Ｚａ-ｚ](?:[０-９Ａ-Ｚａ-ｚ]|．(?=[０-９]))*％?|(?<=[\d０-９]){_BEGINS}．(?=[\d０-９]+(?![\d０-９．]))",
    N_("digits, Latin letters and the point of a number are half-width."),
    fix=lambda match: match[0].translate(_NARROW),
)
