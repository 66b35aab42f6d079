"""How wide text is on the sheet, from the width classes of its characters."""

from __future__ import annotations

from itertools import pairwise
from unicodedata import east_asian_width

from hongtou.sheet.standard import FRAME_WIDTH, MM_PER_POINT, SIZE_3
from hongtou.sheet.styles import SQUEEZE

_AMBIGUOUS_WIDE = "“”‘’…—·①②③④⑤⑥⑦⑧⑨⑩"
_GAP = 0.21
"""The space that Word and LibreOffice set between Han and digits or letters, in 字."""


def ems(text: str) -> float:
    """Return the width of ``text`` in 字 of its own size: 1 for a Han character, ½ for a digit or letter."""
    wide = [_is_wide(char) for char in text]
    gaps = sum(
        (_is_han(a) and b.isalnum() and not _is_wide(b)) or (a.isalnum() and not _is_wide(a) and _is_han(b))
        for a, b in pairwise(text)
    )
    return sum(1.0 if is_wide else 0.5 for is_wide in wide) + gaps * _GAP


def _is_wide(char: str) -> bool:
    return east_asian_width(char) in "WF" or char in _AMBIGUOUS_WIDE


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def body_width(text: str) -> float:
    """Return the width of ``text`` in mm when set in the body style."""
    return (ems(text) * SIZE_3.value + len(text) * SQUEEZE) * MM_PER_POINT


FRAME = FRAME_WIDTH.value
