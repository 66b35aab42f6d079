"""A paragraph cut into its sentences 分句, one per line of the YAML: at 。！？ outside brackets and quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hongtou.importer.words import Words

_STOPS = "。！？"
_OPEN = {"（": "）", "《": "》", "“": "”", "〈": "〉", "〔": "〕", "‘": "’"}
_INSIDE = re.compile(f"[{_STOPS}].")
"""A stop that does not end the paragraph."""
_MARK = re.compile(f"[{_STOPS}{''.join(_OPEN)}{''.join(_OPEN.values())}]")


def sentences(words: Words, cuts: Iterable[int] = ()) -> tuple[Words, ...]:
    """Return the sentences of ``words``; they also end at ``cuts`` (where lists of units begin and end)."""
    ends = _ends(words.text) if _INSIDE.search(words.text) else ()
    return tuple(words.split_at({*ends, *cuts}))


def _ends(text: str) -> Iterator[int]:
    """Yield the places behind stops; where brackets do not pair, those inside them count as well."""
    closing: list[str] = []
    held: list[int] = []
    for match in _MARK.finditer(text):
        char, place = match[0], match.start()
        if char in _OPEN:
            closing.append(_OPEN[char])
        elif closing and char == closing[-1]:
            closing.pop()
            if not closing:
                held = []
        elif char in _STOPS and place + 1 < len(text) and text[place + 1] not in _STOPS + "”’）》":
            if closing:
                held.append(place + 1)
            else:
                yield place + 1
    yield from held
