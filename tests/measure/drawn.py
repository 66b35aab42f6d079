"""Small official papers as DOCX, written without the engine: right ones, and ones with a single thing wrong.

Every length is in mm. LibreOffice puts the baseline of an exactly spaced line at 80 % of its height, so the
place of each line can be computed from its paragraph's space before.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from hongtou.sheet.standard import CHARACTER_MM, MM_PER_POINT

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
FANGSONG, KAI, HEI, SONG, XIAOBIAOSONG = "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体"
SENTENCE = "各镇街和有关部门要按照职责分工认真抓好落实并及时报告进展情况确保各项工作按期完成取得实效"
LONG = (SENTENCE * 5)[: 26 + 28 * 5 + 11] + "。"


@dataclass(frozen=True)
class Sheet:
    """What a paper is made with; the defaults are right."""

    top: float = 37
    right: float = 26
    bottom: float = 35
    left: float = 28
    width: float = 210
    height: float = 297
    pitch: float = 28.95
    size: float = 16
    squeeze: float = -0.25
    indent: float = 2 * CHARACTER_MM
    mark: str = "河东市人民政府文件"
    mark_top: float = 72
    mark_squeeze: float = 0
    red: str = "FF0000"
    number: str = "河府〔2026〕7号"
    signer: str = ""
    number_gap: float = 22.5
    rule_gap: float = 4
    rule_short: float = 0
    title: tuple[str, ...] = ("河东市人民政府关于", "印发残疾人就业工作方案的通知")
    title_gap: float = 21
    title_size: float = 22
    title_align: str = "center"
    recipients: str = "各县、区人民政府，市政府各部门、各直属机构："
    recipients_gap: float = 13
    body: tuple[str, ...] = (
        LONG,
        LONG,
        "一、总体要求",
        "（一）主要目标。" + LONG,
        "二、工作措施",
        *[LONG] * 3,
    )
    note: tuple[str, ...] = ("残疾人就业任务分工表", "残疾人就业联系人名单")
    note_gap: float = 1
    name: str = "河东市人民政府"
    sealed: bool = True
    name_gap: int = 1
    date_offset: float = 2 * CHARACTER_MM
    date: str = "2026年3月9日"
    date_right: float = 4 * CHARACTER_MM
    remark: str = "（此件公开发布）"
    attachments: tuple[str, ...] = ("残疾人就业任务分工表", "残疾人就业联系人名单")
    attachment_gap: float = 1
    table: bool = False
    wide: bool = False
    wide_number: bool = True
    copies: str = (
        "市委各部门，市人大常委会办公室，市政协办公室，市监委，市中级人民法院，市人民检察院，各人民团体。"
    )
    printed: tuple[str, str] = ("河东市人民政府办公室", "2026年3月10日印发")
    outer: int = 8
    inner: int = 6
    colophon_foot: float = 262
    number_top: float = 269
    number_side: str = "outer"
    number_indent: float = CHARACTER_MM
    number_size: float = 14
    number_dash: str = "—"
    letter: bool = False
    letter_rule: float = 170
    letter_low: float = 277
    flip: bool = False


def twips(mm: float) -> int:
    return round(mm / MM_PER_POINT * 20)


def paragraph(
    text: str = "",
    *,
    font: str = FANGSONG,
    size: float = 16,
    line: float = 28.95,
    before: float = 0,
    align: str = "left",
    left: float = 0,
    right: float = 0,
    first: float = 0,
    hanging: float = 0,
    colour: str = "",
    squeeze: float = 0,
    borders: str = "",
    frame: str = "",
    tabs: str = "",
    new_page: bool = False,
    section: str = "",
) -> str:
    """One paragraph; ``before``, ``left``, ``right``, ``first`` in mm, ``line`` and ``size`` in points."""
    indent = f'<w:ind w:left="{twips(left)}" w:right="{twips(right)}" '
    indent += f'w:hanging="{twips(hanging)}"/>' if hanging else f'w:firstLine="{twips(first)}"/>'
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:hint="eastAsia"/>'
    run = f'{fonts}{f"""<w:color w:val="{colour}"/>""" if colour else ""}'
    run += f'<w:spacing w:val="{round(squeeze * 20)}"/><w:sz w:val="{round(size * 2)}"/>'
    pieces = text.split("\t")
    runs = "".join(
        ("<w:r><w:tab/></w:r>" if at else "")
        + (_field(run) if piece == "PAGE" else f"<w:r><w:rPr>{run}</w:rPr><w:t>{piece}</w:t></w:r>")
        for at, piece in enumerate(pieces)
        if piece or at
    ).replace("<w:r><w:tab/></w:r>" + _field(run) + "<w:r><w:tab/></w:r>", _field(run))
    return (
        f'<w:p><w:pPr>{"<w:pageBreakBefore/>" if new_page else ""}{frame}<w:widowControl w:val="0"/>'
        f"{f'<w:pBdr>{borders}</w:pBdr>' if borders else ''}{f'<w:tabs>{tabs}</w:tabs>' if tabs else ''}"
        f'<w:spacing w:before="{twips(before)}" w:after="0" w:line="{round(line * 20)}" w:lineRule="exact"/>'
        f'{indent}<w:jc w:val="{align}"/><w:rPr>{run}</w:rPr>{section}</w:pPr>{runs}</w:p>'
    )


def _field(run: str) -> str:
    return f'<w:fldSimple w:instr=" PAGE "><w:r><w:rPr>{run}</w:rPr><w:t>1</w:t></w:r></w:fldSimple>'


def border(side: str, eighths: int, colour: str = "000000", kind: str = "single") -> str:
    return f'<w:{side} w:val="{kind}" w:sz="{eighths}" w:space="0" w:color="{colour}"/>'


class Writer:
    """Writes paragraphs downwards and knows where the next one begins."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.y = sheet.top
        self.parts: list[str] = []

    def put(self, text: str, top: float | None = None, *, lines: int = 1, **style: object) -> None:
        """Add a paragraph, the em box of its first line at ``top`` (mm from the sheet's edge) where given."""
        size, line = float(style.get("size", 16)), float(style.get("line", self.sheet.pitch))  # type: ignore[arg-type]
        style = {"line": self.sheet.pitch, **style}
        before = 0.0
        if top is not None:
            before = top - self.y - (0.8 * line - 0.88 * size) * MM_PER_POINT
        self.parts.append(paragraph(text, before=max(before, 0), **style))  # type: ignore[arg-type]
        self.bottom = self.y + before + (0.8 * line + 0.12 * size + (lines - 1) * line) * MM_PER_POINT
        self.y += max(before, 0) + lines * line * MM_PER_POINT

    def rule(self, top: float, eighths: int, colour: str, left: float = 0, right: float = 0) -> None:
        """Add a level rule whose upper edge is at ``top``."""
        self.parts.append(
            paragraph(
                before=top - self.y,
                line=1,
                size=1,
                left=left,
                right=right,
                borders=border("top", eighths, colour),
            )
        )
        self.y = top + (eighths / 8 + 1) * MM_PER_POINT


