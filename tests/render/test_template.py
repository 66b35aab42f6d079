"""User templates: what docxtpl users know works, and every fault is named at once with its place."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from docx import Document

from hongtou.errors import TemplateError
from hongtou.package import Package
from hongtou.render.template import WordTemplate


def template(*paragraphs: str) -> bytes:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def filled(data: bytes, **context: object) -> list[str]:
    made = WordTemplate(data, "t.docx")
    parts = {**made.package.parts, **made.fill(context)}
    return [paragraph.text for paragraph in Document(io.BytesIO(Package(parts).bytes())).paragraphs]


def test_values_loops_and_conditions() -> None:
    data = template(
        "致{{ unit.name }}：",
        "{%p for task in tasks %}",
        "{{ loop.index }}.{{ task }}",
        "{%p endfor %}",
        "{%p if x > 1 %}",
        "大",
        "{%p endif %}",
    )
    assert filled(data, unit={"name": "市残联"}, tasks=["甲", "乙"], x=2) == [
        "致市残联：",
        "1.甲",
        "2.乙",
        "大",
    ]


def test_a_tag_that_word_has_split_over_runs() -> None:
    document = Document()
    paragraph = document.add_paragraph()
    for piece in ("前{", "{ na", "me", " }", "}后{{ name }}"):
        paragraph.add_run(piece)
    buffer = io.BytesIO()
    document.save(buffer)
    assert filled(buffer.getvalue(), name="中") == ["前中后中"]


def test_curly_quotes_inside_a_tag() -> None:
    assert filled(template("{{ ‘甲’ if name == “中” else ‘乙’ }}"), name="中") == ["甲"]


def test_data_is_escaped_and_never_a_template() -> None:
    text = "<w:p/> & {{ 7 * 7 }} \"'"
    assert filled(template("{{ name }}"), name=text) == [text]


def test_line_breaks_and_tabs_in_data() -> None:
    assert filled(template("{{ name }}"), name="一\n二\t三") == ["一\n二\t三"]


def test_table_rows() -> None:
    document = Document()
    table = document.add_table(rows=3, cols=2)
    for row, texts in zip(
        table.rows, [("{%tr for t in tasks %}", ""), ("{{ t }}", "是"), ("{%tr endfor %}", "")], strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    made = WordTemplate(buffer.getvalue(), "t.docx")
    parts = {**made.package.parts, **made.fill({"tasks": ["甲", "乙", "丙"]})}
    rows = Document(io.BytesIO(Package(parts).bytes())).tables[0].rows
    assert [[cell.text for cell in row.cells] for row in rows] == [["甲", "是"], ["乙", "是"], ["丙", "是"]]


BROKEN = {
    "unknown name": (("{{ unit }}", "{{ uint }}"), {"unit": 1}, "t.docx: error: paragraph 2: {{ uint }}: there is no “uint”\n    → names that may be used: unit"),
    "two unknown names": (("{{ a }}", "{{ b }}"), {}, "t.docx: error: paragraph 1: {{ a }}: there is no “a”\nt.docx: error: paragraph 2: {{ b }}: there is no “b”"),
    "tag not closed": (("一", "{{ name"), {}, "t.docx: error: paragraph 2: a tag is opened and not closed: {{ name"),
    "broken expression": (("{{ a + }}", "{{ b | }}"), {}, "t.docx: error: paragraph 1: {{ a + }}: unexpected 'end of print statement'\nt.docx: error: paragraph 2: {{ b | }}: expected token 'name', got 'end of print statement'"),
    "loop without end": (("{%p for t in tasks %}", "{{ t }}"), {}, "t.docx: error: Unexpected end of template. Jinja was looking for the following tags: 'endfor' or 'else'. The innermost block that needs to be closed is 'for'."),
    "unknown filter": (("{{ a | shout }}",), {"a": 1}, "t.docx: error: paragraph 1: {{ a | shout }}: No filter named 'shout'."),
    "missing attribute": (("{{ unit.nmae }}",), {"unit": {}}, "t.docx: error: 'dict object' has no attribute 'nmae'"),
    "hands in the engine": (("{{ unit.__class__ }}",), {"unit": ""}, "t.docx: error: access to attribute '__class__' of 'str' object is unsafe."),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_broken_templates(name: str) -> None:
    paragraphs, context, says = BROKEN[name]
    with pytest.raises(TemplateError) as caught:
        filled(template(*paragraphs), **context)
    assert caught.value.message == says


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "gen: templates/notice.general.docx is not a Word file (.docx).\n    → Open it in Word or WPS and save it as .docx; an old .doc or a damaged file cannot be read.\n"),
        (b"PK\x03\x04 torn", "gen: templates/notice.general.docx is not a Word file (.docx).\n    → Open it in Word or WPS and save it as .docx; an old .doc or a damaged file cannot be read.\n"),
        (template("{{ titel }}"), None),
    ],
)  # fmt: skip
def test_a_broken_template_of_the_user(
    data: bytes, says: str | None, workspace: Callable[..., Path], gen: Callable[..., Result]
) -> None:
    folder = workspace({"templates/notice.general.docx": data})
    result = gen("notice")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert not (folder / "output").exists()
    if says is None:
        assert result.stderr.startswith(
            "templates/notice.general.docx: error: paragraph 1: {{ titel }}: there is no “titel”\n"
        )
    else:
        assert result.stderr == says


def test_a_template_of_the_user_is_used(workspace: Callable[..., Path], gen: Callable[..., Result]) -> None:
    folder = workspace({"templates/notice.general.docx": template("我的{{ title }}")})
    assert gen("notice").exit_code == 0
    assert (
        Document(str(folder / "output/demo-notice.docx")).paragraphs[0].text
        == "我的某市人民政府办公室关于做好工作的通知"
    )
