"""Rules that are a pattern of which one mark is wrong: what stands round it is part of the pattern, not of the hit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from hongtou.findings import Severity
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found
from hongtou.rules.script import Script

START = r"^[ \t\u00a0\u3000]*"
"""The beginning of a paragraph, with its indent."""
BLANKS = r"[ \u00a0]*"
"""Blanks that go with a mark."""


def marked(
    *expressions: str,
    what: str,
    fix: str | Callable[[re.Match[str]], str | None],
    unless: Callable[[re.Match[str]], object] | None = None,
    severity: Callable[[re.Match[str]], Severity | None] | None = None,
) -> Callable[[Script], Iterator[Hit]]:
    """Return a check that finds the group ``mark`` of each of ``expressions``.

    ``fix`` is what to write instead of the mark, ``unless`` tells matches that are all right, ``severity`` gives those
    that weigh otherwise than the rule.
    """
    compiled = [re.compile(expression, re.MULTILINE) for expression in expressions]

    def check(script: Script) -> Iterator[Hit]:
        for match in (match for expression in compiled for match in expression.finditer(script.text)):
            if unless is None or not unless(match):
                instead = fix if isinstance(fix, str) else fix(match)
                hit = found(script, Span(*match.span("mark")), what, instead)
                yield hit if severity is None else replace(hit, severity=severity(match))

    return check
