"""Every named style of the sheet, one row each, from the table of the standard's numbers.

A style says all there is to say about its element: the text of a paper carries no direct formatting.
Built-in names (``Title``, ``heading 1`` …) are kept where Word gives them a meaning for outline and screen reader.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from hongtou.model.settings import SheetSettings
from hongtou.sheet import standard as std

LINE = 28.95
"""行: the largest pitch that gives 22 lines in 225 mm, in points (579 twips)."""
HALF_LEADING = 2.42
"""mm by which the margins of the other school are less above and below: the outer characters touch the frame."""
TITLE_LINE = 35.0
"""Pitch of a 2号 line in points: its height and 7/8 of a 3号 character (clause 3.2)."""
TOP_LINE = 24.0
"""Pitch in points of what may stand first in the frame (份号, 密级, 附件): off the grid and tighter, it begins at
the frame's top. Space after it would not do: some word processors add it to the space before, some do not."""
COLOPHON_LINE = 25.0
"""Pitch of a 4号 line in the 版记, in points."""
COLOPHON_BOX = 120.0
"""Room for all but the longest 抄送 lists in mm; the box is transparent and its content falls to its foot.

A longer list has a box as high as the frame; over all papers such a box would be in the way of editing.
"""
SQUEEZE = -0.25
"""Character spacing in points that brings 28 characters of 16 pt into 156 mm (clause 5.2.3)."""
LIST_SIZE = 10.5
"""Size of the text of checklists and ledgers in points (五号)."""
CHECK_BOX_FACE = "MS Gothic"
"""The face that Word and WPS draw tick boxes in."""
RED = "FF0000"
_LETTER_RULE_SPACE = round(std.LETTER_RULE_GAP.value * 0.75)
"""Space of a letter's upper rule in points: with what the line keeps below its ink, 4 mm; measured."""
_FOOTER_DEPTH = 13.156
"""From the foot of the frame to the dashes in mm, where nothing stands below the page number; measured."""


@dataclass(frozen=True)
class Border:
    """A rule at the top or bottom of a paragraph; ``size`` in eighths of a point, ``space`` in points."""

    side: str
    size: int
    space: int
    kind: str = "single"
    color: str = "auto"


@dataclass(frozen=True)
class Style:
    """A named style.

    ``font`` and ``bold`` name a role in the settings, ``face`` a font that is no setting; ``size``, ``line``, ``before``, ``after`` are points;
    ``first``, ``hanging``, ``left``, ``right`` are 字 of the style's own size; ``left_mm`` and ``right_mm`` millimetres.
    """

    id: str
    name: str
    alias: str = ""
    kind: str = "paragraph"
    based_on: str | None = "Normal"
    following: str | None = None
    font: str | None = None
    face: str | None = None
    bold: str | None = None
    size: float | None = None
    marks: tuple[str, ...] = ()
    """How changed words are marked: ``b`` bold, ``u`` underlined, ``strike`` struck through."""
    color: str | None = None
    squeeze: float | None = None
    align: str | None = None
    line: float | None = None
    before: float | None = None
    after: float | None = None
    first: float | None = None
    hanging: float | None = None
    left: float | None = None
    right: float | None = None
    left_mm: float | None = None
    right_mm: float | None = None
    grid: bool | None = None
    keep_next: bool = False
    keep_lines: bool = False
    widow: bool | None = None
    new_page: bool = False
    outline: int | None = None
    borders: tuple[Border, ...] = field(default=())
    tabs: tuple[tuple[str, float], ...] = ()
    """Tab stops: (kind, position in mm from the left edge of the frame)."""


def styles(settings: SheetSettings) -> tuple[Style, ...]:
    """Return every style of the sheet for ``settings``, parents before children."""
    return (
        *_base(settings),
        *_marks(),
        *_general_head(),
        *_letter_head(),
        *_foot(),
        *_title(),
        *_body(),
        *_end(),
        *_attachment(settings),
        *_list(),
        *_meeting(),
        *_colophon(),
        *_page_number(),
    )


