"""A comparison as JSON, ``version`` 1: what people read as ``changes``, and as ``patch`` what makes new of old."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from hongtou.diff.change import Change, PolicyDiff
from hongtou.diff.parts import Part
from hongtou.diff.patch import Operation, patch
from hongtou.diff.terms import told
from hongtou.model.policy import Policy

Data = dict[str, Any]


def as_data(
    diff: PolicyDiff, old: Policy, new: Policy, sides: Mapping[str, Data], shown: Sequence[Change]
) -> Data:
    """Return the comparison as plain data; ``sides`` say what ``from`` and ``to`` are, ``shown`` which changes to list."""
    return {
        "version": 1,
        **sides,
        "summary": summary(diff),
        "terms": [{"old": term.old, "new": term.new, "count": term.count} for term in told(diff, shown)],
        "changes": [*map(_entry, shown)],
        "doubts": [
            {"old": d.old.key, "new": d.new.key, "confidence": d.confidence, "reused": d.reused}
            for d in diff.doubts
        ],
        "patch": [_step(step) for step in patch(plain(old), plain(new))],
    }


def summary(diff: PolicyDiff) -> dict[str, int]:
    """Return how many changes there are by what happened; formal ones apart."""
    counts: dict[str, int] = {"substantive": len(diff.substantive), "formal": len(diff.formal)}
    for change in diff.changes:
        counts[change.verb.value] = counts.get(change.verb.value, 0) + 1
    return counts


def plain(policy: Policy) -> Data:
    """Return a policy as data of JSON, file by file, what is left at its default left out."""
    files = {
        "notice": policy.notice,
        "tasks": policy.tasks,
        "units": policy.register,
        "sheet": policy.settings,
        "rules": policy.rules,
    }
    return {
        name: json.loads(model.model_dump_json(by_alias=True, exclude_defaults=True))
        for name, model in files.items()
        if model is not None
    }


def _step(step: Operation) -> Data:
    return {"op": step.op, "path": [*step.path], "old": step.old, "new": step.new}


def _entry(change: Change) -> Data:
    match = change.match
    entry: Data = {
        "id": change.id,
        "kind": change.verb.value,
        "level": change.level.value,
        "formal": change.formal,
        "part": match.part.key,
        "field": change.field,
        "old": change.old,
        "new": change.new,
        "hunks": [[h.a0, h.a1, h.b0, h.b1] for h in change.hunks],
        "paragraphs": [*change.paragraphs],
        "place_old": _place(match.old),
        "place_new": _place(match.new),
        "name": match.part.name,
        "evidence": match.evidence,
        "confidence": match.confidence,
        "covers": [*change.covers],
        "others": [part.key for part in change.others],
        "term": [*change.term] if change.term else None,
        "reason": getattr(match.part.data, "reason", None),
    }
    if change.shift is not None:
        shift = change.shift
        roles = {"old": shift.old and shift.old.value, "new": shift.new and shift.new.value}
        entry["unit"] = {"name": shift.unit, **roles}
    return entry


def _place(part: Part | None) -> str | None:
    return part.place if part is not None else None
