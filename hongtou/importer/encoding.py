"""Bytes to text 字符编码: decided by strictness, as Chinese offices write UTF-8, UTF-16 and the GB18030 family.

A byte order mark is believed. Text that is strictly UTF-8 is UTF-8, whatever a page says of itself: other encodings
do not look like it by chance. Then the declared encoding, then GB18030, which contains GB2312 and GBK.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from typing import NamedTuple

from hongtou.errors import GenError
from hongtou.i18n import _

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LABELS = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk", "cp936", "gb-2312", "csgb2312"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("iso-8859-1", "latin1", "windows-1252", "us-ascii", "ascii"), "cp1252"),
}
"""What a page may declare. Only these: Python's codecs include some that unpack or never end."""
_NAMES = {"gb18030": "GB18030", "big5hkscs": "Big5", "cp1252": "Windows-1252"}
_GARBLED = (("gb18030", "utf-8"), ("cp1252", "utf-8"), ("latin-1", "utf-8"), ("latin-1", "gb18030"))
"""How Chinese text is garbled: the encoding its bytes were taken for, and the one they are."""
_FEW = 0.01
"""Share of damaged characters up to which a text is taken for damaged and not for another encoding."""
_SAMPLE = 20_000
_ENOUGH = 20
_HAN = re.compile("[\u4e00-\u9fff\ue000-\uf8ff]")
_COMMON = 0.7
"""Share of the 3,755 common characters (level 1 of GB 2312) below which a text is hardly Chinese; real notices have over 95%."""


class Decoded(NamedTuple):
    """Text, its encoding, and a doubt where it could not be told for sure."""

    text: str
    encoding: str
    doubt: str = ""


