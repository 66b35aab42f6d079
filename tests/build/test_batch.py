"""Many files: nothing torn whatever happens in between, and one clear message."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from click.testing import Result

from hongtou.build import batch
from hongtou.build.batch import write_all
from hongtou.build.outputs import Output, Verb
from hongtou.errors import GenError
from hongtou.render.fingerprint import mark_pdf, untouched
from tests.conftest import ROOT

Build = Callable[..., Path]
Run = Callable[..., Result]


def paper(text: str) -> bytes:
    return mark_pdf(b"%PDF" + text.encode())


def outputs(folder: Path, count: int, text: str = "") -> list[Output]:
    return [Output(str(folder / f"{n}.pdf"), partial(paper, f"{text}{n}")) for n in range(count)]


@pytest.mark.parametrize("jobs", [1, 3])
def test_verbs(jobs: int, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    files = outputs(folder, 120)
    told: list[int] = []
    first = write_all(files, jobs=jobs, advance=told.append)
    assert {one.verb for one in first} == {Verb.CREATE}
    assert sum(told) == 120
    assert {one.verb for one in write_all(files, jobs=jobs)} == {Verb.UNCHANGED}
    (folder / "5.pdf").write_bytes(b"by hand")
    (folder / "6.pdf").unlink()
    (folder / "6.pdf").mkdir()
    changed = write_all(outputs(folder, 120, "x"), jobs=jobs)
    assert [one.verb for one in changed[4:8]] == [Verb.UPDATE, Verb.CONFLICT, Verb.CONFLICT, Verb.UPDATE]
    assert [one.reason for one in changed[5:7]] == [
        "changed by hand, or not written by gen",
        "a folder is in its place",
    ]
    assert (folder / "5.pdf").read_bytes() == b"by hand"
    forced = write_all(outputs(folder, 120, "x"), jobs=jobs, force=True)
    assert [one.verb for one in forced[4:8]] == [
        Verb.UNCHANGED, Verb.UPDATE, Verb.CONFLICT, Verb.UNCHANGED,
    ]  # fmt: skip
    assert not list(folder.glob(".gen-*"))


def test_a_dry_run_touches_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "none"
    assert {one.verb for one in write_all(outputs(folder, 3), dry_run=True)} == {Verb.CREATE}
    assert not folder.exists()


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_full_disk_leaves_whole_files_only(
    jobs: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_all(outputs(tmp_path, 120))
    real = batch._write

    def full(path: str, data: bytes) -> None:
        if data.startswith(b"%PDFx77"):
            Path(path).write_bytes(data[:4])
            raise OSError(28, "No space left on device")
        real(path, data)

    monkeypatch.setattr(batch, "_write", full)
    with pytest.raises(GenError) as caught:
        write_all(outputs(tmp_path, 120, "x"), jobs=jobs)
    assert caught.value.message.endswith("77.pdf: the disk is full")
    assert caught.value.hint
    assert not list(tmp_path.glob(".gen-*"))
    assert all(untouched(path.read_bytes()) for path in tmp_path.iterdir())
    monkeypatch.undo()
    assert {one.verb for one in write_all(outputs(tmp_path, 120, "x"))} <= {Verb.UPDATE, Verb.UNCHANGED}


def test_a_file_that_cannot_be_replaced_is_told_of_and_the_others_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_all(outputs(tmp_path, 3))
    real = os.replace

    def locked(source: str, target: str) -> None:
        if target.endswith("1.pdf"):
            raise PermissionError(13, "Permission denied")
        real(source, target)

    monkeypatch.setattr(os, "replace", locked)
    settled = write_all(outputs(tmp_path, 3, "x"))
    assert [one.verb for one in settled] == [Verb.UPDATE, Verb.CONFLICT, Verb.UPDATE]
    assert settled[1].reason == "cannot be replaced: permission denied"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0.pdf", "1.pdf", "2.pdf"]


def test_a_worker_that_is_ended_is_told_of(tmp_path: Path) -> None:
    def end() -> bytes:
        os.kill(os.getpid(), signal.SIGKILL)
        return b""

    files = [*outputs(tmp_path, 60), Output(str(tmp_path / "end.pdf"), end)]
    with pytest.raises(GenError, match=r"a worker was ended from outside\."):
        write_all(files, jobs=2)
    assert not list(tmp_path.glob(".gen-*"))


def test_a_read_only_folder(workspace: Build, gen: Run) -> None:
    if os.geteuid() == 0:
        probe = subprocess.run(["unshare", "--user", "true"], check=False, capture_output=True)
        if probe.returncode:
            pytest.skip("root writes everywhere, and this system gives no other user")
    folder = workspace()
    (folder / "shut").mkdir()
    (folder / "shut").chmod(0o555)
    command = [sys.executable, str(ROOT / "cli.py"), "letters", "-o", "shut"]
    if os.geteuid() == 0:
        command = ["setpriv", "--reuid", "65534", "--clear-groups", *command]
        for path in (folder, *folder.parents):
            if path.stat().st_uid == 0 and str(path).startswith("/tmp/"):
                path.chmod(path.stat().st_mode | 0o055)
    ran = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    if "PermissionError" in ran.stderr or "No module named" in ran.stderr or "setpriv" in ran.stderr:
        pytest.skip("the other user may not read Python here")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("gen: cannot write shut")
    assert "permission denied" in ran.stderr


MANY = """\
import sys
sys.path.insert(0, {root!r})
from functools import partial
from pathlib import Path
from hongtou.build.batch import write_all
from hongtou.build.outputs import Output
from hongtou.render.fingerprint import mark_pdf

