"""Parts that come or go whole: with who is responsible, and with what stands in them."""

from __future__ import annotations

import pytest

from hongtou.diff.as_data import plain
from hongtou.diff.change import Change, Level, Verb
from hongtou.diff.compare import compare
from hongtou.diff.forms.html import as_html
from hongtou.diff.forms.markdown import as_markdown
from hongtou.diff.forms.text import as_text
from hongtou.documents.amendment_table import Side, amendment_table
from hongtou.documents.blocks import Table
from hongtou.model.policy import Policy
from tests.diff.edits import Data, policy_of
from tests.diff.test_compare import V1

ROW: Data = {
    "id": "fresh",
    "name": "实施新的行动。",
    "text": ["每年一次。"],
    "assignments": [
        {"role": "lead", "units": ["市残联"]},
        {"role": "support", "units": ["市妇联", "市财政局"]},
    ],
}
WHO = "牵头单位：市残联；配合单位：市妇联、市财政局"


def with_row() -> Policy:
    data = plain(V1)
    data["tasks"]["tasks"].append(ROW)
    return policy_of(data)


def table(old: Policy, new: Policy) -> str:
    diff = compare(old, new)
    document = amendment_table(Side(old, "v1"), Side(new, "v2"), diff, diff.substantive)
    blocks = document.context["body"]
    assert isinstance(blocks, tuple)
    cells = (c for block in blocks if isinstance(block, Table) for row in block.rows for c in row.cells)
    return "\n".join(paragraph.text for cell in cells for paragraph in cell.paragraphs)


@pytest.mark.parametrize("turned", [False, True])
def test_who_is_responsible_for_a_new_or_deleted_row_is_shown(turned: bool) -> None:
    old, new = (with_row(), V1) if turned else (V1, with_row())
    diff = compare(old, new)
    sides = ("a", "b")
    assert WHO in as_text(diff, diff.changes, sides, colour=False)
    assert WHO in as_markdown(diff, diff.changes, sides)
    assert WHO in as_html(diff, diff.changes, sides)
    assert WHO in table(old, new)


def changed(data: Data) -> Change:
    (found,) = (c for c in compare(V1, policy_of(data)).changes if c.verb in (Verb.ADD, Verb.DELETE))
    return found


def test_a_new_section_is_told_with_what_stands_in_it() -> None:
    data = plain(V1)
    measure = {
        "id": "watch",
        "heading": "按月督查",
        "text": ["每月一次。"],
        "items": [{"id": "one", "text": ["查实。"]}],
    }
    data["notice"]["sections"].append({"id": "more", "heading": "加强监督", "measures": [measure]})
    found = changed(data)
    assert (found.level, found.new) == (Level.C, "加强监督\n（一）按月督查\n每月一次。\n一是查实。")
    measure["assignments"] = [{"units": ["市残联"]}]
    assert changed(data).level is Level.A


def test_a_table_that_is_gone_is_told_with_its_rows() -> None:
    data = plain(V1)
    data.pop("tasks")
    data["notice"]["attachments"] = [{"id": "tasks", "title": data["notice"]["attachments"][0]["title"]}]
    diff = compare(V1, policy_of(data))
    found = next(c for c in diff.changes if c.match.part.key == "tasks")
    assert found.level is Level.A
    assert found.old is not None
    assert found.old.startswith("1. 实施机关")
    assert found.old.count("责任单位：") == 15
