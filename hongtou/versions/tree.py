"""The files of a commit, in the place of the working tree: what :mod:`hongtou.source.load` reads and shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath

from hongtou.findings import Finding
from hongtou.i18n import _
from hongtou.source.files import LFS_POINTER, MAX_BYTES
from hongtou.versions.repository import Commit, Repository
from hongtou.workspace import NOTICE

_LINK, _SUBMODULE = "120000", "160000"
_MAX_LINK = 400


@dataclass(frozen=True)
class Entry:
    """A file in a commit: mode and id as git has them; ``size`` in bytes, None where git does not have the file."""

    mode: str
    id: str
    size: int | None


@dataclass(frozen=True)
class Tree:
    """The files of ``commit``, which people call ``label``; paths are below the repository's root."""

    repository: Repository
    commit: Commit
    label: str
    seen: dict[str, dict[str, Entry]] = field(default_factory=dict, compare=False, repr=False)

    def entry(self, path: str) -> Entry | None:
        """Return what is at ``path``, None where nothing is."""
        folder = PurePosixPath(path).parent.as_posix()
        if folder not in self.seen:
            self.seen[folder] = self._entries("" if folder == "." else f"{folder}/")
        return self.seen[folder].get(path)

    def _entries(self, folder: str) -> dict[str, Entry]:
        """Return what is in ``folder``, by path; asked once for each folder."""
        where = ("-z", "--full-tree", self.commit.id, "--", *([folder] if folder else []))
        answer = self.repository.git.ask("ls-tree", "-l", *where)
        if answer.code:  # a clone without the files cannot tell their sizes
            answer = self.repository.git.tell("ls-tree", *where)
        found = {}
        for line in answer.text.split("\0")[:-1]:
            facts, _tab, path = line.partition("\t")
            mode, _kind, name, size = [*facts.split(), ""][:4]
            found[path] = Entry(mode, name, int(size) if size.isdigit() else None)
        return found

    def holds(self, folder: str) -> bool:
        """Whether ``folder`` is a policy in this commit."""
        return self.entry(str(PurePosixPath(folder) / NOTICE)) is not None

    def blocked(self, folder: str) -> tuple[str, Entry] | None:
        """Return the link or submodule that stands in the place of ``folder`` or of one above it."""
        for path in (PurePosixPath(folder), *PurePosixPath(folder).parents):
            entry = self.entry(str(path)) if path.name else None
            if entry is not None and entry.mode in (_LINK, _SUBMODULE):
                return str(path), entry
        return None

    @cached_property
    def policies(self) -> list[str]:
        """The folders of all policies in this commit; those beginning with _ or . are left out, as everywhere."""
        asked = ("ls-tree", "-r", "-z", "--name-only", "--full-tree", self.commit.id)
        names = self.repository.git.tell(*asked).text.split("\0")
        folders = (PurePosixPath(name).parent for name in names if PurePosixPath(name).name == NOTICE)
        found = (f for f in folders if f.parent.name == "policy" and f.name[0] not in "._")
        return sorted(str(folder) for folder in found if str(folder).isprintable())

    def within(self, path: Path) -> str:
        """Return ``path``, which is below the root's folder, as git calls it; empty where it is not below it."""
        try:
            return path.relative_to(self.repository.root).as_posix()
        except ValueError:
            return ""

    def exists(self, path: Path) -> bool:
        """Whether something is at ``path`` in this commit."""
        within = self.within(path)
        return bool(within) and self.entry(within) is not None

    def shown(self, path: Path) -> str:
        """Return ``path`` as git and people write it: v1:policy/demo/notice.yaml."""
        return f"{self.label}:{self.within(path) or path.name}"

    def read(self, path: Path, shown: str) -> bytes | Finding:
        """Return what is in the file at ``path`` in this commit, or why it cannot be had."""
        within = self.within(path)
        entry = self.entry(within) if within else None
        if entry is None:
            message = _("there is no such file in this version.")
            return Finding(shown, 0, 0, message, self.way_out(), "file")
        if fault := self.fault(entry):
            return Finding(shown, 0, 0, fault, self.way_out(), "file")
        answer = self.repository.git.ask("cat-file", "blob", entry.id)
        if answer.code:
            return Finding(shown, 0, 0, _("git does not have this file."), _fetch(self.label, within), "file")
        if answer.out.startswith(LFS_POINTER):
            message = _("the file is only a pointer of Git LFS; its text is not here.")
            return Finding(shown, 0, 0, message, self.way_out(), "file")
        return answer.out

    def fault(self, entry: Entry) -> str:
        """Return why ``entry`` is no file that can be read, empty where it is one."""
        if entry.mode == _LINK:
            target = self.repository.git.tell("cat-file", "blob", entry.id).out[:_MAX_LINK]
            shown = "".join(char if char.isprintable() else "?" for char in target.decode("utf8", "replace"))
            return _("in this version it is a link to “{target}”, not a file.").format(target=shown)
        if entry.mode == _SUBMODULE:
            return _("in this version it is a submodule: its files are in another repository.")
        if not entry.mode.startswith("100"):
            return _("this is a folder; a file is wanted.")
        if entry.size is not None and entry.size > MAX_BYTES:
            return _("the file is larger than {size} MB.").format(size=MAX_BYTES // 1_000_000)
        return ""

    def way_out(self) -> str:
        """Return how a version that cannot be read as it is can be laid out, mended and compared all the same."""
        return _(
            "Lay the version out beside this folder (git worktree add --detach ../old {version}), mend it there, "
            "and give its folder: ../old/policy/NAME"
        ).format(version=self.label)


def _fetch(label: str, path: str) -> str:
    return _("This clone was made without it; fetch it: git show {file}").format(file=f"{label}:{path}")
