"""Blocks as WordprocessingML text, every character escaped, nothing formatted but by style."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from markupsafe import Markup

from hongtou.documents.blocks import Block, Cell, Paragraph, Span, Table, TableRow
from hongtou.sheet.standard import mm_to_twips

HINT = '<w:rFonts w:hint="eastAsia"/>'


def blocks_xml(blocks: Iterable[Block]) -> Markup:
    """Return the paragraphs and tables of ``blocks`` as XML for the body of a document."""
    return Markup("".join(_table(b) if isinstance(b, Table) else _paragraph(b) for b in blocks))


def _paragraph(paragraph: Paragraph) -> str:
    runs = "".join(_run(span) for span in paragraph.spans if span.text)
    return f'<w:p><w:pPr><w:pStyle w:val="{paragraph.style}"/></w:pPr>{runs}</w:p>'


def _run(span: Span) -> str:
    style = f'<w:rStyle w:val="{span.style}"/>' if span.style else ""
    return f"<w:r><w:rPr>{style}{HINT}</w:rPr>{text_xml(span.text)}</w:r>"


def text_xml(text: str) -> str:
    """Return ``text`` as the content of a run: tabs and line breaks as elements, characters XML forbids left out."""
    pieces = []
    for position, line in enumerate(text.split("\n")):
        if position:
            pieces.append("<w:br/>")
        for number, part in enumerate(line.split("\t")):
            if number:
                pieces.append("<w:tab/>")
            if part:
                pieces.append(f'<w:t xml:space="preserve">{escape(part, quote=False)}</w:t>')
    return "".join(pieces)


def _table(table: Table) -> str:
    twips = [mm_to_twips(width) for width in table.widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    rows = "".join(_row(row, twips, number < table.header_rows) for number, row in enumerate(table.rows))
    caption = f'<w:tblCaption w:val="{escape(table.title)}"/>' if table.title else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TaskTable"/><w:tblW w:w="{sum(twips)}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{caption}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def _row(row: TableRow, twips: list[int], header: bool) -> str:
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
