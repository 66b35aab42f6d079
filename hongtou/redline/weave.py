"""Two versions of what stands in a body, a cell or a text box as one, so that every word processor can undo it.

The end of a paragraph can only be taken out where another paragraph follows. So the last paragraph, and the one before a
table, always stay: where such a one came or went, the end of the one before it is marked in its place, and the style that
the surviving end had is noted (docs/decisions/0010-redline.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from hongtou.i18n import _
from hongtou.redline.apart import edge, turn
from hongtou.redline.groups import whole_groups
from hongtou.redline.inline import joined
from hongtou.redline.marks import (
    Change,
    mark_end,
    mark_properties,
    shell,
    whole_paragraph,
    whole_row,
)
from hongtou.redline.pairs import Block, Pair, blocks, paired
from hongtou.redline.word import (
    OBJECT,
    PARAGRAPH,
    ROW,
    TABLE,
    Element,
    W,
    atoms,
    cannot,
    canonical,
    plain_style,
    signs,
    style_of,
    thing,
)


@dataclass
class Piece:
    """A pair on its way to the paper: how its end is marked, and whose style that end had or gets.

    A ``free`` one need not stay, because what follows it comes or goes with it.
    """

    pair: Pair
    end: Change | None = None
    gets: Block | None = None
    had: Block | None = None
    free: bool = False

    @property
    def change(self) -> Change | None:
        """Whether it came or went; None where it stayed."""
        if self.pair.old is None:
            return "ins"
        return "del" if self.pair.new is None else None

    @property
    def block(self) -> Block:
        """The newer side."""
        found = self.pair.new or self.pair.old
        assert found is not None
        return found


class Weaver:
    """Weaves two versions; ``names`` are shown whole. What moved is deleted here and inserted there."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names

    def weave(self, old: Element, new: Element) -> None:
        """Put both versions of a container into ``new``."""
        ours, theirs = ([e for e in side if e.tag in (PARAGRAPH, TABLE)] for side in (old, new))
        others = [[e for e in side if e.tag not in (PARAGRAPH, TABLE)] for side in (old, new)]
        if [*map(canonical, others[0])] != [*map(canonical, others[1])] and new.tag != f"{W}tc":
            raise cannot(_("the pages lie or end otherwise"))
        pieces = [Piece(pair) for pair in paired(blocks(ours), blocks(theirs))]
        for piece in pieces:
            piece.end = piece.change
        _hold_ends(pieces)
        made = [self._made(piece) for piece in pieces]
        self._keep_apart(pieces, made)
        for piece, element in zip(pieces, made, strict=True):
            if piece.end and piece.block.is_paragraph:
                mark_end(element, piece.end)
        place = new.index(theirs[0]) if theirs else len(new)
        for element in theirs:
            new.remove(element)
        for offset, element in enumerate(made):
            new.insert(place + offset, element)

    def _keep_apart(self, pieces: Sequence[Piece], made: list[Element]) -> None:
        """Part changes of one kind that only an end which stays lies between: LibreOffice takes them for one, with it.

        A paragraph that ends with an insertion and is followed by inserted ones hands its end on to the last of those;
        where the next one begins with a change of the same kind, it is told the other way round.
        """
        for place in range(len(pieces) - 1):
            kind = edge(made[place], -1)
            if kind is None or pieces[place].end or pieces[place].change:
                continue
            last = place
            while last + 1 < len(pieces) and _goes(pieces[last + 1], kind):
                last += 1
            if last > place:
                _shift(pieces[place], pieces[last])
                made[last] = self._made(pieces[last])
            elif edge(made[place + 1], 0) == kind:
                turn(made[place + 1])

    def _made(self, piece: Piece) -> Element:
        old, new = piece.pair.old, piece.pair.new
        if not piece.block.is_paragraph:
            return self._table(old, new)
        if old is not None and new is not None:
            _same_section(old.element, new.element)
            return joined(old.element, new.element, self._names, self.weave)
        _same_section(None, piece.block.element)
        return self._whole(piece)

    def _whole(self, piece: Piece) -> Element:
        """Return a paragraph that came or went, its end not yet marked."""
        assert piece.change is not None
        if OBJECT in signs(atoms(piece.block.element)):
            raise cannot(thing())
        made = whole_paragraph(piece.block.element, piece.change, end=False)
        if piece.gets is not None:
            content = [element for element in made if element.tag != f"{W}pPr"]
            made = shell(piece.gets.element)
            made.extend(content)
        if piece.had is not None and _style(piece.had) != plain_style(style_of(made)):
            mark_properties(made, piece.had.element)
        return made

    def _table(self, old: Block | None, new: Block | None) -> Element:
        table = deepcopy((new or old).element)  # type: ignore[union-attr]
        if old is None or new is None:
            for row in table.findall(ROW):
                table.replace(row, whole_row(row, "ins" if old is None else "del"))
            return table
        if len(old.element.findall(f"{W}tblGrid/*")) != len(new.element.findall(f"{W}tblGrid/*")):
            raise cannot(_("a table has other columns"))
        rows = table.findall(ROW)
        place = table.index(rows[0]) if rows else len(table)
        for row in rows:
            table.remove(row)
        ours, theirs = (blocks(side.element.findall(ROW)) for side in (old, new))
        for pair in whole_groups(paired(ours, theirs)):
            for row in self._rows(pair):
                table.insert(place, row)
                place += 1
        return table

    def _rows(self, pair: Pair) -> list[Element]:
        old, new = pair.old, pair.new
        if old is not None and new is not None:
            return [self._row(old.element, new.element)]
        went = [whole_row(old.element, "del")] if old is not None else []
        came = [whole_row(new.element, "ins")] if new is not None else []
        return went + came

    def _row(self, old: Element, new: Element) -> Element:
        made = deepcopy(new)
        for before, after in zip(old.findall(f"{W}tc"), made.findall(f"{W}tc"), strict=True):
            self.weave(before, after)
        return made


