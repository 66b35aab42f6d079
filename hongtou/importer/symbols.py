"""Symbols that Word writes as a place in a symbol font 符号: as the characters that people see."""

from __future__ import annotations

import re

_WINGDINGS = {
    **{0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9F: "•"},
    **{0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔"},
    **{0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x4A: "☺", 0x28: "☎", 0x2A: "✉"},
    **{0x81 + index: chr(0x2460 + index) for index in range(10)},
    **{0x8C + index: chr(0x2776 + index) for index in range(10)},
}
_WINGDINGS_2 = {
    0x4F: "✗",
    0x50: "✓",
    0x51: "☒",
    0x52: "☑",
    0x53: "☒",
    0x54: "☒",
    0xA3: "□",
    0x97: "●",
    0x98: "●",
}
_SYMBOL = {
    **{
        0xB7: "•",
        0xB3: "≥",
        0xA3: "≤",
        0xB4: "×",
        0xB8: "÷",
        0xB1: "±",
        0xB0: "°",
        0xB9: "≠",
        0xBB: "≈",
        0xA5: "∞",
    },
    **{
        0xAC: "←",
        0xAD: "↑",
        0xAE: "→",
        0xAF: "↓",
        0xA8: "♦",
        0x61: "α",
        0x62: "β",
        0x67: "γ",
        0x6D: "μ",
        0x70: "π",
    },
    **{0x53: "Σ", 0x57: "Ω", 0x44: "Δ"},
}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_PRIVATE = 0xF000
PRIVATE = re.compile("[\uf020-\uf0ff]")
"""Places of a symbol font as characters of text."""


def symbol(font: str, code: str) -> str:
    """Return the character for the hexadecimal ``code`` of ``font``, empty where it is not known.

    >>> symbol("Wingdings", "F0FE"), symbol("Times New Roman", "2103"), symbol("Wingdings", "F001")
    ('☑', '℃', '')
    """
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    known = _FONTS.get(font.strip().lower())
    if known is not None:
        return known.get(number - _PRIVATE if number >= _PRIVATE else number, "")
    private = 0xE000 <= number < 0xF900 or 0xD800 <= number < 0xE000
    return chr(number) if 0x20 <= number < 0xFFFE and not private else ""
