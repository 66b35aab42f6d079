"""A policy written into a workspace 写出: folder and register, whole or not at all, and only what loads without a fault."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from hongtou.build.write import write
from hongtou.errors import GenError, Refused, os_reason
from hongtou.findings import Finding
from hongtou.i18n import _
from hongtou.importer.register_file import appended, register_text
from hongtou.importer.remarks import commented, of_notice, of_tasks
from hongtou.importer.understand import Imported
from hongtou.source.dump import dump
from hongtou.source.files import MAX_BYTES, read_bytes
from hongtou.source.load import load


@dataclass(frozen=True)
class Plan:
    """What is to be written: the files of the policy by name, and the register (None where it stays)."""

    folder: Path
    files: dict[str, bytes]
    register: bytes | None


def plan(imported: Imported, folder: Path, came_from: str, *, force: bool = False) -> Plan:
    """Return what writing ``imported`` to ``folder`` would write, once it has been proven to load.

    Raises Refused for a folder that is there, unless ``force``; SourceError where the policy would not load.
    """
    if folder.is_symlink() or (
        folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not force))
    ):
        raise Refused(
            _("{path} is there already; nothing was written.").format(path=folder),
            _("Use -o to write elsewhere, or --force to replace its notice.yaml and tasks.yaml."),
        )
    head = _("Read by gen import from {file}; comments say what was inferred.").format(file=came_from)
    files = {"notice.yaml": commented(dump(imported.notice, up=2), of_notice(imported.notice), head)}
    if imported.tasks is not None:
        files["tasks.yaml"] = commented(dump(imported.tasks, up=2), of_tasks(imported.tasks), head)
    register = _register(imported, folder.parent / "units.yaml")
    made = Plan(
        folder, {name: text.encode() for name, text in files.items()}, register.encode() if register else None
    )
    _prove(made)
    return made


def _register(imported: Imported, path: Path) -> str | None:
    """Return the register as it is to be, None where nothing is proposed."""
    guessed = not imported.carried
    if not path.exists():
        return register_text(imported.register, imported.proposed, guessed=guessed)
    if not imported.proposed:
        return None
    text = path.read_bytes().decode("utf-8-sig")
    return appended(text, imported.register, imported.proposed, str(path), guessed=guessed)


@dataclass(frozen=True)
class _Planned:
    """The workspace as it would be: planned files in front of those that are there."""

    files: dict[Path, bytes]
    folder: Path

    def exists(self, path: Path) -> bool:
        return path in self.files or (path.parent != self.folder and os.path.lexists(path))

    def shown(self, path: Path) -> str:
        return path.as_posix()

    def read(self, path: Path, shown: str) -> bytes | Finding:
        return self.files[path] if path in self.files else read_bytes(path, shown)


def _prove(made: Plan) -> None:
    """Load what is planned as it would lie on the disk. Raises GenError where it does not load."""
    files = {made.folder / name: data for name, data in made.files.items()}
    for path, data in files.items():
        if len(data) > MAX_BYTES:
            raise GenError(
                _("{path} would be larger than {limit} MB, and gen does not read that.").format(
                    path=path, limit=MAX_BYTES // 1_000_000
                ),
                _("Cut the paper into several files, and import each."),
            )
    if made.register is not None:
        files[made.folder.parent / "units.yaml"] = made.register
    place = _Planned(files, made.folder)
    load(made.folder, place.read, place)


def carry_out(made: Plan) -> list[Path]:
    """Write what is planned; return the files written, the register last where it was changed."""
    units = made.folder.parent / "units.yaml"
    if made.register is not None:
        write(units, made.register, force=True)
    if made.folder.exists():
        for name, data in made.files.items():
            write(made.folder / name, data, force=True)
        if "tasks.yaml" not in made.files:
            (made.folder / "tasks.yaml").unlink(missing_ok=True)
    else:
        _new_folder(made)
    return [*(made.folder / name for name in made.files), *([units] if made.register is not None else [])]


def _new_folder(made: Plan) -> None:
    """Write the files of a new policy beside its place, and then move the folder there."""
    try:
        made.folder.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(
            tempfile.mkdtemp(prefix=f".{made.folder.name}.", suffix=".part", dir=made.folder.parent)
        )
        try:
            for name, data in made.files.items():
                (temporary / name).write_bytes(data)
            temporary.chmod(0o755)
            temporary.rename(made.folder)
        except BaseException:
            shutil.rmtree(temporary, ignore_errors=True)
            raise
    except OSError as error:
        reason, hint = os_reason(error)
        raise GenError(
            _("cannot write {path}: {reason}").format(path=made.folder, reason=reason), hint
        ) from error