def _head(writer: Writer) -> None:
    sheet = writer.sheet
    if not sheet.mark:
        writer.put(sheet.title[0], 60, font=XIAOBIAOSONG, size=22, line=35, align="center")
        return
    # Noto Serif's ink begins 0.06 em under the em box.
    writer.put(
        sheet.mark,
        sheet.mark_top - 0.045 * 46 * MM_PER_POINT,
        font=XIAOBIAOSONG,
        size=46,
        line=56,
        align="center",
        colour=sheet.red,
        squeeze=sheet.mark_squeeze,
    )
    tabs = f'<w:tab w:val="right" w:pos="{twips(156 - CHARACTER_MM)}"/>'
    signed = f"{sheet.number}\t签发人：{sheet.signer}"
    writer.put(
        signed if sheet.signer else sheet.number, writer.bottom + sheet.number_gap,
        align="left" if sheet.signer else "center", tabs=tabs if sheet.signer else "",
        left=CHARACTER_MM if sheet.signer else 0,
    )  # fmt: skip
    writer.rule(writer.bottom + sheet.rule_gap, 12, sheet.red, right=sheet.rule_short)


def _letter_head(writer: Writer) -> None:
    sheet = writer.sheet
    # LibreOffice draws the first stroke of a double upper border lowest.
    kinds = ("thickThinSmallGap" if sheet.flip else "thinThickSmallGap", "thickThinSmallGap")
    top = sheet.mark_top - 0.045 * 40 * MM_PER_POINT
    writer.parts.append(
        paragraph(
            sheet.mark.removesuffix("文件"), font=XIAOBIAOSONG, size=40, line=46, align="center",
            colour=sheet.red, frame=_place(28, top - (0.8 * 46 - 0.88 * 40) * MM_PER_POINT, 156),
        )
    )  # fmt: skip
    upper = top + 40 * MM_PER_POINT + sheet.rule_gap
    for y, kind in zip((upper, sheet.letter_low - 0.8), kinds, strict=True):
        frame = _place(105 - sheet.letter_rule / 2, y, sheet.letter_rule)
        writer.parts.append(
            paragraph(line=1, size=1, borders=border("top", 24, sheet.red, kind), frame=frame)
        )
        writer.parts.append(paragraph(line=1, size=1))
        writer.y += MM_PER_POINT
    writer.put(sheet.number, upper + 1.6 + 4.88, align="right")