def _base(settings: SheetSettings) -> tuple[Style, ...]:
    line = line_pitch(settings)
    return (
        Style(
            "Normal",
            "Normal",
            based_on=None,
            font="body",
            size=std.SIZE_3.value,
            squeeze=SQUEEZE,
            align="both",
            line=line,
            before=0,
            after=0,
            widow=False,
        ),
        Style(
            "Heading1Char", "一级标题字符", kind="character", based_on=None, font="heading1", bold="heading1"
        ),
        Style(
            "Heading2Char", "二级标题字符", kind="character", based_on=None, font="heading2", bold="heading2"
        ),
        Style("Heading3Char", "三级标题字符", kind="character", based_on=None, font="body", bold="heading3"),
        Style("Heading4Char", "四级标题字符", kind="character", based_on=None, font="body"),
        Style("SignerChar", "签发人姓名", kind="character", based_on=None, font="heading2"),
        Style("GoneChar", "删去的文字", kind="character", based_on=None, marks=("strike",)),
        Style("NewChar", "新增的文字", kind="character", based_on=None, marks=("b", "u")),
        Style("PresentChar", "出席标签", kind="character", based_on=None, font="heading1"),
        Style("CheckBoxChar", "复选框", kind="character", based_on=None, face=CHECK_BOX_FACE),
    )


def _marks() -> tuple[Style, ...]:
    mark = Style("", "", align="left", line=TOP_LINE, grid=False)
    return (
        replace(mark, id="CopyNumber", name="份号"),
        replace(mark, id="Secrecy", name="密级和保密期限", font="heading1"),
        replace(mark, id="Urgency", name="紧急程度", font="heading1"),
        replace(mark, id="MarkLetter", name="信函密级和紧急程度", font="heading1", line=LINE),
    )


def _general_head() -> tuple[Style, ...]:
    letterhead = Style(
        "Letterhead", "发文机关标志", font="title", size=50, color=RED, squeeze=0, align="center"
    )
    rule = Border("bottom", round(std.RED_RULE_WIDTH.value * 8), _below(std.RED_RULE_GAP), color=RED)
    number = Style(
        "",
        "",
        before=std.NUMBER_GAP_LINES.value * LINE,
        grid=False,
        borders=(rule,),
        left_mm=0.2,
        right_mm=0.2,
    )
    tabs = (("left", std.CHARACTER_MM), ("right", std.FRAME_WIDTH.value - std.CHARACTER_MM))
    upward = replace(number, align="left", tabs=tabs)
    signer = Style("Signer", "签发人", align="left", tabs=tabs[1:], grid=False)
    return (
        replace(letterhead, line=60, before=60, grid=False, following="DocumentNumber"),
        replace(number, id="DocumentNumber", name="发文字号", align="center", following="Title"),
        replace(upward, id="DocumentNumberUpward", name="上行文发文字号", alias="发文字号与签发人"),
        replace(upward, id="DocumentNumberUpwardNext", name="上行文发文字号（另有签发人）", before=0),
        replace(signer, id="SignerFirst", name="签发人首行", before=std.NUMBER_GAP_LINES.value * LINE),
        signer,
    )


def _letter_head() -> tuple[Style, ...]:
    letterhead = Style("LetterheadLetter", "信函发文机关标志", font="title", size=36, color=RED, squeeze=0)
    upper = Border("bottom", 24, _LETTER_RULE_SPACE, "thickThinSmallGap", RED)
    lower = Border("bottom", 24, 0, "thinThickSmallGap", RED)
    number = Style("DocumentNumberLetter", "信函发文字号", align="left", grid=False, line=16.5)
    return (
        replace(letterhead, align="center", line=40, grid=False, borders=(upper,), following=number.id),
        replace(number, tabs=(("right", std.FRAME_WIDTH.value),)),
        Style("LowerRule", "信函下部红线", grid=False, line=1, left_mm=-8, right_mm=-6, borders=(lower,)),
    )


def _foot() -> tuple[Style, ...]:
    """What keeps the foot of page 1 white where lines have to go on to the signature (clause 7.3.5.5)."""
    return (Style("PageFoot", "首页页尾留白", squeeze=0, grid=False, align="left"),)


def _title() -> tuple[Style, ...]:
    title = Style("Title", "Title", "标题", font="title", bold="title", size=std.SIZE_2.value, squeeze=0)
    title = replace(title, align="center", line=TITLE_LINE, grid=False, keep_next=True, keep_lines=True)
    attachment = replace(title, id="AttachmentTitle", name="附件标题", alias="", outline=0)
    return (
        replace(title, before=std.TITLE_GAP_LINES.value * LINE, following="Recipients"),
        Style(
            "Recipients",
            "主送机关",
            before=std.RECIPIENTS_GAP_LINES.value * LINE,
            align="left",
            following="BodyText",
        ),
        replace(attachment, id="EnclosedTitle", name="印发件标题", before=LINE, after=LINE, new_page=True),
        replace(attachment, before=(std.ATTACHMENT_TITLE_LINE.value - 1) * LINE - TOP_LINE - 6, after=10),
    )


