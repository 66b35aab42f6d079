"""The workspace: the folder that has ``policy/``, and the templates that go with it."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path

from hongtou.errors import GenError
from hongtou.i18n import _

NOTICE = "notice.yaml"
_MISNAMED = frozenset({"notice.yml", "notice.yaml", "notice.yaml.txt", "notice.json"})
"""Names, in lower case, under which a notice is not found."""


@dataclass(frozen=True)
class Workspace:
    """A workspace at ``root``; ``root`` is relative where it was found from the working folder."""

    root: Path

    @property
    def policies(self) -> tuple[Path, ...]:
        """The policy folders, by name; hidden ones and those beginning with _ are left out."""
        folders = sorted((self.root / "policy").iterdir())
        return tuple(f for f in folders if f.name[0] not in "._" and f.is_dir() and (f / NOTICE).exists())

    def choose(self, name: str | None) -> Path:
        """Return the folder of the policy ``name``, given as a name or a path; None means the only one.

        Raises GenError where it cannot be told which is meant.
        """
        if name is None:
            return self._only()
        if (found := self.root / "policy" / name) in self.policies:
            return found
        given = Path(name)
        given = given.parent if given.name == NOTICE else given
        if (given / NOTICE).exists():
            return given
        for folder in (self.root / "policy" / name, given):
            if folder.is_dir() and folder.resolve() != self.root.resolve():
                raise _no_notice(folder)
        raise GenError(_("there is no policy “{name}”.").format(name=name), self._which(name))

    def _only(self) -> Path:
        policies = self.policies
        if len(policies) == 1:
            return policies[0]
        if not policies:
            raise self._none()
        raise GenError(_("there are several policies; say which one."), self._which(""))

    def _none(self) -> GenError:
        """Return the error for a workspace without a policy; a folder that was meant as one is named."""
        folders = (f for f in sorted((self.root / "policy").iterdir()) if f.name[0] not in "._")
        if meant := next((folder for folder in folders if folder.is_dir()), None):
            return _no_notice(meant)
        message = _("{path} has no policy: a policy is a folder with {file}.")
        return GenError(message.format(path=self.root / "policy", file=NOTICE), _to_copy())

    def _which(self, name: str) -> str:
        names = [folder.name for folder in self.policies]
        near = difflib.get_close_matches(name, names, n=1)
        if near:
            return _("Did you mean “{name}”?").format(name=near[0])
        return _("Policies here: {names}").format(names=", ".join(names)) if names else _to_copy()

    def template(self, name: str) -> Path:
        """Return the template ``name``: the user's in ``templates/`` where there is one, else the shipped one."""
        own = self.root / "templates" / name
        return own if own.exists() else shipped() / "templates" / name

    def owns(self, path: Path) -> bool:
        """Whether a template is the user's, and not (a copy of) a shipped one."""
        original = shipped() / "templates" / path.name
        if not original.exists():
            return True
        return path.resolve() != original.resolve() and path.read_bytes() != original.read_bytes()


def _no_notice(folder: Path) -> GenError:
    """Return the error for a folder that was meant as a policy."""
    message = _("{path} is no policy yet: {file} is missing in it.").format(path=folder, file=NOTICE)
    near = next((f.name for f in sorted(folder.iterdir()) if f.name.lower() in _MISNAMED), "")
    return GenError(
        message, _("Rename {name} to {file}.").format(name=near, file=NOTICE) if near else _to_copy()
    )


def _to_copy() -> str:
    return _("“gen init” in an empty folder writes one to copy from.")


def find_workspace(start: Path) -> Workspace:
    """Return the workspace that ``start`` lies in. Raises GenError where there is none."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / "policy").is_dir():
            return Workspace(Path() if folder == Path.cwd() else folder)
    raise GenError(
        _("there is no policy/ folder here or above {path}.").format(path=here),
        _("“gen init” lays out a workspace to start from."),
    )


def shipped() -> Path:
    """Return the folder with the shipped ``templates/`` and ``policy/``: in the package, or in the checkout."""
    package = Path(__file__).parent
    installed = package / "_shipped"
    return installed if installed.is_dir() else package.parent
