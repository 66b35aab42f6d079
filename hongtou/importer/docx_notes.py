"""Footnotes and endnotes 脚注、尾注: read where they are referred to, each once, counted as Word counts them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from hongtou.importer.docx_parts import Parts, W, value
from hongtou.importer.number_formats import number_text

_FURNITURE = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}


class Notes:
    """The notes of a file that were not yet read."""

    def __init__(self, parts: Parts) -> None:
        settings = parts.related("settings")
        self._notes: dict[tuple[str, str], etree._Element] = {}
        self._formats: dict[str, str] = {}
        self._counts = {"footnote": 0, "endnote": 0}
        for kind, usual in _FORMATS.items():
            self._formats[kind] = value(settings, f"{W}{kind}Pr/{W}numFmt") or usual
            root = parts.related(f"{kind}s")
            for note in () if root is None else root.findall(f"{W}{kind}"):
                if note.get(f"{W}type") not in _FURNITURE:
                    self._notes[kind, note.get(f"{W}id", "")] = note

    def take(self, kind: str, id_: str) -> tuple[etree._Element | None, str]:
        """Return the note and its number; None where there is none or it was taken before."""
        note = self._notes.pop((kind, id_), None)
        if note is not None:
            self._counts[kind] += 1
        return note, number_text(self._formats[kind], self._counts[kind])

    def rest(self) -> Iterator[etree._Element]:
        """Yield the notes that nobody took."""
        yield from self._notes.values()
