"""What lies in output/ against what the policy says now."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.conftest import TASKS

Build = Callable[..., Path]
Run = Callable[..., Result]
FAMILY = ("stale-paper", "stale-notice", "edited-paper", "left-over-paper", "missing-paper")


@pytest.fixture
def check(workspace: Build, gen: Run) -> Callable[[], list[str]]:
    """Return what gen check says about papers: rule and file name."""
    workspace()
    assert gen("build").exit_code == 0

    def said() -> list[str]:
        lines = [
            line
            for line in gen("check").stdout.splitlines()
            if line.endswith(tuple(f"[{r}]" for r in FAMILY))
        ]
        return sorted(
            f"{line.rpartition('[')[2][:-1]} {Path(line.partition(': ')[0]).name}" for line in lines
        )

    return said


def change(old: str, new: str) -> None:
    path = Path("policy/demo/tasks.yaml")
    path.write_text(path.read_text(encoding="utf8").replace(old, new), encoding="utf8")


def test_what_was_just_built_agrees(check: Callable[[], list[str]]) -> None:
    assert check() == []


def test_a_changed_task_makes_letters_ledger_and_notice_stale(check: Callable[[], list[str]]) -> None:
    change("完成不少于10个。", "完成不少于12个。")
    said = check()
    assert "stale-paper 市财政局.docx" in said
    assert "stale-notice demo-notice.docx" in said
    assert "stale-notice 督办台账.xlsx" in said


def test_a_unit_that_leaves_leaves_its_papers_over(check: Callable[[], list[str]]) -> None:
    change("[市财政局, 市民政局, 各镇街]", "[市财政局, 各镇街]")
    assert check().count("left-over-paper 市民政局.docx") == 2


def test_a_unit_that_joins_has_no_letter(check: Callable[[], list[str]]) -> None:
    change("[市财政局, 市民政局, 各镇街]", "[市财政局, 市民政局, 市人力资源社会保障局, 各镇街]")
    assert check().count("missing-paper 市人力资源社会保障局.docx") == 2


def test_a_letter_changed_by_hand_is_told_of(check: Callable[[], list[str]]) -> None:
    from docx import Document

    path = Path("output/demo-letters/市财政局.docx")
    document = Document(str(path))
    document.add_paragraph("手写")
    document.save(str(path))
    assert check() == ["edited-paper 市财政局.docx"]


def test_the_tiny_policy_is_what_these_tests_take_it_for() -> None:
    assert "[市财政局, 市民政局, 各镇街]" in TASKS
    assert "完成不少于10个。" in TASKS