def _body() -> tuple[Style, ...]:
    heading = Style(
        "", "", first=std.FIRST_LINE_INDENT.value, keep_next=True, following="BodyText", align="left"
    )
    return (
        Style("BodyText", "Body Text", "正文", first=std.FIRST_LINE_INDENT.value),
        Style("BodyTextLast", "正文末段", based_on="BodyText", keep_next=True, widow=True),
        replace(
            heading,
            id="Heading1",
            name="heading 1",
            alias="一级标题",
            font="heading1",
            bold="heading1",
            outline=0,
        ),
        replace(
            heading,
            id="Heading2",
            name="heading 2",
            alias="二级标题",
            font="heading2",
            bold="heading2",
            outline=1,
        ),
        replace(heading, id="Heading3", name="heading 3", alias="三级标题", bold="heading3", outline=2),
        replace(heading, id="Heading4", name="heading 4", alias="四级标题", outline=3),
    )


def _end() -> tuple[Style, ...]:
    indent = std.FIRST_LINE_INDENT.value
    before = std.ATTACHMENT_NOTE_GAP_LINES.value * LINE
    note = Style("", "", align="left", keep_next=True)
    return (
        # 附件： is three 字 wide and a number with its dot takes one and a half.
        replace(note, id="AttachmentNote", name="附件说明", before=before, left=indent + 3, hanging=3),
        replace(
            note, id="AttachmentNoteFirst", name="附件说明首项", before=before, left=indent + 4.5, hanging=4.5
        ),
        replace(note, id="AttachmentNoteNext", name="附件说明续项", left=indent + 4.5, hanging=1.5),
        replace(
            note,
            id="AttachmentNoteMiddle",
            name="附件说明中间项",
            left=indent + 4.5,
            hanging=1.5,
            keep_next=False,
        ),
        Style("Signature", "发文机关署名", align="left", keep_next=True, keep_lines=True),
        Style("SignatureNext", "发文机关署名续行", based_on="Signature", keep_next=True, before=0),
        Style("Date", "Date", "成文日期", align="left", keep_lines=True),
        Style("DateNoted", "成文日期（下有附注）", based_on="Date", keep_next=True),
        Style("Note", "附注", first=indent, align="left"),
        Style("InnerNumber", "附件内发文字号", align="center"),
        *_inner_end(),
    )


def _inner_end() -> tuple[Style, ...]:
    """Name and date of a paper inside an attachment."""
    ways = (
        ("InnerSignature", "InnerDate", "附件内", std.SEALED_DATE_INDENT.value * std.CHARACTER_MM),
        (
            "InnerUnsealed",
            "InnerUnsealedDate",
            "附件内不盖章",
            std.UNSEALED_NAME_INDENT.value * std.CHARACTER_MM,
        ),
    )
    return tuple(
        style
        for name, date, words, right in ways
        for style in (
            Style(name, f"{words}署名", align="right", right_mm=right, keep_next=True, keep_lines=True),
            Style(f"{name}Next", f"{words}署名续行", based_on=name, keep_next=True, before=0),
            Style(date, f"{words}成文日期", align="right", right_mm=right, keep_lines=True),
        )
    )


def _attachment(settings: SheetSettings) -> tuple[Style, ...]:
    size = settings.table_size
    cell = Style("", "", size=size, squeeze=0, line=round(size * 1.5), grid=False)
    return (
        Style(
            "AttachmentMark",
            "附件标识",
            font="heading1",
            align="left",
            line=TOP_LINE,
            grid=False,
            new_page=True,
            keep_next=True,
        ),
        replace(cell, id="TableHead", name="表头", font="heading1", align="center", keep_next=True),
        replace(cell, id="TableText", name="表文", align="both"),
        replace(cell, id="TableTextLeft", name="表文左齐", align="left"),
        replace(cell, id="TableTextCenter", name="表文居中", align="center"),
        *(
            Style(f"{kind}Kept", f"{name}（与下一行同页）", based_on=kind, keep_next=True)
            for kind, name in (
                ("TableText", "表文"),
                ("TableTextLeft", "表文左齐"),
                ("TableTextCenter", "表文居中"),
            )
        ),
        Style("TableEnd", "表后", size=1, squeeze=0, line=1, grid=False),
    )


