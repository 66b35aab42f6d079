"""Telephone numbers as people write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_BETWEEN = re.compile(r"[、，,；;/]|(?<=\d{7}) +(?=\d{7})")
_EXTENSION = re.compile(r"(?:转|分机|(?<=\d{7})[-—])\D*\d{1,5}\D*$")


def phones(text: str) -> Iterator[str]:
    """Yield the numbers in ``text``, each as it is written."""
    yield from (part.strip() for part in _BETWEEN.split(text) if part.strip())


def digits(phone: str) -> str:
    """Return the digits of ``phone`` without extension and words beside it."""
    return re.sub(r"\D", "", _EXTENSION.sub("", unicodedata.normalize("NFKC", phone)))


def local(number: str) -> str:
    """Return the digits of ``number`` without an area code: seven or eight."""
    return re.sub(r"^0\d{2,3}(?=\d{7,8}$)", "", number)
