"""Every rule fires where its cases say, at that line, and is silent where they say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hongtou.findings import Severity
from hongtou.rules.catalogue import TEXTUAL, rules
from hongtou.rules.check import check_policy
from hongtou.rules.hit import Span
from hongtou.rules.rule import Rule
from hongtou.source.check import node_at
from tests.rules.harness import cases, fixed, loaded, run_policy, run_text

RULES = rules()
TEXT = [rule for rule in RULES if rule.family in TEXTUAL]
POLICY = [rule for rule in RULES if rule.family not in {*TEXTUAL, "package"}]


def each(chosen: list[Rule], kind: str) -> list[Any]:
    return [
        pytest.param(rule, case, id=f"{rule.id}-{n}")
        for rule in chosen
        for n, case in enumerate(cases(rule.id, rule.family).get(kind, ()), 1)
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_documented_and_has_cases(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert len(rule.reason) > 20
    assert rule.clause
    assert rule.binding in ("standard", "practice", "house")
    assert rule.wrong
    assert rule.right
    assert rule.fix.startswith("none: ") or rule.fix.endswith(".") or "…" in rule.fix
    assert rule.severity is not Severity.ERROR or rule.binding != "practice"
    found = cases(rule.id, rule.family)
    assert len(found.get("fires", ())) >= 3
    assert len(found.get("silent", ())) >= 3


@pytest.mark.parametrize("rule", TEXT, ids=lambda rule: rule.id)
def test_the_wrong_example_is_found_and_the_right_one_is_not(rule: Rule) -> None:
    if rule.id == "stop-in-table-head":
        pytest.skip("its example is a cell")
    # ⏎ is where the next paragraph begins.
    assert run_text(rule, rule.wrong.replace("⏎", "\n"))
    assert not run_text(rule, rule.right.replace("⏎", "\n"))


@pytest.mark.parametrize(("rule", "case"), each(TEXT, "fires"))
def test_text_fires(rule: Rule, case: str | dict[str, str], tmp_path: Path) -> None:
    if isinstance(case, dict) and "text" not in case:
        check_policy_fires(rule, case, tmp_path)
        return
    text = case if isinstance(case, str) else case["text"]
    hits = run_text(rule, text)
    assert hits
    if isinstance(case, dict) and "found" in case:
        spans = [hit.at for hit in hits if isinstance(hit.at, Span)]
        assert case["found"] in [text[span.start : span.end] for span in spans]
    if isinstance(case, dict) and "fixed" in case:
        after = fixed(text, hits)
        assert after == case["fixed"]
        assert not run_text(rule, after)


@pytest.mark.parametrize(("rule", "case"), each(TEXT, "silent"))
def test_text_is_silent(rule: Rule, case: str | dict[str, Any], tmp_path: Path) -> None:
    if isinstance(case, dict):
        assert not run_policy(rule, case, tmp_path)[0]
    else:
        assert [hit.message for hit in run_text(rule, case)] == []


@pytest.mark.parametrize(("rule", "case"), each(POLICY, "fires"))
def test_policy_fires(rule: Rule, case: dict[str, Any], tmp_path: Path) -> None:
    check_policy_fires(rule, case, tmp_path)


def check_policy_fires(rule: Rule, case: dict[str, Any], root: Path) -> None:
    found, policy = run_policy(rule, case, root)
    assert found
    if "at" in case:
        name, *steps = case["at"].split(".")
        source = policy.sources[name]
        node = node_at(source.root, tuple(int(s) if s.isdigit() else s for s in steps))
        assert node is not None
        lines = [(one.finding.path, one.finding.line) for one in found]
        assert (source.path, node.start_mark.line + 1) in lines
    if "says" in case:
        assert any(case["says"] in one.finding.message for one in found), [o.finding.message for o in found]


@pytest.mark.parametrize(("rule", "case"), each(POLICY, "silent"))
def test_policy_is_silent(rule: Rule, case: dict[str, Any], tmp_path: Path) -> None:
    assert [one.finding.message for one in run_policy(rule, case, tmp_path)[0]] == []


def test_the_base_of_the_cases_has_nothing_to_find(tmp_path: Path) -> None:
    policy = loaded({}, tmp_path)
    for rule in RULES:
        assert [one.finding.message for one in check_policy(policy, [rule])] == [], rule.id
