"""One unit line by line 单位明细: what is asked, how it stands, what was said; as text and as data."""

from __future__ import annotations

from collections.abc import Iterator

from hongtou.i18n import _
from hongtou.model.progress import Said
from hongtou.tracking.standing import Mark, Standing, UnitStanding

_SIGNS = {Mark.DONE: "✓", Mark.DOING: "…", Mark.TODO: "○", Mark.SILENT: " "}


def unit_text(standing: UnitStanding) -> str:
    """Return the lines of one unit for people."""
    lines = [standing.unit]
    task = ""
    for line in standing.lines:
        if line.asked.task != task:
            task = line.asked.task
            lines.append(f"  {line.asked.name}")
        lines += _line(line)
    for gone in standing.gone:
        lines.append(_("  not asked of it: {text}").format(text=gone.words or "/".join(gone.key)))
    return "\n".join(lines) + "\n"


def _line(line: Standing) -> Iterator[str]:
    late = "!" if line.late else " "
    day = f"  [{line.asked.line.deadline}]" if line.asked.line.deadline else ""
    yield f"  {late}{_SIGNS[line.mark]} {line.asked.label} {line.asked.line.text}{day}"
    notes = [line.mark.word] if line.mark is not Mark.SILENT else []
    notes += ["要求已变更"] if line.changed else []
    notes += _said(line.answer) if line.answer is not None else []
    notes += ["答复不一致，待核定"] if line.answer is not None and line.answer.disputed else []
    if notes:
        yield f"       {'；'.join(notes)}"


def _said(said: Said) -> list[str]:
    named = (
        ("完成日期", said.date.isoformat() if said.date else None),
        ("责任人", said.person),
        ("佐证材料", said.evidence),
        ("进展情况", said.progress),
        ("存在问题", said.problem),
        ("下一步措施", said.next),
        ("备注", said.note),
    )
    return [f"{name}：{' '.join(value.split())}" for name, value in named if value]


def unit_data(standing: UnitStanding) -> dict[str, object]:
    """Return the lines of one unit as plain data for JSON."""
    return {
        "unit": standing.unit,
        "replied": standing.replied,
        "lines": [_data(line) for line in standing.lines],
        "no_longer_asked": [
            {
                "task": gone.key[0],
                "line": gone.key[1],
                "text": gone.words,
                "answer": gone.answer.model_dump(mode="json", by_alias=True, exclude_defaults=True),
            }
            for gone in standing.gone
        ],
    }


def _data(line: Standing) -> dict[str, object]:
    asked = line.asked
    return {
        "task": asked.task,
        "line": asked.line.id,
        "label": asked.label,
        "text": asked.line.text,
        "deadline": asked.line.deadline,
        "date": asked.line.date.isoformat() if asked.line.date else None,
        "role": line.role.value if line.role else None,
        "state": str(line.mark),
        "late": line.late,
        "changed": line.changed,
        "answer": line.answer.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        if line.answer is not None
        else None,
    }
