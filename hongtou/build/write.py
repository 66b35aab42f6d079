"""Writing files: whole or not at all, and never over what a person has edited."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from hongtou.errors import GenError, Refused, os_reason
from hongtou.i18n import _
from hongtou.render.fingerprint import untouched


def write(path: Path, data: bytes, *, force: bool = False) -> bool:
    """Write ``data`` to ``path`` so that the file is either the old one or the new one, never a part.

    Return False where it holds ``data`` already and nothing was written. A file that is there and that gen
    did not write, or that somebody changed since, is only replaced with ``force``.
    Raises Refused for such a file, GenError where the folder or disk does not allow it.
    """
    try:
        if path.is_dir():
            raise GenError(
                _("{path} is a folder; a file was to be written there.").format(path=path),
                _("Move the folder away."),
            )
        if path.exists():
            present = path.read_bytes()
            if present == data:
                return False
            if not force and not untouched(present):
                raise Refused(
                    _("{path} was changed by hand or not written by gen; it was kept.").format(path=path),
                    _("Use --force to replace it, or -o to write elsewhere."),
                )
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
        return True
    except OSError as error:
        reason, hint = os_reason(error)
        raise GenError(_("cannot write {path}: {reason}").format(path=path, reason=reason), hint) from error


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
