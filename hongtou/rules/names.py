"""Titles and names held against each other: the same but for marks, or nearly the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from hongtou.rules.hit import Span
from hongtou.rules.script import Script

_MARKS = re.compile(r"[\s《》〈〉“”‘’（）()\-－—–～~,，、。；：:;.]")
_CITED = re.compile("《([^《》\n]{4,120})》")
_CITED_INSIDE = re.compile("〈([^〈〉《》\n]{4,120})〉")
_PASSED_ON = re.compile("(?:印发|转发)([^《》\n]{4,120})的(?:通知|函)$", re.MULTILINE)
_NUMBER = re.compile("》?（([^（）《》，\n]{2,20}〔\\d{4}〕\\d+号)")
_REGION = re.compile("(?:[\u4e00-\u9fff]{1,3}?[省市州县区镇乡])*")
_KIND = re.compile(
    "(方案|意见|通知|办法|细则|规定|条例|规划|计划|要点|名单|清单|总结|报告)(?:（[^（）]*）)?$"
)
_CHINESE_NUMBER = re.compile("[一二三四五六七八九十百]+")
NEAR = 0.85
"""How alike two titles are, 0 to 1, that are meant to be one."""


@dataclass(frozen=True)
class Citation:
    """A title that the text cites, or that the title of the paper passes on, with the 文号 behind it."""

    at: Span
    words: str
    number: str


def bare(text: str) -> str:
    """Return ``text`` without marks and blanks."""
    return _MARKS.sub("", text)


def citations(script: Script) -> Iterator[Citation]:
    """Yield what stands in 《》 or 〈〉, and what a title prints or passes on without them."""
    text = script.text
    for expression in (_CITED, _CITED_INSIDE, _PASSED_ON):
        for match in expression.finditer(text):
            if expression is _PASSED_ON and script.piece(match.start()).kind != "title":
                continue
            number = _NUMBER.match(text, match.end(1))
            yield Citation(Span(*match.span(1)), match[1], number[1] if number else "")


def is_slip(words: str, title: str) -> bool:
    """Whether ``words`` are ``title`` with a slip in it, and neither the title itself nor that of something else.

    Another place at the beginning, another kind at the end, another year or batch make another document.
    """
    ours, theirs = bare(words), bare(title)
    return (
        ours != theirs
        and ours[:2] == theirs[:2]
        and ours[-1:] == theirs[-1:]
        and _told_apart(words) == _told_apart(title)
        and Indel.normalized_similarity(ours, theirs) >= NEAR
    )


def _told_apart(title: str) -> tuple[tuple[str, str], list[str], list[str]]:
    """Return what tells documents of like titles apart: the place, the kind, the first year, the Chinese numbers."""
    region, kind = _REGION.match(title), _KIND.search(title)
    names = (region[0] if region else "", kind[1] if kind else "")
    return names, re.findall(r"\d+", title)[:1], _CHINESE_NUMBER.findall(title)
