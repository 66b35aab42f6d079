"""The text templates 文本模板 of the chart: the user's own in ``templates/`` before the shipped ones, by name."""

from __future__ import annotations

import base64
import hashlib
import traceback
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup

from hongtou.errors import GenError, TemplateError, os_reason
from hongtou.findings import Finding
from hongtou.i18n import _
from hongtou.render.environment import Sandbox
from hongtou.workspace import Workspace

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""What has no look of its own: controls, marks of direction, halves of characters."""
_FORBIDDEN = frozenset("\ufffe\uffff")
"""What XML forbids besides."""


class Templates:
    """The text templates of ``workspace``."""

    def __init__(self, workspace: Workspace) -> None:
        self._environment = Sandbox(
            autoescape=True,
            undefined=StrictUndefined,
            loader=_Loader(workspace),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._environment.filters |= {"csp_hash": csp_hash, "seen": seen}

    def fill(self, name: str, context: Mapping[str, object]) -> str:
        """Return the template ``name`` filled with ``context``. Raises TemplateError where it cannot be."""
        try:
            return self._environment.get_template(name).render(context)
        except GenError:
            raise
        except TemplateSyntaxError as error:
            path = error.filename or error.name or name
            raise TemplateError([Finding(path, error.lineno, 0, error.message or str(error))]) from error
        except Exception as error:  # A template may do anything; whatever it raises is its fault.
            raise TemplateError([_fault(name, error)]) from error


class _Loader(BaseLoader):
    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        """Return the text of a template and its path; only names in the folder itself are looked for."""
        path = self._workspace.template(Path(template).name)
        if template != path.name or not path.is_file():
            raise TemplateNotFound(template)
        try:
            return path.read_text(encoding="utf8"), str(path), None
        except OSError as error:
            reason, hint = os_reason(error)
            raise GenError(
                _("{path} cannot be read: {reason}").format(path=path, reason=reason), hint
            ) from error
        except UnicodeDecodeError as error:
            raise GenError(_("{path} is not UTF-8.").format(path=path), _("Save it as UTF-8.")) from error


def _fault(name: str, error: Exception) -> Finding:
    """Return what went wrong, at the line of the template nearest to it."""
    frames = [
        f
        for f in traceback.extract_tb(error.__traceback__)
        if f.filename.endswith((".svg", ".html", ".css", ".js"))
    ]
    if not frames:
        return Finding(name, 0, 0, str(error))
    return Finding(frames[-1].filename, frames[-1].lineno or 0, 0, str(error))


def csp_hash(text: object) -> Markup:
    """Return what a content security policy calls an inline script or style with ``text``."""
    return Markup(f"'sha256-{base64.b64encode(hashlib.sha256(str(text).encode()).digest()).decode()}'")


def seen(text: object) -> str:
    """Return ``text`` without characters that nobody sees; a line break or tab is a blank."""
    spaced = " ".join(str(text).split())
    return "".join(c for c in spaced if c not in _FORBIDDEN and unicodedata.category(c) not in _UNSEEN)
