"""A DOCX file as its parts: read with limits, written so that the same parts give the same bytes.

Writing is done here and not by :mod:`zipfile`, so that parts which many papers share are deflated once
(:mod:`hongtou.deflated`).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from hongtou.deflated import LEVEL, Entry, pack
from hongtou.errors import GenError
from hongtou.i18n import _

_FIRST = "[Content_Types].xml"
_MAX_PARTS = 2_000
_MAX_BYTES = 200_000_000

UNREADABLE = (
    *(
        zipfile.BadZipFile,
        KeyError,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
        zlib.error,
    ),
)
"""What :mod:`zipfile` raises for an archive that is none, is damaged, encrypted or packed in a way it does not know."""


@dataclass
class Package:
    """The parts of a DOCX by name, each as bytes."""

    parts: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def read(cls, data: bytes, name: str) -> Package:
        """Return the parts of the DOCX ``data``; ``name`` is what messages call it.

        Raises GenError when it is no zip, has no document part, or unpacks to more than a paper can hold.
        """
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive_:
                _check_size(archive_, name)
                parts = {
                    info.filename: archive_.read(info) for info in archive_.infolist() if not info.is_dir()
                }
        except UNREADABLE as error:
            raise GenError(
                _("{name} is not a Word file (.docx).").format(name=name),
                _(
                    "Open it in Word or WPS and save it as .docx; an old .doc or a damaged file cannot be read."
                ),
            ) from error
        if "word/document.xml" not in parts:
            raise GenError(_("{name} has no Word document inside.").format(name=name), "")
        return cls(parts)

    def bytes(self) -> bytes:
        """Return the DOCX file: sorted entries, no clock, the same parts always the same bytes."""
        return Sealed(pack(name, [self.parts[name]], LEVEL) for name in in_order(self.parts)).archive(())


def in_order(names: Iterable[str]) -> list[str]:
    """Return part names in the order they stand in an archive: the content types first."""
    return sorted(names, key=lambda part: (part != _FIRST, part))


_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DEFLATED, _MIDNIGHT, _DAY = 8, 0, 0x21
"""Method; time and date of every entry: 1 January 1980, the first that the format knows."""
_NEEDS, _UNIX, _UTF8 = 20, 3 << 8, 0x800
_MODE = 0o600 << 16


class Sealed:
    """Entries that stand at the beginning of many archives, their headers made once."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._local, self._central, self._size = _written(self.entries, 0)

    def archive(self, others: Sequence[Entry]) -> bytes:
        """Return the archive of these entries and ``others`` after them."""
        local, central, end = _written(others, self._size)
        central = self._central + central
        count = len(self.entries) + len(others)
        tail = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(central), end, 0)
        return b"".join((self._local, local, central, tail))


def _written(entries: Sequence[Entry], offset: int) -> tuple[bytes, bytes, int]:
    """Return ``entries`` as they stand in the archive from ``offset`` on, their directory, and where they end."""
    local: list[bytes] = []
    central: list[bytes] = []
    for entry in entries:
        name = entry.name.encode()
        flags = 0 if name.isascii() else _UTF8
        sizes = entry.crc, len(entry.packed), entry.size, len(name)
        common = flags, _DEFLATED, _MIDNIGHT, _DAY, *sizes
        local += (_LOCAL.pack(b"PK\x03\x04", _NEEDS, *common, 0), name, entry.packed)
        central += (
            _CENTRAL.pack(b"PK\x01\x02", _UNIX | _NEEDS, _NEEDS, *common, 0, 0, 0, 0, _MODE, offset),
            name,
        )
        offset += _LOCAL.size + len(name) + len(entry.packed)
    return b"".join(local), b"".join(central), offset


def _check_size(archive: zipfile.ZipFile, name: str) -> None:
    entries = archive.infolist()
    if len(entries) > _MAX_PARTS or sum(entry.file_size for entry in entries) > _MAX_BYTES:
        raise GenError(
            _("{name} unpacks to far more than a paper can hold.").format(name=name),
            _("Use a file from a source you trust."),
        )
