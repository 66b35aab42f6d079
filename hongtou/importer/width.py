"""Half-width marks in Chinese text, written full-width 半角标点改全角: one character for one, so that places stay."""

from __future__ import annotations

import re

_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff《》“”‘’（）〔〕、，。；：？！…—○〇％]")
_MARK = re.compile("[,;:?!()]")
_BRACKET = re.compile("[()（）]")
_LINE = re.compile("^[^()\n]*[()][^\n]*", re.MULTILINE)
"""A line with a half-width bracket."""
_YEAR = re.compile(r"[\[［](?:19|20)\d\d[\]］](?=第?\d{1,5}号)")
"""The year in 文号, whose brackets keyboards do not have: [2024]5号."""
_HALF_STOP = re.compile("\\.(?<=[\u4e00-\u9fff]\\.)(?=$|[\u4e00-\u9fff（(])", re.MULTILINE)


def widened(text: str) -> tuple[str, tuple[int, ...]]:
    """Return ``text``, of the same length, with its marks as Chinese papers write them, and the places that changed.

    A mark is Chinese where a Chinese character stands beside it; 18:00, 1,000 and https:// stay. Of a pair of
    brackets both are, or neither.
    """
    wide: dict[int, str] = {}
    for match in _MARK.finditer(text):
        if match[0] not in "()" and _is_chinese(text, match.start()):
            wide[match.start()] = _WIDE[match[0]]
    for opening, closing, holds_chinese in _brackets(text):
        places = [place for place in (opening, closing) if place >= 0]
        if holds_chinese or any(_is_chinese(text, p) or text[p] in "（）" for p in places):
            wide |= {place: _WIDE[text[place]] for place in places if text[place] in _WIDE}
    for match in _YEAR.finditer(text) if "[" in text or "［" in text else ():
        wide |= {match.start(): "〔", match.end() - 1: "〕"}
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


def _brackets(text: str) -> list[tuple[int, int, bool]]:
    """Return brackets that belong together, of lines with half-width ones: their places, and whether Chinese stands inside.

    -1 is the place of one that is missing.
    """
    pairs: list[tuple[int, int, bool]] = []
    for line in _LINE.finditer(text) if "(" in text or ")" in text else ():
        _pair(text, line.span(), pairs)
    return pairs


def _pair(text: str, span: tuple[int, int], pairs: list[tuple[int, int, bool]]) -> None:
    """Add the pairs of one line. Between two brackets is looked once, however many stand around them."""
    waiting: list[tuple[int, int]] = []
    last, chinese = span[0], 0  # Stretches with Chinese in them, so far.
    for match in _BRACKET.finditer(text, *span):
        place = match.start()
        chinese += _CHINESE.search(text, last, place) is not None
        last = place + 1
        if match[0] in "(（":
            waiting.append((place, chinese))
        elif waiting:
            opening, before = waiting.pop()
            pairs.append((opening, place, chinese > before))
        else:
            pairs.append((-1, place, False))
    pairs += [(opening, -1, False) for opening, _ in waiting]
