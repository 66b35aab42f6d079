"""Files from which fuzzing begins: one of each feature that the readers know."""

from __future__ import annotations

from pathlib import Path

from tests.importer.docxs import cell, docx, numbered, p, run, table

_LEVELS = "".join(
    f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
    for i, (kind, text) in enumerate(
        [
            ("chineseCounting", "%1、"),
            ("chineseCountingThousand", "（%2）"),
            ("decimal", "%1.%3"),
            ("bullet", "\uf0b7"),
        ]
    )
)
_NUMBERING = (
    f'<w:numbering><w:abstractNum w:abstractNumId="0">{_LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num></w:numbering>'
)
_BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:positionV relativeFrom="page">'
    f"<wp:posOffset>9</wp:posOffset></wp:positionV><wps:txbx><w:txbxContent>{p('框')}</w:txbxContent></wps:txbx></wp:anchor>"
    f'</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="margin-top:9pt"><v:textbox><w:txbxContent>{p("框")}'
    '</w:txbxContent></v:textbox><v:textpath string="字"/></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
)
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/>'
    '<w:t>1</w:t><w:fldChar w:fldCharType="end"/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
)
_CHANGES = f"<w:ins>{run('入')}</w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:moveFrom>{run('移')}</w:moveFrom>"
_NOTE = '<w:r><w:footnoteReference w:id="2"/><w:tab/><w:br/></w:r>'
_STYLES = (
    '<w:styles><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="正文"/></w:style><w:style w:styleId="b">'
    '<w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:jc w:val="center"/></w:pPr></w:style></w:styles>'
)
_TABLE = table(
    cell("序号", '<w:vMerge w:val="restart"/>') + cell("指标", '<w:gridSpan w:val="2"/>'),
    cell("", "<w:vMerge/>")
    + cell("甲")
    + cell(table(cell("一") + cell("二"), cell("三") + cell("四")) + p()),
)
_HTML = (
    "<!DOCTYPE html><html><head><meta charset=utf-8><title>题</title></head><body><nav>首页</nav><h1 align=center>通知</h1>"
    "<p style='text-align:right;display:block'>各镇街：<br>现就&nbsp;事项<b>如下</b></p><ol type=a start=3><li>一<li value=9>二</ol>"
    "<table><caption>表</caption><thead><tr><th rowspan=2>序号<th colspan=2>指标<tr><th>甲<th>乙</thead><tbody><tr><td>1<td>"
    "<table><tr><td>x<td>y<tr><td>z<td>w</table><td></tbody></table><pre>甲\n乙</pre><div hidden>隐</div><footer>版权</footer>"
)
PAPERS = Path(__file__).parent / "papers"
SEEDS = [
    *(path.read_bytes() for path in sorted(PAPERS.glob("*.txt"))),
    "某市人民政府办公室关于做好工作的通知\n各镇街：\n　　现就有关事项通知如下：\n一、明确任务。（市财政局负责）\n".encode(),
    "某市人民政府办公室\r\n关于做好工作的通知\f".encode("gb18030"),
    "\ufeff关于做好工作的通知\n".encode("utf-16-le"),
    _HTML.encode(),
    _HTML.replace("utf-8", "gb2312").encode("gb18030"),
    docx(
        p("标题", '<w:pStyle w:val="b"/>') + "".join(numbered(n, i, "项") for n, i in ((1, 0), (1, 1), (2, 0), (1, 3))) + _TABLE
        + p(run("甲") + _BOX + _FIELD + _CHANGES + _NOTE + run("藏", "<w:vanish/><w:b/>")) + p("前", "<w:rPr><w:del/></w:rPr>")
        + f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('填')}</w:sdtContent></w:sdt>"
        + '<w:sectPr><w:footerReference r:id="footer1"/></w:sectPr>',
        numbering=_NUMBERING, styles=_STYLES, footer1=f"<w:ftr>{p('— 1 —')}</w:ftr>",
        footnotes=f'<w:footnotes><w:footnote w:id="2">{p("注")}</w:footnote></w:footnotes>',
    ),
]  # fmt: skip
