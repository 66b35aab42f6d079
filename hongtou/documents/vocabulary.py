"""What a template may use, paper by paper: every name with its shape and what it is, as clerks call it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from hongtou.model.notice import Notice
from hongtou.model.register import Unit


@dataclass(frozen=True)
class Name:
    """A name of a context: ``text`` prints in ``{{ }}``, ``blocks`` stand in ``{{p }}``, ``list`` is for loops.

    ``inside`` are the names of a mapping, or of each entry of a list; None where they are not known.
    """

    says: str
    shape: Literal["text", "blocks", "list", "mapping"] = "text"
    inside: Mapping[str, Name] | None = field(default=None)


def _fields(model: type[Unit] | type[Notice]) -> dict[str, Name]:
    return {name: Name("", "mapping") for name in model.model_fields}


_UNIT = Name(
    "收文单位，如 unit.name 登记名称、unit.full_name 规范全称、unit.kind 单位性质", "mapping", _fields(Unit)
)
_NOTICE = Name("所依据的通知，如 notice.title、notice.document_number", "mapping", _fields(Notice))
_TASK = {
    "number": Name("序号（与通知任务表一致）"),
    "name": Name("任务"),
    "text": Name("工作要求"),
    "sentences": Name("工作要求，一句一项", "list"),
    "role": Name("本单位职责"),
    "others": Name("共同承担单位"),
    "deadline": Name("时限"),
}
_HEAD = {
    "letterhead": Name("发文机关标志"),
    "document_number": Name("发文字号；未编号时为空"),
    "copy_number": Name("份号"),
    "secrecy": Name("密级和保密期限"),
    "urgency": Name("紧急程度"),
    "title": Name("标题，已分行"),
    "recipients": Name("主送机关，不含冒号"),
    "body": Name("正文", "blocks"),
    "attachment_notes": Name("附件说明", "blocks"),
    "signature": Name("发文机关署名，一行一项", "list"),
    "date": Name("成文日期"),
    "note": Name("附注，不含括号"),
}
_ATTACHMENT = {
    "mark": Name("附件标识，如 附件1"),
    "title": Name("附件标题，已分行"),
    "body": Name("附件内容", "blocks"),
    "section_ends": Name("附件之后结束的节"),
}
_REPORT = {
    **_HEAD,
    "signers": Name("签发人，一行一项", "list"),
    "attachments": Name("附件", "list", {name: _ATTACHMENT[name] for name in ("mark", "title", "body")}),
    "notice": _NOTICE,
}
_COMPARISON = {
    "title": Name("标题，已分行"),
    "notes": Name("说明，一段一项", "list"),
    "body": Name("表格", "blocks"),
}
_MEETING = {
    "title": Name("标题，已分行"),
    "facts": Name("会议时间、地点等；未给出的留空待填", "blocks"),
}
_MINUTES = {
    "letterhead": Name("纪要标志"),
    "number": Name("纪要编号；未编号时留空待填"),
    "host": Name("印发单位：召集单位，没有时为发文机关"),
    "date": Name("会议日期；未给出时留空待填"),
    "title": Name("标题，已分行"),
    "body": Name("正文，议定事项待填", "blocks"),
    "present": Name("出席、请假、列席，姓名待填", "blocks"),
    "main_copy": Name("版记中的主送机关；纪要没有"),
    "copies_to": Name("抄送机关，不含句号"),
    "printed_by": Name("印发机关"),
    "printed_on": Name("印发日期，留空待填"),
    "colophon": Name("版记的大小：usual、tall，没有时为空"),
}
VOCABULARY: Mapping[str, Mapping[str, Name]] = {
    "notice": {
        **_HEAD,
        "signers": Name("签发人，一行一项", "list"),
        "main_copy": Name("移入版记的主送机关"),
        "copies_to": Name("抄送机关，不含句号"),
        "printed_by": Name("印发机关"),
        "printed_on": Name("印发日期"),
        "colophon": Name("版记的大小：usual、tall，没有时为空"),
        "page_foot": Name("首页下端是否留白"),
        "attachments": Name("附件", "list", _ATTACHMENT),
        "main_section_ends": Name("正文之后结束的节"),
        "tail_section_ends": Name("版记之后结束的节"),
    },
    "letter": {
        **_HEAD,
        "unit": _UNIT,
        "notice": _NOTICE,
        "tasks": Name("本单位的任务；body 中已有任务表，自行画表时用", "list", _TASK),
        "checklist_title": Name("清单标题"),
        "checklist": Name("清单", "blocks"),
    },
    "checklist": {
        "unit": _UNIT,
        "notice": _NOTICE,
        "basis": Name("依据的通知：标题和发文字号"),
        "checklist_title": Name("清单标题"),
        "checklist": Name("清单", "blocks"),
    },
    "ledger": {
        "title": Name("台账标题"),
        "basis": Name("依据的通知：标题和发文字号"),
        "ledger": Name("台账", "blocks"),
    },
    "plan": {
        "unit": _UNIT,
        "notice": _NOTICE,
        "basis": Name("依据的通知：标题和发文字号"),
        "title": Name("计划标题"),
        "plan": Name("计划", "blocks"),
    },
    "report": {**_REPORT, "unit": _UNIT, "report": Name("报送材料，如 中期工作总结")},
    "summary": _REPORT,
    "reminder": {**_HEAD, "unit": _UNIT, "notice": _NOTICE},
    "change": {**_HEAD, "unit": _UNIT},
    "comparison": _COMPARISON,
    "impact": _COMPARISON,
    "agenda": {
        **_MEETING,
        "body": Name("议程", "blocks"),
        "attachment_notes": Name("附件说明", "blocks"),
        "attachments": Name(
            "附件：问题清单、下一步措施清单",
            "list",
            {k: v for k, v in _ATTACHMENT.items() if k != "section_ends"},
        ),
    },
    "sign-in": {**_MEETING, "table": Name("签到表格", "blocks")},
    "minutes": _MINUTES,
}
"""The names of each paper's context."""
