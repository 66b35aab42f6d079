"""Opens a paper, recognises its elements and holds every assertion against it."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from hongtou.errors import GenError, os_reason
from hongtou.i18n import _
from hongtou.measure.assertions import ASSERTIONS
from hongtou.measure.elements import Kind, Paper, recognise
from hongtou.measure.lines import is_han
from hongtou.measure.page import Page
from hongtou.measure.pdf import read_pdf
from hongtou.measure.reading import Assertion, Reading
from hongtou.measure.report import Report, make_row
from hongtou.render.fonts import Substitution
from hongtou.render.office import to_pdf

LARGEST = 512 * 2**20
"""Bytes a DOCX may take unpacked: a small file can be made to fill any memory."""


def measure(path: Path) -> Report:
    """Return what the ruler says about the PDF or DOCX at ``path``.

    Raise :class:`GenError` where the file cannot be opened or has no text to measure.
    """
    kind = _kind(path)
    if kind == "pdf":
        return measure_pages(read_pdf(path), str(path))
    with tempfile.TemporaryDirectory(prefix="gen-measure-") as folder:
        conversion = to_pdf(path, Path(folder) / "paper.pdf")
        pages = read_pdf(conversion.pdf)
    return measure_pages(pages, str(path), conversion.substituted)


def measure_pages(pages: Sequence[Page], path: str = "", substituted: Sequence[Substitution] = ()) -> Report:
    """Return what the ruler says about pages that have been read."""
    if not pages:
        raise GenError(_("{path} has no pages.").format(path=path))
    if not any(page.chars for page in pages):
        raise GenError(
            _("{path} has no text that can be measured; it is empty, or a scan.").format(path=path),
            _("Measure the DOCX or PDF that the paper was printed from."),
        )
    paper = recognise(pages)
    rows = tuple(make_row(assertion, _readings(assertion, paper)) for assertion in ASSERTIONS)
    return Report(path, str(paper.kind), len(pages), rows, tuple(substituted), _looks_official(paper))


def _looks_official(paper: Paper) -> bool:
    """Whether the paper has a red head, or is at least written in Chinese."""
    letters = [char.text for page in paper.pages for char in page.chars if char.text.isalpha()]
    return paper.kind is not Kind.PLAIN or 2 * sum(map(is_han, letters)) >= len(letters)


def _readings(assertion: Assertion, paper: Paper) -> list[Reading]:
    if assertion.kinds is not None and paper.kind not in assertion.kinds:
        return []
    return list(assertion.check(paper))


def _kind(path: Path) -> str:
    """Return ``pdf`` or ``docx`` by the first bytes, for a suffix says little; raise where it is neither."""
    try:
        # A pipe or a device would be waited for without end.
        if path.exists() and not path.is_file() and not path.is_dir():
            raise GenError(
                _("{path} is not an ordinary file.").format(path=path),
                _("Measure the paper itself: a .docx or .pdf file."),
            )
        with path.open("rb") as file:
            start = file.read(1024)
    except OSError as error:
        reason, hint = os_reason(error)
        raise GenError(_("{path} cannot be read: {reason}").format(path=path, reason=reason), hint) from error
    if b"%PDF-" in start:
        return "pdf"
    if start.startswith(b"PK"):
        _check_package(path)
        return "docx"
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise GenError(
            _("{path} is an old Word file (.doc), or one with a password.").format(path=path),
            _("Save it as .docx without a password and measure that."),
        )
    raise GenError(
        _("{path} is neither a PDF nor a Word file (.docx).").format(path=path),
        _("Measure the paper itself: a .docx or .pdf file."),
    )


def _check_package(path: Path) -> None:
    hint = _("Open it in Word, save it again and measure that.")
    try:
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist())
            if sum(member.file_size for member in package.infolist()) > LARGEST:
                raise GenError(_("{path} is too large when unpacked.").format(path=path), hint)
            broken = package.testzip() if "word/document.xml" in names else None
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise GenError(_("{path} is damaged and cannot be opened.").format(path=path), hint) from error
    if broken:
        raise GenError(_("{path} is damaged and cannot be opened.").format(path=path), hint)
    if "word/document.xml" not in names:
        raise GenError(
            _("{path} is not a Word file (.docx), only a package that looks like one.").format(path=path),
            _("Measure the paper itself: a .docx or .pdf file."),
        )