def _list() -> tuple[Style, ...]:
    """The styles of checklists and ledgers, smaller than those of a table in a notice."""
    cell = Style("", "", size=LIST_SIZE, squeeze=0, line=LIST_SIZE * 1.4, grid=False)
    title = Style("ListTitle", "清单标题", font="title", bold="title", size=std.SIZE_2.value, squeeze=0)
    return (
        replace(title, align="center", line=TITLE_LINE, grid=False, after=6, keep_next=True, outline=0),
        replace(cell, id="ListLine", name="清单要求", font="heading2", align="left", keep_next=True),
        Style("ListNote", "清单说明", size=12, squeeze=0, line=20, grid=False, align="left", after=4),
        replace(cell, id="ListHead", name="清单表头", font="heading1", align="center", keep_next=True),
        replace(cell, id="ListGroup", name="清单分组", font="heading1", align="left", keep_next=True),
        replace(cell, id="ListText", name="清单表文", align="left"),
        replace(cell, id="ListTextCenter", name="清单表文居中", align="center"),
    )


def _meeting() -> tuple[Style, ...]:
    """The styles of the papers of a meeting; a row to sign in is high enough for a pen."""
    title = Style(
        "MeetingTitle", "会议材料标题", font="title", bold="title", size=std.SIZE_2.value, squeeze=0
    )
    title = replace(title, align="center", line=TITLE_LINE, grid=False, keep_next=True, keep_lines=True)
    rule = Border("bottom", round(std.RED_RULE_WIDTH.value * 8), _below(std.RED_RULE_GAP), color=RED)
    sides = (("left", std.CHARACTER_MM), ("right", std.FRAME_WIDTH.value - std.CHARACTER_MM))
    present = Style("", "", align="left", left=5, hanging=3)
    cell = Style("", "", size=12, squeeze=0, line=18, before=5, after=5, grid=False)
    return (
        replace(title, after=LINE, outline=0, following="BodyText"),
        Style(
            "MinutesNumber",
            "纪要编号",
            align="center",
            before=std.NUMBER_GAP_LINES.value * LINE,
            grid=False,
            keep_next=True,
        ),
        Style(
            "MinutesIssued",
            "纪要印发单位和日期",
            align="left",
            left_mm=0.2,
            right_mm=0.2,
            tabs=sides,
            grid=False,
            borders=(rule,),
            following="Title",
        ),
        # 出席： is three 字 wide, two from the edge; what turns over begins behind the colon (clause 10.3).
        replace(present, id="Present", name="出席", before=LINE),
        replace(present, id="PresentNext", name="请假和列席"),
        replace(cell, id="SignHead", name="签到表头", font="heading1", align="center", keep_next=True),
        replace(cell, id="SignText", name="签到表文", align="left"),
        replace(cell, id="SignTextCenter", name="签到表文居中", align="center"),
    )


def _colophon() -> tuple[Style, ...]:
    indent = std.COLOPHON_INDENT.value
    base = Style("", "", size=std.SIZE_4.value, squeeze=0, line=COLOPHON_LINE, grid=False, align="left")
    base = replace(base, left=indent, right=indent)
    tabs = (("right", std.FRAME_WIDTH.value - std.CHARACTER_MM),)
    return (
        Style("ColophonAnchor", "版记定位", size=1, squeeze=0, line=60, grid=False),
        replace(base, id="CopiesTo", name="抄送机关", left=indent + 3, hanging=3),
        replace(base, id="PrintedBy", name="印发机关和印发日期", tabs=tabs),
    )


def _page_number() -> tuple[Style, ...]:
    indent = std.PAGE_NUMBER_INDENT.value
    base = Style("", "", font="page_number", size=std.SIZE_4.value, squeeze=0, line=18, grid=False)
    number = replace(base, after=(_FOOTER_DEPTH - std.PAGE_NUMBER_GAP.value) / std.MM_PER_POINT)
    return (
        replace(number, id="PageNumberOdd", name="页码（单页）", align="right", right=indent),
        replace(number, id="PageNumberEven", name="页码（双页）", align="left", left=indent),
        replace(base, id="FooterEmpty", name="footer", alias="页脚"),
        replace(base, id="HeaderEmpty", name="header", alias="页眉"),
    )


def line_pitch(settings: SheetSettings) -> float:
    """Return the pitch of body lines in points for the margins school of ``settings``."""
    return 29.45 if settings.margins == "glyph" else LINE


def _below(gap: std.Number) -> int:
    """Return the space of a rule, in points, that leaves ``gap`` between it and the characters above.

    An exact line keeps a fifth of its pitch below the baseline, a character 0.12 of its size.
    """
    return round(gap.value / std.MM_PER_POINT - (LINE * 0.2 - std.SIZE_3.value * 0.12))