def _main(writer: Writer) -> None:
    sheet = writer.sheet
    text = {"size": sheet.size, "squeeze": sheet.squeeze}
    for at, line in enumerate(sheet.title):
        top = writer.bottom + sheet.title_gap if sheet.letter else writer.y - 0.35 + sheet.title_gap
        writer.put(
            line, None if at else top, font=XIAOBIAOSONG, size=sheet.title_size, line=35,
            align=sheet.title_align,
        )  # fmt: skip
    if sheet.recipients:
        writer.put(sheet.recipients, writer.bottom + sheet.recipients_gap, **text)
    for block in sheet.body:
        font = HEI if block[1:2] == "、" else FANGSONG
        writer.put(block, font=font, first=sheet.indent, align="both", **text)
    _note(writer, text)
    line = sheet.pitch * MM_PER_POINT
    names = (2 if sheet.sealed else sheet.name_gap) * line
    date_width = sum(CHARACTER_MM if ord(mark) > 255 else CHARACTER_MM / 2 for mark in sheet.date)
    # LibreOffice leaves a fifth of an em between a digit and a Han character.
    date_width += sum((one > "\xff") != (other > "\xff") for one, other in pairwise(sheet.date)) * 1.14
    name_width = len(sheet.name) * CHARACTER_MM
    if sheet.name and sheet.sealed:
        right = sheet.date_right + (date_width - name_width) / 2
        writer.parts.append(
            paragraph(sheet.name, before=names, line=sheet.pitch, align="right", right=right, **text)
        )
        writer.parts.append(
            paragraph(sheet.date, line=sheet.pitch, align="right", right=sheet.date_right, **text)
        )
    elif sheet.name:
        right = 2 * CHARACTER_MM
        begin = 156 - right - name_width + sheet.date_offset
        writer.parts.append(
            paragraph(sheet.name, before=names, line=sheet.pitch, align="right", right=right, **text)
        )
        writer.parts.append(paragraph(sheet.date, line=sheet.pitch, left=begin, **text))
    if sheet.remark:
        writer.put(sheet.remark, first=sheet.indent, **text)


def _note(writer: Writer, text: dict[str, float]) -> None:
    sheet = writer.sheet
    gap = sheet.note_gap * sheet.pitch * MM_PER_POINT
    for at, name in enumerate(sheet.note):
        if len(sheet.note) == 1:
            label, left, hanging = "附件：", 5 * CHARACTER_MM, 3 * CHARACTER_MM
        else:
            label = f"{'附件：' if at == 0 else ''}{at + 1}."
            left, hanging = 6.36 * CHARACTER_MM, (4.36 if at == 0 else 1.36) * CHARACTER_MM
        writer.parts.append(
            paragraph(
                label + name, before=0 if at else gap, left=left, hanging=hanging, line=sheet.pitch, **text
            )
        )


