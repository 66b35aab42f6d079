"""Clauses of body and table held against each other: the same thing under two names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import Indel, Levenshtein

from hongtou.rules.verbs import CONCRETE, OTHER, VAGUE

ALIKE = 0.7
"""How alike two clauses are, 0 to 1, that say the same."""
_PAIRED = re.compile("[（《“]")
_STOPS = re.compile("[，。；：]")
_SHORTEST = 8
_LONGEST_NAME = 4
_NOUN = (
    "(?:机关|单位|机构|部门|企业|学校|院校|基地|中心|平台|系统|人员|对象|家庭|计划|行动|工程|方案|制度|办法|资金|补贴|食堂|站|所|院|园|"
    "区|室|点|馆|厅|堂|校|库|网|员|队|委|局|办|会)"
)
_BEFORE_NOUN = re.compile(f"[^，、的]{{0,2}}{_NOUN}")
_ENDS_IN_NOUN = re.compile(f"{_NOUN}$")
_ALIKE_WORDS = (
    frozenset({"有关", "相关", "各", "各有关", "各相关", "有", "相"}),
    frozenset({"全", "我", "本", "全市", "我市", "本市", "我区", "全区", "全县", "我县"}),
    frozenset({"重点", "主要", "关键", "所有", "全部", "全体", "各类", "各级", "各项", "一批"}),
)
"""Words that stand for each other before a name without changing it."""
_EMPTY = frozenset("等的了和及与或、")
_ELIDED = _EMPTY | frozenset("市区县省镇乡村街各本我全")
"""Characters that one place may leave out."""
_ABSTRACT = re.compile("水平|质量|能力|成效|效果|力度|效率|效能|意识|素质|作用|优势|活力|工作|建设|管理|服务")
"""Last words that say much the same: 服务水平, 服务质量."""
_LEVELS = frozenset("国省市县区镇乡村")
_NUMBER = re.compile(r"[\d%％]|[一二两三四五六七八九十百千万亿]+[个家名项人次所处户件场期成倍年月日]?")
"""What is a number and no name."""
_VERBS = tuple(re.compile(f"(?:{words.pattern})+") for words in (CONCRETE, VAGUE, OTHER))


@dataclass(frozen=True)
class Difference:
    """Two clauses that differ in a name: ``ours`` and ``theirs`` are the words that differ."""

    other: str
    ours: str
    theirs: str


def clauses(text: str) -> Iterator[str]:
    """Yield the clauses of ``text``: what stands between ，；：。 outside brackets and quotations."""
    if not _PAIRED.search(text):
        yield from _STOPS.split(text)
        return
    depth = start = 0
    for position, char in enumerate(text):
        depth += (char in "（《“") - (char in "）》”")
        if char in "，。；：" and depth <= 0:
            yield text[start:position]
            start = position + 1
    yield text[start:]


def differences(text: str, others: Mapping[str, object]) -> Iterator[Difference]:
    """Yield the clauses of ``text`` that one of ``others`` repeats with another name in it."""
    for clause in clauses(text):
        if len(clause) < _SHORTEST or clause in others:
            continue
        found = process.extractOne(
            clause, others.keys(), scorer=Indel.normalized_similarity, score_cutoff=ALIKE
        )
        if found is not None and (names := _names(clause, found[0])):
            yield Difference(found[0], *names)


def _names(one: str, other: str) -> tuple[str, str] | None:
    """Return the first names that differ between two clauses, grown to the words they are part of."""
    changes = _changes(one, other)
    if any(a == 0 and c == 0 and b and d for a, b, c, d in changes):
        return None  # Another verb at the beginning: the clause says something else.
    if len(changes) == 1 and _is_last_word(one, other, *changes[0]):
        a, b, c, d = changes[0]
        return _grown(one, a, b), _grown(other, c, d)
    for a, b, c, d in changes:
        if a and c and _is_name(one[:b], other[:d], one[a:b], other[c:d], one[b:]):
            return _grown(one, a, b), _grown(other, c, d)
    return None


def _is_last_word(one: str, other: str, a: int, b: int, c: int, d: int) -> bool:
    """Whether two clauses are the same but for their last word, which is no verb."""
    ours, theirs = one[a:b], other[c:d]
    long = (
        a >= _SHORTEST and min(len(ours), len(theirs)) >= 2 and max(len(ours), len(theirs)) <= _LONGEST_NAME
    )
    if any(_ABSTRACT.fullmatch(words) or _is_number(words) for words in (ours, theirs)):
        return False
    return long and b == len(one) and d == len(other) and not _are_verbs(ours, theirs)


def _is_name(one: str, other: str, ours: str, theirs: str, rest: str) -> bool:
    """Whether ``ours`` and ``theirs``, which end the texts ``one`` and ``other``, are in names, and not the same ones."""
    both = ours + theirs
    if max(len(ours), len(theirs)) > _LONGEST_NAME or re.search(r"[\d（）“”]", both):
        return False
    if (ours or theirs) and all(_is_number(words) for words in (ours, theirs) if words):
        return False
    if any({ours, theirs} <= words for words in _ALIKE_WORDS) or _are_verbs(ours, theirs):
        return False
    if not (ours and theirs):
        return len(both) == 1 and both not in _ELIDED and _BEFORE_NOUN.match(rest) is not None
    if {ours, theirs} <= _LEVELS and rest.startswith("级"):
        return True
    if _ENDS_IN_NOUN.search(one) and _ENDS_IN_NOUN.search(other):
        return True
    return len(both) <= _LONGEST_NAME and not _EMPTY.issuperset(both) and bool(_BEFORE_NOUN.match(rest))


def _is_number(words: str) -> bool:
    return re.search(r"\d", words) is not None or _NUMBER.fullmatch(words) is not None


def _are_verbs(ours: str, theirs: str) -> bool:
    return all(any(verbs.fullmatch(words) for verbs in _VERBS) for words in (ours, theirs))


def _changes(one: str, other: str) -> list[tuple[int, int, int, int]]:
    """Return the stretches that differ, those that touch each other as one."""
    merged: list[tuple[int, int, int, int]] = []
    for op in Levenshtein.opcodes(one, other):
        if op.tag == "equal":
            continue
        if merged and merged[-1][1] == op.src_start and merged[-1][3] == op.dest_start:
            merged[-1] = (merged[-1][0], op.src_end, merged[-1][2], op.dest_end)
        else:
            merged.append((op.src_start, op.src_end, op.dest_start, op.dest_end))
    return merged


def _grown(text: str, start: int, end: int) -> str:
    """Return the words round ``start`` to ``end``: up to four characters on either side, within marks."""
    before = re.split(r"[，、（）“”《》的]|\d[^\d]?", text[max(start - 4, 0) : start])[-1]
    after = re.split("[，、（）“”《》的和]", text[end : end + 4])[0]
    return before + text[start:end] + after
