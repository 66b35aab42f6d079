"""Laying out a workspace to start from, without touching anything that is there."""

from __future__ import annotations

from pathlib import Path

from hongtou.build.write import write
from hongtou.errors import GenError, Refused
from hongtou.i18n import _
from hongtou.source.schema import schema_files
from hongtou.workspace import shipped

SKELETON = Path(__file__).parent / "skeleton"
TEMPLATES = frozenset({".docx", ".svg", ".html", ".css", ".js"})
"""Word templates, and those of the wall chart."""
_HIDDEN = {"gitattributes": ".gitattributes", "gitignore": ".gitignore", "vscode": ".vscode"}
"""Names that packaging tools would drop, by the names they have in the skeleton."""


def initialise(folder: Path, *, templates: bool = False, sample: bool = False) -> list[Path]:
    """Lay out a workspace in ``folder``; return the files written, in order.

    With ``templates`` the Word templates are copied too; with ``sample`` the policy is the real notice that
    gen carries, in place of the small one. In a workspace that is there, ``templates`` alone adds the templates
    that are missing. Raises Refused, naming every file that is in the way, before anything is written.
    """
    if folder.exists() and not folder.is_dir():
        raise GenError(_("{path} is a file, not a folder.").format(path=folder), _("Name another folder."))
    adding = templates and not sample and (folder / "policy").is_dir()
    files = _templates() if adding else _files(templates, sample)
    conflicts = [name for name in files if (folder / name).exists() or (folder / name).is_symlink()]
    if adding and len(conflicts) < len(files):
        files = {name: data for name, data in files.items() if name not in conflicts}
    elif conflicts:
        listed = "\n".join(f"    {folder / name}" for name in conflicts)
        raise Refused(
            _("nothing was written, because these files are there already:\n{files}").format(files=listed),
            _("Move them away to have them written anew.")
            if adding
            else _("Name an empty folder, or move these files away."),
        )
    for name, data in files.items():
        write(folder / name, data)
    return [folder / name for name in files]


def _files(templates: bool, sample: bool) -> dict[str, bytes]:
    """Return what a new workspace holds, by path."""
    files = {
        _visible(path.relative_to(SKELETON)): path.read_bytes()
        for path in sorted(SKELETON.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
    if sample:
        files = {name: data for name, data in files.items() if not name.startswith("policy/")}
        files |= {
            path.relative_to(shipped()).as_posix(): path.read_bytes()
            for path in sorted((shipped() / "policy").rglob("*.yaml"))
        }
    files |= {f".gen/{name}": text.encode() for name, text in schema_files().items()}
    return files | (_templates() if templates else {})


def _templates() -> dict[str, bytes]:
    folder = shipped() / "templates"
    files = (path for path in folder.iterdir() if path.suffix in TEMPLATES)
    return {f"templates/{path.name}": path.read_bytes() for path in sorted(files)}


def _visible(path: Path) -> str:
    return Path(*(_HIDDEN.get(part, part) for part in path.parts)).as_posix()
