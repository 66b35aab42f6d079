"""The clauses 分句 of two texts that differ, as amending sentences quote them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hongtou.diff.text import Hunk

_MARKS = "，。；、,;\n"
_INNER = str.maketrans("“”‘’", "‘’“”")


def quoted(text: str) -> str:
    """Return ``text`` in quotation marks; those inside are single ones (GB/T 15834 4.8.3.5)."""
    return f"“{text.translate(_INNER)}”"


def titled(text: str) -> str:
    """Return ``text`` as the title of a document; titles inside have single marks."""
    return f"《{text.translate(str.maketrans('《》', '〈〉'))}》"


def clauses_changed(old: str, new: str, hunks: Sequence[Hunk]) -> list[tuple[str, str]]:
    """Return old and new clauses that differ: each hunk with the rest of its clause, those in one clause together."""
    return [(one, other) for one, other, _place in placed(old, new, hunks)]


def placed(old: str, new: str, hunks: Sequence[Hunk]) -> Iterator[tuple[str, str, int]]:
    """Yield the clauses that differ, and where they begin in ``old``; breaks of paragraphs are none."""
    for a, b, c, d in _spans(old, new, hunks):
        one, other = _bare(old[a:b].replace("\n", ""), new[c:d].replace("\n", ""))
        if one != other:
            start = a + 1 if old[a:b].startswith("\n") else a
            yield one, other, start


def _spans(old: str, new: str, hunks: Sequence[Hunk]) -> list[list[int]]:
    spans: list[list[int]] = []
    for hunk in hunks:
        whole = (hunk.a0 == hunk.a1 and new[hunk.b1 - 1] in _MARKS) or (
            hunk.b0 == hunk.b1 and old[hunk.a1 - 1] in _MARKS
        )
        left, right = (0, 0) if whole else (_left(old, hunk.a0), _right(old, hunk.a1))
        span = [hunk.a0 - left, hunk.a1 + right, hunk.b0 - left, hunk.b1 + right]
        near = old[spans[-1][1] : span[0]] in ("", "、") if spans else False
        if near and span[2] <= spans[-1][3] + 1:
            spans[-1][1], spans[-1][3] = span[1], span[3]
        else:
            spans.append(span)
    return spans


def before(text: str, place: int) -> str:
    """Return the clause that ends at ``place``, with as many before it as make it the only one of its words."""
    start = place
    while start > 0:
        start -= 1 + _left(text, start - 1)
        start += text[start] == "\n"
        words = text[start:place]
        if words.strip(_MARKS) and text.count(words) == 1:
            return words.replace("\n", "")
        start -= start > 0 and text[start - 1] == "\n"
    return text[:place].replace("\n", "")


def alone(text: str, words: str, place: int) -> str:
    """Return ``words`` that stand at ``place``, with clauses before them where they stand elsewhere too."""
    start = place
    while start > 0 and text.count(text[start : place + len(words)]) > 1:
        start -= 1 + _left(text, start - 1)
    return text[start:place].replace("\n", "")


def _bare(old: str, new: str) -> tuple[str, str]:
    """Return both clauses without a closing bracket that was opened before them."""
    if all(side.endswith("）") and side.count("（") < side.count("）") for side in (old, new)):
        return old[:-1], new[:-1]
    return old, new


def _left(text: str, place: int) -> int:
    """Return how far the clause reaches to the left of ``place``."""
    return next((n for n in range(place) if _ends(text, place - n - 1)), place)


def _right(text: str, place: int) -> int:
    return next((n for n in range(len(text) - place) if _ends(text, place + n)), len(text) - place)


def _ends(text: str, place: int) -> bool:
    """Whether a clause ends with the character at ``place``: not with the comma of 1,200."""
    grouped = (
        text[place] == "," and text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()
    )
    return text[place] in _MARKS and not grouped
