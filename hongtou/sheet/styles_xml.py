"""The styles as WordprocessingML: one small function per property, in the order the schema wants."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from hongtou.model.settings import SheetSettings
from hongtou.sheet.standard import mm_to_twips, pt_to_twips
from hongtou.sheet.styles import Style, styles

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def styles_part(settings: SheetSettings) -> str:
    """Return the text of ``word/styles.xml`` for ``settings``."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:styles xmlns:w="{NAMESPACE}">{_defaults(settings)}'
        + "".join(_style(style, settings) for style in styles(settings))
        + _TABLE_STYLES
        + "</w:styles>"
    )


def _defaults(settings: SheetSettings) -> str:
    fonts = _fonts(settings.fonts.body, settings)
    language = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{language}</w:rPr></w:rPrDefault>"
        "<w:pPrDefault/></w:docDefaults>"
    )


_TABLE_STYLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="TaskTable"><w:name w:val="任务分解表"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + '</w:tblBorders><w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="57" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


BUILT_IN = frozenset(
    {"Normal", "Title", "Body Text", "Date", "header", "footer", *(f"heading {n}" for n in range(1, 5))}
)


def _style(style: Style, settings: SheetSettings) -> str:
    default = ' w:default="1"' if style.id == "Normal" else ""
    custom = "" if style.name in BUILT_IN else ' w:customStyle="1"'
    parts = [
        f'<w:style w:type="{style.kind}"{default}{custom} w:styleId="{style.id}"><w:name w:val={quoteattr(style.name)}/>'
    ]
    if style.alias:
        parts.append(f"<w:aliases w:val={quoteattr(style.alias)}/>")
    if style.based_on:
        parts.append(f'<w:basedOn w:val="{style.based_on}"/>')
    if style.following:
        parts.append(f'<w:next w:val="{style.following}"/>')
    parts.append("<w:qFormat/>")
    if style.kind == "paragraph" and (properties := "".join(_paragraph(style))):
        parts.append(f"<w:pPr>{properties}</w:pPr>")
    if properties := "".join(_run(style, settings)):
        parts.append(f"<w:rPr>{properties}</w:rPr>")
    return "".join(parts) + "</w:style>"


def _paragraph(style: Style) -> Iterator[str]:
    if style.keep_next:
        yield "<w:keepNext/>"
    if style.keep_lines:
        yield "<w:keepLines/>"
    if style.new_page:
        yield "<w:pageBreakBefore/>"
    if style.widow is not None:
        yield f'<w:widowControl w:val="{int(style.widow)}"/>'
    yield from _borders(style)
    yield from _tabs(style)
    if style.based_on is None:
        # The default of Word and WPS, written out: LibreOffice hangs marks into the margin unless it reads a 1.
        yield '<w:overflowPunct w:val="1"/>'
    if style.grid is not None:
        yield f'<w:snapToGrid w:val="{int(style.grid)}"/>'
    yield from _spacing(style)
    yield from _indent(style)
    if style.align:
        yield f'<w:jc w:val="{style.align}"/>'
    if style.outline is not None:
        yield f'<w:outlineLvl w:val="{style.outline}"/>'


def _borders(style: Style) -> Iterator[str]:
    if style.borders:
        sides = "".join(
            f'<w:{b.side} w:val="{b.kind}" w:sz="{b.size}" w:space="{b.space}" w:color="{b.color}"/>'
            for b in style.borders
        )
        yield f"<w:pBdr>{sides}</w:pBdr>"


def _tabs(style: Style) -> Iterator[str]:
    if style.tabs:
        stops = "".join(f'<w:tab w:val="{kind}" w:pos="{mm_to_twips(mm)}"/>' for kind, mm in style.tabs)
        yield f"<w:tabs>{stops}</w:tabs>"


def _spacing(style: Style) -> Iterator[str]:
    values = []
    if style.before is not None:
        values.append(f'w:before="{pt_to_twips(style.before)}"')
    if style.after is not None:
        values.append(f'w:after="{pt_to_twips(style.after)}"')
    if style.line is not None:
        values.append(f'w:line="{pt_to_twips(style.line)}" w:lineRule="exact"')
    if values:
        yield f"<w:spacing {' '.join(values)}/>"


def _indent(style: Style) -> Iterator[str]:
    size = style.size or 16
    values = []
    if style.left_mm is not None:
        values.append(f'w:left="{mm_to_twips(style.left_mm)}"')
    if style.right_mm is not None:
        values.append(f'w:right="{mm_to_twips(style.right_mm)}"')
    for name, value in (
        ("left", style.left),
        ("right", style.right),
        ("hanging", style.hanging),
        ("firstLine", style.first),
    ):
        if value is not None:
            values.append(f'w:{name}Chars="{round(value * 100)}" w:{name}="{pt_to_twips(value * size)}"')
    if values:
        yield f"<w:ind {' '.join(values)}/>"


def _run(style: Style, settings: SheetSettings) -> Iterator[str]:
    if style.face:
        face = quoteattr(style.face)
        yield f"<w:rFonts w:ascii={face} w:eastAsia={face} w:hAnsi={face}/>"
    if style.font:
        yield _fonts(getattr(settings.fonts, style.font), settings)
    if style.bold:
        yield f'<w:b w:val="{int(getattr(settings.bold, style.bold))}"/>'
    yield from (f"<w:{mark}/>" for mark in style.marks if mark != "u")
    if style.color:
        yield f'<w:color w:val="{style.color}"/>'
    if style.squeeze is not None:
        yield f'<w:spacing w:val="{pt_to_twips(style.squeeze)}"/>'
    if style.size is not None:
        yield f'<w:sz w:val="{round(style.size * 2)}"/><w:szCs w:val="{round(style.size * 2)}"/>'
    if "u" in style.marks:
        yield '<w:u w:val="single"/>'


def _fonts(han: str, settings: SheetSettings) -> str:
    latin = quoteattr(settings.fonts.latin or han)
    name = quoteattr(han)
    # The hint keeps “ ” … — in the Han font, where they are as wide as a character.
    return f'<w:rFonts w:hint="eastAsia" w:ascii={latin} w:eastAsia={name} w:hAnsi={latin} w:cs={latin}/>'
