"""Which paper of a policy a place belongs to, and what a paper itself says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hongtou.model.notice import Kind, Paper
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Path
from hongtou.rules.script import Piece

WRITTEN = frozenset({"text", "item", "heading", "run-in"})
"""The kinds of pieces that are the text of a paper."""
WITHOUT_NUMBER = frozenset(
    {Kind.ORDER, Kind.ANNOUNCEMENT, Kind.PROCLAMATION, Kind.MINUTES, Kind.COMMUNIQUE, Kind.RESOLUTION}
)
"""Kinds that bear no 发文字号 or one of their own form, like 第5号."""

CITED = re.compile(r"(?<![》）号文件案知定法划])(?<!意见)附件([1-9]\d?)(?![\d.])")
"""An attachment that the text cites by its number, not one of another document."""
AMENDS = re.compile("修改|修订|调整|废止|补充")
"""What the title of a paper says that speaks of the attachments of an earlier one."""


def home(path: Path) -> Path:
    """Return the path of the paper that ``path`` leads into: () for the notice, else that of a paper inside it."""
    ends = (end for end in range(len(path), 2, -1) if path[end - 3] == "attachments")
    return next((path[:end] for end in ends if path[end - 1] == "document"), ())


def papers_by_path(facts: Facts) -> dict[Path, Paper]:
    """Return the notice and the papers inside it by their paths."""
    return {path: paper for paper, path in facts.papers}


def own_pieces(facts: Facts, at: Path) -> Iterator[Piece]:
    """Yield the pieces of text of the paper at ``at``, without those of papers inside it."""
    for piece in facts.script.pieces:
        if piece.file == "notice" and piece.kind in WRITTEN and home(piece.path) == at:
            yield piece


def own_text(facts: Facts, at: Path) -> str:
    """Return the text of the paper at ``at``, without that of papers inside it."""
    script = facts.script
    return "".join(script.text[piece.start : script.end_of(piece)] for piece in own_pieces(facts, at))
