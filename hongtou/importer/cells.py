"""Tables 表格: where one begins, and from cells with their places to heads and rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from hongtou.importer.raw import RawTable
from hongtou.importer.scan import CellPlace
from hongtou.importer.text_tables import read_rows
from hongtou.importer.words import Piece, Words, joined

_HEADS = (
    "序号|编号|内容|项目|考核项目|指标任务|任务|工作任务|重点任务|主要任务|任务内容|任务名称|目标任务|工作内容|工作要求|主要内容|具体措施|工作措施|"
    "考核指标|指标|各项分值|分值|责任单位|牵头单位|配合单位|责任部门|牵头部门|配合部门|负责考核部门|指导部门|责任处室|配合/责任单位|主要责任单位|"
    "完成时限|完成时间|时限|时间安排|时间节点|备注|类别|推广范围|改革举措"
)
HEAD = re.compile(rf"(?:{_HEADS})")
_FIRST = {head[0] for head in _HEADS.split("|")}
_BLANK = re.compile(r"\s")
_MOST_ROWS = 1000
"""Rows that a merged cell may span."""


def is_head(text: str) -> bool:
    """Whether ``text`` is what stands above a column, blanks for width not counted."""
    return text.lstrip()[:1] in _FIRST and HEAD.fullmatch(_BLANK.sub("", text)) is not None


def begins_table(pieces: Sequence[Piece], start: int) -> bool:
    """Whether a table begins at ``start``: a cell, or two heads below each other."""
    if start < len(pieces) and pieces[start].cell is not None:
        return True
    if start + 1 >= len(pieces) or not is_head(pieces[start].text):
        return False
    return pieces[start + 1].cell is None and is_head(pieces[start + 1].text)


def table_at(pieces: Sequence[Piece], start: int) -> tuple[RawTable, int] | None:
    """Return the table that begins at ``start`` and the index behind it, None where none begins."""
    if not begins_table(pieces, start):
        return None
    if pieces[start].cell is not None:
        return _of_cells(pieces, start)
    heads = start
    while heads < len(pieces) and pieces[heads].cell is None and is_head(pieces[heads].text):
        heads += 1
    words = [piece.words for piece in pieces[start:]]
    count = heads - start
    return RawTable(words[:count], read_rows(words[count:], words[:count])), len(pieces)


def _of_cells(pieces: Sequence[Piece], start: int) -> tuple[RawTable, int]:
    """Read a table whose cells are known; a merged cell stands in every row it spans, and in its first column."""
    first = pieces[start].cell
    assert first is not None
    end = start
    rows: dict[int, dict[int, list[Words]]] = {}
    spans: dict[int, CellPlace] = {}
    while end < len(pieces):
        cell = pieces[end].cell
        if cell is None or cell.table != first.table:
            break
        for row in range(cell.row, cell.row + min(cell.rows, _MOST_ROWS)):
            paragraphs = rows.setdefault(row, {}).setdefault(cell.column, [])
            if pieces[end].text:
                paragraphs.append(pieces[end].words)
        if cell.columns > 1:
            spans.setdefault(cell.row, cell)
        end += 1
    return _parted(rows, spans), end


def _parted(rows: Mapping[int, Mapping[int, list[Words]]], spans: Mapping[int, CellPlace]) -> RawTable:
    """Return the table with its heads apart: of one row, or of two where a head spans several columns."""
    width = 1 + max(column for row in rows.values() for column in row)
    made = [[row.get(column, []) for column in range(width)] for _number, row in sorted(rows.items())]
    numbers = sorted(rows)
    title: list[Words] = []
    while len(made) > 2 and sum(map(bool, made[0])) == 1 and numbers[0] in spans:
        title += [words for cell in made.pop(0) for words in cell]
        numbers.pop(0)
    heads = made.pop(0)
    if len(made) > 1 and numbers[0] in spans:
        below = made.pop(0)
        heads = [low or high for high, low in zip(heads, below, strict=True)]
        kept = [words for cell in heads for words in cell]
        title += [words for cell in rows[numbers[0]].values() for words in cell if words not in kept]
    return RawTable([joined(cell) for cell in heads], made, above=title)
