"""DOCX: numbering, tables, boxes, changes, fields and notes, each built as Word writes it; nothing visible is lost."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter

import docx as python_docx
import pytest
from lxml import etree

from hongtou.importer.read import scan
from hongtou.importer.scan import Scan
from hongtou.papers import Papers
from hongtou.source.load import load_policy
from hongtou.workspace import Workspace
from tests.conftest import ROOT
from tests.importer.docxs import cell, docx, numbered, p, run, table


def texts(data: bytes) -> list[str]:
    return [line.text for line in scan(data, "x").lines]


def told(data: bytes) -> list[tuple[str, str]]:
    return [(loss.text, loss.reason) for loss in scan(data, "x").losses]


def level(index: int, kind: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def num(number: int, abstract: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'


def numbering(*levels: str, nums: str = num(1, 0)) -> str:
    return f'<w:numbering><w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}</w:numbering>'


def labels(body: str, **parts: str) -> list[str]:
    return [line.number for line in scan(docx(body, **parts), "x").lines]


def test_levels_count_and_restart() -> None:
    levels = (
        level(0, "chineseCountingThousand", "%1、"),
        level(1, "chineseCounting", "（%2）"),
        level(2, "decimal", "%3."),
        level(3, "decimalEnclosedCircleChinese", "%4", '<w:lvlRestart w:val="0"/>'),
    )
    body = "".join(numbered(1, index, "x") for index in (0, 1, 1, 2, 3, 2, 3, 0, 1, 2, 3))
    found = labels(body, numbering=numbering(*levels))
    assert found == ["一、", "（一）", "（二）", "1.", "①", "2.", "②", "二、", "（一）", "1.", "③"]


def test_decimal_outline_legal_and_levels_left_out() -> None:
    levels = (
        level(0, "chineseCounting", "第%1章"),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        level(2, "decimal", "%2.%3"),
    )
    assert labels("".join(numbered(1, i, "x") for i in (1, 0, 1, 2)), numbering=numbering(*levels)) == [
        *("1.1", "第二章", "2.1", "1.1"),
    ]


def test_overrides_restart_once_and_other_numberings_go_on() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)")}</w:lvlOverride>'
    nums = num(1, 0) + num(2, 0) + num(3, 0, again) + num(4, 0, own)
    body = "".join(numbered(n, 0, "x") for n in (1, 2, 3, 3, 1, 4, 9, 0))
    assert labels(body, numbering=numbering(level(0, "decimal", "%1."), nums=nums)) == [
        *("1.", "2.", "5.", "6.", "7.", "VIII)", "", ""),
    ]


@pytest.mark.parametrize(
    ("kind", "number", "shown"),
    [
        *(
            ("ideographEnclosedCircle", 3, "㊂"),
            ("decimalEnclosedCircle", 21, "㉑"),
            ("decimalEnclosedParen", 2, "⑵"),
        ),
        *(
            ("ideographTraditional", 2, "乙"),
            ("chineseLegalSimplified", 12, "壹拾贰"),
            ("lowerRoman", 9, "ix"),
        ),
        *(("chineseCounting", 21, "二十一"), ("upperLetter", 27, "AA"), ("decimalFullWidth", 10, "１０")),
        *(("none", 3, ""), ("decimalZero", 3, "03"), ("unknown", 3, "3")),
    ],
)
def test_formats(kind: str, number: int, shown: str) -> None:
    one = level(0, kind, "%1").replace('<w:start w:val="1"/>', f'<w:start w:val="{number}"/>')
    assert labels(numbered(1, 0, "x"), numbering=numbering(one)) == [shown]


def test_numbering_of_styles() -> None:
    styles = (
        '<w:styles><w:style w:type="paragraph" w:styleId="a"><w:name w:val="一级标题"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        '</w:numPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="b">'
        '<w:name w:val="二级标题"/><w:basedOn w:val="a"/></w:style></w:styles>'
    )
    levels = (
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="a"/>'),
        level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="b"/>'),
    )
    body = p("甲", '<w:pStyle w:val="a"/>') + p("乙", '<w:pStyle w:val="b"/>')
    lines = scan(docx(body, styles=styles, numbering=numbering(*levels)), "x").lines
    assert [(x.number, x.text, x.style, x.align, x.bold) for x in lines] == [
        ("一、", "甲", "一级标题", "center", True),
        ("（一）", "乙", "二级标题", "center", True),
    ]


def places(data: bytes) -> list[tuple[str, int, int, int, int]]:
    return [
        (x.text, x.cell.row, x.cell.column, x.cell.rows, x.cell.columns)
        for x in scan(data, "x").lines
        if x.cell
    ]


def test_merged_cells() -> None:
    restart, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        cell("序号", restart) + cell("指标", '<w:gridSpan w:val="2"/>'),
        cell("藏", goes_on) + cell("甲") + "<w:sdt><w:sdtContent>" + cell("乙") + "</w:sdtContent></w:sdt>",
        cell("1") + cell("") + cell(p("a") + p("b")),
    )
    data = docx(p("前") + table(*rows) + p("后"))
    assert places(data) == [
        *(("序号", 0, 0, 2, 1), ("指标", 0, 1, 1, 2), ("甲", 1, 1, 1, 1), ("乙", 1, 2, 1, 1)),
        *(("1", 2, 0, 1, 1), ("", 2, 1, 1, 1), ("a", 2, 2, 1, 1), ("b", 2, 2, 1, 1)),
    ]
    assert texts(data)[0] == "前"
    assert texts(data)[-1] == "后"
    assert told(data) == [("藏", "covered by a merged cell")]


def test_layout_and_nested_tables() -> None:
    inner = table(cell("a") + cell("b"), cell("c") + cell("d"))
    framed = docx(table(cell(inner + p("框"))))
    assert [place[:3] for place in places(framed)] == [("a", 0, 0), ("b", 0, 1), ("c", 1, 0), ("d", 1, 1)]
    assert texts(framed) == ["a", "b", "c", "d", "框"]
    outer = docx(table(cell("序号") + cell("内容"), cell("1") + cell(p("很长的内容") + inner + p())))
    assert [place[:3] for place in places(outer)][3:] == [
        *(("很长的内容", 1, 1), ("a", 1, 1), ("b", 1, 1), ("c", 1, 1), ("d", 1, 1), ("", 1, 1)),
    ]


def box(text: str) -> str:
    return f"<w:txbxContent>{p(text)}</w:txbxContent>"


def drawn(text: str, relative: str, offset: int) -> str:
    position = f'<wp:positionV relativeFrom="{relative}"><wp:posOffset>{offset}</wp:posOffset></wp:positionV>'
    modern = f"<w:drawing><wp:anchor>{position}<a:graphic><wps:txbx>{box(text)}</wps:txbx></a:graphic></wp:anchor></w:drawing>"
    old = f'<w:pict><v:shape style="margin-top:1pt"><v:textbox>{box(text)}</v:textbox></v:shape></w:pict>'
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{modern}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def test_boxes_are_read_once_in_the_order_they_print() -> None:
    inside = (
        run("正文")
        + drawn("版记", "page", 9_000_000)
        + drawn("某市人民政府文件", "page", 1_000_000)
        + drawn("注", "paragraph", 9)
    )
    assert texts(docx(p(inside))) == ["某市人民政府文件", "正文", "版记", "注"]
    old = f'<w:r><w:pict><v:shape style="position:absolute;margin-top:-20pt"><v:textbox>{box("红头")}</v:textbox></v:shape></w:pict></w:r>'
    art = '<w:r><w:pict><v:shape style="x"><v:textpath string="艺术字"/></v:shape></w:pict></w:r>'
    assert texts(docx(p(run("正文") + old + art))) == ["红头", "艺术字", "正文"]


def test_tracked_changes_are_read_as_accepted() -> None:
    body = (
        p(run("甲") + f"<w:ins>{run('乙')}</w:ins><w:del><w:r><w:delText>丙</w:delText></w:r></w:del>"
          f"<w:moveFrom>{run('丁')}</w:moveFrom><w:moveTo>{run('丁')}</w:moveTo>")
        + p("前半", "<w:rPr><w:del/></w:rPr>") + p("后半")
        + "<w:tbl>" + f"<w:tr><w:trPr><w:del/></w:trPr>{cell('删')}{cell('行')}</w:tr>"
        + f"<w:tr>{cell('a')}{cell('b')}</w:tr><w:tr>{cell('c')}{cell('d')}</w:tr></w:tbl>"
    )  # fmt: skip
    data = docx(body)
    assert texts(data) == ["甲乙丁", "前半后半", "a", "b", "c", "d"]
    assert [place[1] for place in places(data)] == [0, 0, 1, 1]
    changed = "deleted (tracked change)"
    assert told(data) == [
        *(("丙", changed), ("丁", "moved away (tracked change)"), ("删", changed), ("行", changed)),
    ]


def test_controls_fields_links_breaks_symbols_and_hidden_text() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("2023年")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    control = f"<w:sdt><w:sdtContent>{p('控件')}</w:sdtContent></w:sdt>"
    placeholder = (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('单击此处')}</w:sdtContent></w:sdt>"
    )
    body = (
        control + placeholder + p(field + f'<w:fldSimple w:instr="x">{run("简")}</w:fldSimple>')
        + p(f'<w:hyperlink r:id="x">{run("链接")}</w:hyperlink><w:r><w:tab/><w:t>一</w:t><w:br/><w:t>二</w:t><w:softHyphen/>'
            '<w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="X" w:char="F001"/></w:r>')
        + p(run("见") + run("藏", "<w:vanish/>") + run("粗", '<w:b w:val="0"/>'))
        + p(run("\uf0fe", '<w:rFonts w:ascii="Wingdings"/>'))
        + p(f'<w:smartTag>{run("智能")}</w:smartTag><w:customXml>{run("标记")}</w:customXml>')
    )  # fmt: skip
    data = docx(body)
    assert texts(data) == ["控件", "2023年简", "链接\t一", "二-☑□", "见粗", "☑", "智能标记"]
    assert told(data) == [("单击此处", "placeholder of a form"), ("藏", "hidden")]
    assert scan(data, "x").doubts == ("A symbol of the font X could not be read; □ stands in its place.",)


def test_notes_stand_behind_their_paragraph_and_after_the_table() -> None:
    def note(number: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'

    notes = (
        "<w:footnotes>"
        + "".join(f'<w:footnote w:id="{i}">{p(f"注{i}")}</w:footnote>' for i in (2, 3, 4))
        + "</w:footnotes>"
    )
    rows = table(cell("a") + cell(p(run("b") + note(3))), cell("c") + cell("d"))
    data = docx(p(run("一") + note(2)) + rows + p("二"), footnotes=notes)
    found = scan(data, "x")
    assert [(x.text, x.number, x.style) for x in found.lines if x.style == "footnote"] == [
        ("注2", "1", "footnote"),
        ("注3", "2", "footnote"),
    ]
    assert texts(data) == ["一", "注2", "a", "b", "c", "d", "注3", "二"]
    assert told(data) == [("注4", "note that nothing refers to")]


def test_heads_feet_and_comments_are_told() -> None:
    section = '<w:sectPr><w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>'
    data = docx(
        p("一") + section,
        header1=f"<w:hdr>{p('机密★1年')}</w:hdr>",
        footer1=f"<w:ftr>{p('— 1 —')}{p('某市')}</w:ftr>",
        comments=f"<w:comments><w:comment>{p('改')}</w:comment></w:comments>",
    )
    assert told(data) == [
        *(
            ("机密★1年", "head of the page"),
            ("— 1 —", "page number"),
            ("某市", "foot of the page"),
            ("改", "comment"),
        ),
    ]


def visible(data: bytes) -> Counter[str]:
    """Return every character in all parts of a DOCX, without what only older programs show."""
    found: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if not re.fullmatch(
                r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml", name
            ):
                continue
            root = etree.fromstring(archive.read(name))
            for node in root.iter("{*}t", "{*}delText"):
                if not any(above.tag.endswith("}Fallback") for above in node.iterancestors()):
                    found.update("".join((node.text or "").split()))
    return found


def accounted(found: Scan) -> Counter[str]:
    return Counter("".join((found.text + "".join(loss.text for loss in found.losses)).split()))


def test_every_visible_character_is_in_the_text_or_told() -> None:
    hidden = run("藏", "<w:vanish/>")
    body = (
        p(run("甲") + hidden + drawn("框", "page", 1) + f"<w:del>{run('删')}</w:del><w:r><w:footnoteReference w:id='2'/></w:r>")
        + table(cell("一", '<w:vMerge w:val="restart"/>') + cell(p(drawn("格框", "page", 1))), cell("并", "<w:vMerge/>") + cell("三"))
        + p("<w:r><w:fldChar w:fldCharType='begin'/><w:t>码</w:t></w:r>") + p("<w:r><w:ruby><w:rt>" + run("yin")
        + "</w:rt><w:rubyBase>" + run("音") + "</w:rubyBase></w:ruby></w:r>")
        + "<w:ins>" + p("入") + "</w:ins><w:unknown>" + p("未") + "</w:unknown>"
    )  # fmt: skip
    notes = f"<w:footnotes><w:footnote w:id='2'>{p('注')}</w:footnote><w:footnote w:id='3'>{p('孤')}</w:footnote></w:footnotes>"
    data = docx(body, footnotes=notes, comments=f"<w:comments><w:comment>{p('批')}</w:comment></w:comments>")
    assert accounted(scan(data, "x")) == visible(data)


def test_a_document_of_python_docx() -> None:
    document = python_docx.Document()
    document.add_heading("一、标题", 1)
    document.add_paragraph("甲", style="List Number")
    document.add_paragraph("乙", style="List Number")
    grid = document.add_table(2, 3)
    grid.cell(0, 0).merge(grid.cell(1, 0)).text = "并"
    grid.cell(0, 1).merge(grid.cell(0, 2)).text = "宽"
    stream = io.BytesIO()
    document.save(stream)
    lines = scan(stream.getvalue(), "x").lines
    assert [(line.number, line.text, line.style) for line in lines[:3]] == [
        *(("", "一、标题", "heading 1"), ("1.", "甲", "List Number"), ("2.", "乙", "List Number")),
    ]
    assert [place[:1] + place[1:] for place in places(stream.getvalue()) if place[0]] == [
        *(("并", 0, 0, 2, 1), ("宽", 0, 1, 1, 2)),
    ]


def test_our_own_notice_reads_as_it_prints() -> None:
    workspace = Workspace(ROOT)
    policy = load_policy(workspace.choose(None))
    data = Papers(workspace, policy).notice()
    found = scan(data, "notice.docx")
    printed = [q.text for q in python_docx.Document(io.BytesIO(data)).paragraphs if q.text.strip()]
    read = "".join("".join(line.text for line in found.lines if line.cell is None).split())
    at = 0
    for text in printed:
        words = "".join(text.split())
        assert words in read[at:], text
        at = read.index(words, at)
    for section in policy.notice.sections:
        assert section.heading in found.text
    rows = [line for line in found.lines if line.cell is not None]
    assert {line.cell.table for line in rows if line.cell} == {0}
    by_row: dict[int, dict[int, str]] = {}
    for line in rows:
        if line.cell and not line.cell.header:
            cells = by_row.setdefault(line.cell.row, {})
            cells[line.cell.column] = cells.get(line.cell.column, "") + line.text
    assert len(by_row) == len(policy.tasks.tasks)
    for number, (cells, task) in enumerate(zip(by_row.values(), policy.tasks.tasks, strict=True), 1):
        assert cells[0] == str(number)
        assert task.name in cells[1]
        assert "".join(task.text) in cells[2]
    assert accounted(found) == visible(data)
