"""A thing that an own rule looks at: a plain record, and where its fields stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hongtou.rules.hit import Path, Place, Span
from hongtou.rules.own.fields import Record

Paths = Mapping[str, Sequence[Path]]
"""Where the entries of each field stand."""


@dataclass(frozen=True, eq=False)
class Thing:
    """A record; ``head`` is where a finding about all of it is shown, ``start`` where it begins in the script."""

    record: Record
    head: Place
    paths: Paths = field(default_factory=dict)
    start: int | None = None

    @property
    def called(self) -> str:
        """What it is called in messages."""
        names = ("heading", "name", "title", "quantity", "printed", "text", "role", "id")
        return next((str(self.record[name]) for name in names if self.record.get(name)), "")

    def at(self, name: str, index: int = 0, words: str = "", start: int = 0) -> Place | Span:
        """Return where entry ``index`` of the field ``name`` stands, or the ``words`` in it that begin at ``start``.

        What does not stand anywhere is shown at the head.
        """
        if self.start is not None:
            begin = self.start + start
            return Span(begin, begin + len(words or self.record["text"]))
        found = self.paths.get(name)
        if not found:
            return self.head
        index = self._sentence_with(words) if name == "text" and words else index
        return Place(self.head.file, found[min(index, len(found) - 1)], words, self.head.item)

    def _sentence_with(self, words: str) -> int:
        sentences = self.record.get("sentences", ())
        return next((n for n, sentence in enumerate(sentences) if words in sentence), 0)
