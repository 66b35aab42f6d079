"""``python bench/redline.py``: how many characters a redline of the sample's second version marks, beside those of the peers.

One run: our redline, LibreOffice's own Compare on the two rendered notices, and python-redlines where it is installed
(it is no dependency). Needs LibreOffice and the system's python3-uno.
"""

from __future__ import annotations

import datetime
import io
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from lxml import etree

sys.path.insert(0, str(Path(__file__).parent.parent))

from hongtou.notice import render_notice
from hongtou.redline import redline
from hongtou.redline.word import W
from hongtou.render.office import find_office
from hongtou.source.load import load_policy
from hongtou.workspace import Workspace
from tests.diff.revision import second

ROOT = Path(__file__).parent.parent
OLD = ROOT / "policy" / "disability-employment"
DATE = datetime.datetime(2023, 6, 1, 9, 0)


def marked(data: bytes) -> tuple[int, int]:
    """Return how many characters and how many rows are marked in the DOCX ``data``."""
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    characters = sum(
        len(text.text or "")
        for mark in body.iter(f"{W}ins", f"{W}del")
        for text in mark.iter(f"{W}t", f"{W}delText")
    )
    rows = len(body.findall(f".//{W}trPr/{W}ins")) + len(body.findall(f".//{W}trPr/{W}del"))
    return characters, rows


def compared(old: Path, new: Path, folder: Path) -> bytes:
    """Return what LibreOffice's Compare makes of two files."""
    target = folder / "compared.docx"
    script = ROOT / "bench" / "peers" / "compare_in_office.py"
    command = ["/usr/bin/python3", script, str(find_office()), folder / "profile", old, new, target]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return target.read_bytes()


def docxodus(old: bytes, new: bytes) -> bytes | None:
    """Return the redline of python-redlines, None where it is not installed."""
    try:
        from python_redlines.engines import DocxodusEngine
    except ImportError:
        return None
    return bytes(DocxodusEngine().run_redline("gen", old, new)[0])


def main() -> None:
    """Print the table."""
    workspace, old, new = Workspace(ROOT), load_policy(OLD), second()
    start = time.perf_counter()
    made = redline(old, new, author="gen", date=DATE, workspace=workspace)
    seconds = time.perf_counter() - start
    notices = [render_notice(workspace, policy) for policy in (old, new)]
    with tempfile.TemporaryDirectory(prefix="gen-bench-") as name:
        paths = [Path(name) / "old.docx", Path(name) / "new.docx"]
        for path, data in zip(paths, notices, strict=True):
            path.write_bytes(data)
        found = {"gen": made, "LibreOffice Compare": compared(*paths, Path(name))}
    if other := docxodus(*notices):
        found["python-redlines"] = other
    ours = marked(made)[0]
    for tool, data in found.items():
        characters, rows = marked(data)
        # Ours beside itself says nothing.
        ratio = "" if tool == "gen" else f" ({characters / ours:.1f} times gen's)"
        print(f"{tool:20} {characters:6} characters{ratio}, {rows} rows marked whole")
    print(f"gen: {seconds:.2f} s, both notices printed and the result proved")


if __name__ == "__main__":
    main()
