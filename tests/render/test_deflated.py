"""Stretches deflated apart and put together say what they would say in one piece."""

from __future__ import annotations

import zlib

from hypothesis import given
from hypothesis import strategies as st

from hongtou.deflated import Fragment, pack

TEXTS = st.binary(max_size=300) | st.integers(1, 70_000).map(lambda size: b"<w:p/>"[: size % 7] * (size // 6))
PIECES = st.recursive(
    st.tuples(st.booleans(), TEXTS), lambda inner: st.lists(inner, min_size=1, max_size=4), max_leaves=12
)


def flat(piece: object) -> bytes:
    if isinstance(piece, list):
        return b"".join(map(flat, piece))
    assert isinstance(piece, tuple)
    return bytes(piece[1])


def made(piece: object) -> bytes | Fragment:
    if isinstance(piece, list):
        return Fragment.joined([made(one) for one in piece])
    assert isinstance(piece, tuple)
    return Fragment.of(piece[1]) if piece[0] else piece[1]


@given(st.lists(PIECES, max_size=6))
def test_a_part_of_stretches_is_the_part_they_make(pieces: list[object]) -> None:
    whole = b"".join(map(flat, pieces))
    entry = pack("part", map(made, pieces))
    assert zlib.decompress(entry.packed, -zlib.MAX_WBITS) == whole
    assert (entry.crc, entry.size) == (zlib.crc32(whole), len(whole))
