"""A paragraph cut into its sentences 分句, one per line of the YAML: at 。！？ outside brackets and quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hongtou.importer.words import Words

_STOPS = "。！？"
_OPEN = {"（": "）", "《": "》", "“": "”", "〈": "〉", "〔": "〕", "‘": "’"}
_INSIDE = re.compile(f"[{_STOPS}].")
"""A stop that does not end the paragraph."""
_MARKS = f"{_STOPS}{''.join(_OPEN)}{''.join(_OPEN.values())}"
_PAIR = "|".join(f"{opens}[^{_MARKS}]*+{closes}" for opens, closes in _OPEN.items())
_MARK = re.compile(f"[^{_MARKS}]*+(?:(?:{_PAIR})[^{_MARKS}]*+)*+(?P<mark>[{_MARKS}])")
"""The next mark behind whole brackets and quotations without marks in them, which change nothing."""


def sentences(words: Words, cuts: Iterable[int] = ()) -> tuple[Words, ...]:
    """Return the sentences of ``words``; they also end at ``cuts`` (where lists of units begin and end)."""
    ends = _ends(words.text) if _INSIDE.search(words.text) else ()
    return tuple(words.split_at({*ends, *cuts}))


def _ends(text: str) -> Iterator[int]:
    """Yield the places behind stops; where brackets do not pair, those inside them count as well."""
    closing: list[str] = []
    held: list[int] = []
    end = 0
    while match := _MARK.match(text, end):
        char, end = match["mark"], match.end()
        if char in _OPEN:
            closing.append(_OPEN[char])
        elif closing and char == closing[-1]:
            closing.pop()
            if not closing:
                held = []
        elif char in _STOPS and end < len(text) and text[end] not in _STOPS + "”’）》":
            if closing:
                held.append(end)
            else:
                yield end
    yield from held
