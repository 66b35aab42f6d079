"""Rules for running text find what is wrong and nothing else, and what they write instead is right."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from hongtou.findings import Severity
from hongtou.rules.catalogue import text_rules
from hongtou.rules.check import check_text
from hongtou.rules.rule import Rule
from tests.conftest import ROOT
from tests.rules.harness import cases, fixed, run_text

NOTICES = ROOT.parent / "shared" / "notices"
STATE_COUNCIL = "*sc2018*.txt"
"""Papers of the State Council: a rule that finds many faults in them is wrong, not they."""


def each() -> list[Any]:
    return [
        pytest.param(rule, case if isinstance(case, str) else case["text"], id=f"{rule.id}-{number}")
        for rule in text_rules()
        for number, case in enumerate(cases(rule.id, rule.family).get("fires", ()), 1)
        if isinstance(case, str) or "text" in case
    ]


def counted(text: str) -> Counter[str]:
    return Counter(rule.id for rule in text_rules() for _hit in run_text(rule, text))


@pytest.mark.parametrize(("rule", "text"), each())
def test_a_fix_takes_the_fault_away_and_brings_no_other(rule: Rule, text: str) -> None:
    hits = run_text(rule, text)
    unfixed = sum(hit.fix is None for hit in hits)
    before, after = counted(text), counted(fixed(text, hits))
    assert after[rule.id] == unfixed
    assert after - before == Counter()


@pytest.mark.parametrize(("rule", "text"), each())
def test_fixing_twice_changes_nothing(rule: Rule, text: str) -> None:
    once = fixed(text, run_text(rule, text))
    assert fixed(once, run_text(rule, once)) == once


@pytest.mark.parametrize(("rule", "text"), each())
def test_the_fixes_of_all_rules_settle(rule: Rule, text: str) -> None:
    for _round in range(2):
        for other in text_rules():
            text = fixed(text, run_text(other, text))
    assert [
        hit.message for other in text_rules() for hit in run_text(other, text) if hit.fix is not None
    ] == []


@pytest.mark.parametrize("rule", text_rules(), ids=lambda rule: rule.id)
def test_no_rule_finds_anything_in_what_another_calls_right(rule: Rule) -> None:
    assert check_text(rule.right, "right") == []


def papers() -> list[Any]:
    found = [pytest.param(path, id=path.stem) for path in sorted(NOTICES.glob(STATE_COUNCIL))]
    missing = pytest.mark.skip(
        reason=f"the papers of the State Council are not in {NOTICES.name}/ beside the project"
    )
    return found or [pytest.param(NOTICES, id="none", marks=missing)]


@pytest.mark.parametrize("path", papers())
def test_papers_of_the_state_council_have_no_errors_and_few_warnings(path: Path) -> None:
    text = path.read_text(encoding="utf8")
    findings = check_text(text, path.name)
    assert [str(finding) for finding in findings if finding.severity is Severity.ERROR] == []
    warnings = [str(finding) for finding in findings if finding.severity is Severity.WARNING]
    assert len(warnings) <= len(text) / 1000, warnings
