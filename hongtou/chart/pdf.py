"""The sheets as a PDF: laid as pictures on the pages of a flat ODT, which LibreOffice prints as lines and text."""

from __future__ import annotations

import base64
import tempfile
from collections.abc import Sequence
from pathlib import Path

from hongtou.chart.layout import SIZES
from hongtou.render.fingerprint import mark_pdf
from hongtou.render.office import to_pdf

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
_PAPER = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {_NAMESPACES} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties
 fo:page-width="WIDTHmm" fo:page-height="HEIGHTmm" fo:margin="0mm" style:print-orientation="landscape"/></style:page-layout>
<style:style style:name="sheet" style:family="graphic"><style:graphic-properties style:wrap="run-through"
 style:horizontal-pos="from-left" style:horizontal-rel="page" style:vertical-pos="from-top" style:vertical-rel="page"
 fo:padding="0mm" fo:border="none"/></style:style>
<style:style style:name="next" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"/></office:master-styles>
<office:body><office:text>SHEETS</office:text></office:body></office:document>
"""
_SHEET = (
    '<text:p text:style-name="STYLE"><draw:frame draw:style-name="sheet" text:anchor-type="char"'
    ' svg:x="0mm" svg:y="0mm" svg:width="WIDTHmm" svg:height="HEIGHTmm"><draw:image draw:mime-type="image/svg+xml">'
    "<office:binary-data>DATA</office:binary-data></draw:image></draw:frame></text:p>"
)


def pdf(sheets: Sequence[bytes], size: str) -> bytes:
    """Return ``sheets``, SVG files on paper of ``size``, as the pages of a PDF. Raises ToolMissing without LibreOffice."""
    with tempfile.TemporaryDirectory(prefix="gen-chart-") as name:
        paper = Path(name) / "chart.fodt"
        paper.write_text(_flat(sheets, size), encoding="utf8")
        return mark_pdf(to_pdf(paper, Path(name) / "chart.pdf").pdf.read_bytes())


def _flat(sheets: Sequence[bytes], size: str) -> str:
    pages = [
        _SHEET.replace("DATA", base64.b64encode(sheet).decode()).replace(
            "STYLE", "next" if place else "Standard"
        )
        for place, sheet in enumerate(sheets)
    ]
    width, height = SIZES[size]
    return (
        _PAPER.replace("SHEETS", "\n".join(pages)).replace("WIDTH", str(width)).replace("HEIGHT", str(height))
    )
