"""The record of the last build: from what it was made, and what came out; nothing is lost when it is.

It lets a build that has nothing to do find that out without reading a policy. Files are known by size and time of
change, as git knows them; what went in by its content.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from hongtou import __version__

_ENGINE = Path(__file__).parent.parent


def record_path(root: Path, policy: str) -> Path:
    """Return where the record of ``policy`` lies in the output folder ``root``."""
    return root / f".{policy}.gen.json"


def inputs_key(workspace: Path, folder: Path) -> str:
    """Return a hash of all that a build of the policy in ``folder`` is made from: its files, templates, gen itself."""
    digest = hashlib.sha256(f"{__version__}\0{folder.name}\0".encode())
    for path in _inputs(workspace, folder):
        data = path.read_bytes()
        digest.update(f"{path.name}\0{len(data)}\0".encode())
        digest.update(data)
    for stamp in sorted(_engine_stamps(_ENGINE)):
        digest.update(stamp.encode())
    return digest.hexdigest()


def _inputs(workspace: Path, folder: Path) -> Iterable[Path]:
    yield from sorted(folder.parent.glob("*.yaml"))
    yield from sorted(folder.glob("*.yaml"))
    yield from sorted((workspace / "templates").glob("*.docx"))


def _engine_stamps(folder: Path) -> Iterable[str]:
    """Yield name, size and time of change of every file of the engine: a checkout changes without its version."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _engine_stamps(Path(entry.path))
            else:
                status = entry.stat()
                yield f"{entry.path}\0{status.st_size}\0{status.st_mtime_ns}\0"


def is_fresh(record: Path, key: str) -> int | None:
    """Return how many files the build of ``record`` wrote, when it was made from ``key`` and they are all as it left them."""
    try:
        data = json.loads(record.read_bytes())
        files = data["files"]
        if data["inputs"] == key and all(
            _stamp(record.parent / name) == stamp for name, stamp in files.items()
        ):
            return len(files)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass
    return None


def recorded(record: Path) -> frozenset[Path]:
    """Return the files that the build of ``record`` wrote; none where there is no record."""
    try:
        return frozenset(record.parent / name for name in json.loads(record.read_bytes())["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()


def remember(record: Path, key: str, paths: Iterable[Path]) -> None:
    """Write the record of a build; where that cannot be done, the next build looks for itself."""
    with suppress(OSError):
        files = {os.path.relpath(path, record.parent): _stamp(path) for path in paths}
        temporary = record.with_suffix(".part")
        temporary.write_text(json.dumps({"inputs": key, "files": files}, ensure_ascii=False), encoding="utf8")
        temporary.replace(record)


def forget(record: Path) -> None:
    """Take the record away, so that the next build looks for itself."""
    with suppress(OSError):
        record.unlink(missing_ok=True)


def _stamp(path: Path) -> list[int]:
    status = path.stat()
    return [status.st_size, status.st_mtime_ns]
