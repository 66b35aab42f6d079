"""Page numbers 页码 and the lower red rule of a letter: what stands in the footers (clauses 7.5, 8, 10.1)."""

from __future__ import annotations

from docx.oxml.ns import nsdecls

from hongtou.model.settings import SheetSettings
from hongtou.sheet import standard as std
from hongtou.sheet.standard import mm_to_twips

_BAND = 10.0
"""Width in mm of the strip beside the frame that holds a turned page number."""
_BAND_X = 21.3
_HINT = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'


def odd(settings: SheetSettings) -> str:
    """Return the footer paragraph of odd pages: at the right, one 字 in."""
    return _paragraph("PageNumberOdd", settings)


def even(settings: SheetSettings) -> str:
    """Return the footer paragraph of even pages: at the left, one 字 in."""
    return _paragraph("PageNumberEven", settings)


def side_odd(settings: SheetSettings) -> str:
    """Return the footer of odd landscape pages: the number where it stands on the upright sheet (clause 8)."""
    return _side("PageNumberOdd", settings)


def side_even(settings: SheetSettings) -> str:
    """Return the footer of even landscape pages."""
    return _side("PageNumberEven", settings)


def lower_rule() -> str:
    """Return the first-page footer of a letter: the red double rule 20 mm above the foot of the sheet."""
    return f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="LowerRule"/></w:pPr></w:p>'


def _paragraph(style: str, settings: SheetSettings, namespaces: str = nsdecls("w")) -> str:
    space = " " if settings.page_number_spaces else ""
    field = "".join(
        f"<w:r>{content}</w:r>"
        for content in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    return (
        f'<w:p {namespaces}><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r>{_HINT}<w:t xml:space="preserve">—{space}</w:t></w:r>{field}'
        f'<w:r>{_HINT}<w:t xml:space="preserve">{space}—</w:t></w:r></w:p>'
    )


def _side(style: str, settings: SheetSettings) -> str:
    """Turn the foot of the upright sheet a quarter clockwise: its frame's width runs down the left edge.

    A floating table of one turned cell: a turned text box is put into the corner by LibreOffice on some pages.
    """
    width, height = mm_to_twips(_BAND), mm_to_twips(std.FRAME_WIDTH.value)
    place = f'w:tblpX="{mm_to_twips(_BAND_X)}" w:tblpY="{mm_to_twips(std.WHITE_LEFT.value)}"'
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="page" '
        f'w:horzAnchor="page" {place}/><w:tblOverlap w:val="never"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        f'</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid><w:tr><w:trPr>'
        f'<w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        f'<w:textDirection w:val="tbRl"/></w:tcPr>{_paragraph(style, settings, "")}</w:tc></w:tr></w:tbl>'
    )


def after_side() -> str:
    """Return the paragraph that a footer must end with."""
    return f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="FooterEmpty"/></w:pPr></w:p>'
