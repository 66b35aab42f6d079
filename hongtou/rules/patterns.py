"""Rules that are a pattern in running text: what to look for, what to say, what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from hongtou.i18n import _
from hongtou.rules.hit import Hit, Span
from hongtou.rules.script import Script

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
"""Han characters, for use in a character class."""
CHINESE = f"{HAN}《》“”‘’（）〔〕、，。；：？！…—"
"""Han characters and marks as wide as one, for use in a character class."""

Fix = str | Callable[[re.Match[str]], str | None] | None


def pattern(
    expression: str,
    what: str,
    *,
    fix: Fix = None,
    kinds: frozenset[str] | None = None,
    unless: Callable[[re.Match[str]], object] | None = None,
) -> Callable[[Script], Iterator[Hit]]:
    """Return a check that finds ``expression`` in the lines of a script.

    ``what`` says what is wrong (a message id); ``fix`` is what to write instead, a template of :meth:`re.Match.expand`
    or a function; ``kinds`` are the pieces it is looked for in, ``unless`` tells matches that are all right.
    """
    compiled = re.compile(expression, re.MULTILINE)

    def check(script: Script) -> Iterator[Hit]:
        for match in compiled.finditer(script.text):
            if kinds is not None and script.piece(match.start()).kind not in kinds:
                continue
            if unless is None or not unless(match):
                yield found(script, Span(*match.span()), what, _fixed(match, fix))

    return check


def _fixed(match: re.Match[str], fix: Fix) -> str | None:
    return match.expand(fix) if isinstance(fix, str) else fix(match) if fix is not None else None


def is_cited(match: re.Match[str]) -> bool:
    """Whether ``match`` lies in 《》: the title of another document is not corrected without asking."""
    before = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
    return before.count("《") > before.count("》")


def found(script: Script, span: Span, what: str, fix: str | None = None) -> Hit:
    """Return a hit at ``span`` that shows the words around it, and how they would stand with ``fix``.

    Words that may hold quotation marks themselves are shown in 「」, which papers do not use.
    """
    message = _("「{words}」: {what}").format(words=script.around(span), what=_(what))
    if fix is None:
        return Hit(span, message)
    return Hit(span, message, _("Write 「{words}」.").format(words=script.around(span, fix)), fix)
