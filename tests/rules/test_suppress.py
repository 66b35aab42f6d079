"""Hushed findings: beside the line, above it, in rules.yaml; hushing that hushes nothing, or does not say why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hongtou.rules.suppress import review, unused
from hongtou.source.load import Loaded, load
from tests.rules.harness import changed, write

TITLE = "某市人民政府办公室关于印发某市养老服务工作方案（2026-2028年）的通知"
"""A title with a hyphen in its years."""


def policy(root: Path, old: str = "", new: str = "", rules: dict[str, Any] | None = None) -> Loaded:
    case: dict[str, Any] = {"notice.title": TITLE}
    if rules is not None:
        case["rules"] = {"schema": 1, "check": rules}
    folder = write(changed(case), root)
    path = folder / "notice.yaml"
    text = path.read_text(encoding="utf8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf8")
    return load(folder)


def found(loaded: Loaded) -> list[tuple[str, int]]:
    return [(one.finding.rule, one.finding.line) for one in review(loaded).found]


def line_of(loaded: Loaded, words: str) -> int:
    return next(n for n, line in enumerate(loaded.sources["notice"].lines, 1) if words in line)


def test_it_is_found(tmp_path: Path) -> None:
    loaded = policy(tmp_path)
    assert found(loaded) == [("time-range-mark", line_of(loaded, "title:"))]


@pytest.mark.parametrize(
    "comment",
    [
        "# gen: ignore time-range-mark 上级文件如此",
        "# gen：ignore time-range-mark 上级文件如此",
        "#gen:ignore time-range-mark, title-marks 上级文件如此",
    ],
)
def test_a_comment_behind_the_line_hushes(tmp_path: Path, comment: str) -> None:
    loaded = policy(tmp_path, TITLE, f"{TITLE}  {comment}")
    rest = [rule for rule, _line in found(loaded)]
    assert rest == (["unused-suppression"] if "title-marks" in comment else [])
    assert review(loaded).hushed == 1


def test_a_comment_above_the_line_hushes(tmp_path: Path) -> None:
    comment = "# gen: ignore time-range-mark 上级文件如此\n# 另一条说明\n\ntitle:"
    assert found(policy(tmp_path, "title:", comment)) == []


def test_another_line_and_another_rule_are_not_hushed(tmp_path: Path) -> None:
    loaded = policy(tmp_path, "kind: 通知", "kind: 通知  # gen: ignore time-range-mark 原文")
    assert [rule for rule, _line in found(loaded)] == ["unused-suppression", "time-range-mark"]
    loaded = policy(tmp_path, TITLE, f"{TITLE}  # gen: ignore number-range-mark 原文")
    assert [rule for rule, _line in found(loaded)] == ["time-range-mark", "unused-suppression"]


def test_a_comment_without_a_reason_is_told_of(tmp_path: Path) -> None:
    loaded = policy(tmp_path, TITLE, f"{TITLE}  # gen: ignore time-range-mark")
    assert found(loaded) == [("suppression-without-reason", line_of(loaded, "title:"))]


def test_a_mistyped_rule_is_named(tmp_path: Path) -> None:
    loaded = policy(tmp_path, TITLE, f"{TITLE}  # gen: ignore time-range-marks 原文")
    hint = next(one.finding.hint for one in review(loaded).found if one.finding.rule == "unknown-rule")
    assert hint == "Did you mean “time-range-mark”?"


def test_the_house_hushes_by_rule_policy_and_item(tmp_path: Path) -> None:
    entry = {"rule": "time-range-mark", "reason": "上级文件如此"}
    for ignore in ({}, {"policy": "demo"}):
        loaded = policy(tmp_path, rules={"ignore": [{**entry, **ignore}]})
        assert found(loaded) == []
        assert [*unused(loaded, review(loaded).used, ["demo"], whole=True)] == []
    for ignore in ({"policy": "other"}, {"item": "canteens"}):
        loaded = policy(tmp_path, rules={"ignore": [{**entry, **ignore}]})
        assert [rule for rule, _line in found(loaded)] == ["time-range-mark"]


def test_an_entry_of_the_house_that_hushes_nothing_is_told_of(tmp_path: Path) -> None:
    entries = [
        {"rule": "doubled-mark", "reason": "无"},
        {"rule": "doubled-mark", "policy": "other", "reason": "无"},
    ]
    loaded = policy(tmp_path, rules={"ignore": entries})
    lines = [(one.rule, one.line) for one in unused(loaded, set(), ["demo"], whole=True)]
    assert lines == [("unused-suppression", 4), ("unused-suppression", 6)]
    assert [*unused(loaded, set(), ["demo"], whole=False)] == []
    assert [one.line for one in unused(loaded, set(), ["other"], whole=False)] == [6]


def test_severities_are_the_houses(tmp_path: Path) -> None:
    loaded = policy(tmp_path, rules={"severities": {"time-range-mark": "error"}})
    assert [one.finding.severity.value for one in review(loaded).found] == ["error"]
    assert found(policy(tmp_path, rules={"severities": {"time-range-mark": "off"}})) == []


def test_a_rule_that_there_is_not_is_told_of(tmp_path: Path) -> None:
    rules = {"severities": {"time-range": "off"}, "ignore": [{"rule": "nothing-like-it", "reason": "无"}]}
    reviewed = [
        one.finding
        for one in review(policy(tmp_path, rules=rules)).found
        if one.finding.rule == "unknown-rule"
    ]
    assert [finding.message for finding in reviewed] == [
        "there is no rule “time-range”.",
        "there is no rule “nothing-like-it”.",
    ]
    assert reviewed[0].hint == "Did you mean “time-range-mark”?"
    assert [finding.line for finding in reviewed] == [4, 6]


def test_a_comment_that_names_no_rule_is_told_of(tmp_path: Path) -> None:
    loaded = policy(tmp_path, TITLE, f"{TITLE}  # gen: ignore 提示不要")
    assert [rule for rule, _line in found(loaded)] == ["time-range-mark", "unknown-rule"]


def test_a_comment_inside_a_quoted_text_is_text(tmp_path: Path) -> None:
    loaded = policy(tmp_path, TITLE, f"'{TITLE} # gen: ignore time-range-mark 原文'")
    assert "time-range-mark" in [rule for rule, _line in found(loaded)]


def test_a_reason_says_something(tmp_path: Path) -> None:
    loaded = policy(tmp_path, TITLE, f"{TITLE}  # gen: ignore time-range-mark -")
    assert [rule for rule, _line in found(loaded)] == ["suppression-without-reason"]
