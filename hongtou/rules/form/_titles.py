"""Titles of papers, for the rules that read them."""

import re

_BRACKETS = re.compile("[（(][^（）()]*[）)]$")


def core(title: str) -> str:
    """Return ``title`` without the brackets at its end, as in ……的意见（试行）."""
    return _BRACKETS.sub("", title)
