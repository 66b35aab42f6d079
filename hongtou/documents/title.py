"""Breaking a title at word sense into a trapezium or a diamond (clause 7.3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hongtou.documents.widths import ems

MAX_EMS = 19.6
"""Characters of 22 pt that fit 156 mm, less what wide digits of a title face take more."""
_WIDE_DIGIT = 0.08
"""字 that a digit of some title faces takes more than half a character: the shape must hold with and without."""
_MAX_TOKENS = 40
_BRACKETS = re.compile(
    r"（[^（）]{1,14}）|“[^“”]{1,12}”|《[^《》]{1,8}》|〔\d{4}〕\d+号|[0-9A-Za-z.%+\-]+[年月日名个项号%]?"
)
_NO_LINE_START = "的、，。；：）》〉”’！？和与及"
_NO_LINE_END = "（《〈“‘和与及对为各"
_AFTER_ABOUT = ("印发", "转发", "批转", "公布", "调整", "成立", "做好", "加强", "开展")
_GOOD_ENDS = (
    "关于印发",
    "关于转发",
    "关于",
    "印发",
    "转发",
    "政府",
    "办公室",
    "办公厅",
    "委员会",
    "贯彻落实",
    "》",
    "、",
)


def break_title(title: str, words: Sequence[str] = (), limit: float = MAX_EMS) -> tuple[str, ...]:
    """Return the lines of ``title``, each at most ``limit`` 字 wide.

    ``words`` are names that must not be broken (the issuer, units). The widths fall, rise, or rise and
    fall; where no such breaking keeps words whole, the best there is. A blank between the names of a joint title
    goes where the line ends.
    """
    if ems(title) <= limit:
        return (title,)
    tokens = _tokens(title, words)
    if len(tokens) > _MAX_TOKENS:
        return _fill(tokens, limit)
    fewest = -int(-ems(title) // limit)
    widths = [ems(token) for token in tokens]
    wide = [
        width + _WIDE_DIGIT * sum(map(str.isdigit, token))
        for token, width in zip(tokens, widths, strict=True)
    ]
    hurts = [_break_cost(tokens, cut) for cut in range(len(tokens))]
    candidates = [
        (_cost(widths, wide, hurts, edges), edges)
        for count in (fewest, fewest + 1)
        for edges in _breakings(widths, count, limit, 0)
    ]
    if not candidates:
        return _fill(tokens, limit)
    best = (0, *min(candidates)[1])
    return tuple("".join(tokens[a:b]).strip() for a, b in pairwise(best))


def _tokens(title: str, words: Sequence[str]) -> list[str]:
    """Cut ``title`` into pieces that are never broken."""
    import rjieba

    whole = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True) if word)
    pattern = re.compile(f"{whole}|{_BRACKETS.pattern}" if whole else _BRACKETS.pattern)
    tokens: list[str] = []
    position = 0
    for match in pattern.finditer(title):
        tokens += rjieba.cut(title[position : match.start()])
        tokens.append(match.group())
        position = match.end()
    tokens += rjieba.cut(title[position:])
    return _glue([token for token in tokens if token])


def _glue(tokens: list[str]) -> list[str]:
    """Join what may not start or end a line to its neighbour (GB/T 15834 5.1)."""
    glued: list[str] = []
    for token in tokens:
        joins = token in _AFTER_ABOUT and glued and glued[-1].endswith("关于")
        if glued and (joins or token[0] in _NO_LINE_START or glued[-1][-1] in _NO_LINE_END):
            glued[-1] += token
        else:
            glued.append(token)
    if len(glued) > 1 and glued[-1] in ("通知", "意见", "方案", "函", "决定", "通报", "报告", "批复", "请示"):
        last = glued.pop()
        glued[-1] += last
    return glued


def _breakings(widths: Sequence[float], count: int, limit: float, start: int) -> Iterator[tuple[int, ...]]:
    """Yield where each of ``count`` lines ends, from the token ``start`` on, so that every line fits."""
    if sum(widths[start:]) > count * limit:
        return
    if count == 1:
        yield (len(widths),)
        return
    width = 0.0
    for end in range(start + 1, len(widths) - count + 2):
        width += widths[end - 1]
        if width > limit:
            return
        for rest in _breakings(widths, count - 1, limit, end):
            yield (end, *rest)


def _cost(
    widths: Sequence[float], wide: Sequence[float], hurts: Sequence[float], edges: Sequence[int]
) -> float:
    lines = [sum(widths[a:b]) for a, b in pairwise((0, *edges))]
    shapely = _shapely(lines) and _shapely([sum(wide[a:b]) for a, b in pairwise((0, *edges))])
    mean = sum(lines) / len(lines)
    spread = sum(abs(width - mean) for width in lines) / mean
    return 100.0 * (not shapely) + 2.0 * len(lines) + spread + sum(hurts[cut] for cut in edges[:-1])


def _break_cost(tokens: Sequence[str], cut: int) -> float:
    """How much a break before the token ``cut`` hurts: 0 after 关于印发, most inside a compound of short words."""
    before, after = "".join(tokens[max(cut - 2, 0) : cut]), tokens[cut]
    if before.endswith(_GOOD_ENDS):
        return 0.0
    if after.startswith(("关于", "（", "《")):
        return 0.5
    return 3.0 if cut and len(tokens[cut - 1]) <= 2 and len(after) <= 2 else 1.2


def _shapely(widths: Sequence[float]) -> bool:
    """Whether widths fall, rise, or rise and then fall, each step at least one 字."""
    steps = [b - a for a, b in pairwise(widths)]
    if any(abs(step) < 1 for step in steps):
        return False
    turns = [step > 0 for step in steps]
    return turns == sorted(turns, reverse=True)


def _fill(tokens: list[str], limit: float) -> tuple[str, ...]:
    """Fill lines greedily; a piece wider than a line is cut where the line ends."""
    lines = [""]
    for token in tokens:
        if ems(lines[-1] + token) <= limit:
            lines[-1] += token
            continue
        lines.append("")
        for char in token:
            if ems(lines[-1] + char) > limit:
                lines.append("")
            lines[-1] += char
    return tuple(line.strip() for line in lines if line.strip())
