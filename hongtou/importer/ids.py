"""Ids made from the content 标识: the same text gives the same id on a second import, wherever it stands."""

from __future__ import annotations

import hashlib
import re

_MARKS = re.compile(r"[\W_]+")


class Ids:
    """Gives out ids, each once: what it is, and six letters of the hash of its text."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def make(self, kind: str, text: str) -> str:
        """Return an id such as ``measure-3f2a9c``; a text that stands twice gets ``-2``.

        Marks and blanks do not count, so that a paper scanned anew keeps its ids.
        """
        bare = text if text.isalnum() else _MARKS.sub("", text)
        name = f"{kind}-{hashlib.sha256(bare.encode()).hexdigest()[:6]}"
        count = self._given[name] = self._given.get(name, 0) + 1
        return name if count == 1 else f"{name}-{count}"
