"""The repository a policy lies in: its root, the place of a folder in it, and commits by the names people give them."""

from __future__ import annotations

import difflib
import posixpath
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hongtou.errors import GenError
from hongtou.i18n import _
from hongtou.versions.git import Answer, Git

_CONTROL = re.compile("[\x00-\x1f\x7f]")
_PATH = re.compile(r"\.{0,2}/")
"""How a path begins, and no version does."""
_SHOWN = 8


@dataclass(frozen=True)
class Commit:
    """A commit 提交: its full id, who wrote it, and when, by the clock of the place where it was written."""

    id: str
    author: str | None
    date: datetime | None


@dataclass(frozen=True)
class Repository:
    """A git repository: ``root`` is its working folder, or the repository itself where it is a bare one.

    ``prefix`` is the place, below the root, of the folder that it was found from: “” or “office/policy/demo/”.
    """

    git: Git
    root: Path
    prefix: str
    bare: bool
    shallow: bool

    def within(self, path: str, base: str = "") -> str:
        """Return ``path``, seen from ``base``, as seen from the root. Raises GenError where it leads out of it."""
        joined = posixpath.normpath(posixpath.join(base, path))
        if path.startswith("/") or joined == ".." or joined.startswith("../"):
            raise GenError(
                _("{path} leads out of the repository.").format(path=path),
                _("Give the path as seen from the top of the repository, like v1:policy/NAME."),
            )
        return "" if joined == "." else joined

    def commit(self, revision: str) -> Commit:
        """Return the commit that ``revision`` names. Raises GenError, with the nearest names, where there is none."""
        refuse_unusual(revision)
        answer = self.git.ask("rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
        lines = answer.text.split("\n")
        if answer.code or len(lines) != 1 or self._has_two_meanings(revision, answer):
            raise self._no_such(revision, answer)
        return self._about(lines[0])

    def _about(self, commit: str) -> Commit:
        asked = ("--max-count=1", "--encoding=UTF-8", "--format=%an%x00%aI", commit, "--")
        said = self.git.tell("rev-list", *asked).out.decode("utf8", "replace")
        author, _nul, date = said.partition("\n")[2].strip("\n").partition("\x00")
        try:
            return Commit(commit, author or None, datetime.fromisoformat(date))
        except ValueError:
            return Commit(commit, author or None, None)

    def _has_two_meanings(self, revision: str, answer: Answer) -> bool:
        """Whether a tag and a branch of the name are different commits; git would take the tag, and only warn."""
        if "ambiguous" not in answer.complaint:
            return False
        named = self.git.ask("show-ref", "--dereference", "--", revision).text.splitlines()
        commits = {line.split(" ")[1].removesuffix("^{}"): line.split(" ")[0] for line in named}
        wanted = {f"refs/{kind}/{revision}" for kind in ("tags", "heads")}
        found = {commit for name, commit in commits.items() if name in wanted}
        return len(found) != 1

    def _no_such(self, revision: str, answer: Answer) -> GenError:
        if "ambiguous" in answer.complaint:
            return _ambiguous(revision, answer)
        if "expected commit type" in answer.complaint:
            message = _("“{name}” names a file or folder of the repository, not a version.")
            return GenError(message.format(name=revision), _("Give a tag, a branch or a commit: v1, HEAD~2"))
        names = self.names()
        if not names and self.git.ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}").code:
            return GenError(
                _("the repository has no commits yet, so there is nothing to compare with."),
                _("Make one: git add policy && git commit -m …"),
            )
        if self.shallow:
            return GenError(
                _("there is no version “{name}” in this clone, which holds only the newest ones.").format(
                    name=revision
                ),
                _("Fetch the rest: git fetch --unshallow --tags"),
            )
        return GenError(_("there is no version “{name}”.").format(name=revision), _meant(revision, names))

    def names(self) -> list[str]:
        """Return the names of all tags and branches."""
        kinds = ("refs/tags", "refs/heads", "refs/remotes")
        names = self.git.tell("for-each-ref", "--format=%(refname:short)", *kinds).text.splitlines()
        return [name for name in names if name.isprintable()]


def find_repository(folder: Path) -> Repository:
    """Return the repository that ``folder`` lies in; the folder itself may be gone. Raises GenError where there is none."""
    there = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.is_dir())
    git = Git(there)
    asked = ("--is-inside-work-tree", "--is-shallow-repository", "--absolute-git-dir", "--show-prefix")
    inside, shallow, git_dir, prefix = [*git.tell("rev-parse", *asked).text.split("\n"), ""][:4]
    if inside != "true":
        return Repository(git, Path(git_dir), "", bare=True, shallow=shallow == "true")
    root = Path(git.tell("rev-parse", "--show-toplevel").text)
    gone = folder.absolute().relative_to(there).as_posix()
    prefix += "" if gone == "." else f"{gone}/"
    return Repository(Git(root), root, prefix, bare=False, shallow=shallow == "true")


def refuse_unusual(name: str) -> None:
    """Raise GenError where ``name`` cannot be a version: nothing, an option, two versions, or control characters."""
    shown = _CONTROL.sub("?", name)
    message = _("“{name}” cannot be a version.").format(name=shown)
    if _CONTROL.search(name) or not name.strip() or name.startswith("^"):
        raise GenError(message, _("Give a tag, a branch or a commit: v1, HEAD~2"))
    if name.startswith("-"):
        raise GenError(
            message, _("A version does not begin with a hyphen; a folder that does is written ./-name.")
        )
    if _PATH.match(name):
        raise GenError(
            _("there is no folder {path}.").format(path=name), _("Check the path, letter by letter.")
        )
    if ".." in name and "{" not in name:
        first, _dots, last = name.partition("..")
        two = f"{first or 'HEAD'} {last.lstrip('.') or 'HEAD'}"
        raise GenError(
            message, _("Give the two versions one after the other: gen diff {two}").format(two=two)
        )


def _ambiguous(revision: str, answer: Answer) -> GenError:
    message = _("“{name}” has more than one meaning in this repository.").format(name=revision)
    if "short object ID" in answer.complaint:
        return GenError(message, _("Give more digits of the commit."))
    hint = _("Say which is meant: refs/tags/{name} or refs/heads/{name}")
    return GenError(message, hint.format(name=revision))


def _meant(name: str, names: list[str]) -> str:
    """Return what may have been meant by ``name``: the nearest of ``names``, or a few of them."""
    if not names:
        return _("“git log --oneline” lists the commits; a commit is named by its first digits.")
    remote = [known for known in names if known.endswith(f"/{name}")]
    near = remote or difflib.get_close_matches(name, names, n=1)
    if near:
        return _("Did you mean “{name}”?").format(name=near[0])
    listed = ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
    return _("Tags and branches here: {names}").format(names=listed)
