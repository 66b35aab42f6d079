"""Saved web pages: encodings, lines, cells, lists, what is left out and why."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from hongtou.importer.read import read, scan
from hongtou.importer.scan import Scan
from tests.conftest import ROOT

NOTICES = ROOT.parent / "shared" / "notices"


def page(body: str, head: str = "") -> Scan:
    return scan(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "x.html")


def texts(found: Scan) -> list[str]:
    return [line.text for line in found.lines]


def places(found: Scan) -> list[tuple[str, int, int, int, int]]:
    return [(x.text, x.cell.row, x.cell.column, x.cell.rows, x.cell.columns) for x in found.lines if x.cell]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("GBK", "gbk"),
        ("utf-8", "gb18030"),
        ("gb2312", "utf-8"),
        ("big5", "big5"),
        ("unicode_escape", "gb18030"),
        ("zip", "utf-8"),
    ],
)
def test_encodings_also_wrongly_declared(declared: str, encoding: str) -> None:
    words = "關於做好工作的通知" if encoding == "big5" else "关于做好工作的通知"
    data = f'<html><meta http-equiv="Content-Type" content="text/html; charset={declared}"><p>{words}</p>'
    assert texts(scan(data.encode(encoding), "x")) == [words]


def test_few_damaged_characters_are_doubted() -> None:
    data = ("<html><meta charset=gbk><p>" + "关于做好工作的通知" * 20).encode("gbk") + b"\xd6</p>"
    found = scan(data, "x")
    assert found.text.endswith("通知\ufffd/p>") or "\ufffd" in found.text
    assert len(found.doubts) == 1


def test_blocks_breaks_entities_and_blanks() -> None:
    found = page(
        "<p>\n  各镇街：<br>现就\n  有关&ldquo;事项&rdquo;&#x901A;&nbsp;知 A\nB</p><div>一<p>二</p>三</div>"
        "<pre>甲\n乙</pre><p>&nbsp;</p><p>责&shy;任</p>　<p>&nbsp;&nbsp;署名&nbsp;</p>"
    )
    assert texts(found) == [
        *("各镇街：", "现就有关“事项”通\xa0知 A B", "一", "二", "三", "甲", "乙", "责任", "\xa0\xa0署名"),
    ]


def test_alignment_bold_and_style() -> None:
    found = page(
        "<h1 align=center>标题</h1><center><b>一</b><span>二</span></center><p style='text-align:RIGHT; x'><b>三</b>"
        "<div align=justify><p style='font-weight:700'>四</p></div>"
    )
    looks = [(line.text, line.align, line.bold, line.style) for line in found.lines]
    assert looks == [
        ("标题", "center", True, "h1"),
        ("一二", "center", False, ""),
        ("三", "right", True, ""),
        ("四", "both", True, ""),
    ]


def test_lists_are_numbered() -> None:
    found = page(
        "<ol><li>一<ol type=a><li>二</ol><li value=7><p>三</p><p>四</p></ol><ol style='list-style:cjk-ideographic'"
        " start=11><li>五</ol><ul><li>六</ul><ol style='list-style-type:none'><li>七</ol><ol reversed><li>八<li>九</ol>"
    )
    numbers = [(line.number, line.text) for line in found.lines]
    assert numbers == [
        *(("1.", "一"), ("a.", "二"), ("7.", "三"), ("", "四"), ("十一、", "五"), ("", "六"), ("", "七")),
        *(("2.", "八"), ("1.", "九")),
    ]


def test_spans_and_empty_cells() -> None:
    found = page(
        "<table><caption>表</caption><thead><tr><th rowspan=2>序号<th colspan=2>指标</tr><tr><th>甲<th>乙</thead>"
        "<tbody><tr><td rowspan=0>1<td>a<td></tr><tr><td colspan=9>c<p>d</p></table>"
    )
    assert places(found) == [
        *(("序号", 0, 0, 2, 1), ("指标", 0, 1, 1, 2), ("甲", 1, 1, 1, 1), ("乙", 1, 2, 1, 1)),
        *(("1", 2, 0, 2, 1), ("a", 2, 1, 1, 1), ("", 2, 2, 1, 1), ("c", 3, 1, 1, 9), ("d", 3, 1, 1, 9)),
    ]
    assert found.lines[0].cell is None
    assert [line.cell.header for line in found.lines if line.cell] == [True] * 4 + [False] * 5


@pytest.mark.parametrize(
    "around",
    ["{}", "<tbody>{}</tbody>", "<table>{}</table>", "<div>{}</div>", "<p>前</p>{}<table><tr><td>框</table>"],
)
def test_rows_of_a_fragment_are_a_table(around: str) -> None:
    rows = "<tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr>"
    assert [place[:3] for place in places(scan(around.format(rows).encode(), "x"))] == [
        *(("a", 0, 0), ("b", 0, 1), ("c", 1, 0), ("d", 1, 1)),
    ]


def test_layout_tables_are_none_and_tables_in_them_are() -> None:
    data = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    found = page(
        f"<table><tr><td>菜单<td><p>{'正文' * 400}</p>{data}</td></tr><tr><td><td></table><table><tr><td>框</table>"
    )
    assert places(found) == [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1), ("c", 1, 0, 1, 1), ("d", 1, 1, 1, 1)]
    outer = page(f"<table><tr><th>序号<th>内容<tr><td>1<td>很长的内容很长的内容{data}后</table>")
    assert [line.cell.table for line in outer.lines if line.cell] == [0] * 9
    assert [(t, row, column) for t, row, column, *_ in places(outer)][3:] == [
        *(("很长的内容很长的内容", 1, 1), ("a", 1, 1), ("b", 1, 1), ("c", 1, 1), ("d", 1, 1), ("后", 1, 1)),
    ]


def test_what_is_no_text_is_told_with_its_reason() -> None:
    found = page(
        "<nav>首页 <a>政务</a></nav><script>no()</script><style>.x{}</style><!-- 注 --><p>一<span style='display: none'>藏"
        "</span><input value=搜索><input type=hidden value=h></p><div hidden>隐</div><article><footer>署名</footer></article>"
        "<footer>版权</footer><select><option>选</select><noscript>脚本</noscript>",
        "<title>题</title>",
    )
    assert texts(found) == ["一", "署名"]
    assert Counter(loss.text for loss in found.losses) == Counter(
        ["题", "首页 政务", "藏", "搜索", "隐", "版权", "选", "脚本"]
    )
    assert all(loss.reason for loss in found.losses)


class Cells(HTMLParser):
    """The innermost tables of a page, cell by cell, read without lxml; and every visible character."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[tuple[str, int, int]]]] = []
        self.open: list[list[list[list]]] = []
        self.visible: Counter[str] = Counter()
        self.silent = 0

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "table":
            self.open.append([])
        elif tag == "tr" and self.open:
            self.open[-1].append([])
        elif tag in ("td", "th") and self.open:
            self.open[-1][-1].append(["", int(given.get("rowspan", 1)), int(given.get("colspan", 1))])
        self.silent += tag in ("script", "style")

    def handle_endtag(self, tag):
        if tag == "table":
            self.tables.append([[tuple(cell) for cell in row] for row in self.open.pop()])
        self.silent -= tag in ("script", "style")

    def handle_data(self, data):
        if self.silent:
            return
        self.visible.update("".join(data.split()))
        if self.open and self.open[-1] and self.open[-1][-1]:
            self.open[-1][-1][-1][0] += "".join(data.split())


