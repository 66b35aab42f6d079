"""What lies in output/ against what the policy says now: cases as data, each with a package that was really built."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx import Document

from hongtou import dispatch
from hongtou.build.batch import write_all
from hongtou.build.state import record_path, remember
from hongtou.papers import Papers
from hongtou.rules.catalogue import rules
from hongtou.rules.check import check_policy
from hongtou.rules.rule import Rule
from hongtou.rules.written import Written
from hongtou.source.load import Loaded, load
from hongtou.workspace import Workspace
from tests.rules.harness import cases, changed, write

RULES = [rule for rule in rules() if rule.family == "package"]


def each(kind: str) -> list[Any]:
    return [
        pytest.param(rule, case, id=f"{rule.id}-{n}")
        for rule in RULES
        for n, case in enumerate(cases(rule.id, rule.family)[kind], 1)
    ]


def written(loaded: Loaded, root: Path) -> Written:
    return Written(Papers(Workspace(root), loaded.policy), root / "output")


def name(path: Path, root: Path) -> str:
    """Return a paper by its name without that of the policy: letters/甲镇.docx, notice.docx."""
    return path.relative_to(root / "output").as_posix().removeprefix("demo-")


def place(paper: str, root: Path) -> Path:
    return root / "output" / f"demo-{paper}"


def found(rule: Rule, case: dict[str, Any], root: Path) -> set[str]:
    folder = write(changed({}), root)
    first = written(load(folder), root)
    outputs = dispatch.package(first.papers, first.root)
    write_all(outputs)
    if "built" in case:
        remember(record_path(first.root, "demo"), "", [output.path for output in outputs])
    for paper in case.get("edit", ()):
        document = Document(str(place(paper, root)))
        document.add_paragraph("手写")
        document.save(str(place(paper, root)))
    for paper in case.get("remove", ()):
        place(paper, root).unlink()
    write(changed(case.get("change", {})), root)
    loaded = load(folder)
    findings = [one.finding for one in check_policy(loaded, [rule], written(loaded, root))]
    assert len(findings) == case.get("count", len(findings))
    messages = "\n".join(one.message for one in findings)
    assert [words for words in case.get("says", ()) if words not in messages] == [], messages
    return {name(Path(one.path), root) for one in findings}


@pytest.mark.parametrize(("rule", "case"), each("fires"))
def test_papers_that_do_not_agree_are_told_of(rule: Rule, case: dict[str, Any], tmp_path: Path) -> None:
    assert {*case["finds"]} - found(rule, case, tmp_path) == set()


@pytest.mark.parametrize(("rule", "case"), each("silent"))
def test_papers_that_agree_are_not(rule: Rule, case: dict[str, Any], tmp_path: Path) -> None:
    told = found(rule, case, tmp_path)
    assert told & {*case.get("only", told)} == set()
