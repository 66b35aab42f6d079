"""Tables in the middle of a text: the text goes on behind them, they are attachments, and it is told where they stood."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from hongtou.importer.read import scan
from hongtou.importer.understand import Imported, understand
from hongtou.model.base import paragraphs
from hongtou.outline import outline

CASES: list[dict[str, Any]] = YAML(typ="safe").load((Path(__file__).parent / "insets.yaml").read_text("utf8"))
HEAD = ["某县教育局关于做好招生工作的通知", "各学校：", "现将有关事项通知如下。"]
END = ["某县教育局", "2024年3月1日"]


def page(lines: list[str]) -> Imported:
    """Return what is read of a web page with ``lines``; those with | are rows of a table."""
    parts = []
    for is_row, run in groupby(lines, key=lambda line: "|" in line):
        if is_row:
            rows = ("".join(f"<td>{cell}</td>" for cell in line.split("|")) for line in run)
            parts.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
        else:
            parts += [f"<p>{line}</p>" for line in run]
    return understand(scan(f"<html><body>{''.join(parts)}</body></html>".encode(), "x.html"))


COUNTED = [case for case in CASES if any(line.startswith("二、") for line in case["lines"])]
"""Those in which a number says that the text goes on, without a signature below it."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_table_in_the_text(case: dict[str, Any]) -> None:
    _agrees(page([*HEAD, *case["lines"], *END]), case)


@pytest.mark.parametrize("case", COUNTED, ids=lambda case: case["name"])
def test_a_table_in_a_text_that_nobody_signs(case: dict[str, Any]) -> None:
    _agrees(page([*HEAD, *case["lines"]]), case)


def _agrees(one: Imported, case: dict[str, Any]) -> None:
    texts = [text for text in paragraphs(one.notice.preamble) if text not in HEAD]
    texts += [text for part in outline(one.notice) for text in paragraphs(part.node.text)]
    assert texts == case["text"]
    assert [a.title for a in one.notice.attachments] == case["attachments"]
    assert (len(one.tasks.tasks) if one.tasks else 0) == case.get("tasks", 0)
    (told,) = one.ledger.doubts
    assert case["told"] in told
    assert not [*one.ledger.unplaced()]


def test_a_table_behind_the_text_is_an_attachment_as_it_was() -> None:
    one = page(
        [
            *HEAD,
            "一、名额",
            "见附件。",
            "附件：名额表",
            *END,
            "附件",
            "名额表",
            "学校|名额",
            "一中|500",
            "二、三中另行通知。",
        ]
    )
    assert [a.title for a in one.notice.attachments][:1] == ["名额表"]
    assert not any("stands in the text" in doubt for doubt in one.ledger.doubts)
