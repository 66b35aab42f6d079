"""What is wrong with the tags of a template: each on its own, and all in their order; every fault, not the first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jinja2 import TemplateSyntaxError

from hongtou.i18n import _
from hongtou.render.environment import ENVIRONMENT
from hongtou.render.tags import Tag, plain

_LEVEL = re.compile(r"^(\{[{%]-?)(?:p|tr|tc|r)\s")
_STATEMENT = re.compile(r"^\{%[-+]?\s*(?:(?:p|tr|tc|r)\s+)?(\w+)")
_ENDS = {
    "if": "endif",
    "for": "endfor",
    "with": "endwith",
    "macro": "endmacro",
    "filter": "endfilter",
    "call": "endcall",
}
_BETWEEN = {"else": ("if", "for"), "elif": ("if",)}
_KNOWN = {*_ENDS, *_ENDS.values(), *_BETWEEN, "set", "endset", "do"}


def tag_fault(tag: str) -> str:
    """Return what is wrong with a tag on its own, empty where nothing is."""
    if tag.startswith("{#"):
        return ""
    text = _LEVEL.sub(r"\1 ", plain(tag))
    if tag.startswith("{%"):
        statement = _statement(tag)
        if statement not in _KNOWN:
            return _("“{word}” is no tag that is known here.").format(word=statement)
        text = _completed(text, statement)
    try:
        ENVIRONMENT.compile(text)
    except TemplateSyntaxError as error:
        return error.message or str(error)
    return ""


def _statement(tag: str) -> str:
    match = _STATEMENT.match(plain(tag))
    return match[1] if match else ""


def _completed(text: str, statement: str) -> str:
    """Return a template in which the tag ``text`` stands alone and whole."""
    if statement in _ENDS:
        return f"{text}{{% {_ENDS[statement]} %}}"
    if statement in _BETWEEN:
        return f"{{% if 1 %}}{text}{{% endif %}}"
    return text if statement in ("set", "do") and "=" in text else ""


def structure_faults(tags: Iterable[Tag]) -> Iterator[tuple[Tag, str]]:
    """Yield every tag that ends what was not begun, or begins what is not ended."""
    opened: list[tuple[Tag, str]] = []
    for tag in tags:
        statement = _statement(tag.text) if tag.text.startswith("{%") else ""
        if statement in _ENDS:
            opened.append((tag, statement))
        elif statement in _ENDS.values():
            if opened and _ENDS[opened[-1][1]] == statement:
                opened.pop()
            else:
                yield tag, _("it ends what is not open here.")
        elif statement in _BETWEEN and not (opened and opened[-1][1] in _BETWEEN[statement]):
            yield tag, _("it stands outside of what it belongs to.")
    for tag, statement in opened:
        yield tag, _("it is not closed: “{end}” is missing.").format(end=_ENDS[statement])
