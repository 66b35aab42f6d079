"""Names of units in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_TITLE = "《[^《》\n]*》"


def names_in(text: str, names: Iterable[str]) -> Iterator[re.Match[str]]:
    """Yield where ``names`` stand in ``text``, the longest first; titles in 《》 are passed over."""
    ordered = sorted(names, key=len, reverse=True)
    if ordered:
        yield from passing_titles("|".join(map(re.escape, ordered)), text)


def passing_titles(expression: str, text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of ``expression`` in ``text`` outside titles in 《》."""
    for match in re.finditer(f"{_TITLE}|{expression}", text):
        if not match[0].startswith("《"):
            yield match


def is_introduced(name: str, text: str) -> bool:
    """Whether ``text`` says that it calls a unit ``name`` for short."""
    return re.search(f"简称[：:]?[“《]?[省市县区]?{re.escape(name)}[”》）]", text) is not None
