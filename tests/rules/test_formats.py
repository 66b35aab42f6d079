"""Findings as text, JSON, GitHub annotations and SARIF."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from hongtou.findings import Finding, Severity
from hongtou.formats import as_github, as_json, as_sarif, as_text

ONE = Finding(
    "policy/甲, 乙/notice.yaml", 3, 7, "100% 「甲」: wrong", "Write it.", "a-rule", Severity.WARNING, (3, 9), "item", "GB/T 1", True
)  # fmt: skip
WHOLE = Finding("output/a.docx", 0, 0, "stale", "", "stale-paper", Severity.INFO)


def test_text_names_the_rule() -> None:
    assert as_text([ONE, WHOLE]) == (
        "policy/甲, 乙/notice.yaml:3:7: warning: 100% 「甲」: wrong [a-rule] GB/T 1\n    → Write it.\n"
        "output/a.docx: info: stale [stale-paper]"
    )


@pytest.mark.parametrize(
    ("clause", "shown"),
    [
        ("党政机关公文处理工作条例, 15(4)", " 党政机关公文处理工作条例, 15(4)"),
        ("某市公文处理办法第三条", " 某市公文处理办法第三条"),
        ("本府办用语规范", " 本府办用语规范"),
        ("自定规则，服务于党政机关公文处理工作条例, 19", ""),
        ("惯例 (GB/T 15834-2011 has no clause on it)", ""),
        ("own rule of the house", ""),
        ("", ""),
    ],
)
def test_text_shows_a_clause_that_can_be_looked_up(clause: str, shown: str) -> None:
    assert as_text([replace(WHOLE, clause=clause)]) == f"output/a.docx: info: stale [stale-paper]{shown}"


def test_json_has_every_field_and_the_counts() -> None:
    data = json.loads(as_json([ONE, WHOLE]))
    assert data["version"] == 1
    assert data["counts"] == {"error": 0, "warning": 1, "info": 1}
    assert data["findings"][0] == {
        "rule": "a-rule", "severity": "warning", "message": "100% 「甲」: wrong", "hint": "Write it.",
        "path": "policy/甲, 乙/notice.yaml", "line": 3, "column": 7, "end_line": 3, "end_column": 9,
        "item": "item", "clause": "GB/T 1", "fixable": True,
    }  # fmt: skip
    assert data["findings"][1]["fixable"] is False


def test_github_escapes_what_would_end_a_command() -> None:
    first, second = as_github([ONE, WHOLE]).split("\n")
    assert first == (
        "::warning file=policy/甲%2C 乙/notice.yaml,line=3,col=7,title=a-rule,endLine=3,endColumn=9"
        "::100%25 「甲」: wrong%0AWrite it."
    )
    assert second == "::notice file=output/a.docx,title=stale-paper::stale"


def test_sarif_has_rules_results_and_places() -> None:
    data = json.loads(as_sarif([ONE, WHOLE], [("a-rule", "What.", "Why."), ("b-rule", "What else.", "")]))
    run = data["runs"][0]
    assert data["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["a-rule", "b-rule", "stale-paper"]
    first, second = run["results"]
    assert (first["ruleId"], first["ruleIndex"], first["level"]) == ("a-rule", 0, "warning")
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "policy/%E7%94%B2%2C%20%E4%B9%99/notice.yaml"
    assert place["region"] == {"startLine": 3, "startColumn": 7, "endLine": 3, "endColumn": 9}
    assert second["level"] == "note"
    assert "region" not in second["locations"][0]["physicalLocation"]
