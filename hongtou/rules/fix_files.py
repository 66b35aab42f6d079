"""The files of a policy while they are corrected: new texts laid over what is read, and the difference as git shows it."""

from __future__ import annotations

import codecs
import difflib
from pathlib import Path as FilePath

from hongtou.findings import Finding
from hongtou.source.load import Reader


class Files:
    """The files of a policy with new ``texts`` laid over them; what was read once is not read again."""

    def __init__(self, folder: FilePath, reader: Reader) -> None:
        self.folder = folder
        self.reader = reader
        self.read: dict[FilePath, bytes] = {}
        self.texts: dict[FilePath, str] = {}

    def __call__(self, path: FilePath, shown: str) -> bytes | Finding:
        """Return what the file at ``path`` holds, as a reader does."""
        if path in self.texts:
            return self.texts[path].encode()
        if path not in self.read:
            data = self.reader(path, shown)
            if isinstance(data, Finding):
                return data
            self.read[path] = data
        return self.read[path]

    def path(self, name: str) -> FilePath:
        """Return where the file called ``name`` lies."""
        return (self.folder if name in ("notice", "tasks") else self.folder.parent) / f"{name}.yaml"

    def whole(self, name: str, text: str) -> str:
        """Return ``text`` with the byte order mark that the file begins with."""
        marked = self.read[self.path(name)].startswith(codecs.BOM_UTF8)
        return f"\ufeff{text}" if marked else text


def diff(old: str, new: str, shown: str) -> str:
    """Return the lines that change, as git prints them; ``shown`` is the name of the file."""
    name = shown.lstrip("/")
    lines = difflib.unified_diff(_lines(old), _lines(new), f"a/{name}", f"b/{name}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(text: str) -> list[str]:
    """Return the lines of ``text`` as git counts them; other line ends than LF are part of the line."""
    return [f"{line}\n" for line in text.split("\n")[:-1]] + [line for line in text.split("\n")[-1:] if line]
