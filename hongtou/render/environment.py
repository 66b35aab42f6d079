"""The Jinja environment of all templates: sandboxed, strict about names, escaping; data is never a template."""

from __future__ import annotations

from typing import Any, NoReturn

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from hongtou.i18n import _
from hongtou.render.blocks_xml import HINT, text_xml

_LARGEST = 1_000_000
"""Characters of text, or size of a number, that an expression of a template may make."""


class Blocks:
    """Prepared paragraphs and tables: ``markup`` is what stands for them until the part is packed."""

    def __init__(self, markup: str) -> None:
        self.markup = Markup(markup)


class Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox in which no expression can grow without end."""

    intercepted_binops = frozenset({"**", "*"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuse powers, and repetitions that would fill the memory."""
        if operator == "**":
            raise SecurityError(_("powers (**) are not used here."))
        for one, other in ((left, right), (right, left)):
            if isinstance(one, str | list | tuple) and isinstance(other, int) and len(one) * other > _LARGEST:
                raise SecurityError(_("this would make more text than a paper can hold."))
        return super().call_binop(context, operator, left, right)


def _finalise(value: object) -> object:
    """Turn text with line breaks or tabs into run content; leave prepared XML alone."""
    if type(value) is str:
        broken = "\n" in value or "\t" in value
        return Markup(f'</w:t>{text_xml(value)}<w:t xml:space="preserve">') if broken else value
    if isinstance(value, Blocks):
        _misplaced()
    return value


def _misplaced() -> NoReturn:
    raise SecurityError(_("these are paragraphs: write {{p … }}, alone in a paragraph."))


def _as_paragraphs(value: object) -> Markup:
    """Return ``value`` where a ``{{p … }}`` tag stood: blocks, or text as a paragraph."""
    if isinstance(value, Blocks):
        return value.markup
    return Markup(f"<w:p>{_as_runs(value)}</w:p>")


def _as_runs(value: object) -> Markup:
    """Return ``value`` where a ``{{r … }}`` tag stood: prepared runs, or text as a run."""
    if isinstance(value, Blocks):
        _misplaced()
    if hasattr(value, "__html__"):
        return Markup(value.__html__())
    return Markup(f"<w:r><w:rPr>{HINT}</w:rPr>{text_xml(str(value))}</w:r>")


ENVIRONMENT = Sandbox(
    autoescape=True, undefined=StrictUndefined, finalize=_finalise, keep_trailing_newline=True
)
LIFTED = {"p": "_as_paragraphs", "r": "_as_runs"}
"""The filter that a lifted ``{{p`` or ``{{r`` tag ends with."""
ENVIRONMENT.filters |= {"_as_paragraphs": _as_paragraphs, "_as_runs": _as_runs}

__all__ = ["ENVIRONMENT", "LIFTED", "Blocks", "Sandbox"]
