"""A file is written whole or not at all, whatever happens."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hongtou.build import write as build
from hongtou.errors import GenError, Refused
from hongtou.render.fingerprint import mark_pdf, untouched
from tests.conftest import ROOT

OLD, NEW = mark_pdf(b"%PDF old"), mark_pdf(b"%PDF new")


def test_write_says_whether_it_wrote(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.pdf"
    assert build.write(path, OLD)
    assert not build.write(path, OLD)
    assert build.write(path, NEW)
    assert path.read_bytes() == NEW


def test_a_changed_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "b.pdf"
    path.write_bytes(OLD + b"annotated")
    assert not untouched(path.read_bytes())
    with pytest.raises(Refused):
        build.write(path, NEW)
    assert path.read_bytes() == OLD + b"annotated"
    assert build.write(path, NEW, force=True)


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_handle: int) -> None:
        raise error

    path = tmp_path / "b.pdf"
    build.write(path, OLD)
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises((GenError, KeyboardInterrupt)):
        build.write(path, NEW)
    assert path.read_bytes() == OLD
    assert [entry.name for entry in tmp_path.iterdir()] == ["b.pdf"]


def test_a_full_disk_gets_one_clear_message(workspace: Callable[..., Path]) -> None:
    folder = workspace()
    limited = "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)); sys.argv = ['gen', '--lang', 'en', 'notice']; runpy.run_path(sys.path[0] + '/cli.py', run_name='__main__')"  # fmt: skip
    code = f"import signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); sys.path.insert(0, {str(ROOT)!r}); {limited}"
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environment
    )
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert (
        ran.stderr
        == "gen: cannot write output/demo-notice.docx: the file is too large for the disk\n    → Use another folder (-o).\n"
    )
    assert list((folder / "output").iterdir()) == []


def test_killing_it_leaves_no_torn_file(tmp_path: Path) -> None:
    path = tmp_path / "b.pdf"
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\nfrom pathlib import Path\nfrom hongtou.build.write import write\n"
        "from hongtou.render.fingerprint import mark_pdf\nfiles = [mark_pdf(b'%PDF' + bytes([65 + i]) * 300_000) for i in (0, 1)]\n"
        f"while True:\n    for data in files:\n        write(Path({str(path)!r}), data)\n"
    )
    for pause in (0.05, 0.11, 0.17):
        process = subprocess.Popen([sys.executable, "-c", code])
        deadline = time.monotonic() + 20
        while not path.exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(pause)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert untouched(path.read_bytes())
