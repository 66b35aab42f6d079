"""Days as clerks write them 日期: 2023-11-20, 2023年11月20日, 2023.11.20, 20231120; nothing is guessed."""

from __future__ import annotations

import datetime
import re

_DAY = re.compile(
    r"(?P<y>\d{4})\s*(?:[-./年])\s*(?P<m>\d{1,2})\s*(?:[-./月])\s*(?P<d>\d{1,2})\s*日?|(?P<y2>\d{4})(?P<m2>\d{2})(?P<d2>\d{2})"
)
_WIDE = str.maketrans("０１２３４５６７８９．／－", "0123456789./-")


def day(text: str) -> datetime.date | None:
    """Return the day that ``text`` names with its year, None where it names none or no such day exists."""
    match = _DAY.fullmatch(text.strip().translate(_WIDE))
    if match is None:
        return None
    year, month, number = (int(match[name] or match[f"{name}2"]) for name in "ymd")
    try:
        return datetime.date(year, month, number)
    except ValueError:
        return None