def _attachments(writer: Writer) -> None:
    sheet = writer.sheet
    text = {"size": sheet.size, "squeeze": sheet.squeeze, "line": sheet.pitch}
    for at, title in enumerate(sheet.attachments, start=1):
        if at == 1 and sheet.wide:
            writer.parts.append(paragraph(size=1, line=1, section=_section(sheet, wide=False)))
        label = f"附件{at if len(sheet.attachments) > 1 else ''}"
        writer.parts.append(paragraph(label, font=HEI, new_page=not (at == 1 and sheet.wide), **text))
        # Line 3 begins two lines under the label; a 2号 line of 35 pt has its em box 3 pt lower.
        gap = sheet.attachment_gap * sheet.pitch * MM_PER_POINT
        writer.parts.append(paragraph(title, font=XIAOBIAOSONG, size=22, line=35, before=gap, align="center"))
        wide = sheet.wide and at == 1
        if sheet.table or wide:
            writer.parts.append(_table(225 if wide else 156))
            writer.parts.append(paragraph(size=1, line=1))
        if wide:
            writer.parts.append(paragraph(size=1, line=1, section=_section(sheet, wide=True)))
        elif not sheet.table:
            writer.parts.append(paragraph(LONG, first=sheet.indent, align="both", **text))


def _table(width: float) -> str:
    cells = ("序号", "工作任务", "责任单位", "完成时限")
    sides = "".join(border(side, 4) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    share = twips(width / 4)
    grid = f'<w:tblGrid>{f"""<w:gridCol w:w="{share}"/>""" * 4}</w:tblGrid>'
    row = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{share}" w:type="dxa"/></w:tcPr>{paragraph(cell, size=12, line=18)}</w:tc>'
        for cell in cells
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{4 * share}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>{grid}'
        f"{f'<w:tr>{row}</w:tr>' * 9}</w:tbl>"
    )


def _colophon(sheet: Sheet) -> str:
    """The 版记: a frame for each rule and text, for LibreOffice drops a frame whose paragraphs differ in borders."""
    if not sheet.copies:
        return ""
    cell, line = 14 * MM_PER_POINT, 25 * MM_PER_POINT
    style = {"size": 14, "line": 25, "right": cell}
    lines = (len(sheet.copies) + 3) // 29 + 1
    foot = sheet.colophon_foot
    top = foot - (lines + (not sheet.letter)) * line
    pieces = [
        paragraph(
            "抄送：" + sheet.copies, left=4 * cell, hanging=3 * cell, frame=_place(28, top, 156), **style
        )
    ]
    if not sheet.letter:
        tabs = f'<w:tab w:val="right" w:pos="{twips(156 - cell)}"/>'
        frame = _place(28, foot - line, 156)
        pieces.append(paragraph("\t".join(sheet.printed), left=cell, tabs=tabs, frame=frame, **style))
        for y, eighths in ((top, sheet.outer), (foot - line, sheet.inner), (foot, sheet.outer)):
            frame = _place(28, y - eighths / 16 * MM_PER_POINT, 156)
            pieces.append(paragraph(size=1, line=1, frame=frame, borders=border("top", eighths)))
    return "".join(piece + paragraph(size=1, line=1) for piece in pieces)


