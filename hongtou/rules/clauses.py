"""Clauses of body and table held against each other: the same thing under two names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import Indel, Levenshtein

ALIKE = 0.7
"""How alike two clauses are, 0 to 1, that say the same."""
_SHORTEST = 8
_NOUNS = re.compile(
    "[^，、的]{0,2}(?:机关|单位|机构|部门|企业|学校|院校|基地|中心|平台|人员|对象|家庭|计划|行动|工程|方案|制度|办法|资金|补贴|站|所|院|园|区)"
)
_EMPTY = frozenset("等的了和及与、")


@dataclass(frozen=True)
class Difference:
    """Two clauses that differ in a name: ``ours`` and ``theirs`` are the words that differ."""

    clause: str
    other: str
    ours: str
    theirs: str


def clauses(text: str) -> Iterator[str]:
    """Yield the clauses of ``text``: what stands between ，；：。 outside brackets and quotations."""
    depth = start = 0
    for position, char in enumerate(text):
        depth += (char in "（《“") - (char in "）》”")
        if char in "，。；：" and depth <= 0:
            yield text[start:position]
            start = position + 1
    yield text[start:]


def differences(text: str, others: list[str]) -> Iterator[Difference]:
    """Yield the clauses of ``text`` that one of ``others`` repeats with another name in it."""
    if not others:
        return
    for clause in clauses(text):
        if len(clause) < _SHORTEST or clause in others:
            continue
        found = process.extractOne(
            clause, others, scorer=Indel.normalized_similarity, score_cutoff=ALIKE, processor=None
        )
        if found is not None and (names := _names(clause, found[0])):
            yield Difference(clause, found[0], *names)


def _names(one: str, other: str) -> tuple[str, str] | None:
    """Return the first names that differ between two clauses, grown to the words they are part of."""
    changes = [change for change in _changes(one, other) if change[0] or change[2]]
    if any(a == 0 and c == 0 and b and d for a, b, c, d in _changes(one, other)):
        return None  # Another verb at the beginning: the clause says something else.
    for a, b, c, d in changes:
        ours, theirs = one[a:b], other[c:d]
        at_end = b == len(one) and d == len(other)
        if {*ours, *theirs} <= _EMPTY or max(len(ours), len(theirs)) > 4:
            continue
        if (at_end and ours and theirs) or (a and c and len(ours + theirs) <= 4 and _NOUNS.match(one[b:])):
            return _grown(one, a, b), _grown(other, c, d)
    return None


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
    before = re.split("[，、（）“”《》的]", text[max(start - 4, 0) : start])[-1]
    after = re.split("[，、（）“”《》的和]", text[end : end + 4])[0]
    return before + text[start:end] + after
