"""Marks of Chinese text are full-width: ，；：？！。.

Half-width ones belong to numbers, addresses and Latin text. Beside a full-width mark one of the two is left over.

Clause: GB/T 15834-2011, 5.1
Binding: standard
Wrong: 提高认识,加强领导。
Right: 提高认识，加强领导。
Fix: writes the full-width mark, or takes the half-width one away where a full-width one stands beside it.
"""

import re

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import CHINESE, HAN
from hongtou.rules.punctuation._marked import BLANKS, marked

SEVERITY = Severity.ERROR
_WIDE = str.maketrans(",;:?!.", "，；：？！。")
_WIDE_MARKS = {*"，；：、。？！"}
_BEHIND_CHINESE = rf"(?<=[{CHINESE}])(?:,+|;+|:+|[?!]{{1,3}}){BLANKS}"
_BEFORE_CHINESE = rf"(?<=[A-Za-z\d%‰)])[,;:?!]{BLANKS}(?=[{HAN}“《])"
_DOMAIN = "政务|公益|中国|公司|网络"
_STOP = rf"(?<=[{HAN}”）])\.{BLANKS}(?=(?!{_DOMAIN})[{HAN}“]|$)"
_STOP_BEHIND_NUMBER = rf"(?<=[\d%‰])(?P<stop>\.){BLANKS}$"
_CLAUSE = re.compile("[，。；：]")
_NUMBER = "[一二三四五六七八九十0-9]{1,3}|[（(]?(?:[一二三四五六七八九十0-9]{1,3}|[A-Za-z])[）)]"
_ORDINAL = re.compile(rf"[ \u3000]*(?:(?:{_NUMBER})[,:.]|第[一二三四五六七八九十百零]{{1,7}}[编章节条][:.])")


def _wide(match: re.Match[str]) -> str | None:
    """Return the full-width mark, nothing beside another one; None for a point, which may be meant for 。 or for ·."""
    mark = match[0].strip()
    around = (
        match.string[max(match.start() - 1, 0) : match.start()] + match.string[match.end() : match.end() + 1]
    )
    if set(around) & _WIDE_MARKS:
        return None if mark[0] in "?!." else ""
    if mark[0] in ",;:":
        mark = mark[0]
    if mark == "." and match.end() < len(match.string) and match.string[match.end()] not in "“\n":
        return None
    return mark.translate(_WIDE)


def _belongs_to_number(match: re.Match[str]) -> bool:
    """Whether the mark is that of a paragraph's number: 一, and （一）. have rules of their own, 1. may stand alone."""
    before = match.string[max(match.start() - 100, 0) : match.start()].rpartition("\n")[2]
    if match["stop"]:
        return not _CLAUSE.search(before)
    return len(before) < 20 and _ORDINAL.fullmatch(before + match[0][0]) is not None


check = marked(
    f"(?P<mark>{_BEHIND_CHINESE}|{_BEFORE_CHINESE}|{_STOP}|{_STOP_BEHIND_NUMBER})",
    what=N_("the marks of Chinese text are full-width."),
    fix=_wide,
    unless=_belongs_to_number,
)
