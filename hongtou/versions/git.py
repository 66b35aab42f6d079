"""Asking git 版本库: plumbing only, no shell, no pager, no prompt, and no program that a repository's settings name."""

from __future__ import annotations

import os
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path

from hongtou.errors import GenError, ToolMissing
from hongtou.i18n import _

TIMEOUT = 60
_OPTIONS = (
    *("--no-pager", "--literal-pathspecs"),
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.quotepath=false"),
    *("-c", "core.warnAmbiguousRefs=true"),
)
_SETTLED = {
    "LC_ALL": "C.UTF-8",
    "LANGUAGE": "",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
}
"""No locks, no questions; and nothing is fetched, which could start programs that the settings name."""
_UNWANTED = ("GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS")
"""What would give the characters of a path another meaning."""
_PLACES = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")
"""Where git is told to look; respected, and made absolute, because git is run in the policy's folder."""


@dataclass(frozen=True)
class Answer:
    """What git said: exit code, bytes, and its complaint as text."""

    code: int
    out: bytes
    complaint: str

    @property
    def text(self) -> str:
        """The output as text, without the last line break; file names may hold bytes that are no UTF-8."""
        return self.out.decode("utf8", "surrogateescape").rstrip("\n")

    @property
    def reason(self) -> str:
        """What git gives as its reason, in one line and without its own word for error."""
        lines = self.complaint.strip().splitlines()
        first = next((line for line in lines if line.startswith("fatal: ")), lines[0] if lines else "")
        return first.removeprefix("fatal: ").removeprefix("error: ") or str(self.code)


class Git:
    """git, run in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def ask(self, *arguments: str, given: bytes = b"") -> Answer:
        """Return what ``git ARGUMENTS`` says, ``given`` being its input. Raises GenError where it cannot run."""
        try:
            ran = subprocess.run(
                ["git", *_OPTIONS, *arguments],
                cwd=self.folder,
                env=_environment(),
                input=given,
                capture_output=True,
                timeout=TIMEOUT,
                check=False,
            )
        except FileNotFoundError as error:
            raise _missing() from error
        except subprocess.TimeoutExpired as error:
            message = _("git did not answer within {count} seconds.").format(count=TIMEOUT)
            raise GenError(message, _("Look at the disk, and try “git status” by hand.")) from error
        except OSError as error:
            raise ToolMissing(
                _("git cannot be started: {reason}.").format(reason=error.strerror or error)
            ) from error
        return Answer(ran.returncode, ran.stdout, ran.stderr.decode("utf8", "replace"))

    def tell(self, *arguments: str, given: bytes = b"") -> Answer:
        """Return what git says; raise GenError with its reason where it refuses."""
        answer = self.ask(*arguments, given=given)
        if answer.code:
            raise self.refusal(answer)
        return answer

    def refusal(self, answer: Answer) -> GenError:
        """Return the error for what git complains about, in plain words where it is known."""
        complaint = answer.complaint
        if "dubious ownership" in complaint or "is owned by" in complaint:
            return GenError(
                _("git does not trust this repository, because another user owns its folder."),
                _("If you trust it: {command}").format(command=_trust(complaint, self.folder)),
            )
        if "not a git repository" in complaint:
            return GenError(
                _("{path} is not in a git repository, so there are no versions of it.").format(
                    path=self.folder
                ),
                _("“git init” begins one; or compare two folders: gen diff OLD-FOLDER NEW-FOLDER"),
            )
        return GenError(
            _("git cannot do that here: {reason}").format(reason=answer.reason),
            _("Try “git status” and “git fsck” in it."),
        )


def _environment() -> dict[str, str]:
    """Return the environment git runs in: the user's, with what gen needs settled."""
    environment = {name: value for name, value in os.environ.items() if name not in _UNWANTED} | _SETTLED
    for name in _PLACES:
        if environment.get(name):
            environment[name] = str(Path(environment[name]).absolute())
    return environment


def _missing() -> ToolMissing:
    return ToolMissing(
        _("git is not installed, and versions are read with it."),
        _("Install it from https://git-scm.com, or compare two folders: gen diff OLD-FOLDER NEW-FOLDER"),
    )


def _trust(complaint: str, folder: Path) -> str:
    """Return the command that makes git trust the folder it names."""
    named = complaint.partition("'")[2].partition("'")[0]
    return f"git config --global --add safe.directory {shlex.quote(named or str(folder.resolve()))}"
