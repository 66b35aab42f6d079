"""An ellipsis 省略号 is ……, six points in two cells.

Three full stops, raised points and half an ellipsis are what keyboards make of it; twelve points stand only for
paragraphs and lines of verse left out. Dots that lead to a page number are none, nor is the … of a formula: i=1，2，…，n.

Clause: GB/T 15834-2011, 4.11, 5.1.5
Binding: standard
Wrong: 苹果、香蕉、梨...
Right: 苹果、香蕉、梨……
Fix: writes ……
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN, pattern

SEVERITY = Severity.ERROR
_POINTS = (
    r"\.{3,6}(?!\.)|(?<!…)…(?![…，、])|。{3,6}(?!。)|(?<!…)…{3}(?!…)|[·•・‧]{3,6}(?![·•・‧])|．{3,6}(?!．)"
)
_RAISED = r"⋯{2,6}(?!⋯|、[A-Za-z])|(?<!⋯)⋯(?![⋯，、])"
_LONG = f"(?<=[{HAN}、”》])…{{4,12}}(?=[{HAN}，。；！？])"
_PAGE = r"(?![ \u3000]*\d+[ \u3000]*$)"
check = pattern(
    rf"(?<=[{HAN}、：；“”》）])(?:{_POINTS}|{_RAISED}){_PAGE}|{_LONG}", N_("an ellipsis is ……"), fix="……"
)
