"""Tables 表格: where one begins, and from cells with their places to heads and rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from hongtou.importer.columns import bare, is_head
from hongtou.importer.labels import CONTINUED, NOTE, TITLE_END, begins_attachment, read_label
from hongtou.importer.raw import RawTable
from hongtou.importer.scan import CellPlace
from hongtou.importer.text_tables import HEADING_LABELS, read_rows
from hongtou.importer.words import Piece, Words, joined

_FOOT = re.compile("（(?:此件|本文|此文)|抄送：")
"""What ends a paper below its last table."""
_MOST_ROWS = 1000
"""Rows that a merged cell may span."""
_MOST_COLUMNS = 63
"""Columns that a table of Word may have."""
_MOST_HEADS, _LONGEST_HEAD = 12, 12
"""Heads of a table that nobody knows, and characters of one."""
_MOST_LEVELS = 2
"""Lines that head rows and stand below each other: 一、 and （一）."""
_NO_HEAD = re.compile(r"[。；：]|^\d|^[一二三四五六七八九十]+、|^（[一二三四五六七八九十]")


def begins_table(pieces: Sequence[Piece], start: int) -> bool:
    """Whether a table begins at ``start``: a cell, or two heads below each other, or 序号 and heads before 1."""
    if start < len(pieces) and pieces[start].cell is not None:
        return True
    if start + 1 >= len(pieces) or not is_head(pieces[start].text):
        return False
    following = pieces[start + 1]
    if bare(following.text) == "序号" and TITLE_END.search(pieces[start].text):
        # 任务清单 above 序号 is what the table is called.
        return False
    return following.cell is None and (is_head(following.text) or _counted(pieces, start) > 1)


def table_at(pieces: Sequence[Piece], start: int) -> tuple[RawTable, int] | None:
    """Return the table that begins at ``start`` and the index behind it, None where none begins."""
    if not begins_table(pieces, start):
        return None
    if pieces[start].cell is not None:
        return _of_cells(pieces, start)
    count = _counted(pieces, start) or _known(pieces, start)
    end = start + count
    while end < len(pieces) and pieces[end].cell is None and not ends_table(pieces[end].text):
        end += 1
    words = [piece.words for piece in pieces[start:end]]
    heads, lines = words[:count], words[count:]
    lines, repeated = _once(lines, heads)
    return RawTable(heads, read_rows(lines, heads), repeated=repeated), end


def ends_table(text: str) -> bool:
    """Whether a line stands below a table and is none of its cells: the mark of an attachment, or 注：."""
    return begins_attachment(text) or NOTE.match(text) is not None or _FOOT.match(text) is not None


def _known(pieces: Sequence[Piece], start: int) -> int:
    """Return how many known heads stand below each other."""
    end = start
    most = min(len(pieces), start + _MOST_COLUMNS)
    while end < most and pieces[end].cell is None and is_head(pieces[end].text):
        end += 1
    return end - start


def _counted(pieces: Sequence[Piece], start: int) -> int:
    """Return how many heads stand below each other from 序号 on, where the rows 1 and 2 are as long; else 0.

    So heads are told that nobody knows: 存放地点. A line 一、… may head the rows.
    """
    if bare(pieces[start].text) != "序号":
        return 0
    behind = start + 1
    while behind < min(len(pieces), start + _MOST_HEADS) and _may_head(pieces[behind]):
        behind += 1
    count = behind - start
    first = _behind_headings(pieces, behind)
    if count < 2 or first == len(pieces) or pieces[first].text != "1":
        return 0
    second = first + count
    if second < len(pieces) and not ends_table(pieces[second].text):
        second = _behind_headings(pieces, second)
        return count if second < len(pieces) and pieces[second].text == "2" else 0
    return count if second <= len(pieces) else 0


def _behind_headings(pieces: Sequence[Piece], start: int) -> int:
    """Return the index behind lines that head the rows of a table: 一、产业发展."""
    place = start
    while place < min(len(pieces), start + _MOST_LEVELS) and _heads_rows(pieces[place]):
        place += 1
    return place


def _heads_rows(piece: Piece) -> bool:
    label = read_label(piece.text) if piece.cell is None else None
    return label is not None and label.pattern in HEADING_LABELS and not piece.text.endswith("。")


def _may_head(piece: Piece) -> bool:
    return piece.cell is None and len(piece.text) <= _LONGEST_HEAD and not _NO_HEAD.search(piece.text)


def _once(lines: list[Words], heads: Sequence[Words]) -> tuple[list[Words], list[Words]]:
    """Return ``lines`` without the heads that stand among them once more, and those."""
    texts, width = [head.text for head in heads], len(heads)
    kept: list[Words] = []
    repeated: list[Words] = []
    place = 0
    while place < len(lines):
        if lines[place].text == texts[0] and [w.text for w in lines[place : place + width]] == texts:
            repeated += lines[place : place + width]
            place += width
        else:
            (repeated if CONTINUED.fullmatch(lines[place].text) else kept).append(lines[place])
            place += 1
    return kept, repeated


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
    table = _parted(rows, spans)
    table.cells = [*pieces[start:end]]
    return table, end


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
    table = RawTable([joined(cell) for cell in heads], [], above=title)
    for row in made:
        if _repeats(row, heads):
            table.repeated += [words for cell in row for words in cell]
        else:
            table.rows.append(row)
    return table


def _repeats(row: Sequence[Sequence[Words]], heads: Sequence[Sequence[Words]]) -> bool:
    """Whether a row is the heads once more."""
    return any(row) and [joined(cell).text for cell in row] == [joined(cell).text for cell in heads]
