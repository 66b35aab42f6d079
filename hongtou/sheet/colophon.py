"""The 版记 at the foot of the last page: a text box with its three rules (clauses 7.4, 10.1)."""

from __future__ import annotations

from hongtou.sheet import standard as std
from hongtou.sheet.standard import mm_to_twips
from hongtou.sheet.styles import COLOPHON_BOX
from hongtou.sheet.textbox import NAMESPACES, TextBox

_WIDTH = mm_to_twips(std.FRAME_WIDTH.value)
_HINT = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'


def general(*, tall: bool = False) -> str:
    """Return the paragraph with the 版记 of a general paper: 抄送, then 印发机关 and date, between rules."""
    rows = (
        _row("Normal", "{%tr if main_copy or copies_to %}"),
        # In one cell: no rule parts 主送 from 抄送 (clause 7.4.2).
        _cells(
            *_if("main_copy", _paragraph("CopiesTo", "主送：{{ main_copy }}。")),
            *_if("copies_to", _paragraph("CopiesTo", "抄送：{{ copies_to }}。")),
        ),
        _row("Normal", "{%tr endif %}"),
        _row("Normal", "{%tr if printed_by %}"),
        _row("PrintedBy", "{{ printed_by }}", "{{ printed_on }}印发"),
        _row("Normal", "{%tr endif %}"),
    )
    borders = (
        _border("top", std.COLOPHON_RULE_THICK),
        _border("bottom", std.COLOPHON_RULE_THICK),
        _border("insideH", std.COLOPHON_RULE_THIN),
    )
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:tblBorders>{"".join(borders)}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        f'</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="{_WIDTH}"/></w:tblGrid>{"".join(rows)}</w:tbl>'
    )
    return _anchored(table + '<w:p><w:pPr><w:pStyle w:val="TableEnd"/></w:pPr></w:p>', tall)


def letter(*, tall: bool = False) -> str:
    """Return the paragraph with the 版记 of a letter: 抄送 alone, without rules (clause 10.1)."""
    main = _if("main_copy", _paragraph("CopiesTo", "主送：{{ main_copy }}。"))
    copies = _if("copies_to", _paragraph("CopiesTo", "抄送：{{ copies_to }}。"))
    return _anchored("".join((*main, *copies)), tall)


def _anchored(content: str, tall: bool) -> str:
    height = std.FRAME_HEIGHT.value if tall else COLOPHON_BOX
    box = TextBox(3 if tall else 1, "版记", std.FRAME_WIDTH.value, height, content)
    return f'<w:p {NAMESPACES}><w:pPr><w:pStyle w:val="ColophonAnchor"/></w:pPr>{box.run()}</w:p>'


def _if(name: str, paragraph: str) -> tuple[str, str, str]:
    return _paragraph("Normal", "{%p if " + name + " %}"), paragraph, _paragraph("Normal", "{%p endif %}")


def _row(style: str, *texts: str) -> str:
    return _cells(_paragraph(style, *texts))


def _cells(*paragraphs: str) -> str:
    return (
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{_WIDTH}" w:type="dxa"/></w:tcPr>'
        f"{''.join(paragraphs)}</w:tc></w:tr>"
    )


def _paragraph(style: str, *texts: str) -> str:
    runs = f"<w:r>{_HINT}<w:tab/></w:r>".join(
        f'<w:r>{_HINT}<w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def _border(side: str, thickness: std.Number) -> str:
    eighths = round(thickness.value / std.MM_PER_POINT * 8)
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="auto"/>'
