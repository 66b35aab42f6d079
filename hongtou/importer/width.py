"""Half-width marks in Chinese text, written full-width 半角标点改全角: one character for one, so that places stay."""

from __future__ import annotations

import re

_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff《》“”‘’（）〔〕、，。；：？！…—○〇％]")
_MARK = re.compile("[,;:?!()]")
_BRACKET = re.compile("[()（）]")
_LINE = re.compile("^[^()\n]*[()][^\n]*", re.MULTILINE)
"""A line with a half-width bracket."""
_HALF_STOP = re.compile("\\.(?<=[\u4e00-\u9fff]\\.)(?=$|[\u4e00-\u9fff])", re.MULTILINE)


def widened(text: str) -> tuple[str, tuple[int, ...]]:
    """Return ``text``, of the same length, with its marks as Chinese papers write them, and the places that changed.

    A mark is Chinese where a Chinese character stands beside it; 18:00, 1,000 and https:// stay. Of a pair of
    brackets both are, or neither.
    """
    wide: dict[int, str] = {}
    for match in _MARK.finditer(text):
        if match[0] not in "()" and _is_chinese(text, match.start()):
            wide[match.start()] = _WIDE[match[0]]
    for opening, closing in _brackets(text):
        places = [place for place in (opening, closing) if place >= 0]
        if any(_is_chinese(text, p) or text[p] in "（）" for p in places) or _holds_chinese(
            text, opening, closing
        ):
            wide |= {place: _WIDE[text[place]] for place in places if text[place] in _WIDE}
    wide |= {match.start(): "。" for match in _HALF_STOP.finditer(text)}
    if not wide:
        return text, ()
    chars = list(text)
    for place, char in wide.items():
        chars[place] = char
    return "".join(chars), tuple(sorted(wide))


def _is_chinese(text: str, place: int) -> bool:
    """Whether the mark at ``place`` stands in Chinese text: behind it, or before it where no digit or letter follows."""
    before, after = text[place - 1 : place].strip(), text[place + 1 : place + 2].strip()
    if text[place + 1 : place + 3] == "//":
        return False
    return bool(_CHINESE.match(before) or _CHINESE.match(after))


def _holds_chinese(text: str, opening: int, closing: int) -> bool:
    return 0 <= opening < closing and _CHINESE.search(text, opening + 1, closing) is not None


def _brackets(text: str) -> list[tuple[int, int]]:
    """Return the places of brackets that belong together, of lines with half-width ones; -1 for one that is missing."""
    pairs: list[tuple[int, int]] = []
    for line in _LINE.finditer(text) if "(" in text or ")" in text else ():
        waiting: list[int] = []
        for match in _BRACKET.finditer(text, *line.span()):
            if match[0] in "(（":
                waiting.append(match.start())
            else:
                pairs.append((waiting.pop() if waiting else -1, match.start()))
        pairs += [(place, -1) for place in waiting]
    return pairs
