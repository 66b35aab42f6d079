"""Lines of typed tables 文本表格行: the cells of a line between tabs, bars or blanks, where it can be told which they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from hongtou.importer.columns import UNITS, bare, columns_of, is_head
from hongtou.importer.labels import read_label
from hongtou.importer.unit_cells import is_dash, is_list
from hongtou.importer.words import NOTHING, Words
from hongtou.model.task import Column, Holds

_BAR = re.compile("[|｜│┃]")
_BORDER = re.compile(r"[\s|+｜│┃:：\-—=─━═┼┬┴├┤┌┐└┘╋╪]{3,}")
_STROKE = re.compile("[-—=─━═]")
_WIDE_GAP = re.compile("[ \u00a0]{2,}|[ \u00a0]*\u3000[ \u00a0\u3000]*")
_GAP = re.compile("[ \u00a0\u3000]+")
_NUMBER = re.compile(r"\d{1,4}[.．、]?")
_KNOWN = 2
"""Heads that must be known where nothing else says that a line is the head of a table."""
_LONGEST_HEAD = 20
Row = list[Words]


class Other(Enum):
    """What a line is that is no row of cells."""

    OUTSIDE = 0
    """It stands below the table."""
    BORDER = 1
    GOES_ON = 2
    """Its cells go on with those of the line above."""
    UNSURE = 3
    """It belongs to the table, and its cells cannot be told apart."""


class Form(Protocol):
    """How the cells of a table stand apart, with the heads it was made from."""

    heads: Row

    def row(self, words: Words, following: str) -> Row | Other:
        """Return the cells of a line: one for each head, or one alone that heads the rows below it."""
        ...


def form_of(words: Words, following: str) -> Form | None:
    """Return the form of the table that begins with ``words``, None where they are no heads."""
    text = words.text
    if _BAR.search(text):
        heads = _between_bars(words)
        is_framed = _is_framed(text) and _BAR.search(following) is not None
        return Bars(heads) if len(heads) > 1 and (is_framed or _are_heads(heads)) else None
    if "\t" in text.strip():
        heads = [part.strip() for part in _split(words.strip("\r\n \t"), re.compile("\t"))]
        alike = following.count("\t") + 1 == len(heads) > _KNOWN and all(heads)
        return Tabs(heads) if alike or _are_heads(heads) else None
    for gap in (_WIDE_GAP, _GAP):
        found = [*_tokens(words, gap)]
        heads = [token for _start, token in found]
        if len(heads) > _KNOWN and (_are_heads(heads) or _begins_count(heads, following)):
            return Blanks(heads, [start for start, _token in found], gap)
    return None


def is_border(text: str) -> bool:
    """Whether a line only draws a line."""
    return _BORDER.fullmatch(text.strip()) is not None and _STROKE.search(text) is not None


@dataclass
class Bars:
    """Cells between bars |, as Markdown and drawn tables have them."""

    heads: Row

    def row(self, words: Words, following: str) -> Row | Other:
        """Return the cells of a line."""
        if is_border(words.text):
            return Other.BORDER
        if not _BAR.search(words.text):
            return Other.OUTSIDE
        cells = _between_bars(words)
        return cells if len(cells) == len(self.heads) else Other.UNSURE


@dataclass
class Tabs:
    """Cells between tabs, as copied out of a table."""

    heads: Row

    def row(self, words: Words, following: str) -> Row | Other:
        """Return the cells of a line; those that are missing at its end are empty where the next line is a row again."""
        width = len(self.heads)
        if "\t" not in words.text:
            return [words.strip()] if "\t" in following and read_label(words.text.strip()) else Other.OUTSIDE
        cells = [part.strip() for part in _split(words.strip("\r\n"), re.compile("\t"))]
        while len(cells) > width and not cells[-1].text:
            cells.pop()
        if len(cells) == width:
            return cells
        is_numbered = bare(self.heads[0].text) == "序号" and _NUMBER.fullmatch(cells[0].text) is not None
        if len(cells) > width or not is_numbered or not _may_follow(following):
            return Other.UNSURE
        return cells + [NOTHING] * (width - len(cells))


@dataclass
class Blanks:
    """Cells between blanks: ``starts`` are the columns on the screen in which the heads begin."""

    heads: Row
    starts: Sequence[int]
    gap: re.Pattern[str]

    def __post_init__(self) -> None:
        self._columns = columns_of(self.heads)
        self._is_numbered = self._columns[0].holds is Holds.NUMBER

    def row(self, words: Words, following: str) -> Row | Other:
        """Return the cells of a line: those that stand below their heads, else one for each head."""
        found = [*_tokens(words, self.gap)]
        if not found or (len(found) == 1 and not self._may_stand_alone(found[0])):
            return Other.OUTSIDE
        if self._is_numbered and not _NUMBER.fullmatch(found[0][1].text):
            return self._without_number(words, found)
        for gap in (self.gap, _GAP):
            cells = [token for _start, token in _tokens(words, gap)]
            if len(cells) == len(self.heads) and all(map(_may_hold, self._columns, cells)):
                return cells
        placed = self._below(found)
        return placed if placed is not None and all(map(_may_hold, self._columns, placed)) else Other.UNSURE

    def _may_stand_alone(self, token: tuple[int, Words]) -> bool:
        return read_label(token[1].text) is not None or (
            self.gap is _WIDE_GAP and token[0] > self.starts[0] + 1
        )

    def _without_number(self, words: Words, found: Sequence[tuple[int, Words]]) -> Row | Other:
        """Return a line that heads others, or the place that a line of wrapped cells has."""
        if len(found) == 1 and read_label(found[0][1].text):
            return [words.strip()]
        placed = self._below(found)
        if placed is None or placed[0].text:
            return Other.OUTSIDE
        return Other.GOES_ON

    def below(self, words: Words) -> Row:
        """Return the cells of a line that goes on with the one above."""
        return self._below([*_tokens(words, self.gap)]) or []

    def _below(self, found: Sequence[tuple[int, Words]]) -> Row | None:
        """Return a cell for each head, where every stretch of ``found`` begins below one."""
        if self.gap is not _WIDE_GAP:
            return None
        cells: Row = [NOTHING] * len(self.heads)
        for start, token in found:
            column = next((n for n, at in enumerate(self.starts) if abs(at - start) <= 1), None)
            if column is None:
                return None
            cells[column] = token
        return cells


def _may_hold(column: Column, cell: Words) -> bool:
    """Whether a cell can stand in a column: figures as 序号, units where units stand."""
    text = bare(cell.text)
    if column.holds is Holds.NUMBER:
        return not text or _NUMBER.fullmatch(text) is not None
    return column.holds not in UNITS or not text or is_dash([cell]) or is_list(text)


def _may_follow(text: str) -> bool:
    """Whether a line begins a row, or stands below the table."""
    first = text.strip().split("\t", maxsplit=1)[0].strip()
    return "\t" not in text or _NUMBER.fullmatch(first) is not None or read_label(first) is not None


def _begins_count(heads: Row, following: str) -> bool:
    """Whether 序号 stands before heads that nobody knows, and 1 in the next line."""
    first = following.split()
    is_counted = bare(heads[0].text) == "序号" and first[:1] == ["1"]
    return is_counted and all(len(head) <= _LONGEST_HEAD for head in heads)


def _are_heads(heads: Row) -> bool:
    known = sum(is_head(head.text) for head in heads)
    return known >= _KNOWN and all(0 < len(head) <= _LONGEST_HEAD for head in heads)


def _is_framed(text: str) -> bool:
    text = text.strip()
    return len(text) > 2 and _BAR.match(text) is not None and _BAR.match(text[-1]) is not None


def bars(words: Words) -> Iterator[Words]:
    """Yield the marks that part the cells of a line."""
    for match in _BAR.finditer(words.text):
        yield words.cut(*match.span())


def _between_bars(words: Words) -> Row:
    cells = [part.strip() for part in _split(words.strip(), _BAR)]
    if cells and not cells[0].text:
        del cells[0]
    if cells and not cells[-1].text:
        cells.pop()
    return cells


def _split(words: Words, mark: re.Pattern[str]) -> Iterator[Words]:
    """Yield what stands between marks, also where it is nothing."""
    start = 0
    for match in mark.finditer(words.text):
        yield words.cut(start, match.start())
        start = match.end()
    yield words.cut(start)


def _tokens(words: Words, gap: re.Pattern[str]) -> Iterator[tuple[int, Words]]:
    """Yield the stretches between gaps, each with the column on the screen in which it begins."""
    place = column = 0
    for match in (*gap.finditer(words.text), None):
        stop = match.start() if match is not None else len(words)
        token = words.cut(place, stop)
        if token.text.strip():
            yield column + _blank(token.text), token.strip()
        end = match.end() if match is not None else stop
        column += on_screen(words.text[place:end])
        place = end


def _blank(text: str) -> int:
    return on_screen(text[: len(text) - len(text.lstrip())])


def on_screen(text: str) -> int:
    """Return how many columns ``text`` takes on a screen: Chinese characters take two."""
    return sum(2 if ord(char) > 0x2E7F else 1 for char in text)