def paper(run, n):
    return mark_pdf(b"%PDF" + bytes([65 + run % 2]) * 40_000 + str(n).encode())

run = 0
while True:
    write_all([Output({folder!r} + f"/{{n}}.pdf", partial(paper, run, n)) for n in range(400)], jobs={jobs})
    run += 1
"""


def end(process: subprocess.Popen[bytes], how: signal.Signals) -> None:
    """End the process; one interrupted while it forks may have to be told again."""
    for _try in range(10):
        process.send_signal(how)
        try:
            process.wait(timeout=3)
        except subprocess.TimeoutExpired:
            continue
        return
    process.kill()
    raise AssertionError("it does not end")


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_killed_at_any_moment(how: signal.Signals, jobs: int, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    code = MANY.format(root=str(ROOT), folder=str(folder), jobs=jobs)
    for pause in (0.03, 0.09, 0.16):
        process = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 30
        while not (folder / "399.pdf").exists() and time.monotonic() < deadline:
            time.sleep(0.005)
        time.sleep(pause)
        end(process, how)
        torn = [path.name for path in folder.glob("*.pdf") if not untouched(path.read_bytes())]
        assert torn == []
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        done = write_all(outputs(folder, 400), jobs=1)
        if not list(folder.glob(".gen-*")):
            break
        time.sleep(0.2)
    assert len(done) == 400
    assert sorted(path.suffix for path in folder.iterdir()) == [".pdf"] * 400


def test_interrupted_on_the_command_line(workspace: Build) -> None:
    from tests.conftest import UNITS

    towns = "".join(f"  - name: 第{n}镇\n" for n in range(3000))
    members = ", ".join(f"第{n}镇" for n in range(3000))
    units = UNITS.replace("sets:\n", f"{towns}sets:\n").replace("[东镇]", f"[东镇, {members}]")
    folder = workspace({"policy/units.yaml": units})
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "cli.py"), "--lang", "en", "letters", "--jobs", "2"],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    deadline = time.monotonic() + 30
    place = folder / "output" / "demo-letters"
    while not (place.is_dir() and any(place.iterdir())) and time.monotonic() < deadline:
        time.sleep(0.005)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 2
    assert out == ""
    assert (
        err == "gen: interrupted; every file is whole.\n    → Run the command again: it goes on from there.\n"
    )
    assert not list(place.glob(".gen-*"))
