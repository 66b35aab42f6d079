"""Blocks as WordprocessingML text, every character escaped, nothing formatted but by style."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from hongtou.documents.blocks import (
    Block,
    Cell,
    Control,
    Paragraph,
    SharedBlocks,
    SharedRows,
    Span,
    Table,
    TableRow,
)
from hongtou.sheet.standard import mm_to_twips

HINT = '<w:rFonts w:hint="eastAsia"/>'
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


Piece = str | SharedBlocks | Table | tuple[SharedRows, tuple[int, ...]]
"""Finished XML, or what papers share: blocks, a table, or rows with the widths of their columns in twips."""


def block_pieces(blocks: Iterable[Block | SharedBlocks]) -> Iterator[Piece]:
    """Yield the XML of ``blocks`` in pieces; what papers share comes as it is."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield _paragraph(block)
        elif isinstance(block, SharedBlocks) or block.shared:
            yield block
        else:
            yield from table_pieces(block)


def shared_pieces(shared: SharedBlocks | Table) -> Iterator[Piece]:
    """Yield what ``shared`` is made of; only rows come as they are: tables in it are not kept apart."""
    blocks = (shared,) if isinstance(shared, Table) else shared.blocks
    for block in blocks:
        yield from table_pieces(block) if isinstance(block, Table) else (_paragraph(block),)


def rows_xml(shared: SharedRows, twips: tuple[int, ...]) -> str:
    """Return the XML of ``shared`` in columns of ``twips``."""
    return "".join(_row(row, twips, header=False) for row in shared.rows)


def _paragraph(paragraph: Paragraph) -> str:
    runs = "".join(_run(span) for span in paragraph.spans if span.text)
    return f'<w:p><w:pPr><w:pStyle w:val="{paragraph.style}"/></w:pPr>{runs}</w:p>'


def _run(span: Span) -> str:
    style = f'<w:rStyle w:val="{span.style}"/>' if span.style else ""
    run = f"<w:r><w:rPr>{style}{HINT}</w:rPr>{text_xml(span.text)}</w:r>"
    return _controlled(span.control, run) if span.control is not None else run


_BOX = (
    '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
)
_KINDS = {"box": _BOX, "text": "<w:showingPlcHdr/>", "lines": "<w:showingPlcHdr/>"}


def _controlled(control: Control, run: str) -> str:
    """Return ``run`` inside a content control; without an id, which Word gives it: papers bound together never clash."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escape(control.title)}"/><w:tag w:val="{escape(control.tag)}"/>'
        f"{_KINDS[control.kind]}</w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>"
    )


def text_xml(text: str) -> str:
    """Return ``text`` as the content of a run: tabs and line breaks as elements, characters XML forbids left out."""
    pieces = []
    for position, line in enumerate(_FORBIDDEN.sub("", text).split("\n")):
        if position:
            pieces.append("<w:br/>")
        for number, part in enumerate(line.split("\t")):
            if number:
                pieces.append("<w:tab/>")
            if part:
                pieces.append(f'<w:t xml:space="preserve">{escape(part, quote=False)}</w:t>')
    return "".join(pieces)


def table_pieces(table: Table) -> Iterator[Piece]:
    """Yield the XML of ``table`` in pieces, its shared rows as they are."""
    twips = tuple(mm_to_twips(width) for width in table.widths)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    caption = f'<w:tblCaption w:val="{escape(table.title)}"/>' if table.title else ""
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TaskTable"/><w:tblW w:w="{sum(twips)}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{caption}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    for number, row in enumerate(table.rows):
        if isinstance(row, SharedRows):
            yield row, twips
        else:
            yield _row(row, twips, header=number < table.header_rows)
    yield "</w:tbl>"


def _row(row: TableRow, twips: tuple[int, ...], *, header: bool) -> str:
    properties = ("<w:cantSplit/>" if row.whole else "") + ("<w:tblHeader/>" if header else "")
    cells = []
    column = 0
    for cell in row.cells:
        cells.append(_cell(cell, sum(twips[column : column + cell.columns])))
        column += cell.columns
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def _cell(cell: Cell, width: int) -> str:
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    merge = {"": "", "start": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[cell.merge]
    content = "".join(_paragraph(paragraph) for paragraph in cell.paragraphs)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/></w:tcPr>'
        f"{content}</w:tc>"
    )
