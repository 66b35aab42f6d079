"""File names 文件名 made from the names of units: the same, and safe, on Windows, macOS and Linux."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

_WIDE = str.maketrans({char: chr(ord(char) + 0xFEE0) for char in '<>:"/\\|?*'})
"""Signs that a file name may not hold, by their full-width twins: 市委、市府/办 keeps its look."""
_RESERVED = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    | {f"{port}{digit}" for port in ("COM", "LPT") for digit in "0123456789¹²³"}
)
_LONGEST = 150
"""Bytes of UTF-8 that a name takes at most; Linux allows 255, with suffix, 143 in some encrypted folders."""
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"})
_NAMELESS = "_"


def file_names(names: Iterable[str]) -> Iterator[str]:
    """Yield a file name without suffix for each of ``names``; no two are the same, also where case does not count."""
    taken: set[str] = set()
    for name in names:
        safe = safe_name(name)
        chosen, number = safe, 1
        while _folded(chosen) in taken:
            number += 1
            chosen = f"{safe}（{number}）"
        taken.add(_folded(chosen))
        yield chosen


def safe_name(name: str) -> str:
    """Return ``name`` as a file name: composed, without signs and endings that a system forbids, not too long."""
    text = unicodedata.normalize("NFC", name).translate(_WIDE)
    if not text.isprintable():
        text = "".join(char for char in text if unicodedata.category(char) not in _UNSEEN)
    text = _cut(text.strip().lstrip(".").rstrip(". ")) or _NAMELESS
    if text.split(".")[0].rstrip().upper() in _RESERVED:
        return f"_{text}"
    return text


def _cut(text: str) -> str:
    return text.encode()[:_LONGEST].decode(errors="ignore").rstrip(". ")


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name.casefold())
