"""A DOCX file as its parts: read with limits, written so that the same parts give the same bytes."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field

from hongtou.errors import GenError
from hongtou.i18n import _

_FIRST = "[Content_Types].xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MAX_PARTS = 2_000
_MAX_BYTES = 200_000_000


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
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                _check_size(archive, name)
                parts = {
                    info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()
                }
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
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
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name in sorted(self.parts, key=lambda part: (part != _FIRST, part)):
                info = zipfile.ZipInfo(name, _EPOCH)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.external_attr = 0o600 << 16
                info.create_system = 3
                archive.writestr(info, self.parts[name])
        return buffer.getvalue()


def _check_size(archive: zipfile.ZipFile, name: str) -> None:
    entries = archive.infolist()
    if len(entries) > _MAX_PARTS or sum(entry.file_size for entry in entries) > _MAX_BYTES:
        raise GenError(
            _("{name} unpacks to far more than a paper can hold.").format(name=name),
            _("Use a file from a source you trust."),
        )