def _goes(piece: Piece, kind: Change) -> bool:
    """Whether the whole paragraph, with its end, comes or goes."""
    return piece.block.is_paragraph and piece.change == piece.end == kind


def _style(block: Block) -> str:
    return plain_style(style_of(block.element))


def _same_section(old: Element | None, new: Element) -> None:
    """Refuse where a paragraph ends a section in one version only, or another one."""
    before, after = (_section(side) for side in (old, new))
    if before != after:
        raise cannot(_("the pages lie or end otherwise"))


def _section(paragraph: Element | None) -> str:
    section = paragraph.find(f"{W}pPr/{W}sectPr") if paragraph is not None else None
    return "" if section is None else canonical(section)


def _hold_ends(pieces: list[Piece]) -> None:
    """See to it that the last paragraph, and each before a table, stays."""
    for place in range(len(pieces) - 1, -1, -1):
        last = place == len(pieces) - 1
        piece = pieces[place]
        ends = piece.block.is_paragraph and (last or not pieces[place + 1].block.is_paragraph)
        if ends and piece.change and piece.end and not piece.free:
            _hold(pieces, place, last=last)


def _hold(pieces: list[Piece], place: int, *, last: bool) -> None:
    """Make the end of the piece at ``place``, which came or went, one that stays."""
    start = place
    while start and pieces[start - 1].change and pieces[start - 1].block.is_paragraph:
        start -= 1
    run = pieces[start : place + 1]
    went = next((piece for piece in reversed(run) if piece.change == "del"), None)
    came = next((piece for piece in reversed(run) if piece.change == "ins"), None)
    if went is not None and came is not None:
        both = Piece(Pair(went.pair.old, came.pair.new))
        pieces[start : place + 1] = [
            *(piece for piece in run if piece is not went and piece is not came),
            both,
        ]
    elif start and pieces[start - 1].block.is_paragraph:
        _shift(pieces[start - 1], pieces[place])
    elif last:
        _hold_behind_table(pieces, start)
    else:
        raise cannot(_("a table stands where there was none, with no paragraph before it that stayed"))


def _shift(stayed: Piece, end: Piece) -> None:
    """Mark the end of the paragraph that ``stayed`` in place of the ``end`` that came or went."""
    if _section(stayed.block.element):
        raise cannot(_("the pages lie or end otherwise"))
    stayed.end, end.end = end.end, None
    if stayed.end == "ins":
        end.had = stayed.pair.old
    else:
        end.gets, end.had = stayed.pair.new, end.pair.old


def _hold_behind_table(pieces: list[Piece], start: int) -> None:
    """Let all that came or went with a table at the very end hang on the last paragraph before it that stayed."""
    first = start
    while first and pieces[first - 1].change == pieces[-1].change:
        first -= 1
    if not first or not pieces[first - 1].block.is_paragraph or pieces[first - 1].change:
        raise cannot(_("the paper ends with a table that came or went"))
    for piece in pieces[first:]:
        piece.free = True
    _shift(pieces[first - 1], pieces[-1])
