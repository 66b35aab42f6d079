"""Fingerprints of what a letter says, apart from how it looks: they tell later whether it still holds."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable

from hongtou.documents.blocks import Document
from hongtou.duties import Duty, Share

TASK = "gen.task."
"""Custom properties of tasks begin with this; the id of the task follows."""


LETTER = "gen.letter."
"""Custom properties of a volume begin with this; the unit of the letter follows."""


def content_hash(words: Iterable[str]) -> str:
    """Return the fingerprint of ``words`` in their order."""
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:16]


def task_hashes(shares: Iterable[Share], others: Callable[[Share], str]) -> tuple[tuple[str, str], ...]:
    """Return a property per task: the fingerprint of what is asked, of the unit's part and of who else is named."""
    return tuple(
        (TASK + share.duty.id, content_hash((duty_hash(share.duty), share.role, others(share))))
        for share in shares
    )


def duty_hash(duty: Duty) -> str:
    """Return the fingerprint of what ``duty`` asks: all that a letter or checklist prints of it."""
    numbers = (f"{t.quantity}{t.comparator}{t.value}{t.upper}{t.unit}" for t in duty.targets)
    times = (f"{d.printed}{d.date}" for d in duty.deadlines)
    return content_hash((duty.label, duty.name, *duty.sentences, *numbers, *times))


def whole_hash(document: Document) -> str:
    """Return the fingerprint of all that ``document`` says of itself."""
    return content_hash(f"{name}={value}" for name, value in (*document.about, *document.fingerprints))
