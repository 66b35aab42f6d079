"""Templates as docxtpl users write them give the same text here as there."""

from __future__ import annotations

import io
import warnings
from typing import Any

import pytest
from docx import Document
from docx.document import Document as DocumentObject

from hongtou.package import Package
from hongtou.render.template import WordTemplate

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from docxtpl import DocxTemplate, RichText

TASKS = [
    {"name": "甲", "text": "第一项", "units": ["市财政局", "市民政局"], "late": True},
    {"name": "乙", "text": "第二项 <&>", "units": [], "late": False},
    {"name": "丙", "text": "第三项", "units": ["东镇"], "late": True},
]
CONTEXT: dict[str, Any] = {"unit": {"name": "市残联"}, "tasks": TASKS, "number": 3, "empty": [], "on": True}


def saved(document: DocumentObject) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def paragraphs(*texts: str) -> bytes:
    document = Document()
    for text in texts:
        document.add_paragraph(text)
    return saved(document)


def rows(*lines: tuple[str, ...]) -> bytes:
    document = Document()
    table = document.add_table(rows=len(lines), cols=len(lines[0]))
    for row, texts in zip(table.rows, lines, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return saved(document)


def split_over_runs() -> bytes:
    document = Document()
    paragraph = document.add_paragraph()
    for number, piece in enumerate(
        ("致{{ un", "it.na", "me }}", "：{% if o", "n %}是{% else %}否{% endif %}")
    ):
        paragraph.add_run(piece).bold = bool(number % 2)
    return saved(document)


def header_and_footer() -> bytes:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "致{{ unit.name }}"
    document.sections[0].footer.paragraphs[0].text = "共{{ tasks | length }}项"
    document.add_paragraph("正文{{ number }}")
    return saved(document)


def runs() -> bytes:
    document = Document()
    paragraph = document.add_paragraph("前")
    paragraph.add_run("{{r rich }}")
    paragraph.add_run("后")
    return saved(document)


TEMPLATES = {
    "values": paragraphs("致{{ unit.name }}：", "共{{ tasks | length }}项，第{{ number + 1 }}号"),
    "paragraph loop": paragraphs("{%p for t in tasks %}", "{{ loop.index }}. {{ t.name }}：{{ t.text }}", "{%p endfor %}", "完"),
    "paragraph condition": paragraphs("{%p if number > 2 %}", "多", "{%p else %}", "少", "{%p endif %}", "完"),
    "nested": paragraphs(
        "{%p for t in tasks %}", "{%p if t.late %}", "{{ t.name }}逾期", "{%p for u in t.units %}", "—{{ u }}", "{%p endfor %}",
        "{%p endif %}", "{%p endfor %}",
    ),
    "empty loop": paragraphs("{%p for t in empty %}", "{{ t }}", "{%p else %}", "无", "{%p endfor %}"),
    "inline": paragraphs("{% for t in tasks %}{{ t.name }}{% if not loop.last %}、{% endif %}{% endfor %}。"),
    "filters": paragraphs("{{ tasks | map(attribute='name') | join('、') }}", "{{ unit.name | replace('市', '县') }}", "{{ missing | default('未填') }}"),
    "set and test": paragraphs("{%p set total = tasks | length %}", "{{ total }}", "{% if missing is defined %}有{% else %}无{% endif %}"),
    "comment": paragraphs("前{# 不印 #}后", "{#p 整段不印 #}", "完"),
    "curly quotes": paragraphs("{{ “甲” if on else ‘乙’ }}"),
    "rows": rows(("序号", "事项"), ("{%tr for t in tasks %}", ""), ("{{ loop.index }}", "{{ t.text }}"), ("{%tr endfor %}", "")),
    "rows with a condition": rows(
        ("{%tr for t in tasks %}", ""), ("{%tr if t.late %}", ""), ("{{ t.name }}", "{{ t.units | join('，') }}"),
        ("{%tr endif %}", ""), ("{%tr endfor %}", ""),
    ),
    "cells": rows(("头", "{%tc for t in tasks %}", "{{ t.name }}", "{%tc endfor %}")),
    "split over runs": split_over_runs(),
    "header and footer": header_and_footer(),
    "runs": runs(),
    "joined": paragraphs("住在", "{%- if on -%}", "城里", "{%- else -%}", "乡下", "{%- endif -%}", "。"),
    "text beside a paragraph tag": paragraphs("丢掉 {%p if on %}", "是", "{%p endif %} 也丢掉"),
}  # fmt: skip


def text_of(data: bytes) -> list[str]:
    document = Document(io.BytesIO(data))
    section = document.sections[0]
    found = [p.text for p in document.paragraphs]
    found += ["|".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows]
    return [
        *found,
        *(p.text for p in section.header.paragraphs),
        *(p.text for p in section.footer.paragraphs),
    ]


def ours(template: bytes) -> list[str]:
    made = WordTemplate(template, "t.docx")
    rich = RichText("富文本", bold=True)
    return text_of(Package({**made.package.parts, **made.fill({**CONTEXT, "rich": rich})}).bytes())


def theirs(template: bytes) -> list[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made = DocxTemplate(io.BytesIO(template))
        made.render({**CONTEXT, "rich": RichText("富文本", bold=True)}, autoescape=True)
        buffer = io.BytesIO()
        made.save(buffer)
    return text_of(buffer.getvalue())


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_same_text(name: str) -> None:
    assert ours(TEMPLATES[name]) == theirs(TEMPLATES[name])


def test_data_that_looks_like_xml_is_kept_whole() -> None:
    """With its default, docxtpl drops the rest of the paragraph here, and says nothing."""
    template = paragraphs("{{ text }}完")
    made = WordTemplate(template, "t.docx")
    filled = Package({**made.package.parts, **made.fill({"text": "甲&乙<丙>"})}).bytes()
    assert text_of(filled)[0] == "甲&乙<丙>完"