def _section(sheet: Sheet, wide: bool) -> str:
    title = "<w:titlePg/>" if sheet.letter and not wide else ""
    kinds = {"default": "odd", "even": "even"}
    prefix = "side" if wide and sheet.wide_number else "foot"
    refs = "".join(
        f'<w:footerReference w:type="{kind}" r:id="{prefix}_{name}"/>' for kind, name in kinds.items()
    )
    size = (sheet.height, sheet.width) if wide else (sheet.width, sheet.height)
    edges = (28, 37, 26, 35) if wide else (sheet.top, sheet.right, sheet.bottom, sheet.left)
    top, right, bottom, left = map(twips, edges)
    return (
        f'<w:sectPr>{refs}<w:type w:val="nextPage"/><w:pgSz w:w="{twips(size[0])}" w:h="{twips(size[1])}"'
        f"{' w:orient=' + chr(34) + 'landscape' + chr(34) if wide else ''}/>"
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="600" '
        f'w:footer="{twips(10)}" w:gutter="0"/>{title}</w:sectPr>'
    )


def _footer(sheet: Sheet, odd: bool, side: bool) -> str:
    align = {"outer": "right" if odd else "left", "centre": "center"}[sheet.number_side]
    dash = sheet.number_dash
    # The ink of the dash stands about a third of an em above the baseline; its line is 18 pt high.
    top = sheet.number_top - (0.8 * 18 - 0.38 * 14) * MM_PER_POINT
    text = paragraph(
        f"{dash}\tPAGE\t{dash}", font=SONG, size=sheet.number_size, line=18, align=align,
        left=sheet.number_indent if align == "left" else 0,
        right=sheet.number_indent if align == "right" else 0,
        frame="" if side else _place(28, top, 156),
    )  # fmt: skip
    if side:
        text = _turned(text, 297 - top - 0.25)
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:ftr {_NAMESPACES}>{text}<w:p/></w:ftr>'


def _place(x: float, y: float, width: float) -> str:
    return (
        f'<w:framePr w:w="{twips(width)}" w:wrap="around" w:vAnchor="page" w:hAnchor="page" '
        f'w:x="{twips(x)}" w:y="{twips(y)}"/>'
    )


def _turned(content: str, right: float) -> str:
    """A text box whose lines run downwards, the first one's upper edge at x = ``right``."""
    emu = 36000
    return (
        '<w:p xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><mc:AlternateContent>'
        '<mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" '
        'simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{round((right - 10) * emu)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{28 * emu}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{10 * emu}" cy="{156 * emu}"/><wp:wrapNone/><wp:docPr id="9" name="n"/>'
        "<a:graphic><a:graphicData "
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{10 * emu}" '
        f'cy="{156 * emu}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr vert="vert" lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>"
    )


def write(sheet: Sheet, path: Path) -> Path:
    """Write the paper that ``sheet`` describes."""
    writer = Writer(sheet)
    (_letter_head if sheet.letter else _head)(writer)
    _main(writer)
    _attachments(writer)
    writer.parts.append(_colophon(sheet))
    body = "".join(writer.parts) + _section(sheet, wide=False)
    footers = {
        f"{'side' if side else 'foot'}_{'odd' if odd else 'even'}": _footer(sheet, odd, side)
        for side in (False, True)
        for odd in (True, False)
    }
    package(path, body, footers)
    return path


def package(path: Path, body: str, footers: dict[str, str]) -> None:
    """Write a DOCX of a body and footers."""
    declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = {
        "[Content_Types].xml": f"{declared}<Types "
        'xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{types}.document.main+xml"/>'
        f'<Override PartName="/word/settings.xml" ContentType="{types}.settings+xml"/>'
        + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{types}.footer+xml"/>' for name in footers
        )
        + "</Types>",
        "_rels/.rels": f"{declared}<Relationships "
        'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f"{declared}<Relationships "
        'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        f'Type="{office}/settings" Target="settings.xml"/>'
        + "".join(
            f'<Relationship Id="{name}" Type="{office}/footer" Target="{name}.xml"/>' for name in footers
        )
        + "</Relationships>",
        "word/settings.xml": f"{declared}<w:settings {_NAMESPACES}><w:evenAndOddHeaders/></w:settings>",
        "word/document.xml": f"{declared}<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
        **{f"word/{name}.xml": xml for name, xml in footers.items()},
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, xml in parts.items():
            archive.writestr(name, xml)
