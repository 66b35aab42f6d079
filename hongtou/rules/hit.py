"""What a rule has found: where, and in which words."""

from __future__ import annotations

from dataclasses import dataclass

from hongtou.findings import Severity

Path = tuple[int | str, ...]


@dataclass(frozen=True)
class Place:
    """A value in a file of the policy: ``file`` is notice, tasks, units or rules, ``path`` leads to it in the data.

    ``words`` are the words of it that are meant, where not all of it is; ``item`` is the id of what it belongs to.
    """

    file: str
    path: Path
    words: str = ""
    item: str = ""


@dataclass(frozen=True)
class Span:
    """Characters ``start`` to ``end`` of the running text (:class:`hongtou.rules.script.Script`)."""

    start: int
    end: int


@dataclass(frozen=True)
class Hit:
    """Something found ``at`` a place.

    ``fix`` is what to write in its stead, None where a person must decide; ``severity`` is given where it is not
    that of the rule.
    """

    at: Place | Span
    message: str
    hint: str = ""
    fix: str | None = None
    severity: Severity | None = None
