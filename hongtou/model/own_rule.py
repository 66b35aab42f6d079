"""Rules of an office's own, as data 本单位的规则."""

from __future__ import annotations

from hongtou.model.base import Identifier, Model


class OwnRule(Model):
    """A rule of the office's own."""

    id: Identifier
    """规则标识。"""
