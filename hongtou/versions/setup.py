"""Telling git how to show policies: settings of one repository, written and taken back again.

git never takes commands from a clone, so that this is asked for. What stood there before is kept in settings of our
own (``gen.KEY.was``, and ``gen.KEY.set`` for what was written), so that it can be put back exactly.
"""

from __future__ import annotations

import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import hongtou
from hongtou.errors import GenError
from hongtou.i18n import _
from hongtou.versions.git import Git

_WORDS = (
    r"[0-9]+([.,][0-9]+)*(%|‰|万元|亿元|元|人|名|家|个|项|次|年|月|日)?|[A-Za-z_][A-Za-z_0-9-]*|[^[:space:]]"
)
"""What git takes for a word: a number with its unit, a Latin word, else one character. A character that fits nothing
would count as a blank, and a change in it would be hidden; so the last alternative takes everything."""
_HEADING = "^■.*$"
_POLICY = 'show() {{ {command} "$1" || cat "$1"; }}; show'
_PAPER = 'show() {{ {command} "$1" || git hash-object --no-filters "$1"; }}; show'
"""What git gives to its shell: where gen is gone, a comparison still shows the text as it is, or that a paper differs."""


@dataclass(frozen=True)
class Change:
    """A setting that was changed: what it was, and what it is now, each empty where it was not or is not set.

    ``kept`` says that it was left as it is, because someone has changed it since.
    """

    key: str
    former: tuple[str, ...]
    now: tuple[str, ...]
    kept: bool = False


def set_up(git: Git, command: str) -> list[Change]:
    """Write the settings, ``command`` being what git runs; return those that are new or were replaced."""
    return [change for key, value in _settings(git, command).items() if (change := _set(git, key, value))]


def take_back(git: Git) -> list[Change]:
    """Put back what was there before :func:`set_up`; a setting that was changed since is left alone."""
    said = git.ask("config", "--local", "--null", "--get-regexp", r"^gen\..*\.set$").text
    written = [entry.partition("\n")[::2] for entry in said.split("\0") if entry]
    return [_restore(git, name.removeprefix("gen.").removesuffix(".set"), value) for name, value in written]


def _settings(git: Git, command: str) -> dict[str, str]:
    settings = {
        "diff.policy.textconv": _POLICY.format(command=command),
        "diff.policy.xfuncname": _HEADING,
        "diff.policy.wordRegex": _WORDS,
        "diff.policy.cachetextconv": "false",
        "diff.docx.textconv": _PAPER.format(command=command),
        "diff.docx.cachetextconv": "false",
        "core.quotepath": "false",
    }
    if git.ask("config", "--get", "diff.colorMoved").code or _values(git, "gen.diff.colorMoved.set"):
        settings["diff.colorMoved"] = "blocks"
    return settings


def _values(git: Git, key: str) -> tuple[str, ...]:
    """Return the values of ``key`` in the repository's own settings."""
    answer = git.ask("config", "--local", "--null", "--get-all", key)
    return () if answer.code else tuple(answer.out.decode("utf8", "surrogateescape").split("\0")[:-1])


def _set(git: Git, key: str, value: str) -> Change | None:
    former = _values(git, key)
    ours = _values(git, f"gen.{key}.set")
    if former == (value,) == ours:
        return None
    if former != ours:
        git.ask("config", "--local", "--unset-all", f"gen.{key}.was")
        _add(git, f"gen.{key}.was", former)
    git.tell("config", "--local", "--replace-all", f"gen.{key}.set", value)
    git.tell("config", "--local", "--replace-all", key, value)
    return Change(key, former, (value,))


def _restore(git: Git, key: str, written: str) -> Change:
    present = _values(git, key)
    was = _values(git, f"gen.{key}.was")
    git.tell("config", "--local", "--remove-section", f"gen.{key}")
    if present != (written,):
        return Change(key, present, present, kept=True)
    git.tell("config", "--local", "--unset-all", key)
    _add(git, key, was)
    return Change(key, present, was)


def _add(git: Git, key: str, values: tuple[str, ...]) -> None:
    for value in values:
        git.tell("config", "--local", "--add", key, value)


def textconv_command() -> str:
    """Return the command that git is to run, quoted for its shell, with full paths: git runs it anywhere.

    Never a module that lies in the folder git runs in: that would be a program out of the repository (``-P``).
    """
    package = Path(hongtou.__file__).parent
    front_door = package.parent / "cli.py"
    if _found_anywhere(package):
        return shlex.join([sys.executable, "-P", "-m", "hongtou.versions"])
    if front_door.is_file():
        return shlex.join([sys.executable, str(front_door.resolve()), "textconv"])
    raise GenError(
        _("{python} does not find gen when it is started elsewhere.").format(python=sys.executable),
        _("Install gen (pip install …), and run “gen git-setup” again."),
    )


def _found_anywhere(package: Path) -> bool:
    """Whether this Python finds this gen from any folder, without the help of the folder it was started in."""
    asking = [sys.executable, "-P", "-c", "import hongtou; print(hongtou.__path__[0])"]
    ran = subprocess.run(asking, cwd=package.anchor, capture_output=True, text=True, check=False)
    return ran.returncode == 0 and Path(ran.stdout.strip()).resolve() == package.resolve()
