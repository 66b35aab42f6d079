"""Reading a file as text: every way in which a file is not the text one hoped for, said plainly."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from hongtou.errors import os_reason
from hongtou.findings import Finding
from hongtou.i18n import _

MAX_BYTES = 20_000_000
LFS_POINTER = b"version https://git-lfs.github.com/spec/"
"""How the file begins that Git LFS leaves in the place of one it has not fetched."""
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
"""What no text may hold: control characters, halves of surrogates, and what is no character."""


def read_bytes(path: Path, shown: str, limit: int = MAX_BYTES) -> bytes | Finding:
    """Return what is in the file at ``path``, or why it cannot be had; ``shown`` is its name in messages.

    A file of more than ``limit`` bytes is not read.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            return _fault(
                shown,
                _("this is a folder; a file is wanted."),
                _("Move the folder away, or name the file in it."),
            )
        if not stat.S_ISREG(mode):
            return _fault(shown, _("this is not an ordinary file."), _("Put a YAML file in its place."))
        if path.stat().st_size > limit:
            return _fault(
                shown,
                _("the file is larger than {size} MB.").format(size=limit // 1_000_000),
                _("Is it the right file?"),
            )
        return path.read_bytes()
    except FileNotFoundError:
        return _fault(
            shown, _("there is no such file."), _("“gen init” in an empty folder writes one to copy from.")
        )
    except PermissionError:
        return _fault(shown, _("the file may not be read."), _("Ask for the right to read it."))
    except OSError as error:
        reason, hint = os_reason(error)
        return _fault(shown, _("the file cannot be read: {reason}.").format(reason=reason), hint)


def decode(data: bytes, shown: str) -> str | Finding:
    """Return ``data`` as text, or what is wrong with its encoding."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _fault(shown, _("the file is saved as UTF-16."), _save_as())
    if data.startswith(LFS_POINTER):
        message = _("the file is only a pointer of Git LFS; its text is not here.")
        return _fault(
            shown, message, _("Fetch it (“git lfs pull”); YAML is better kept in git itself, not in LFS.")
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        return Finding(shown, line, column, _not_utf8(data), _save_as(), "encoding")
    if match := CONTROL.search(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        return Finding(
            shown, line, column, _("the file holds a control character."), _("Delete it."), "encoding"
        )
    return text


def _not_utf8(data: bytes) -> str:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return _("the file is not UTF-8 text.")
    return _("the file is not UTF-8; it looks like GBK.")


def _save_as() -> str:
    return _("Save it as UTF-8 in your editor.")


def _fault(shown: str, message: str, hint: str) -> Finding:
    return Finding(shown, 0, 0, message, hint, "file")
