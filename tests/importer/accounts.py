"""What an import lost: stretches of the source that stand neither in the policy nor in the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from hongtou.importer.understand import Imported

_HAN = re.compile("[\u3400-\u9fff]+")
_DAY = re.compile("[〇零一二三四五六七八九十]*年[一二三四五六七八九十]+月[一二三四五六七八九十]+日?")
_BREAKS = re.compile(r"\s+")
_SHORTEST = 4
"""Characters of a stretch from which it tells of a loss: where two parts meet, one pair of characters stands nowhere."""
COMPUTED = frozenset({"信息来源", "发布日期", "发布时间", "发布机构", "原文链接", "本地目录", "成文日期"})
"""Labels that web pages print before what is noted of a publication."""


def lost(imported: Imported) -> list[str]:
    """Return stretches of Chinese characters, in one line of the source, of which no two neighbours stand together elsewhere."""
    known = set(chain.from_iterable(map(_pairs, _kept(imported))))
    found = []
    for line in _HAN.findall(imported.ledger.scan.text):
        start = None
        for at, pair in enumerate([*_pairs(line), ""]):
            if pair and pair not in known:
                start = at if start is None else start
            elif start is not None:
                found.append(line[start : at + 1])
                start = None
    return [
        text for text in found if len(text) >= _SHORTEST and text not in COMPUTED and not _DAY.fullmatch(text)
    ]


def _pairs(text: str) -> Iterator[str]:
    return (text[at : at + 2] for at in range(len(text) - 1))


def _kept(imported: Imported) -> Iterator[str]:
    """Yield the texts of the policy and of the report, each without blanks and breaks."""
    ledger = imported.ledger
    models = [imported.notice, *([imported.tasks] if imported.tasks is not None else [])]
    texts = chain.from_iterable(_texts(model.model_dump(mode="json")) for model in models)
    left = (one.text for one in ledger.left_out)
    unplaced = (ledger.scan.text[span.start : span.end] for span in ledger.unplaced())
    return (_BREAKS.sub("", text) for text in chain(texts, left, unplaced))


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in plain data, keys too: an own column is known by its head."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from chain.from_iterable(map(_texts, chain(value, value.values())))
    elif isinstance(value, (list, tuple)):
        yield from chain.from_iterable(map(_texts, value))
