"""Parts of an archive made of stretches that were deflated once and stand in many files.

The checksum of a part is combined from those of its stretches, so that nothing shared is looked through again.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

LEVEL = 6
"""How hard is deflated what is deflated once."""
QUICK = 3
"""How hard what differs from paper to paper is deflated: four fifths of the time of level 6, two per cent larger."""
_LITTLE = 4_000
"""Bytes that are quicker stored than deflated: what a letter has of its own."""
_LAST_BLOCK = b"\x03\x00"
"""An empty block that ends a deflated stream (RFC 1951)."""
_STORED = struct.Struct("<BHH")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of a part, deflated so that it can stand between others.

    ``crc`` and ``size`` are those of what it holds; ``shift`` is what it does to the checksum of what stands before.
    """

    packed: bytes
    crc: int
    size: int
    shift: Shift

    @classmethod
    def of(cls, raw: bytes, level: int = LEVEL) -> Fragment:
        """Return ``raw`` deflated on its own."""
        return cls(_flushed(raw, level), zlib.crc32(raw), len(raw), _shift(_power(len(raw))))

    @classmethod
    def joined(cls, pieces: Iterable[bytes | Fragment]) -> Fragment:
        """Return ``pieces`` one after the other."""
        whole: list[Fragment] = []
        for is_set, run in groupby(pieces, lambda piece: isinstance(piece, Fragment)):
            same = [*run]
            # Text between fragments is deflated as one: setting up is what costs.
            whole += same if is_set else [cls.of(b"".join(same))]  # type: ignore[arg-type]
        crc, power = 0, _ONE
        for piece in whole:
            crc = _shifted(piece.shift, crc) ^ piece.crc
            power = _shifted(piece.shift, power)
        size = sum(piece.size for piece in whole)
        return cls(b"".join(piece.packed for piece in whole), crc, size, _shift(power))


@dataclass(frozen=True, slots=True)
class Entry:
    """A part as it stands in the archive: deflated, with checksum and size of what it holds."""

    name: str
    packed: bytes
    crc: int
    size: int


def pack(name: str, pieces: Iterable[bytes | Fragment], level: int = QUICK) -> Entry:
    """Return the part ``name`` made of ``pieces``; fragments are taken over as they are."""
    packed: list[bytes] = []
    loose: list[bytes] = []
    crc = size = 0
    for piece in pieces:
        if isinstance(piece, Fragment):
            packed += (_between(loose, level), piece.packed)
            loose = []
            crc = _shifted(piece.shift, crc) ^ piece.crc
            size += piece.size
        else:
            loose.append(piece)
            crc = zlib.crc32(piece, crc)
            size += len(piece)
    packed += (_between(loose, level), _LAST_BLOCK)
    return Entry(name, b"".join(packed), crc, size)


def _between(loose: list[bytes], level: int) -> bytes:
    """Return the text between two fragments as blocks of a deflated stream."""
    raw = b"".join(loose)
    if not raw:
        return b""
    if len(raw) <= _LITTLE and level != LEVEL:
        return _STORED.pack(0, len(raw), len(raw) ^ 0xFFFF) + raw
    return _flushed(raw, level)


def _flushed(raw: bytes, level: int) -> bytes:
    deflate = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return deflate.compress(raw) + deflate.flush(zlib.Z_FULL_FLUSH)


_POLYNOMIAL = 0xEDB88320
"""That of CRC-32, the lowest power in the highest bit, as zip counts (ISO 3309)."""
_ONE = 1 << 31

Shift = tuple[tuple[int, ...], ...]
"""What a stretch does to the checksum of what stands before it, as a table for each four bits of that checksum.

The checksum of A followed by B is that of A times x to the power of the bits of B, plus that of B, as polynomials over
two elements: looked through apart, A and B give what they would give together.
"""


def _shifted(shift: Shift, crc: int) -> int:
    """Return ``crc`` after ``shift``."""
    a, b, c, d, e, f, g, h = shift
    return (
        a[crc & 15] ^ b[crc >> 4 & 15] ^ c[crc >> 8 & 15] ^ d[crc >> 12 & 15]
        ^ e[crc >> 16 & 15] ^ f[crc >> 20 & 15] ^ g[crc >> 24 & 15] ^ h[crc >> 28]
    )  # fmt: skip


def _shift(power: int) -> Shift:
    """Return the shift by the polynomial ``power``."""
    products = []
    for _bit in range(32):
        products.append(power)
        power = (power >> 1) ^ _POLYNOMIAL if power & 1 else power >> 1
    products.reverse()
    return tuple(tuple(_sums(*products[first : first + 4])) for first in range(0, 32, 4))


def _sums(one: int, two: int, four: int, eight: int) -> Iterator[int]:
    """Yield the sums of each choice of four products, in the order of the four bits that choose."""
    for high in (0, eight):
        for middle in (0, four):
            for low in (0, two):
                base = high ^ middle ^ low
                yield base
                yield base ^ one


@cache
def _doubled(times: int) -> Shift:
    """Return the shift by 2 to the power of ``times`` bytes."""
    if times == 0:
        return _shift(1 << 23)
    half = _doubled(times - 1)
    return _shift(_shifted(half, _shifted(half, _ONE)))


def _power(size: int) -> int:
    """Return the power of x that ``size`` bytes shift a checksum by."""
    power = _ONE
    for times in range(size.bit_length()):
        if size >> times & 1:
            power = _shifted(_doubled(times), power)
    return power