def marked(data: bytes) -> tuple[str, bytes] | None:
    """Return the encoding that a byte order mark names and the bytes behind the mark; None where there is no mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, data[len(mark) :]
    return None


def decode(data: bytes, name: str, declared: str = "", *, lenient: bool = False) -> Decoded:
    """Return the text of ``data``; ``name`` is what messages call it, ``declared`` what it says of itself.

    Raises GenError where no encoding fits. ``lenient`` forgives few damaged characters (web pages cut text at bytes).
    """
    found = marked(data)
    candidates = [found[0]] if found else _candidates(declared)
    body = found[1] if found else data
    for encoding in candidates:
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError as error:
            if encoding == "utf-8" and _nearly_utf8(body, error.start):
                return _damaged(body, ["utf-8"], name, lenient)
            continue
        _refuse_garbled(text, body, encoding, name)
        return Decoded(_without_nul(text, name), encoding, _doubt(text, encoding))
    return _damaged(body, candidates, name, lenient)


def _candidates(declared: str) -> list[str]:
    label = _LABELS.get(declared.strip().lower(), "")
    return list(dict.fromkeys(["utf-8", *([label] if label else []), "gb18030"]))


def _nearly_utf8(data: bytes, at: int) -> bool:
    """Whether all but few characters around ``at`` are UTF-8: damaged text, which GB18030 would read as something else."""
    text = data[max(0, at - _SAMPLE) : at + _SAMPLE].decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(char > "\u07ff" for char in text) - bad
    return good > 10 * bad and bad <= max(3, _FEW * good)


def _without_nul(text: str, name: str) -> str:
    place = text.find("\0")
    if place >= 0:
        raise GenError(
            _("{name} is no text: character {place} is NUL.").format(name=name, place=place + 1),
            _("If it is text, open it in an editor and save it as UTF-8."),
        )
    return text


def _refuse_garbled(text: str, data: bytes, encoding: str, name: str) -> None:
    """Raise GenError for text that was once read in a wrong encoding 乱码, and for Big5 that looks like GB18030."""
    if encoding == "gb18030" and _is_big5(text, data):
        raise GenError(
            _("{name} is Big5 text, it seems.").format(name=name),
            _("Open it in an editor or browser with that encoding and save it as UTF-8."),
        )
    sample = text[:_SAMPLE]
    right = next((right for wrong, right in _GARBLED if _was_misread(sample, wrong, right)), "")
    if right:
        message = _("{name} is garbled: it is {encoding} text that was read in another encoding and saved.")
        raise GenError(
            message.format(name=name, encoding=_NAMES.get(right, right.upper())),
            _("Take the file as it was before, or copy the text from its page once more."),
        )


def _was_misread(sample: str, wrong: str, right: str) -> bool:
    """Whether ``sample`` is Chinese in the encoding ``right`` whose bytes were taken for ``wrong``."""
    # A real Chinese text gives next to no valid characters when its bytes are read so, and those are rare ones.
    found = _HAN.findall(sample.encode(wrong, "ignore").decode(right, "ignore"))
    seen = sum(not char.isascii() for char in sample)
    return len(found) >= max(_ENOUGH, seen // 10) and _common(found) >= _COMMON


def _is_big5(text: str, data: bytes) -> bool:
    if _common(_HAN.findall(text[:_SAMPLE])) >= _COMMON:
        return False
    try:
        found = _HAN.findall(data.decode("big5hkscs")[:_SAMPLE])
    except UnicodeDecodeError:
        return False
    frequent = sum(b"\xa4" <= char.encode("big5hkscs", "replace")[:1] <= b"\xc6" for char in found)
    return len(found) >= _ENOUGH and frequent >= _COMMON * len(found)


def _common(chars: Sequence[str]) -> float:
    """Return the share of common characters among ``chars``, 1 where there are none."""
    encoded = [char.encode("gb18030") for char in chars]
    return sum(b"\xb0\xa1" <= pair <= b"\xd7\xf9" for pair in encoded) / len(encoded) if encoded else 1.0


def _doubt(text: str, encoding: str) -> str:
    """Return a doubt where text in GB18030 is hardly Chinese, as text in Big5 or Shift JIS reads when taken for it."""
    if encoding != "gb18030":
        return ""
    found = _HAN.findall(text[:_SAMPLE])
    if len(found) < _ENOUGH or _common(found) >= _COMMON:
        return ""
    return _(
        "The text was read as GB18030 and has many rare characters: perhaps its encoding is another one."
    )


def _damaged(data: bytes, candidates: list[str], name: str, lenient: bool) -> Decoded:
    """Return the text in the encoding that fits best; raise where it does not fit well, or must fit entirely."""
    if b"\0" in data and candidates[0] in ("utf-8", "gb18030"):
        _without_nul(data.decode("latin-1"), name)
    read = [(data.decode(encoding, "replace"), encoding) for encoding in candidates]
    text, encoding = min(read, key=lambda pair: pair[0].count("\ufffd"))
    bad, seen = text.count("\ufffd"), sum(not char.isascii() for char in text)
    if not (lenient and bad <= max(1, _FEW * seen)):
        raise _undecodable(data, name, encoding if bad <= max(1, _FEW * seen) else "")
    doubt = _("{count} damaged characters of {name} cannot be read; � stands in their place.")
    return Decoded(_without_nul(text, name), encoding, doubt.format(count=bad, name=name))


def _undecodable(data: bytes, name: str, encoding: str) -> GenError:
    """Return the error with the place of the first byte that does not fit."""
    try:
        data.decode(encoding or "gb18030")
        at = 0
    except UnicodeDecodeError as error:
        at = error.start
    line = data.count(b"\n", 0, at) + 1
    if encoding:
        message = _("{name} is damaged: byte {byte} (line {line}) is not {encoding}.")
        message = message.format(
            name=name, byte=at + 1, line=line, encoding=_NAMES.get(encoding, encoding.upper())
        )
    else:
        message = _("{name} is neither UTF-8 nor GB18030: byte {byte} (line {line}) cannot be read.")
        message = message.format(name=name, byte=at + 1, line=line)
    return GenError(message, _("Open it in an editor that shows it well and save it as UTF-8."))
