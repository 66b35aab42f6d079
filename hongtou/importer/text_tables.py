"""Tables of plain text, one cell per line 逐行表格: which lines are a row, and which of them are one cell.

An empty cell leaves no line, a cell of several paragraphs leaves several, and rows that head others stand between.
Rows begin at their 序号, cells are told by what a column holds. A row whose lines cannot be told apart stays
shorter or longer than the columns are many, so that it is told and not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hongtou.importer.columns import UNITS, columns_of
from hongtou.importer.labels import read_label
from hongtou.importer.names import OWNED, is_plausible
from hongtou.importer.unit_words import are_names
from hongtou.importer.words import Words
from hongtou.model.task import Column, Holds

_NUMBER = re.compile(r"\d{1,4}")
HEADING_LABELS = ("一、", "（一）")
"""Labels of lines that head the rows below them."""
Row = list[list[Words]]


def read_rows(lines: Sequence[Words], heads: Sequence[Words]) -> list[Row]:
    """Return the rows that ``lines`` hold below ``heads``."""
    columns, width = columns_of(heads), len(heads)
    if re.sub(r"\s", "", heads[0].text) != "序号":
        return [_row(lines[begin : begin + width], columns) for begin in range(0, len(lines), width)]
    edges = [*_starts(lines, width), len(lines)]
    parts = [part for begin, end in pairwise(edges) for part in _parts(lines[begin:end], columns)]
    return [_row(part, columns) for part in parts]


def _starts(lines: Sequence[Words], width: int) -> list[int]:
    """Return where rows begin: at the 序号 that follows the one before, or at a later one where that is nowhere."""
    places: dict[int, list[int]] = {}
    for place, words in enumerate(lines):
        if _NUMBER.fullmatch(words.text):
            places.setdefault(int(words.text), []).append(place)
    starts: list[int] = []
    last = 0
    for place, number in sorted((place, number) for number, found in places.items() for place in found):
        if starts and place < starts[-1] + 2:
            continue
        is_full = bool(starts) and place >= starts[-1] + width
        if number == last + 1:
            later = [p for p in places[number] if p > place]
            before = next((p for p in places.get(number + 1, []) if p >= place + width), len(lines))
            follows = not starts or is_full or not _is_figure(lines, place, starts, width, later, before)
        else:
            follows = number > last and is_full and places.get(last + 1, [-1])[-1] < place
        if follows:
            starts.append(place)
            last = number
    return starts if starts and starts[0] == 0 else [0, *starts]


def _is_figure(
    lines: Sequence[Words], place: int, starts: Sequence[int], width: int, later: Sequence[int], before: int
) -> bool:
    """Whether a figure in a row that is not full is a cell, such as 分值, and no 序号.

    It is where the same number begins a row ``later``, ``before`` the next one does; and in the last row, where all rows
    above have a figure in that column.
    """
    if any(starts[-1] + width <= p < before and p >= place + 3 for p in later):
        return True
    if len(lines) - place >= width:
        return False
    column = place - starts[-1]
    above = [lines[start + column].text for start in starts[:-1]]
    return bool(above) and all(map(_NUMBER.fullmatch, above))


def _parts(lines: Sequence[Words], columns: Sequence[Column]) -> Iterator[Sequence[Words]]:
    """Yield a row, and each of those behind it that head others: 一、 in place of a 序号, or 一、… in a line of its own."""
    cuts = [n for n, words in enumerate(lines) if _is_heading(words) == "label"]
    for begin, end in pairwise([0, *cuts, len(lines)]):
        part = lines[begin:end]
        count = len(part)
        if columns[-1].holds not in (Holds.TEXT, Holds.NAME):
            while count and _is_heading(part[count - 1]) == "line":
                count -= 1
        if count:
            yield part[:count]
        yield from ([words] for words in part[count:])


def _is_heading(words: Words) -> str:
    """Return “label” for 一、 alone, “line” for 一、 with words behind it, and nothing for any other line."""
    label = read_label(words.text)
    if label is None or label.pattern not in HEADING_LABELS:
        return ""
    return "label" if label.length == len(words) else "line"


def _row(lines: Sequence[Words], columns: Sequence[Column]) -> Row:
    """Return the cells of a row, one line each where they cannot be told apart."""
    if len(lines) <= len(columns):
        return [[words] for words in lines]
    cells = _cells(lines, columns)
    return cells if cells is not None else [[words] for words in lines]


def _cells(lines: Sequence[Words], columns: Sequence[Column]) -> Row | None:
    """Return the cells of a row of more lines than columns: the lines to spare are units or paragraphs of the task.

    None where units could as well be words of the task, or of the units beside them.
    """
    long = _long(columns)
    if long is None:
        return None
    tail: Row = []
    rest = [*lines]
    for column in reversed(columns[long + 1 :]):
        cell = _units(rest) if column.holds in UNITS else [rest.pop()]
        if not cell or len(rest) <= long:
            return None
        tail.insert(0, cell)
    behind = [
        len(cell) for column, cell in zip(columns[long + 1 :], tail, strict=True) if column.holds in UNITS
    ]
    if len(behind) > 1 and max(behind) > 1:
        return None
    return [*([words] for words in rest[:long]), rest[long:], *tail]


def _long(columns: Sequence[Column]) -> int | None:
    """Return the column whose cells have several paragraphs: of the text, else of the name of the task."""
    held = [column.holds for column in columns]
    return next((held.index(holds) for holds in (Holds.TEXT, Holds.NAME) if holds in held), None)


def _units(rest: list[Words]) -> list[Words]:
    """Take the units at the end of ``rest`` and return them, a line each; none where it cannot be told where they begin."""
    found: list[Words] = []
    while rest and _is_list(rest[-1].text):
        if found and not _is_owned(rest[-1].text):
            return []
        found.insert(0, rest.pop())
    return found


def _is_list(text: str) -> bool:
    return is_plausible(text.rstrip("。")) and are_names(text.rstrip("。"))


def _is_owned(text: str) -> bool:
    """Whether a line is plainly units: each names its owner, as no wrapped line of a text does by chance."""
    return all(name.startswith("各") or OWNED.match(name) for name in re.split("[、，]", text.rstrip("。")))
