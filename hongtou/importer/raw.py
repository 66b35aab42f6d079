"""A paper taken apart, before anybody asks what its words mean 公文要素: every part still words with their places."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hongtou.importer.labels import Label
from hongtou.importer.lists import Found
from hongtou.importer.words import NOTHING, Piece, Words, joined
from hongtou.numerals import read_date


@dataclass
class RawNode:
    """A numbered part: its label, heading and paragraphs, and what is under it."""

    label: Label
    printed: Words
    heading: Words = NOTHING
    run_in: bool = False
    paragraphs: list[Words] = field(default_factory=list)
    children: list[RawNode] = field(default_factory=list)
    lists: tuple[tuple[Found, ...], ...] = ()
    """The lists of units in each paragraph, once those are settled."""
    headed: tuple[Found, ...] = ()
    """The lists of units inside its heading: （一）村庄清洁（责任单位：各村）."""


def walk(nodes: Sequence[RawNode]) -> Iterator[RawNode]:
    """Yield ``nodes``, each followed by what is under it, in the order of the paper."""
    coming = [*reversed(nodes)]
    while coming:
        node = coming.pop()
        yield node
        coming += reversed(node.children)


@dataclass
class RawTable:
    """A table as rows of cells, each cell its paragraphs; ``heads`` are the words above the columns."""

    heads: list[Words]
    rows: list[list[list[Words]]]
    title: Words = NOTHING
    above: list[Words] = field(default_factory=list)
    """Words over all columns or over several heads, which no column holds."""
    repeated: list[Words] = field(default_factory=list)
    """The heads once more, where the table goes on behind a page break."""
    notes: list[Words] = field(default_factory=list)
    """The lines under it that are about it 表下附注."""
    cells: list[Piece] = field(default_factory=list)
    """Its lines with their places, where the file has them."""

    @property
    def width(self) -> int:
        """How many columns it has, by its widest row."""
        return max(len(self.heads), *map(len, self.rows), 0)

    def column(self, number: int) -> list[list[Words]]:
        """Return the cells of a column, of those rows that have a cell for each column."""
        return [row[number] for row in self.rows if len(row) == len(self.heads)]


@dataclass
class RawAttachment:
    """An attachment 附件: a table or a paper; neither where the paper names it and does not carry it."""

    title: Words
    table: RawTable | None = None
    paper: RawPaper | None = None
    listed: bool = False
    marked: bool = False
    """The word 附件 stands before it."""
    is_apart: bool = False
    """文号 stands before the word 附件: it is bound separately."""
    inset: Words | None = None
    """What stands above a table that was taken out of the text."""


@dataclass
class RawPaper:
    """A paper in its elements, from 发文字号 to the attachments."""

    title: list[Words] = field(default_factory=list)
    heads: list[Words] = field(default_factory=list)
    """The names that the title begins with."""
    letterhead: list[Words] = field(default_factory=list)
    """The names in red above the paper, without 文件."""
    has_file: bool = False
    """文件 stands behind them."""
    masthead: list[Words] = field(default_factory=list)
    """The head of minutes and bulletins, which is not their title."""
    is_letter: bool = False
    """The name above the paper is that of a letter: it has no 文件 behind it."""
    issuer: str = ""
    """Who issues it, where a person has said so."""
    number: Words = NOTHING
    above: dict[str, Words] = field(default_factory=dict)
    """What stands above the title: 份号, 密级, 紧急程度."""
    signers: list[Words] = field(default_factory=list)
    recipients: Words = NOTHING
    preamble: list[Words] = field(default_factory=list)
    nodes: list[RawNode] = field(default_factory=list)
    closing: list[Words] = field(default_factory=list)
    notes: list[Words] = field(default_factory=list)
    """The titles of the 附件说明."""
    names: list[Words] = field(default_factory=list)
    date: Words = NOTHING
    is_signed_above: bool = False
    """Names and date stand under its title."""
    note: Words = NOTHING
    copies: Words = NOTHING
    printed_by: Words = NOTHING
    printed_on: Words = NOTHING
    attachments: list[RawAttachment] = field(default_factory=list)
    marks: list[Words] = field(default_factory=list)
    """What gen prints by itself: the colon behind 主送, 附件：, the brackets of a note."""

    def attached(self) -> Iterator[RawAttachment]:
        """Yield the attachments, those of a paper among them right behind it."""
        for one in self.attachments:
            yield one
            if one.paper is not None:
                yield from one.paper.attached()


def raw_title(raw: RawPaper) -> str:
    """Return the title of a paper."""
    return joined(raw.title).text


def day_of(words: Words) -> datetime.date | None:
    """Return the day that ``words`` are, None where there is no such day: they stay unplaced, and are told."""
    try:
        return read_date(words.text)
    except ValueError:
        return None
