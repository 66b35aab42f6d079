"""Findings in the forms that people and machines read: text, JSON, GitHub annotations, SARIF."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from hongtou import __version__
from hongtou.findings import Finding, Severity

_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ANNOTATIONS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

Described = tuple[str, str, str]
"""A rule as a machine shows it: id, summary, reason."""


def as_text(findings: Iterable[Finding]) -> str:
    """Return a line per finding with its rule, and its hint on the next."""
    return "\n".join(finding.shown(with_rule=True) for finding in findings)


def as_json(findings: Sequence[Finding]) -> str:
    """Return the findings as one JSON object: ``{"version": 1, "findings": […], "counts": {…}}``."""
    counts = {severity.value: sum(f.severity is severity for f in findings) for severity in Severity}
    entries = [*map(_entry, findings)]
    return json.dumps({"version": 1, "findings": entries, "counts": counts}, ensure_ascii=False, indent=2)


def _entry(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end[0],
        "end_column": finding.end[1],
        "item": finding.item,
        "clause": finding.clause,
        "fixable": finding.fixable,
    }


def as_github(findings: Iterable[Finding]) -> str:
    """Return workflow commands that put each finding beside its line on GitHub."""
    return "\n".join(map(_annotation, findings))


def _annotation(finding: Finding) -> str:
    places = {"file": finding.path, "line": finding.line, "col": finding.column, "title": finding.rule}
    if finding.end[0]:
        places |= {"endLine": finding.end[0], "endColumn": finding.end[1]}
    shown = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in places.items() if value)
    text = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    return f"::{_ANNOTATIONS[finding.severity]} {shown}::{_escaped(text)}"


def _escaped(text: str, also: str = "") -> str:
    """Return ``text`` with the characters escaped that end a workflow command, and those in ``also``."""
    for char in ("%", "\r", "\n", *also):
        text = text.replace(char, f"%{ord(char):02X}")
    return text


def as_sarif(findings: Sequence[Finding], rules: Iterable[Described]) -> str:
    """Return the findings as SARIF 2.1.0; ``rules`` describes those that may appear."""
    described = {rule[0]: _description(*rule) for rule in rules}
    for finding in findings:
        described.setdefault(finding.rule, {"id": finding.rule})
    numbers = {name: number for number, name in enumerate(described)}
    driver = {"name": "gen", "version": __version__, "rules": [*described.values()]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, numbers[finding.rule]) for finding in findings],
    }
    return json.dumps({"$schema": _SARIF, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _description(name: str, summary: str, reason: str) -> dict[str, Any]:
    return {"id": name, "shortDescription": {"text": summary}, "fullDescription": {"text": reason or summary}}


def _result(finding: Finding, number: int) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(finding.path)}}
    if finding.line:
        place["region"] = {"startLine": finding.line, "startColumn": finding.column, **_end(finding)}
    return {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "level": _LEVELS[finding.severity],
        "message": {"text": " → ".join(filter(None, (finding.message, finding.hint)))},
        "locations": [{"physicalLocation": place}],
        "properties": {"item": finding.item, "clause": finding.clause},
    }


def _end(finding: Finding) -> dict[str, int]:
    return {"endLine": finding.end[0], "endColumn": finding.end[1]} if finding.end[0] else {}
