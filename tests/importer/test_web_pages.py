"""Pages of several systems 网页样式: what stands around the paper is left out with its reason, nothing of the paper is."""

from __future__ import annotations

import pytest

from hongtou.importer.read import scan
from hongtou.importer.report import is_whole, open_matters
from hongtou.importer.understand import Imported, understand

TITLE = "关于做好养老服务工作的通知"
ISSUER = "某区人民政府办公室"
NUMBER = "某府办〔2024〕3号"
BODY = (
    "<p>各镇人民政府，区直各单位：</p><p>现将有关事项通知如下。</p><p>一、加强领导。各单位要高度重视。（区民政局负责）</p>"
    "<p>二、抓好落实。</p><p>（一）新建养老院2家。（区财政局、民政局负责）</p><p>附件：任务清单</p>"
    f'<p align="right">{ISSUER}</p><p align="right">2024年3月1日</p>'
)
PAGES = {
    "a title in a block, sharing, files and neighbours": (
        f"<title>{ISSUER}{TITLE}-某区政府网</title>",
        "<div>首页 | 新闻 | 政务公开</div><div>当前位置：首页 &gt; 政策文件</div>"
        f"<div class=title>{ISSUER}{TITLE}</div><div>发布时间：2024-03-02 10:00 来源：区府办 浏览次数：123 字体：[大 中 小] 打印 关闭</div>"
        f"<p>{NUMBER}</p>{BODY}<div>附件下载：</div><div><a>任务清单.docx</a></div><div>上一篇：关于放假的通知</div>"
        "<div>下一篇：关于上班的通知</div><div>扫一扫在手机打开当前页</div><div>主办：某区人民政府 某ICP备123号</div>",
    ),
    "a table of 索引号, the title twice": (
        f"<title>{TITLE}_某区</title>",
        "<div>首页 &gt; 政务公开 &gt; 政策文件</div><table><tr><td>索 引 号：</td><td>012/2024-1</td><td>主题分类：</td><td>民政</td></tr>"
        "<tr><td>发布机构：</td><td>区府办</td><td>发布日期：</td><td>2024年03月02日</td></tr>"
        f"<tr><td>名　　称：</td><td>{TITLE}</td><td>文　　号：</td><td>{NUMBER}</td></tr></table>"
        f"<h1>{TITLE}</h1><p align=center>{ISSUER}</p><p align=center>{TITLE}</p>{BODY}"
        "<p>分享到：微信 微博</p><p>【打印本页】 【关闭窗口】</p>",
    ),
    "a heading broken into lines, files at the end": (
        "<title>某区政府</title>",
        f"<h2>{ISSUER}<br>{TITLE}</h2><p>信息来源：区府办 发布时间：2024-03-02 字号：大 中 小</p><p>{NUMBER}</p>{BODY}"
        "<ul><li>相关附件：</li><li>附件1：任务清单.pdf（123KB）</li></ul><p>责任编辑：张三</p>",
    ),
    "a list of what is known of the paper": (
        f"<title>{ISSUER}{TITLE}</title>",
        "<div>您现在的位置：首页&gt;公开</div><ul><li>索引号：012/2024-1</li><li>发文机关：区府办</li><li>成文日期：2024-03-01</li>"
        f"<li>标题：{ISSUER}{TITLE}</li><li>发文字号：{NUMBER}</li><li>有效性：有效</li></ul><h3>{ISSUER}{TITLE}</h3>{BODY}"
        "<div><span>打印</span> <span>关闭</span></div>",
    ),
    "the paper with its name in red below the title of the page": (
        f"<title>{TITLE}</title>",
        f"<h1>{TITLE}</h1><p>{ISSUER}文件</p><p>{NUMBER}</p><p>{ISSUER}</p><p>关于做好养老服务</p><p>工作的通知</p>{BODY}",
    ),
}


def page(name: str) -> Imported:
    head, body = PAGES[name]
    html = f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return understand(scan(html.encode(), "x"))


@pytest.mark.parametrize("name", PAGES)
def test_the_paper_is_read_and_nothing_else(name: str) -> None:
    found = page(name)
    notice = found.notice
    assert (notice.title, notice.document_number) == (f"{ISSUER}{TITLE}", NUMBER)
    assert (notice.recipients, str(notice.date)) == ((("各镇人民政府",), ("区直各单位",)), "2024-03-01")
    assert [section.heading for section in notice.sections] == ["加强领导。", "抓好落实。"]
    assert [(one.title, one.absent) for one in notice.attachments] == [("任务清单", True)]
    assert notice.issuers == (ISSUER,)
    assert is_whole(found), [*open_matters(found)]
    assert all(one.reason for one in found.ledger.left_out)


def test_what_a_page_says_of_the_paper_is_kept() -> None:
    publication = page("a table of 索引号, the title twice").notice.publication
    assert publication is not None
    assert (str(publication.published), publication.source) == ("2024-03-02", "区府办")
    assert (publication.index_number, publication.topic) == ("012/2024-1", "民政")