@pytest.mark.parametrize(
    "name", ["11-sc2018-126-reform-list-table.html", "24-shicheng2018-river-chief-township-table.html"]
)
def test_real_tables_cell_by_cell(name: str) -> None:
    if not (NOTICES / name).exists():
        pytest.skip(f"{NOTICES} with the real notices is not there")
    found = read(NOTICES / name)
    other = Cells()
    other.feed((NOTICES / name).read_text(encoding="utf8"))
    tables = [t for t in other.tables if len(t) > 1 and max(map(len, t)) > 1]
    expected = []
    for number, rows in enumerate(tables):
        taken: set[tuple[int, int]] = set()
        for r, row in enumerate(rows):
            column = 0
            for text, down, across in row:
                while (r, column) in taken:
                    column += 1
                taken |= {(r + i, column + j) for i in range(down) for j in range(across)}
                expected.append((number, r, column, down, across, text))
                column += across
    got: dict[tuple, str] = {}
    for line in found.lines:
        if c := line.cell:
            key = (c.table, c.row, c.column, c.rows, c.columns)
            got[key] = got.get(key, "") + "".join(line.text.split())
    assert expected
    assert [(*key, text) for key, text in got.items()] == expected
    assert accounted(found) == other.visible


def accounted(found: Scan) -> Counter[str]:
    return Counter("".join((found.text + "".join(loss.text for loss in found.losses)).split()))


def test_every_visible_character_is_in_the_text_or_told(tmp_path: Path) -> None:
    body = (
        "<div class=nav>当前位置：<a>首页</a>&gt;公开</div><nav>甲<b>乙</b></nav><p>一<i>二<br></i>三<b>四</p>五"
        "<table><tr>游离<td>六<table><tr><td>七<td>八<tr><td>九<td>十</table>外<td>壹<tr><td><ol><li>贰<li>叁</ol><td>&#8364;"
        "</table><div style='display:none'>隐<p>藏<script>no</script>着</p>尾</div>后<textarea>写</textarea><svg><text>图</text>"
        "</svg><ruby>汉<rt>han</rt></ruby><details><summary>概</summary>详</details><button>打印</button>末"
    )
    other = Cells()
    other.feed(f"<title>题</title>{body}")
    assert accounted(page(body, "<title>题</title>")) == other.visible
