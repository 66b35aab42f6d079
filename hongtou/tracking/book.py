"""``progress.yaml`` as a book with a chapter per unit 进展登记: read and rewritten chapter by chapter.

However many units answer, only one chapter is taken apart at a time, and a chapter that nothing is written into
keeps every character. A chapter that is rewritten keeps its order; one with comments is rewritten around them.
"""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path

from hongtou.errors import SourceError
from hongtou.findings import Finding
from hongtou.i18n import _
from hongtou.model.progress import Progress, UnitProgress
from hongtou.source.check import check
from hongtou.source.files import decode, read_bytes
from hongtou.source.load import shown_path
from hongtou.source.nodes import read
from hongtou.tracking.layout import laid_out, rewritten, taken_apart

FILE = "progress.yaml"
MAX_BYTES = 300_000_000
"""Some hundred thousand units; what is read of it at a time is the chapter of one."""
HEAD = """\
# yaml-language-server: $schema=../../.gen/progress.schema.json
# 各单位交回的进展，由 gen collect 读入；可以手工补正，注释和次序会保留。
schema: 1
"""
_RETURN = re.compile(r"^ +(r-[0-9a-f]{10}):", re.MULTILINE)


class Book:
    """The progress of one policy; ``path`` is what messages call the file."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self._breaks = "\r\n" if "\r\n" in text else "\n"
        self._layout, self._units = taken_apart(_begun(text.replace("\r\n", "\n")))
        self._requirements: dict[str, str] | None = None
        self.changed = False

    @classmethod
    def open(cls, path: Path) -> Book:
        """Return the book at ``path``, an empty one where there is none. Raises SourceError with every finding."""
        shown = shown_path(path)
        if not path.exists():
            return cls(HEAD, shown)
        data = read_bytes(path, shown, MAX_BYTES)
        text = decode(data, shown) if isinstance(data, bytes) else data
        del data
        if not isinstance(text, str):
            raise SourceError([text])
        settled = laid_out(text.replace("\r\n", "\n"))
        if settled is None:
            raise SourceError(_faults(text, shown))
        return cls(settled.replace("\n", "\r\n") if "\r\n" in text else settled, shown)

    @property
    def text(self) -> str:
        """The file as it is to be written."""
        return self._layout.text_with("units", "".join(self._units.values())).replace("\n", self._breaks)

    @property
    def units(self) -> tuple[str, ...]:
        """The units that have a chapter, in the order of the file."""
        return tuple(self._units)

    def of(self, unit: str) -> UnitProgress:
        """Return the chapter of ``unit``, an empty one where there is none. Raises SourceError where it does not fit."""
        return (
            self._read(f"units:\n{self._units[unit]}").units[unit] if unit in self._units else UnitProgress()
        )

    @property
    def ledger(self) -> UnitProgress:
        """What a ledger says that is of no single unit."""
        text = self._layout.section("ledger")
        return (self._read(text).ledger if text else None) or UnitProgress()

    @property
    def requirements(self) -> dict[str, str]:
        """The words that were asked when an answer was given, by their hash."""
        if self._requirements is None:
            text = self._layout.section("requirements")
            self._requirements = dict(self._read(text).requirements) if text else {}
        return self._requirements

    @cached_property
    def returned(self) -> dict[str, str]:
        """The ids of all returns that were collected, with the unit of each; empty for a ledger of no single unit."""
        texts = {"": self._layout.section("ledger"), **self._units}
        return {found: unit for unit, text in texts.items() for found in _RETURN.findall(text)}

    def put(self, unit: str, said: UnitProgress) -> None:
        """Write the chapter of ``unit``."""
        data = said.model_dump(by_alias=True, exclude_defaults=True)
        if not self._units:
            self._layout.put("units", self._layout.section("units") or "units:\n")
        self._units[unit] = rewritten(self._units.get(unit, ""), {unit: data}, 1)
        self.changed = True

    def put_ledger(self, said: UnitProgress) -> None:
        """Write what is of no single unit."""
        data = {"ledger": said.model_dump(by_alias=True, exclude_defaults=True)}
        self._layout.put("ledger", rewritten(self._layout.section("ledger"), data, 0))
        self.changed = True

    def add_requirements(self, words: dict[str, str]) -> None:
        """Note the ``words`` that answers were given to, by their hash."""
        if new := {key: text for key, text in words.items() if key not in self.requirements}:
            self.requirements.update(new)
            data = {"requirements": self.requirements}
            self._layout.put("requirements", rewritten(self._layout.section("requirements"), data, 0))
            self.changed = True

    def _read(self, text: str) -> Progress:
        """Return a part of the file as the model. Raises SourceError for all of the file where it does not fit."""
        source = read(f"schema: 1\n{text}", self.path)
        found = None if source.findings else check(source, Progress)
        if found is None:
            whole = read(self.text, self.path)
            check(whole, Progress)
            raise SourceError(whole.findings or source.findings)
        return found


def _begun(text: str) -> str:
    """Return ``text`` with what every such file begins with; one that holds nothing, or only comments, is a beginning too."""
    if any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines()):
        return text
    return f"{text.rstrip()}\nschema: 1\n" if text.strip() else HEAD


def _faults(text: str, shown: str) -> list[Finding]:
    """Return what keeps ``text`` from being read."""
    source = read(text, shown)
    check(source, Progress)
    message = _("the units are not laid out one below the other, so nothing can be written between them.")
    hint = _("Write each as “三乡镇:” two blanks in, with what it said further in.")
    return source.findings or [Finding(shown, 0, 0, message, hint, "layout")]
