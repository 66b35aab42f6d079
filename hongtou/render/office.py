"""DOCX → PDF through LibreOffice, with declared stand-ins for the official fonts.

The official fonts (仿宋, 楷体, 方正小标宋 …) are not free and so are missing on most Linux machines. There,
LibreOffice runs with a fontconfig file that names a stand-in for each; whatever stood in is reported.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from hongtou.errors import GenError, ToolMissing
from hongtou.i18n import _
from hongtou.render.asked_fonts import embedded_fonts, wanted_fonts
from hongtou.render.fonts import Substitution, fontconfig, installed_families, substitutions
from hongtou.render.settled import settled

TIMEOUT = 180.0
"""Seconds one conversion may take before LibreOffice is stopped."""


@dataclass(frozen=True)
class Conversion:
    """A PDF on disk, and the fonts in it that are not the ones the paper asks for."""

    pdf: Path
    substituted: tuple[Substitution, ...] = ()


def find_office() -> Path | None:
    """Return LibreOffice's program from PATH or the places its installers use, None where it is missing."""
    on_path = filter(None, map(shutil.which, ("soffice", "libreoffice")))
    places = (*map(Path, on_path), *_install_places())
    return next((place for place in places if place.is_file()), None)


def _install_places() -> Iterable[Path]:
    yield Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
    yield Path.home() / "Applications/LibreOffice.app/Contents/MacOS/soffice"
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)"):
        if os.environ.get(variable):
            # soffice.com waits for the end of the conversion, soffice.exe returns at once.
            yield Path(os.environ[variable]) / "LibreOffice/program/soffice.com"
            yield Path(os.environ[variable]) / "LibreOffice/program/soffice.exe"
    yield Path("/usr/lib/libreoffice/program/soffice")
    for folder in sorted(Path("/opt").glob("libreoffice*"), reverse=True):
        yield folder / "program/soffice"


def to_pdf(docx: Path, target: Path, *, timeout: float = TIMEOUT) -> Conversion:
    """Convert ``docx`` to the PDF ``target`` (a file name, or a folder); return it with the fonts replaced.

    ``target`` is written whole or not at all. Raise :class:`ToolMissing` where LibreOffice fails or is missing.
    """
    pdf = target / f"{docx.stem}.pdf" if target.is_dir() else target
    return _convert([(docx, pdf)], timeout)[0]


def to_pdfs(docxes: Sequence[Path], folder: Path, *, timeout: float = TIMEOUT) -> list[Conversion]:
    """Convert many papers in one run of LibreOffice, which saves its start for each; names are kept."""
    return _convert([(docx, folder / f"{docx.stem}.pdf") for docx in docxes], timeout)


def _convert(jobs: Sequence[tuple[Path, Path]], timeout: float) -> list[Conversion]:
    office = find_office()
    if office is None:
        raise ToolMissing(
            _("LibreOffice is not installed, so no page can be drawn."),
            _("Install LibreOffice, or put its program soffice on PATH."),
        )
    with tempfile.TemporaryDirectory(prefix="gen-office-", ignore_cleanup_errors=True) as name:
        work = Path(name)
        # A number as name: the user's name may be anything, and two papers may share one.
        staged = [work / "in" / f"{number}{docx.suffix}" for number, (docx, _pdf) in enumerate(jobs)]
        (work / "in").mkdir()
        for (docx, _pdf), copy in zip(jobs, staged, strict=True):
            try:
                shutil.copyfile(docx, copy)
            except OSError as error:
                reason = error.strerror or error
                raise GenError(
                    _("{path} cannot be read: {reason}").format(path=docx, reason=reason)
                ) from error
        said = _run(office, staged, work, timeout)
        return [
            _deliver(docx, pdf, work / "out" / f"{copy.stem}.pdf", said)
            for (docx, pdf), copy in zip(jobs, staged, strict=True)
        ]


def _deliver(docx: Path, pdf: Path, made: Path, said: str) -> Conversion:
    if not made.is_file():
        raise ToolMissing(
            _("LibreOffice could not convert {path}.").format(path=docx),
            said or _("Open the file in Word or LibreOffice and see whether it is damaged."),
        )
    substituted = substitutions(wanted_fonts(docx), embedded_fonts(made))
    try:
        _replace(pdf, settled(made.read_bytes(), docx))
    except OSError as error:
        reason = error.strerror or error
        raise GenError(_("{path} cannot be written: {reason}").format(path=pdf, reason=reason)) from error
    return Conversion(pdf, substituted)


def _replace(target: Path, data: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    # The temporary folder may be on another disk, and only a rename on one disk is atomic.
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        beside.write_bytes(data)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _run(office: Path, papers: Sequence[Path], work: Path, timeout: float) -> str:
    """Run LibreOffice on ``papers``, the PDFs go to ``work/out``; return what it said on stderr."""
    profile = work / "profile"
    _write_profile(profile)
    options = ("--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf:writer_pdf_Export")
    with subprocess.Popen(
        [office, f"-env:UserInstallation={profile.as_uri()}", *options, "--outdir", work / "out", *papers],
        env=_environment(work),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        try:
            _out, said = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            raise ToolMissing(
                _("LibreOffice did not finish within {seconds:.0f} seconds.").format(seconds=timeout),
                _("Open the paper in LibreOffice and see what it waits for."),
            ) from None
        finally:
            _end(process)
    return said.decode(errors="replace").strip()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Stop the process if it still runs, and what it started: soffice is a script around the real program."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}
</oor:items>
"""
_SECURITY = "org.openoffice.Office.Common/Security/Scripting"
_SETTINGS = (
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
)


def _write_profile(profile: Path) -> None:
    """Prepare a throw-away profile: no macros, nothing fetched, for a paper may come from anyone."""
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    (profile / "user").mkdir(parents=True)
    settings = profile / "user" / "registrymodifications.xcu"
    settings.write_text(_PROFILE.format(items=items), encoding="utf-8")


def _environment(work: Path) -> dict[str, str]:
    environment = {**os.environ, "TZ": "UTC"}
    if sys.platform not in ("win32", "darwin"):
        system = environment.get("FONTCONFIG_FILE") or "/etc/fonts/fonts.conf"
        declared = work / "fonts.conf"
        declared.write_text(fontconfig(system, installed_families()), encoding="utf-8")
        environment["FONTCONFIG_FILE"] = str(declared)
    return environment
