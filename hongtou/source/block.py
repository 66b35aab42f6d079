"""Plain data as block YAML 写出: letter by letter what ruamel.yaml writes, which takes ten times as long over each word."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from hongtou.source.nodes import read

_HAN = "\u4e00-\u9fff（）“”‘’《》〈〉〔〕【】、，。；：？！—…·％"
_PLAIN = re.compile(f"(?:[A-Za-z{_HAN}]|[0-9][0-9.%]*[{_HAN}])(?:[A-Za-z0-9{_HAN}%/.+_-]| +(?! |$))*+")
"""What needs no quotes beyond doubt: it begins as Chinese, a word or a number with Chinese behind it does, and holds no mark of YAML."""
_QUOTED = re.compile(f"[ -~{_HAN}]*[\"'][ -~{_HAN}]*")
"""What needs quotes beyond doubt, and no character of which has another name in them."""
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def block(data: Mapping[str, object], one_line: Collection[str]) -> str:
    """Return ``data`` as YAML text; lists of plain names under the keys ``one_line`` stand on one line, each group on its own."""
    return "".join(f"{line}\n" for line in _mapping(data, "", one_line))


def _mapping(data: Mapping[str, object], margin: str, one_line: Collection[str]) -> Iterator[str]:
    for key, value in data.items():
        yield from _entry(
            f"{margin}{_key(key)}:",
            value,
            margin,
            one_line,
            flows=key in one_line,
        )


def _key(key: str) -> str:
    # A key with a line break in it can only stand on its line in quotes.
    return key if _is_plain(key) else _asked(key) if key.isprintable() else _text(key)


def _entry(head: str, value: object, margin: str, one_line: Collection[str], *, flows: bool) -> Iterator[str]:
    """Yield ``value`` behind ``head``, a key or a hyphen, or below it."""
    if isinstance(value, Mapping) and value:
        yield head
        yield from _mapping(value, margin + "  ", one_line)
    elif isinstance(value, (list, tuple)) and value:
        names = _names(value) if flows else ""
        yield f"{head} {names}" if names else head
        yield from () if names else _sequence(value, margin + "  ", one_line, flows=flows)
    else:
        yield f"{head} {scalar(value)}".rstrip(" ")


def _sequence(
    data: Sequence[object], margin: str, one_line: Collection[str], *, flows: bool
) -> Iterator[str]:
    for entry in data:
        if isinstance(entry, Mapping) and entry:
            inner = _mapping(entry, margin + "  ", one_line)
        elif isinstance(entry, (list, tuple)) and entry and not (flows and _names(entry)):
            inner = _sequence(entry, margin + "    ", one_line, flows=flows)
        else:
            inner = _entry(f"{margin} ", entry, margin, one_line, flows=flows)
        yield f"{margin}-{next(inner)[len(margin) + 1 :]}"
        yield from inner


def _names(value: Sequence[object]) -> str:
    """Return names on one line, empty where one of them holds what means something there."""
    if not all(isinstance(entry, str) and _is_plain_name(entry) for entry in value):
        return ""
    return f"[{', '.join(map(str, value))}]"


def _is_plain_name(name: str) -> bool:
    return (
        name[:1].isalpha()
        and all(char.isalnum() or char in "（）、·《》〔〕" for char in name)
        and scalar(name) == name
    )


def scalar(value: object) -> str:
    """Return ``value`` as it stands on a line."""
    match value:
        case bool() | int():
            return str(value).lower()
        case datetime.date():
            return value.isoformat()
        case str():
            return _text(str(value))
    return _asked(value)


@lru_cache(maxsize=1024)
def _text(text: str) -> str:
    if _is_plain(text):
        return text
    if _QUOTED.fullmatch(text):
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return _asked(text if _is_safe(text) else DoubleQuotedScalarString(text))


def _is_plain(text: str) -> bool:
    return _PLAIN.fullmatch(text) is not None and text.lower() not in _WORDS


def _asked(value: object) -> str:
    """Return what ruamel.yaml makes of a value that is rare."""
    stream = io.StringIO()
    _writer().dump([value], stream)
    return stream.getvalue()[2:].rstrip("\n")


@cache
def _writer() -> YAML:
    writer = YAML()
    writer.width = 1_000_000
    writer.allow_unicode = True
    return writer


def _is_safe(text: str) -> bool:
    """Whether ``text`` without quotes is read back as it is."""
    if text != text.strip() or "\n" in text or "\t" in text or '"' in text or "'" in text:
        return False
    source = read(f"- {text}\n", "")
    return not source.findings and source.data == [text]
